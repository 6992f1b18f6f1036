from django.db import models
from django.db.models import Q
from django.urls import reverse
from django.utils.translation import gettext as _t
from django.utils.translation import gettext_lazy as _

from careers.models import FieldOfStudy
from programs.enumerations import Award, Delivery, Identity, Level, Mention, Pace, ProgramStatus
from programs.models.institution import Institution
from programs.querysets import PRICES, ProgramQuerySet
from reference.enumerations import SourceKind
from reference.models import CitedRecord, Figure
from reference.models.figure_constraints import measure_is_allowed
from reference.periods import date_in_words


def choice_list(choices):
    """A JSON list of choices; the database keeps it as written, forms and imports check it."""
    return models.JSONField(default=list, blank=True, help_text=" · ".join(choices.values))


class Program(CitedRecord):
    """A degree one can apply to. `identity` says how we know of it; an implied one has no title."""

    shown_where = Q(status=ProgramStatus.PUBLISHED)

    slug = models.SlugField(_("slug"), max_length=120, unique=True)
    institution = models.ForeignKey(
        Institution,
        on_delete=models.PROTECT,
        related_name="programs",
        verbose_name=_("institution"),
    )
    title = models.CharField(_("title"), max_length=200, blank=True)
    award = models.CharField(_("award"), max_length=10, choices=Award.choices, blank=True)
    level = models.CharField(
        _("level"), max_length=20, choices=Level.choices, default=Level.MASTERS
    )
    field = models.ForeignKey(
        FieldOfStudy,
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="+",  # careers know nothing of programs
        verbose_name=_("field of study (CIP)"),
    )
    identity = models.CharField(
        _("identity"), max_length=10, choices=Identity.choices, default=Identity.CURATED
    )
    mention = models.CharField(_("mention"), max_length=20, choices=Mention.choices, blank=True)
    delivery = choice_list(Delivery)
    pace = choice_list(Pace)
    starts_on = models.DateField(_("starts on"), null=True, blank=True)
    status = models.CharField(
        _("status"),
        max_length=20,
        choices=ProgramStatus.choices,
        default=ProgramStatus.PUBLISHED,
    )
    summary = models.TextField(_("summary"), blank=True)

    objects = ProgramQuerySet.as_manager()

    class Meta:
        ordering = ("institution__name", "title")
        constraints = [
            models.UniqueConstraint(
                fields=("institution", "field", "level"),
                condition=Q(identity=Identity.REPORTED),
                name="program_reported_once_a_field",
            ),
            models.UniqueConstraint(
                fields=("institution",),
                condition=Q(identity=Identity.IMPLIED),
                name="program_implied_once_an_institution",
            ),
            models.CheckConstraint(
                condition=Q(identity=Identity.IMPLIED) | ~Q(title=""), name="program_has_a_title"
            ),
            models.CheckConstraint(
                condition=Q(level__in=Level.values)
                & Q(award__in=["", *Award.values])
                & Q(identity__in=Identity.values)
                & Q(mention__in=["", *Mention.values])
                & Q(status__in=ProgramStatus.values),
                name="program_words_are_known",
            ),
        ]

    def __str__(self):
        return self.display_title

    @property
    def display_title(self) -> str:
        """Its title, or for an implied one what stands in its place."""
        return self.title or _t("Master’s in machine learning")

    @property
    def title_qualifier(self) -> str:
        """What a reader must know about the title; blank for a named degree."""
        return {
            Identity.REPORTED: _t("as reported to IPEDS"),
            Identity.IMPLIED: _t("degree title not recorded"),
        }.get(Identity(self.identity), "")

    @property
    def is_reported(self) -> bool:
        """Whether all we know is that IPEDS counts graduates of its field here."""
        return self.identity == Identity.REPORTED

    @property
    def is_masters(self) -> bool:
        return self.level == Level.MASTERS

    @property
    def delivery_labels(self) -> list[str]:
        return [str(Delivery(way).label) for way in self.delivery]

    @property
    def pace_labels(self) -> list[str]:
        return [str(Pace(pace).label) for pace in self.pace]

    @property
    def starts_in_words(self) -> str:
        return date_in_words(self.starts_on)

    @property
    def no_graduates_in_words(self) -> str:
        """Begins 2026: no graduates counted yet."""
        return _t("Begins %s: no graduates counted yet") % self.starts_in_words

    def may_have_graduates_in(self, figure) -> bool:
        """Whether it began before those whom an inherited figure counts had all finished."""
        if self.starts_on is None:
            return True
        return figure.period_to is not None and figure.period_to >= self.starts_on

    def get_absolute_url(self):
        return reverse("programs:program", args=[self.slug])


class ProgramFigure(Figure):
    subject_kind = "program"
    subject = models.ForeignKey(
        Program, on_delete=models.CASCADE, related_name="figures", verbose_name=_("program")
    )

    subject_needs = ("subject__institution",)
    shown_where = Q(subject__status=ProgramStatus.PUBLISHED)

    class Meta(Figure.Meta):
        abstract = False
        constraints = [*Figure.Meta.constraints, measure_is_allowed("program")]

    @property
    def is_own_price(self) -> bool:
        """What the university itself asks for the program; an average of the school is none."""
        asked = self.measure in PRICES and not self.absence
        return asked and self.source.kind == SourceKind.UNIVERSITY

    @property
    def subject_name(self) -> str:
        return f"{self.subject}, {self.subject.institution}"
