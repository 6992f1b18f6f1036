"""Checks: what a source's own figures and records say against themselves.

A check is pure: it sees what one source states and yields a finding for each thing that does not
add up, in a sentence whose numbers are those of the records.
"""

import re
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from decimal import Decimal
from itertools import combinations

from django.utils.functional import Promise
from django.utils.text import capfirst
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy as _lazy

from reference.enumerations import Bound
from reference.measures import MEASURES
from reference.models import Figure, Source, TopicFigure
from reference.values import Value

MONTHS = 12
ONE_NUMBER = (Bound.EXACT, Bound.ABOUT)


@dataclass(frozen=True)
class CheckFinding:
    """`figures`, `records`: what it follows from; `subjects`: on whose pages it is said."""

    check: str
    source: Source
    sentence: str
    figures: tuple
    records: tuple = ()
    subjects: tuple = ()

    @property
    def places(self) -> tuple:
        """The records it rests on."""
        return (*self.figures, *self.records)

    @property
    def links(self) -> list[dict]:
        """Each line once, and where what it says stands on our pages.

        Of several records on a line it leads to the one that is printed least often elsewhere.
        """
        pages: dict = {}
        for place in sorted(self.places, key=lambda place: len(_lines_in(_locator_of(place)))):
            for line in _locator_of(place).split("; "):
                pages[line] = pages.get(line) or _page_of(place)
        return [{"url": pages[line], "locator": line} for line in sorted(pages, key=_lines_in)]


class Evidence:
    """What one source states, by kind of record."""

    def __init__(self, source: Source, records: Iterable):
        self.source = source
        self._by_model = defaultdict(list)
        for record in records:
            self._by_model[type(record)].append(record)

    def records(self, model) -> list:
        return self._by_model[model]

    def figures(self, model, *measures: str) -> list:
        """Those of a table and of these measures that have a value."""
        found = (figure for figure in self._by_model[model] if figure.measure in measures)
        return [figure for figure in found if not figure.value.is_absent]

    def every_figure(self) -> list[Figure]:
        """Those of all tables that have a value."""
        models = [model for model in self._by_model if issubclass(model, Figure)]
        figures = (figure for model in models for figure in self._by_model[model])
        return [figure for figure in figures if not figure.value.is_absent]


@dataclass(frozen=True)
class Check:
    """`reads`: the tables it looks at, none: every table of figures; `about`: kinds of subjects."""

    key: str
    label: str | Promise
    area: str
    find: Callable[[Evidence], Iterable[CheckFinding]]
    about: frozenset[str]
    reads: tuple = ()


def _page_of(place):
    return place.get_absolute_url() if hasattr(place, "get_absolute_url") else ""


def _locator_of(place):
    """A note names its lines."""
    return getattr(place, "locator", "") or getattr(place, "lines", "")


def _lines_in(locator):
    return [int(number) for number in re.findall(r"\d+", locator)]


def registered(*checks: Check) -> dict[str, Check]:
    return {check.key: check for check in checks}


def payback_range(evidence: Evidence) -> Iterator[CheckFinding]:
    """The highest cost over the most that a degree adds a year takes longer than the page says."""
    costs = evidence.figures(TopicFigure, "total_cost")
    premiums = sorted(evidence.figures(TopicFigure, "pay_premium"), key=most, reverse=True)
    if not costs or not premiums:
        return
    cost = max(costs, key=most)
    for payback in evidence.figures(TopicFigure, "payback"):
        if _months(most(cost), most(premiums[0])) > most(payback):
            yield _paid_back_later(evidence, payback, cost, premiums[:2])


def same_number_twice(evidence: Evidence) -> Iterator[CheckFinding]:
    """One number answers two questions, or a question and a subject's own."""
    figures = [figure for figure in evidence.every_figure() if figure.bound in ONE_NUMBER]
    for a, b in combinations(figures, 2):
        if _is_one_number_for_two_things(a, b):
            yield _one_number(evidence, a, b)


def most(figure) -> Decimal:
    """The upper end of a figure; of one that is open, the highest number printed."""
    return figure.high if figure.high is not None else figure.low


def least(figure) -> Decimal:
    """The lower end of a figure; of one that is open below, the lowest number printed."""
    return figure.low if figure.low is not None else figure.high


def in_unit(number, unit: str) -> str:
    """A number we computed, as pages print those of its unit."""
    return Value(number, number, Bound.EXACT).in_words(unit)


def _months(cost, premium):
    return cost / premium * MONTHS


def _paid_back_later(evidence, payback, cost, premiums):
    best, worst = premiums[0], premiums[-1]
    words = {
        "payback": payback.in_words,
        "cost": in_unit(most(cost), cost.unit),
        "best": best.in_words,
        "fewest": _in_years(_months(most(cost), most(best))),
        "worst": worst.in_words,
        "longest": _in_years(_months(most(cost), least(worst))),
    }
    return CheckFinding(
        "payback_range",
        evidence.source,
        _(
            "A degree is said to pay for itself in %(payback)s. The highest cost named, %(cost)s, "
            "takes %(fewest)s years at %(best)s more a year, and up to %(longest)s at %(worst)s."
        )
        % words,
        figures=(payback, cost, *premiums),
        subjects=(payback.subject, cost.subject, best.subject),
    )


def _in_years(months):
    return f"{months / MONTHS:.1f}"


def _is_one_number_for_two_things(a, b):
    """Chance makes rates of many subjects equal: one of the two must be a national claim."""
    if a.value != b.value or a.unit != b.unit or not MEASURES[a.measure].comparable:
        return False
    topics = [isinstance(figure, TopicFigure) for figure in (a, b)]
    if all(topics):
        return (a.measure, a.subject_id) != (b.measure, b.subject_id)
    return any(topics) and a.measure == b.measure


def _one_number(evidence, *figures):
    a, b = sorted(figures, key=lambda figure: isinstance(figure, TopicFigure))
    words = {"value": capfirst(a.in_words), "one": _meaning(a), "other": _meaning(b)}
    return CheckFinding(
        "same_number_twice",
        evidence.source,
        _("%(value)s stands for two things: %(one)s; and %(other)s.") % words,
        figures=(a, b),
        subjects=(a.subject, b.subject),
    )


def _meaning(figure):
    """Of what it is said: its subject, or as a source words a general claim."""
    if isinstance(figure, TopicFigure):
        return _counted(figure) or figure.subject_name
    return ", ".join(filter(None, [figure.subject_name, _counted(figure)]))


def _counted(figure):
    return figure.counted_in_words.replace(" · ", ", ")


CHECKS = registered(
    Check(
        "payback_range",
        _lazy("Payback"),
        "cost",
        payback_range,
        frozenset({"topic"}),
        reads=(TopicFigure,),
    ),
    Check(
        "same_number_twice",
        _lazy("One number, two things"),
        "pay",
        same_number_twice,
        frozenset({"topic", "institution", "program", "career"}),
    ),
)
