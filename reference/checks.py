"""Checks: what a source's own figures and records say against themselves.

A check is pure: it sees what one source states and yields a finding for each thing that does not
add up, in a sentence whose numbers are those of the records.
"""

import re
from collections import defaultdict
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from decimal import Decimal

from django.utils.functional import Promise

from reference.enumerations import Bound
from reference.models import Figure, Source
from reference.values import Value


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


def most(figure) -> Decimal:
    """The upper end of a figure; of one that is open, the highest number printed."""
    return figure.high if figure.high is not None else figure.low


def least(figure) -> Decimal:
    """The lower end of a figure; of one that is open below, the lowest number printed."""
    return figure.low if figure.low is not None else figure.high


def in_unit(number, unit: str) -> str:
    """A number we computed, as pages print those of its unit."""
    return Value(number, number, Bound.EXACT).in_words(unit)
