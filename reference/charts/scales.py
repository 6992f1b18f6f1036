"""One scale for several values: where it starts and ends, its ticks, and where a number stands."""

from collections.abc import Iterable
from dataclasses import dataclass
from decimal import Decimal
from math import ceil, floor

from reference.enumerations import Bound
from reference.values import Value, plain

INTERVALS = 5
ALL = 100  # percent: what most rates cannot pass
# Where even the least figure lies beyond this share of the greatest, the scale need not show zero.
FAR_FROM_ZERO = Decimal("0.4")
NICE = (Decimal(1), Decimal(2), Decimal("2.5"), Decimal(5), Decimal(10))
MONTHS = tuple(map(Decimal, (1, 2, 3, 6, 12, 24, 36, 60)))
WHOLE = ("count", "count/year", "credits")
SHORT = ((Decimal(10) ** 9, "B"), (Decimal(10) ** 6, "M"), (Decimal(10) ** 3, "k"))
OPEN_ABOVE = (Bound.AT_LEAST, Bound.RANGE_OR_MORE)


@dataclass(frozen=True)
class Tick:
    """`x` in percent, as SVG reads it; `anchor`: the class that sets its label beside it."""

    x: str
    label: str
    anchor: str

    @property
    def is_labelled(self) -> bool:
        """Whether its label stands even where there is little room."""
        return "wide" not in self.anchor


@dataclass(frozen=True)
class Scale:
    start: Decimal
    end: Decimal
    step: Decimal
    unit: str

    def place(self, number: Decimal) -> str:
        """Where a number stands, in percent of the width; text, so that no locale touches it."""
        share = (number - self.start) / (self.end - self.start)
        return f"{plain(round(share * 100, 2))}%"

    @property
    def starts_at_zero(self) -> bool:
        return self.start == 0

    @property
    def start_in_words(self) -> str:
        return _exactly(self.start).in_words(self.unit)

    @property
    def ticks(self) -> list[Tick]:
        """Every other one may vanish where the page is narrow."""
        steps = int((self.end - self.start) / self.step)
        numbers = [self.start + self.step * place for place in range(steps + 1)]
        return [
            Tick(self.place(number), self._label(number), _anchor(place, steps))
            for place, number in enumerate(numbers)
        ]

    def _label(self, number):
        if not number:
            return "$0" if self.unit.startswith("usd") else "0%" if self.unit == "percent" else "0"
        if self.unit.startswith("usd") or self.unit.startswith("count"):
            return ("$" if self.unit.startswith("usd") else "") + _short(number)
        return _exactly(number).in_words(self.unit)


def scale_for(values: Iterable[Value], unit: str) -> Scale:
    """A scale that holds them all, with room past the last where one is open above."""
    values = list(values)
    ends = [end for value in values for end in (value.low, value.high) if end is not None]
    least, most = min(ends), max(ends)
    has_ceiling = any(value.bound == Bound.AT_MOST for value in values)
    from_zero = least == most or least <= most * FAR_FROM_ZERO or has_ceiling
    base, top = (min(least, Decimal(0)), max(most, Decimal(0))) if from_zero else (least, most)
    step = _step((top - base) / INTERVALS, unit)
    start, end = floor(base / step) * step, ceil(top / step) * step
    if not from_zero and start == least:
        start -= step  # a range from edge to edge would look like all there is
    if end == start or any(_wants_room(value, end, unit) for value in values):
        end += step
    return Scale(start, end, step, unit)


def _wants_room(value, end, unit):
    """What runs on past the end, or a dot that would hang over it; past 100% there is nothing."""
    if value.bound in OPEN_ABOVE:
        return end in (value.low, value.high)
    return value.low == value.high == end and not (unit == "percent" and end == ALL)


def _step(rough: Decimal, unit: str) -> Decimal:
    """The least round step that is not smaller."""
    if unit == "months" and rough <= MONTHS[-1]:
        return next(step for step in MONTHS if step >= rough)
    tens = Decimal(10) ** rough.adjusted() if rough else Decimal(1)
    step = next(tens * nice for nice in NICE if tens * nice >= rough)
    return max(step, Decimal(1)) if unit in WHOLE else step


def _short(number: Decimal) -> str:
    for size, letter in SHORT:
        if abs(number) >= size:
            return f"{plain(number / size)}{letter}"
    return plain(number)


def _exactly(number: Decimal) -> Value:
    return Value(number, number, Bound.EXACT)


def _anchor(place: int, steps: int) -> str:
    wide = " wide" if place % 2 and steps > 2 else ""
    return ("" if place == 0 else "e" if place == steps else "m") + wide
