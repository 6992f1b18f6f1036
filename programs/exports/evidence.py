"""The records behind list figures: what `ProgramFacts` does not keep of them."""

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator
from datetime import date
from decimal import Decimal
from itertools import chain
from typing import Any, NamedTuple

from programs.enumerations import Scope
from programs.exports.sources import Sources
from programs.models import (
    InstitutionFieldFigure,
    InstitutionFigure,
    Program,
    ProgramFigure,
)
from reference.enumerations import FigureStatus
from reference.headlines import ANY_STATISTIC, STATISTICS
from reference.values import Value

MEASURES = (
    "tuition",
    "fees",
    "total_cost",
    "duration",
    "earnings",
    "starting_pay",
    "pay",
    "completions",
)
SAME_CHARGE = ("source", "population", "basis", "period_from", "period_to")
TOLD_APART_BY = ("population", "basis", "cip")  # where the facts keep it
FOUR_DIGITS = len("11.01")


class FoundFigure(NamedTuple):
    measure: str = ""
    source: int = 0
    low: Decimal | None = None
    high: Decimal | None = None
    bound: str = ""
    absence: str = ""
    status: str = ""
    pinned: bool = False
    statistic: str = ""
    population: str = ""
    basis: str = ""
    period_from: date | None = None
    period_to: date | None = None
    cip: str = ""

    @property
    def value(self) -> Value:
        return Value(self.low, self.high, self.bound, self.absence)

    @property
    def is_disputed(self) -> bool:
        return self.status == FigureStatus.DISPUTED and not self.pinned

    @property
    def is_known(self) -> bool:
        return not self.absence and not self.is_disputed

    @property
    def text(self) -> str:
        """As `ProgramFacts` keeps it, without the source’s words for an absence."""
        return FigureStatus.DISPUTED.value if self.is_disputed else self.value.notation


NOTHING_FOUND = FoundFigure()
COLUMNS = FoundFigure._fields[:-1]  # those of a figure; `cip` is its subject’s
Place = tuple  # (scope, key of the program or university, or a field’s place)


class Evidence:
    """All that may stand behind the figures of these programs, in three queries."""

    def __init__(self, programs: Iterable[Program], sources: Sources):
        self.sources = sources
        self._kept: dict[tuple, Any] = {}
        self._told: defaultdict[Place, list[FoundFigure]] = defaultdict(list)
        for place, figure in _figures(list(programs)):
            self._told[place].append(figure)

    def behind(
        self, program: Program, name: str, measure: str, scope: str = Scope.PROGRAM
    ) -> FoundFigure:
        """The figure of which the facts of this program keep the value as `name`."""
        facts = program.facts
        text = getattr(facts, f"{name}_value").partition(" ")[0]
        source = getattr(facts, f"{name}_source_id")
        terms = {part: getattr(facts, f"{name}_{part}", None) for part in TOLD_APART_BY}
        same = [
            figure
            for figure in self.told(program, scope, measure)
            if (figure.source, figure.text) == (source, text) and _fits(figure, terms)
        ]
        kept = {part: word for part, word in terms.items() if word}
        return min(same, key=_standing, default=NOTHING_FOUND._replace(**kept))

    def fees_beside(self, program: Program, tuition: FoundFigure, scope: str) -> FoundFigure:
        """Of the same source, students and year; what it says of them where it has no number."""
        told = self.told(program, scope, "fees")
        same = [fees for fees in told if _charged(fees) == _charged(tuition)]
        return min(same, key=lambda fees: not fees.is_known, default=NOTHING_FOUND)

    def once(self, key: tuple, made: Callable[[], Any]):
        """What programs of one university share is made once."""
        if key not in self._kept:
            self._kept[key] = made()
        return self._kept[key]

    def told(self, program: Program, scope: str, measure: str) -> Iterator[FoundFigure]:
        """Of the program, its university, or its field there: its own code’s first."""
        for place in _places(program, scope):
            yield from (figure for figure in self._told.get(place, ()) if figure.measure == measure)


def _fits(figure, terms):
    return all(word in (None, getattr(figure, part)) for part, word in terms.items())


def _charged(figure):
    return [getattr(figure, part) for part in SAME_CHARGE]


def _standing(figure):
    """Smaller is better, as of headlines: pinned, statistic, period."""
    order = STATISTICS.get(figure.measure, ANY_STATISTIC)
    statistic = order.index(figure.statistic) if figure.statistic in order else len(order)
    newest = -figure.period_to.toordinal() if figure.period_to else 0
    return not figure.pinned, statistic if figure.measure in STATISTICS else 0, newest


def _places(program, scope) -> list[Place]:
    if scope == Scope.PROGRAM:
        return [(scope, program.pk)]
    if scope == Scope.INSTITUTION:
        return [(scope, program.institution_id)]
    return [
        (scope, program.institution_id, program.level, cip) for cip in _codes(program.facts.cip)
    ]


def _codes(cip):
    """Its own code, then the four-digit one whose figures it inherits."""
    return [cip, cip[:FOUR_DIGITS]] if cip else []


def _figures(programs) -> Iterable[tuple[Place, FoundFigure]]:
    universities = {program.institution_id for program in programs}
    codes = set(chain.from_iterable(_codes(program.facts.cip) for program in programs))
    of_programs = _rows(ProgramFigure.objects.filter(subject__in=programs))
    of_universities = _rows(InstitutionFigure.objects.filter(subject__in=universities))
    of_fields = _rows(
        InstitutionFieldFigure.objects.filter(
            subject__institution__in=universities, subject__field__cip__in=codes
        ),
        "subject__institution",
        "subject__level",
        "subject__field__cip",
    )
    for (subject,), figure in of_programs:
        yield (Scope.PROGRAM, subject), figure
    for (subject,), figure in of_universities:
        yield (Scope.INSTITUTION, subject), figure
    for place, figure in of_fields:
        yield (Scope.FIELD, *place), figure._replace(cip=place[-1])


def _rows(figures, *place):
    place = place or ("subject",)
    wanted = figures.visible().of_measures(MEASURES).order_by("pk")
    for row in wanted.values_list(*place, *COLUMNS):
        yield row[: len(place)], FoundFigure(*row[len(place) :])
