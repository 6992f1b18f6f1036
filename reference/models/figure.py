from typing import Any

from django.apps import apps
from django.core.exceptions import ValidationError
from django.db import models
from django.db.models import Q
from django.utils.text import capfirst, slugify
from django.utils.translation import gettext as _t
from django.utils.translation import gettext_lazy as _

from reference.blanks import as_printed, words_for_none
from reference.enumerations import Absence, Basis, Bound, FigureStatus, Population, Statistic
from reference.measures import MEASURES, measures_for
from reference.models.figure_constraints import FIGURE_CONSTRAINTS, measure_is_allowed
from reference.models.record import ImportedRecord
from reference.periods import period_in_words
from reference.querysets import FigureQuerySet
from reference.said_once import said_once
from reference.values import Value


class Figure(ImportedRecord):
    """One published number, or a stated absence, about a subject: the unit of evidence.

    A subclass adds `subject` and `subject_kind`. `low` and `high` are in the measure’s unit.
    """

    subject_kind = ""
    subject: Any
    subject_needs: tuple[str, ...] = ("subject",)  # relations that naming the subject reads
    topic_relation = "topic"  # which relation leads to the question a figure answers
    shown_where = Q()  # what a subject must be for pages to show its figures

    measure = models.CharField(
        _("measure"), max_length=40, choices=[(m.key, m.label) for m in MEASURES.values()]
    )
    item = models.CharField(
        _("item"),
        max_length=60,
        help_text=_(
            "The publisher’s name for the number: a column such as TUITION6, or a short word."
        ),
    )
    low = models.DecimalField(_("low"), max_digits=14, decimal_places=4, null=True, blank=True)
    high = models.DecimalField(_("high"), max_digits=14, decimal_places=4, null=True, blank=True)
    bound = models.CharField(_("form"), max_length=20, choices=Bound.choices, blank=True)
    absence = models.CharField(_("absence"), max_length=20, choices=Absence.choices, blank=True)
    statistic = models.CharField(
        _("statistic"), max_length=20, choices=Statistic.choices, default=Statistic.UNSTATED
    )
    population = models.CharField(
        _("who was counted"),
        max_length=30,
        choices=Population.choices,
        default=Population.UNSTATED,
    )
    basis = models.CharField(
        _("basis"), max_length=20, choices=Basis.choices, default=Basis.UNSTATED
    )
    period_from = models.DateField(_("period from"), null=True, blank=True)
    period_to = models.DateField(_("period to"), null=True, blank=True)
    counted = models.PositiveIntegerField(_("how many were counted"), null=True, blank=True)
    source = models.ForeignKey(
        "reference.Source",
        on_delete=models.PROTECT,
        related_name="+",
        verbose_name=_("source"),
    )
    locator = models.CharField(
        _("locator"),
        max_length=200,
        help_text=_("Where in the source: “line 166; line 275”, or a row and column."),
    )
    cites = models.CharField(
        _("names as its source"),
        max_length=100,
        blank=True,
        help_text=_("BLS OES 2024, Levels.fyi …"),
    )
    printed = models.CharField(_("as printed"), max_length=300, blank=True)
    terms = models.CharField(
        _("the source’s own terms"),
        max_length=300,
        blank=True,
        help_text=_("Its words for who was counted, on what basis and when."),
    )
    status = models.CharField(
        _("status"), max_length=20, choices=FigureStatus.choices, default=FigureStatus.AS_PRINTED
    )
    note = models.CharField(_("note"), max_length=400, blank=True)
    topic = models.ForeignKey(
        "reference.Topic",
        on_delete=models.SET_NULL,
        null=True,
        blank=True,
        related_name="+",
        verbose_name=_("topic"),
    )
    pinned = models.BooleanField(
        _("pinned"), default=False, help_text=_("Make this the headline figure of its measure.")
    )
    headline = models.BooleanField(_("headline"), default=False, editable=False)

    objects = FigureQuerySet.as_manager()

    class Meta:
        abstract = True
        constraints = FIGURE_CONSTRAINTS

    def __str__(self):
        return f"{self.measure_label}: {self.in_words}"

    @property
    def value(self) -> Value:
        return Value(self.low, self.high, self.bound, self.absence)

    @value.setter
    def value(self, value: Value):
        self.low, self.high = value.low, value.high
        self.bound, self.absence = value.bound, value.absence

    @property
    def unit(self) -> str:
        return MEASURES[self.measure].unit

    @property
    def measure_label(self) -> str:
        """The measure; of numbers that have none of their own, what the source counts."""
        if self.is_named_by_its_source:
            return capfirst(self.terms)
        return MEASURES[self.measure].label

    @property
    def is_named_by_its_source(self) -> bool:
        """Whether only the source’s own words say what this is a number of."""
        return bool(self.terms) and not MEASURES[self.measure].comparable

    @property
    def measure_in_words(self) -> str:
        """The measure and what the source states of it, each said once."""
        return " · ".join(said_once([self.measure_label, self.terms_in_words]))

    @property
    def status_in_words(self) -> str:
        """Blank for a figure that stands as printed."""
        status = FigureStatus(self.status)
        return "" if status == FigureStatus.AS_PRINTED else str(status.label)

    @property
    def in_words(self) -> str:
        return as_printed(self.words_for_none) or self.value.in_words(self.unit)

    @property
    def words_for_none(self) -> str:
        """The source’s few words in place of a number: “Variable”; mostly blank."""
        return words_for_none(self.terms) if self.absence == Absence.NOT_REPORTED else ""

    @property
    def period(self) -> str:
        """The period in words, blank where none is stated."""
        return period_in_words(self.period_from, self.period_to)

    @property
    def is_disputed(self) -> bool:
        """Whether it must not stand as a headline; one that an editor pins may."""
        return self.status == FigureStatus.DISPUTED and not self.pinned

    @property
    def anchor(self) -> str:
        """Its place on the page of its subject: graduation_rate-hakia-2026-compare."""
        return f"{self.measure}-{self.source.slug}-{slugify(self.item)}"

    @property
    def terms_in_words(self) -> str:
        """What the source states of statistic, people and basis, and its own words."""
        return _stated(
            (Statistic, self.statistic),
            (Population, self.population),
            (Basis, self.basis),
            own_words=self.terms,
        )

    @property
    def counted_in_words(self) -> str:
        """Who and what was counted: people, and the source’s own words."""
        return _stated((Population, self.population), own_words=self.terms)

    @property
    def reckoned_in_words(self) -> str:
        """How it was reckoned: statistic and basis."""
        return _stated((Statistic, self.statistic), (Basis, self.basis))

    @property
    def subject_name(self) -> str:
        """The subject in words that are clear on any page."""
        return str(self.subject)

    def get_absolute_url(self):
        """Its row on the page of its subject; blank where the subject has no page."""
        page_of = getattr(self.subject, "get_absolute_url", None)
        return f"{page_of()}#{self.anchor}" if page_of else ""

    def clean(self):
        """The database's rules, said before it must refuse: each error names its field."""
        if self.measure not in measures_for(self.subject_kind):
            raise ValidationError(
                {"measure": _t("This kind of subject does not have this measure.")}
            )
        if self.period_from and self.period_to and self.period_from > self.period_to:
            raise ValidationError({"period_to": _t("The period ends before it begins.")})
        if self.status == FigureStatus.CORRECTED and not (self.printed and self.note):
            raise ValidationError({"note": _t("A correction needs what was printed, and a note.")})
        if self.pinned and self.absence:
            raise ValidationError({"pinned": _t("An absence cannot be the headline.")})
        self._clean_value()

    def _clean_value(self):
        if not self.value.is_well_formed:
            message = _t("Give numbers that go with the form, or say why there is none.")
            raise ValidationError({"bound": message})


def _stated(*kinds, own_words=""):
    words = [kind(value).label for kind, value in kinds if value != "unstated"]
    return " · ".join(said_once([*words, own_words]))


def figure_models() -> list[type[Figure]]:
    """Every table of figures, of whichever app, in the order the apps are installed."""
    return [model for model in apps.get_models() if issubclass(model, Figure)]


class TopicFigure(Figure):
    """A national claim: its subject is the question it answers."""

    subject_kind = "topic"
    topic_relation = "subject"
    subject = models.ForeignKey(
        "reference.Topic", on_delete=models.CASCADE, related_name="figures", verbose_name=_("topic")
    )

    class Meta(Figure.Meta):
        abstract = False
        constraints = [*Figure.Meta.constraints, measure_is_allowed("topic")]

    # A field of its own would repeat the subject.
    @property
    def topic(self):
        return self.subject

    @property
    def topic_id(self):
        return self.subject_id
