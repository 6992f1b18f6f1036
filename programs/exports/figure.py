"""A list figure as a file gives it: its value, and beside it all that it takes to read it."""

from dataclasses import dataclass, fields
from decimal import Decimal
from functools import lru_cache

from django.utils.translation import gettext as _

from programs.exports.evidence import FoundFigure
from programs.models import ProgramFacts
from programs.models.list_figure import ListFigure
from reference.blanks import BLANKS
from reference.enumerations import FigureStatus
from reference.measures import MEASURES
from reference.periods import shortest_first, shortest_last

# Why there is no value, beside what sources state (reference.enumerations.Absence).
NOT_RECORDED = "not_recorded"
BEGINS_LATER = "begins_later"
NOT_RANKED = "not_ranked"

_first = lru_cache(maxsize=1000)(shortest_first)
_last = lru_cache(maxsize=1000)(shortest_last)


@dataclass(frozen=True, slots=True, eq=False)  # programs share it: it is told by identity
class FileFigure:
    """`value` in the notation of docs/data.md; `low` and `high` are its ends, in `unit`.

    Without a value `absence` is a code for the reason, and `reason` says it in words.
    """

    value: str = ""
    low: Decimal | None = None
    high: Decimal | None = None
    unit: str = ""
    measure: str = ""
    statistic: str = ""
    population: str = ""
    basis: str = ""
    scope: str = ""
    cip: str = ""
    period_from: str = ""
    period_to: str = ""
    terms: str = ""
    source: str = ""
    source_url: str = ""
    absence: str = ""
    reason: str = ""

    def cells(self) -> list:
        return [getattr(self, part) for part in PARTS]


PARTS = tuple(field.name for field in fields(FileFigure))


def stated(figure: ListFigure, found: FoundFigure, scope: str, cited: dict) -> FileFigure:
    """A figure that a list shows, or says why it has none; `found`: the record it is of.

    `cited`: the parts that name its source.
    """
    return FileFigure(
        unit=figure.measure.unit,
        measure=figure.measure.key,
        statistic=found.statistic,
        population=found.population,
        basis=found.basis,
        scope=scope,
        cip=found.cip,
        period_from=_first(found.period_from),
        period_to=_last(found.period_to),
        terms=figure.terms,
        **cited,
        **_value(figure),
    )


def missing(measure: str, absence: str = NOT_RECORDED, reason: str = "") -> FileFigure:
    """Of which no source says anything."""
    reason = reason or str(BLANKS["not_recorded"])
    return FileFigure(unit=MEASURES[measure].unit, measure=measure, absence=absence, reason=reason)


def ranked(facts: ProgramFacts, unranked: str, cited: dict) -> FileFigure:
    """The university’s best rank; without one, what lists say instead."""
    if facts.rank is None:
        return FileFigure(measure="rank", absence=NOT_RANKED, reason=unranked)
    number, source = Decimal(facts.rank), facts.rank_source
    terms = _("rank of the university")
    if source and source.edition:
        terms = _("rank of the university, %s edition") % source.edition
    return FileFigure(
        str(facts.rank), number, number, "", "rank", scope="institution", terms=terms, **cited
    )


def _value(figure):
    if figure.is_disputed:
        return {"absence": FigureStatus.DISPUTED.value, "reason": figure.in_words}
    value = figure.value
    if value.is_absent:
        return {"absence": value.absence, "reason": figure.in_words}
    return {"value": value.notation, "low": value.low, "high": value.high}
