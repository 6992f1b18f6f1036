from django.core.exceptions import ValidationError
from django.db import models
from django.db.models import Q, TextChoices
from django.utils.formats import date_format
from django.utils.translation import gettext as _t
from django.utils.translation import gettext_lazy as _

from programs.enumerations import ProgramStatus
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

    shown_where = Q(program__status=ProgramStatus.PUBLISHED)

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

    def clean(self):
        """The database’s rule, said before it must refuse: each error names its field."""
        if self.kind == FactKind.OFFICIAL_ADDRESS and not self.url:
            raise ValidationError({"url": _t("Give the program’s own address.")})
        if self.kind == FactKind.DEADLINE and not (self.on or self.text):
            raise ValidationError({"on": _t("Give the day, or say in words when it is.")})
        if self.kind not in (FactKind.OFFICIAL_ADDRESS, FactKind.DEADLINE) and not self.text:
            raise ValidationError({"text": _t("Say what the source states.")})

    @property
    def on_in_words(self) -> str:
        """The day itself: a deadline on the first is no deadline of the month."""
        return date_format(self.on, "j F Y") if self.on else ""

    def __str__(self):
        return self.text or self.url or self.on_in_words
