"""The headline rule of `reference.headlines` as the database orders figures by it."""

from collections.abc import Mapping, Sequence

from django.db import connection
from django.db.models import Case, F, IntegerField, Q, QuerySet, Value, When, Window
from django.db.models.functions import Coalesce, Collate, RowNumber

from reference.enumerations import FigureStatus, SourceKind
from reference.headlines import (
    ANY_BASIS,
    ANY_POPULATION,
    BASES,
    KINDS,
    OF_A_YEAR,
    POPULATIONS,
    STATISTICS,
)

PINNED = Q(pinned=True)


def headlines_among(figures: QuerySet) -> QuerySet:
    """Of each subject and measure the one figure that the rule chooses."""
    candidates = figures.filter(absence="").exclude(status=FigureStatus.WITHDRAWN)
    place = Window(RowNumber(), partition_by=[F("subject"), F("measure")], order_by=_standing())
    fit = candidates.filter(PINNED | _is_fit()).order_by()
    return fit.annotate(place=place).filter(place=1).values("pk")


def _is_fit() -> Q:
    fit = ~Q(status=FigureStatus.DISPUTED)
    for name, lists in (("population", POPULATIONS), ("basis", BASES), ("statistic", STATISTICS)):
        for measure, values in lists.items():
            fit &= ~Q(measure=measure) | Q(**{f"{name}__in": list(values)})
    return fit & ~_lacks_its_year()


def _lacks_its_year() -> Q:
    is_federal = Q(measure__in=OF_A_YEAR, source__kind=SourceKind.GOVERNMENT)
    return is_federal & Q(period_from=None, period_to=None)


def _standing() -> list:
    """As `headlines._standing`, after a pin; the key decides between equals."""
    return [
        F("pinned").desc(),
        _place("source__kind", KINDS),
        _place_by_measure("population", POPULATIONS, ANY_POPULATION),
        _place_by_measure("basis", BASES, ANY_BASIS),
        _place_by_measure("statistic", STATISTICS, ()),
        Coalesce("period_to", "source__published_on").desc(nulls_last=True),
        F("source__published_on").desc(nulls_last=True),
        _bytewise("item"),
        F("pk"),
    ]


def _place_by_measure(name, lists: Mapping[str, Sequence[str]], otherwise: Sequence[str]) -> Case:
    own = [When(measure=measure, then=_place(name, values)) for measure, values in lists.items()]
    return Case(*own, default=_place(name, otherwise), output_field=IntegerField())


def _place(name: str, values: Sequence[str]) -> Case:
    places = [When(**{name: value}, then=Value(place)) for place, value in enumerate(values)]
    return Case(*places, default=Value(len(values)), output_field=IntegerField())


def _bytewise(name):
    """PostgreSQL sorts text by language unless told; SQLite and Python by code."""
    return Collate(name, "C") if connection.vendor == "postgresql" else F(name)
