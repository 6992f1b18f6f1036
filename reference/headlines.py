"""Which figure speaks for a subject in lists: one rule for every measure."""

from collections.abc import Iterable, Sequence
from datetime import date

from reference.enumerations import Basis, FigureStatus, Population, SourceKind, Statistic

# Undergraduates are not in the order: their charge never stands for a master's.
TUITION_POPULATIONS = (
    Population.GRADUATE_STUDENTS,
    Population.MASTERS_STUDENTS,
    Population.COMPLETERS,
    Population.UNSTATED,
)
IN_STATE_FIRST = (
    Basis.IN_STATE,
    Basis.ANY_RESIDENCY,
    Basis.UNSTATED,
    Basis.IN_DISTRICT,
    Basis.OUT_OF_STATE,
)
OUT_OF_STATE_ONLY = (Basis.OUT_OF_STATE, Basis.ANY_RESIDENCY, Basis.UNSTATED)
PAY_STATISTICS = (Statistic.MEDIAN, Statistic.MEAN, Statistic.TYPICAL, Statistic.UNSTATED)

# A federal rate is of undergraduates alone: it never stands for a master’s either.
RATE_POPULATIONS = tuple(
    population
    for population in (*Population.values[1:], Population.UNSTATED)
    if population not in (Population.UNDERGRADUATES, Population.FIRST_TIME_UNDERGRADUATES)
)

# What a source leaves unstated comes last, for the measures without an order of their own.
ANY_POPULATION = (*Population.values[1:], Population.UNSTATED)
ANY_BASIS = (*Basis.values[1:], Basis.UNSTATED)
ANY_STATISTIC = tuple(Statistic.values)

CHARGES = ("tuition", "fees", "credit_price")
POPULATIONS = {
    **dict.fromkeys(CHARGES, TUITION_POPULATIONS),
    "graduation_rate": RATE_POPULATIONS,
}
BASES = dict.fromkeys(CHARGES, IN_STATE_FIRST)
STATISTICS = dict.fromkeys(("pay", "starting_pay", "earnings"), PAY_STATISTICS)

# Of a federal file that counts two years and names neither, no year speaks for the field.
OF_A_YEAR = ("completions",)

KINDS = tuple(SourceKind.values)


def headline(figures: Iterable, bases: Sequence[str] | None = None):
    """The figure of one subject and measure that lists use. `bases`: another order."""
    figures = [figure for figure in figures if figure.status != FigureStatus.WITHDRAWN]
    pinned = [figure for figure in figures if figure.pinned and not figure.value.is_absent]
    candidates = [figure for figure in figures if _is_fit(figure, bases)]
    if pinned and bases is None:
        return pinned[0]
    return min(candidates, key=lambda figure: _standing(figure, bases), default=None)


def out_of_state_headline(figures: Iterable):
    """The charge to someone from another state, or None."""
    return headline(figures, OUT_OF_STATE_ONLY)


# A program's list value: the first of these scopes and kinds of source that has a headline.
LIST_ORDER = (
    ("program", SourceKind.UNIVERSITY),
    ("field", SourceKind.GOVERNMENT),
    ("institution", SourceKind.GOVERNMENT),
    ("institution", SourceKind.UNIVERSITY),
    ("program", SourceKind.RANKING),
    ("institution", SourceKind.RANKING),
    ("program", SourceKind.ARTICLE),
    ("institution", SourceKind.ARTICLE),
)


def list_value(headlines: dict):
    """(scope, figure) of a program’s list value, from {scope: headline}; (None, None) if none."""
    own = headlines.get("program")
    if own is not None and own.pinned:
        return "program", own
    for scope, kind in LIST_ORDER:
        figure = headlines.get(scope)
        if figure is not None and figure.source.kind == kind:
            return scope, figure
    return None, None


def counts_whom_it_should(figure) -> bool:
    """Whether a headline of its measure may be of these people."""
    return figure.population in POPULATIONS.get(figure.measure, ANY_POPULATION)


def _is_fit(figure, bases):
    return (
        not figure.value.is_absent
        and figure.status != FigureStatus.DISPUTED
        and counts_whom_it_should(figure)
        and figure.basis in _bases(figure, bases)
        and figure.statistic in STATISTICS.get(figure.measure, ANY_STATISTIC)
        and not _lacks_its_year(figure)
    )


def _lacks_its_year(figure):
    is_dated = figure.period_from or figure.period_to
    return figure.measure in OF_A_YEAR and figure.source.is_federal and not is_dated


def _bases(figure, bases):
    return bases or BASES.get(figure.measure, ANY_BASIS)


def _standing(figure, bases):
    """Smaller is better: source, population, basis, statistic, period, newest source, item."""
    populations = POPULATIONS.get(figure.measure, ANY_POPULATION)
    statistics = STATISTICS.get(figure.measure, (figure.statistic,))
    return (
        KINDS.index(figure.source.kind),
        list(populations).index(figure.population),
        list(_bases(figure, bases)).index(figure.basis),
        list(statistics).index(figure.statistic),
        _newest_first(figure.period_to or figure.source.published_on),
        _newest_first(figure.source.published_on),
        figure.item,
    )


def _newest_first(day: date | None) -> int:
    return -day.toordinal() if day else 0
