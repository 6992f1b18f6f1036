"""What a figure says: a number, range, floor, ceiling or absence; parsed and printed here."""

import re
from dataclasses import dataclass
from decimal import Decimal

from django.utils.translation import gettext as _

from reference.blanks import ABSENCES
from reference.enumerations import Absence, Bound
from reference.measures import LARGEST

NUMBER = r"-?\d+(?:\.\d+)?"
NOTATION = re.compile(
    rf"(?P<prefix>~|<=)?(?P<low>{NUMBER})(?:\.\.(?P<high>{NUMBER}))?(?P<plus>\+)?", re.ASCII
)
DECIMAL_PLACES = 4
ABOUT_SHARE = Decimal("0.05")


class ValueNotation(ValueError):
    """The text is not one of the forms of docs/data.md, or holds an impossible number."""


@dataclass(frozen=True)
class Value:
    """`low` and `high` in the measure's unit; both None where `absence` says why."""

    low: Decimal | None = None
    high: Decimal | None = None
    bound: str = ""
    absence: str = ""

    @classmethod
    def parse(cls, text: str) -> "Value":
        """Read 118000, ~15, 70..100, 25000..140000+, 170000+, <=12000, suppressed."""
        if text in Absence.values:
            return cls(absence=text)
        match = NOTATION.fullmatch(text)
        if not match:
            raise ValueNotation(_("“%s” is not a value") % text)
        return _from_parts(match["prefix"], _number(match["low"]), match["high"], match["plus"])

    @property
    def is_absent(self) -> bool:
        return bool(self.absence)

    @property
    def is_well_formed(self) -> bool:
        """Whether numbers, form and absence go together, as the database demands."""
        low, high = self.low, self.high
        if self.absence or not self.bound:
            return bool(self.absence) and (self.bound, low, high) == ("", None, None)
        if self.bound in (Bound.AT_LEAST, Bound.AT_MOST):
            present, missing = (low, high) if self.bound == Bound.AT_LEAST else (high, low)
            return present is not None and missing is None
        if low is None or high is None:
            return False
        return low == high if self.bound in (Bound.EXACT, Bound.ABOUT) else low < high

    @property
    def notation(self) -> str:
        """The seed-file form, which `parse` reads back to an equal value."""
        if self.absence:
            return self.absence
        low, high = plain(self.low), plain(self.high)
        return {
            Bound.EXACT: low,
            Bound.ABOUT: f"~{low}",
            Bound.RANGE: f"{low}..{high}",
            Bound.RANGE_OR_MORE: f"{low}..{high}+",
            Bound.AT_LEAST: f"{low}+",
            Bound.AT_MOST: f"<={high}",
        }[Bound(self.bound)]

    @property
    def sort_key(self) -> Decimal | None:
        """The number by which lists sort: the lower end, else the upper one."""
        return self.low if self.low is not None else self.high

    def in_words(self, unit: str) -> str:
        """For a reader, with its unit: $110,000–160,000, 98%, 1.5–2 years, “Not given”."""
        if self.absence:
            return str(ABSENCES[Absence(self.absence)])
        return _printed(self, unit)

    def rounding(self, unit: str) -> Decimal:
        """Half of the last printed digit; of dollars up to 1,000; of `about` at least 5 %."""
        ends = [end for end in (self.low, self.high) if end is not None]
        half = max((_last_digit(end, unit) / 2 for end in ends), default=Decimal(0))
        if self.bound == Bound.ABOUT:
            half = max(half, *(abs(end) * ABOUT_SHARE for end in ends))
        return half

    def holds(self, other: "Value", slack: Decimal) -> bool:
        """Whether the other interval lies inside this one, widened by `slack` at both ends."""
        (low, high), (other_low, other_high) = self._interval(), other._interval()
        return low - slack <= other_low and other_high <= high + slack

    def differs_from(self, other: "Value", unit: str) -> bool:
        """False where one, widened by the rounding of the coarser, holds the other."""
        slack = max(self.rounding(unit), other.rounding(unit))
        return not (self.holds(other, slack) or other.holds(self, slack))

    def _interval(self):
        low = self.low if self.low is not None else Decimal("-Infinity")
        is_open = self.bound == Bound.RANGE_OR_MORE or self.high is None
        return low, Decimal("Infinity") if is_open else self.high


