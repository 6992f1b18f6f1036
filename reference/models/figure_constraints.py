"""What the database demands of every table of figures; each rule has a test that breaks it."""

from django.db import models
from django.db.models import F, Q

from reference.enumerations import Absence, Basis, Bound, FigureStatus, Population, Statistic
from reference.measures import measures_for


def _has(*fields):
    """Each IS NOT NULL, said outright: a CHECK that yields NULL passes."""
    condition = Q()
    for field in fields:
        condition &= Q(**{f"{field}__isnull": False})
    return condition


HAS_VALUE = (
    (Q(bound__in=(Bound.EXACT, Bound.ABOUT)) & _has("low", "high") & Q(low=F("high")))
    | (Q(bound__in=(Bound.RANGE, Bound.RANGE_OR_MORE)) & _has("low", "high") & Q(low__lt=F("high")))
    | (Q(bound=Bound.AT_LEAST) & _has("low") & Q(high__isnull=True))
    | (Q(bound=Bound.AT_MOST) & _has("high") & Q(low__isnull=True))
)
IS_ABSENT = Q(bound="", low__isnull=True, high__isnull=True) & Q(absence__in=Absence.values)
PERIOD_IN_ORDER = (
    Q(period_from__isnull=True)
    | Q(period_to__isnull=True)
    | (_has("period_from", "period_to") & Q(period_from__lte=F("period_to")))
)
ENUMERATIONS_KNOWN = (
    Q(statistic__in=Statistic.values)
    & Q(population__in=Population.values)
    & Q(basis__in=Basis.values)
    & Q(status__in=FigureStatus.values)
)

# Names take the table’s own: institutionfigure_printed_once.
FIGURE_CONSTRAINTS = [
    models.UniqueConstraint(
        fields=("subject", "measure", "source", "item"), name="%(class)s_printed_once"
    ),
    models.UniqueConstraint(
        fields=("subject", "measure"),
        condition=Q(headline=True),
        name="%(class)s_one_headline",
    ),
    models.UniqueConstraint(
        fields=("subject", "measure"), condition=Q(pinned=True), name="%(class)s_one_pin"
    ),
    models.CheckConstraint(
        condition=Q(headline=False) | Q(absence=""), name="%(class)s_headline_has_value"
    ),
    models.CheckConstraint(
        condition=(Q(absence="") & HAS_VALUE) | IS_ABSENT,
        name="%(class)s_value_or_absence",
    ),
    models.CheckConstraint(condition=PERIOD_IN_ORDER, name="%(class)s_period_in_order"),
    models.CheckConstraint(
        condition=~Q(item="") & ~Q(locator=""), name="%(class)s_item_and_locator"
    ),
    models.CheckConstraint(condition=ENUMERATIONS_KNOWN, name="%(class)s_terms_are_known"),
    models.CheckConstraint(
        condition=~Q(status=FigureStatus.CORRECTED) | (~Q(printed="") & ~Q(note="")),
        name="%(class)s_correction_is_explained",
    ),
]


def measure_is_allowed(kind: str) -> models.CheckConstraint:
    """The constraint that a concrete table adds: only the measures of its kind of subject."""
    return models.CheckConstraint(
        condition=Q(measure__in=measures_for(kind)), name="%(class)s_measure_is_allowed"
    )
