from django.db import models
from django.db.models import Q, TextChoices
from django.utils.translation import gettext_lazy as _

from programs.models.program import Program
from reference.models import QuotedRecord
from reference.validators import https_only


class FactKind(TextChoices):
    """What an applicant decides by, in the order a page shows it. Prices are figures."""

    OFFICIAL_ADDRESS = "official_address", _("Official address")
    DEADLINE = "deadline", _("Deadline")
    START_TERM = "start_term", _("Start term")
    TEST = "test", _("Admission test")
    PREREQUISITE = "prerequisite", _("Prerequisite")
    STEM_OPT = "stem_opt", _("STEM/OPT designation")


class DecidingFact(QuotedRecord):
    """One fact of a program that a source states. `item`: of which term, test or subject."""

    program = models.ForeignKey(Program, on_delete=models.CASCADE, related_name="deciding_facts")
    kind = models.CharField(_("kind"), max_length=20, choices=FactKind.choices)
    item = models.CharField(
        _("item"), max_length=80, blank=True, help_text=_("Fall 2027; GRE; linear algebra …")
    )
    text = models.CharField(_("text"), max_length=300, blank=True)
    on = models.DateField(_("on"), null=True, blank=True, help_text=_("The day of a deadline."))
    url = models.URLField(_("address"), max_length=500, blank=True, validators=[https_only])

    class Meta:
        ordering = ("program", "kind", "on", "item")
        verbose_name = _("deciding fact")
        verbose_name_plural = _("deciding facts")
        constraints = [
            models.UniqueConstraint(
                fields=("program", "kind", "item", "source"), name="deciding_fact_once_a_source"
            ),
            models.CheckConstraint(
                condition=Q(kind__in=FactKind.values), name="deciding_fact_kind_is_known"
            ),
            models.CheckConstraint(
                condition=Q(kind=FactKind.OFFICIAL_ADDRESS) & ~Q(url="")
                | ~Q(kind=FactKind.OFFICIAL_ADDRESS) & ~Q(text="")
                | Q(kind=FactKind.DEADLINE, on__isnull=False),
                name="deciding_fact_says_something",
            ),
        ]

    def __str__(self):
        return f"{self.get_kind_display()}: {self.text or self.url or self.on}"