def _from_parts(prefix, low, high_text, plus):
    if prefix and (high_text or plus):
        raise ValueNotation(_("“~” and “<=” go with one number only"))
    if prefix == "<=":
        return Value(None, low, Bound.AT_MOST)
    if high_text:
        return _range(low, _number(high_text), Bound.RANGE_OR_MORE if plus else Bound.RANGE)
    if plus:
        return Value(low, None, Bound.AT_LEAST)
    return Value(low, low, Bound.ABOUT if prefix else Bound.EXACT)


def _range(low, high, bound):
    if low >= high:
        raise ValueNotation(_("the lower end of a range must be below its upper end"))
    return Value(low, high, bound)


def _number(text: str) -> Decimal:
    number = Decimal(text)
    if abs(number) > LARGEST:
        raise ValueNotation(_("%s is too large to store") % text)
    if len(text.partition(".")[2]) > DECIMAL_PLACES:
        raise ValueNotation(_("%s has more than four decimal places") % text)
    return number


def plain(number: Decimal | None) -> str:
    """Without trailing zeros or an exponent: 118000, 15.8."""
    text = f"{number or Decimal(0):f}"
    return text.rstrip("0").rstrip(".") if "." in text else text


def _last_digit(number: Decimal, unit: str) -> Decimal:
    text = plain(number)
    if "." in text:
        return Decimal(1).scaleb(-len(text.split(".")[1]))
    if not unit.startswith("usd"):
        return Decimal(1)
    zeros = len(text) - len(text.rstrip("0") or text)  # $0 is exact to the dollar
    return Decimal(10) ** min(zeros, 3)


def significant_digits(number: Decimal) -> int:
    """Digits up to the last that is not zero: 62,000 has two, 11,834 has five."""
    return len(plain(abs(number)).replace(".", "").strip("0"))


# How one number of a unit is printed, and what stands before and after a range of them.
PREFIX = {"usd": "$", "usd/year": "$", "usd/credit": "$"}
HALF_YEAR = 6
YEAR = 12


def _printed(value: Value, unit: str) -> str:
    if unit == "months":
        return _printed_months(value)
    prefix, suffix = PREFIX.get(unit, ""), _suffix(unit)
    return _bounded(value, lambda number: _grouped(number, unit), prefix, suffix)


def _suffix(unit: str) -> str:
    return {
        "percent": "%",
        "credits": " " + _("credits"),
        "ratio": " " + _("times"),
    }.get(unit, "")


def _grouped(number: Decimal, unit: str) -> str:
    if unit == "year":
        return plain(number)
    whole, _dot, decimals = plain(number).partition(".")
    if unit == "points":
        decimals = decimals or "0"
    grouped = f"{int(whole):,}" if whole not in ("-0",) else whole
    return f"{grouped}.{decimals}" if decimals else grouped


def _printed_months(value: Value) -> str:
    ends = [end for end in (value.low, value.high) if end is not None]
    in_years = all(end >= YEAR and end % HALF_YEAR == 0 for end in ends)
    divisor = YEAR if in_years else 1
    one = all(end == divisor for end in ends)
    unit = (_("year") if one else _("years")) if in_years else (_("month") if one else _("months"))
    return _bounded(value, lambda number: plain(number / divisor), "", f" {unit}")


def _bounded(value, number, prefix, suffix):
    low = number(value.low) if value.low is not None else ""
    high = number(value.high) if value.high is not None else ""
    tail = f"{suffix} {_('or more')}" if suffix else "+"
    return {
        Bound.EXACT: f"{prefix}{low}{suffix}",
        Bound.ABOUT: _("about %s") % f"{prefix}{low}{suffix}",
        Bound.RANGE: f"{prefix}{low}–{high}{suffix}",
        Bound.RANGE_OR_MORE: f"{prefix}{low}–{high}{tail}",
        Bound.AT_LEAST: f"{prefix}{low}{tail}",
        Bound.AT_MOST: _("up to %s") % f"{prefix}{high}{suffix}",
    }[Bound(value.bound)]
