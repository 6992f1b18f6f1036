"""Checks of the answers that one source gives to questions of the whole field."""

from collections.abc import Iterator
from itertools import combinations

from django.utils.text import capfirst
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy as _lazy

from reference.checks import Check, CheckFinding, Evidence, in_unit, least, most, registered
from reference.enumerations import Bound
from reference.measures import MEASURES
from reference.models import TopicFigure

MONTHS = 12
ONE_NUMBER = (Bound.EXACT, Bound.ABOUT)


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
