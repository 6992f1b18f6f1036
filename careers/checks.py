"""Checks of what a source says of careers: pay of the whole beside its parts, and lists."""

from collections import defaultdict
from collections.abc import Iterator

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy as _lazy

from careers.models import CareerFigure, CareerList, CareerListing
from reference.checks import Check, CheckFinding, Evidence, in_unit, least, most, registered
from reference.enumerations import Bound
from reference.models import TopicFigure

RANGES = (Bound.RANGE, Bound.RANGE_OR_MORE)
OPEN = (CareerList.ENTRY_LEVEL, CareerList.NO_FURTHER_STUDY)
ROLES = frozenset({"career", "topic"})


def overall_above_roles(evidence: Evidence) -> Iterator[CheckFinding]:
    """A range of pay for all roles reaches above every role that the source lists."""
    roles = _pay_ranges(evidence)
    for overall in evidence.figures(TopicFigure, "pay"):
        if roles and overall.bound in RANGES and most(overall) > max(map(most, roles)):
            yield _above(evidence, overall, roles)


def ratio_above_band(evidence: Evidence) -> Iterator[CheckFinding]:
    """Experience is said to multiply pay by more than the band of a role holds."""
    for ratio in evidence.figures(TopicFigure, "experience_ratio"):
        lowest = least(ratio) - ratio.value.rounding(ratio.unit)
        for role in _pay_ranges(evidence):
            if lowest > _width(role):
                yield _too_narrow(evidence, ratio, role)


def career_on_opposed_lists(evidence: Evidence) -> Iterator[CheckFinding]:
    """A career is open to beginners and asks for a further degree."""
    listings: dict = defaultdict(dict)
    for listing in evidence.records(CareerListing):
        listings[listing.career][listing.list] = listing
    for career, lists in listings.items():
        opened = [lists[name] for name in OPEN if name in lists]
        if opened and CareerList.NEEDS_CREDENTIAL in lists:
            yield _opposed(evidence, career, [*opened, lists[CareerList.NEEDS_CREDENTIAL]])


def _pay_ranges(evidence):
    return [f for f in evidence.figures(CareerFigure, "pay") if f.bound == Bound.RANGE]


def _width(figure):
    return figure.high / figure.low


def _above(evidence, overall, roles):
    highest = max(roles, key=most)
    words = {
        "overall": overall.in_words,
        "most": in_unit(most(highest), highest.unit),
        "role": highest.subject_name,
        "n": len(roles),
    }
    return CheckFinding(
        "overall_above_roles",
        evidence.source,
        _(
            "Pay is given as %(overall)s, but none of the %(n)d roles listed goes above "
            "%(most)s (%(role)s)."
        )
        % words,
        figures=(overall, *roles),
        subjects=(overall.subject, *(role.subject for role in roles)),
    )


def _too_narrow(evidence, ratio, role):
    words = {
        "ratio": ratio.in_words,
        "band": role.in_words,
        "role": role.subject_name,
        "width": f"{_width(role):.2f}",
    }
    return CheckFinding(
        "ratio_above_band",
        evidence.source,
        _(
            "Experience is said to bring %(ratio)s the pay of a start, but the whole band of "
            "%(role)s, %(band)s, reaches only %(width)s times its lower end."
        )
        % words,
        figures=(ratio, role),
        subjects=(ratio.subject, role.subject),
    )


def _opposed(evidence, career, listings):
    *opened, needs = [str(CareerList(listing.list).label) for listing in listings]
    words = {"career": career, "open": _(" and ").join(opened), "needs": needs}
    return CheckFinding(
        "career_on_opposed_lists",
        evidence.source,
        _("%(career)s stands on opposed lists: %(open)s, but also %(needs)s.") % words,
        figures=(),
        records=tuple(listings),
        subjects=(career,),
    )


CHECKS = registered(
    Check(
        "overall_above_roles",
        _lazy("The whole above its parts"),
        "pay",
        overall_above_roles,
        ROLES,
        reads=(TopicFigure, CareerFigure),
    ),
    Check(
        "ratio_above_band",
        _lazy("A rise that no band holds"),
        "pay",
        ratio_above_band,
        ROLES,
        reads=(TopicFigure, CareerFigure),
    ),
    Check(
        "career_on_opposed_lists",
        _lazy("Opposed lists"),
        "programs",
        career_on_opposed_lists,
        frozenset({"career"}),
        reads=(CareerListing,),
    ),
)
