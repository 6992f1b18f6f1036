"""What several figures span, in words.

“Or more” belongs to the number it is printed with: a span ends so only where that number is the
greatest of all, and otherwise says beside it that a figure has no upper end. “About” stays where
no figure prints the same number without it. “Up to” is a number that nobody need have: where it
is the greatest of all, it stands beside what the others span.
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from django.utils.translation import gettext as _

from reference.charts.scales import OPEN_ABOVE
from reference.enumerations import Bound
from reference.measures import MEASURES
from reference.number_words import number_in_words
from reference.values import Value


@dataclass(frozen=True)
class Span:
    """Both ends in words, the same where all figures are.

    `ceiling`: “up to” a number above both; `beside`: other ends left open.
    """

    least: str
    most: str
    beside: tuple[str, ...] = ()
    ceiling: str = ""


def span_in_a_sentence(figures: Sequence) -> str:
    """“between 15% and 40%”, “between $90,000 and $200,000 or more”, “at 100%”."""
    span = _span(figures)
    if span.least == span.most:
        return _with_beside(_("at %s") % span.least, span)
    ends = {"least": span.least, "most": span.most}
    return _with_beside(_("between %(least)s and %(most)s") % ends, span)


def span_in_words(figures: Sequence) -> str:
    """“15% to 40%”; one figure as it stands."""
    span = _span(figures)
    if span.least == span.most:
        return _with_beside(span.least, span)
    ends = {"least": span.least, "most": span.most}
    return _with_beside(_("%(least)s to %(most)s") % ends, span)


def _with_beside(words, span):
    """“$10,000 and up to $12,000”, “15% to 40%, one with no upper end”."""
    if span.ceiling:
        ends = {"span": words, "ceiling": span.ceiling}
        words = _("%(span)s and %(ceiling)s") % ends
    return ", ".join([words, *span.beside])


def _span(figures):
    unit = MEASURES[figures[0].measure].unit
    values = [figure.value for figure in figures]
    below = _below_a_ceiling(values)
    if not below:
        return _span_of(values, unit)
    ceiling = next(value for value in values if value not in below)
    return replace(_span_of(below, unit), ceiling=ceiling.in_words(unit))


def _below_a_ceiling(values):
    """The values that are not the greatest, where that is no more than a ceiling; else none."""
    greatest = max(end for value in values for end in (value.low, value.high) if end is not None)
    reaching = [value for value in values if greatest in (value.low, value.high)]
    if all(value.bound == Bound.AT_MOST for value in reaching):
        return [value for value in values if value not in reaching]
    return []


def _span_of(values, unit):
    if len({(value.low, value.high, value.bound in OPEN_ABOVE) for value in values}) == 1:
        return _of_equals(values, unit)
    ends = [end for value in values for end in (value.low, value.high) if end is not None]
    least, most = _end(values, min(ends), unit), _end(values, max(ends), unit)
    below = [value for value in values if value.bound == Bound.AT_MOST]
    above = [value for value in values if value.bound in OPEN_ABOVE]
    if any(value.high == min(ends) for value in below):
        least, below = _("%s or less") % least, []
    if any(max(ends) in (value.low, value.high) for value in above):
        most, above = _("%s or more") % most, []
    beside = [*_open(below, _("%s with no lower end")), *_open(above, _("%s with no upper end"))]
    return Span(least, most, tuple(beside))


def _of_equals(values, unit):
    first = values[0]
    words = _end(values, first.low, unit) if first.low == first.high else first.in_words(unit)
    return Span(words, words)


def _end(values, number, unit):
    printing = [value for value in values if number in (value.low, value.high)]
    is_about = all(value.bound == Bound.ABOUT for value in printing)
    return Value(number, number, Bound.ABOUT if is_about else Bound.EXACT).in_words(unit)


def _open(values, text):
    """“one with no upper end”, if any is."""
    return [text % number_in_words(len(values)).lower()] if values else []
