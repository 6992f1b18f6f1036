"""Check of a state’s median tuition by the tuitions that the same source prints."""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from decimal import Decimal
from statistics import median

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy as _lazy

from programs.models import InstitutionFigure, StateFigure
from reference.checks import Check, CheckFinding, Evidence, in_unit, registered

UNKNOWN_LOW, UNKNOWN_HIGH = Decimal("-Infinity"), Decimal("Infinity")


def median_bounds(known: Iterable[Decimal], n: int) -> tuple[Decimal, Decimal]:
    """Between what the median of n numbers must lie where only some of them are known."""
    known = list(known)
    unknown = n - len(known)
    if unknown < 0 or n < 1:
        return UNKNOWN_LOW, UNKNOWN_HIGH
    ends = ([*known, *[end] * unknown] for end in (UNKNOWN_LOW, UNKNOWN_HIGH))
    low, high = (median(numbers) for numbers in ends)
    return low, high


def state_median(evidence: Evidence) -> Iterator[CheckFinding]:
    """A state’s median tuition cannot be what the tuitions printed for its universities make it."""
    counts = {f.subject_id: f for f in evidence.figures(StateFigure, "programs_counted")}
    printed = defaultdict(list)
    for figure in evidence.figures(InstitutionFigure, "tuition"):
        printed[figure.subject.state_id].append(figure)
    for claim in evidence.figures(StateFigure, "tuition"):
        count, known = counts.get(claim.subject_id), printed[claim.subject_id]
        if count and known and _is_impossible(claim, _bounds(known, count)):
            yield _median_told(evidence, claim, count, known)


def _bounds(known, count):
    return median_bounds([figure.low for figure in known], int(count.low))


def _is_impossible(claim, bounds):
    low, high = bounds
    slack = claim.value.rounding(claim.unit)
    return claim.low + slack < low or claim.low - slack > high


def _median_told(evidence, claim, count, known):
    low, high = _bounds(known, count)
    words = {
        "state": claim.subject,
        "claim": claim.in_words,
        "n": int(count.low),
        "known": len(known),
        "must": _must_be(low, high, claim.unit),
    }
    return CheckFinding(
        "state_median",
        evidence.source,
        _(
            "%(state)s: the median of its %(n)d programs is printed as %(claim)s, but the "
            "tuitions printed for %(known)d universities make it %(must)s."
        )
        % words,
        figures=(claim, count, *known),
        subjects=(claim.subject,),
    )


def _must_be(low, high, unit):
    if low == high:
        return in_unit(low, unit)
    if high == UNKNOWN_HIGH:
        return _("at least %s") % in_unit(low, unit)
    if low == UNKNOWN_LOW:
        return _("at most %s") % in_unit(high, unit)
    return _("at least %(low)s and at most %(high)s") % {
        "low": in_unit(low, unit),
        "high": in_unit(high, unit),
    }


CHECKS = registered(
    Check(
        "state_median",
        _lazy("State medians"),
        "cost",
        state_median,
        frozenset({"state"}),
        reads=(StateFigure, InstitutionFigure),
    ),
)
