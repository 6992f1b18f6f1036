"""Check of whom a ranking calls the best value."""

from collections.abc import Iterator

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy as _lazy

from programs.models import InstitutionFigure
from reference.checks import Check, CheckFinding, Evidence, registered
from reference.enumerations import FigureStatus
from reference.models import Note

BEST_VALUE = "best value"  # the mark of a note that stores whom a source calls so


def best_value_beaten(evidence: Evidence) -> Iterator[CheckFinding]:
    """Who is called the best value has a rival that costs less and graduates as many or more."""
    prices = _by_institution(evidence, "tuition")
    rates = _by_institution(evidence, "graduation_rate")
    for note in evidence.records(Note):
        named = [i for i in prices if f"institution/{i.slug}" in note.about.split("|")]
        for best in named if note.mark == BEST_VALUE else ():
            rivals = [rival for rival in prices if _beats(rival, best, prices, rates)]
            if rivals:
                yield _beaten(evidence, note, best, rivals, prices, rates)


def _by_institution(evidence, measure):
    """{university: its figure}; a disputed one proves nothing."""
    figures = evidence.figures(InstitutionFigure, measure)
    return {f.subject: f for f in figures if f.status != FigureStatus.DISPUTED}


def _beats(rival, best, prices, rates):
    if best not in rates or rival not in rates:
        return False
    return (
        prices[rival].low < prices[best].low
        and rates[rival].low >= rates[best].low
        and rival != best
    )


def _beaten(evidence, note, best, rivals, prices, rates):
    pairs = [_price_and_rate(one, prices, rates) for one in rivals]
    words = {"best": _price_and_rate(best, prices, rates), "rivals": _(" and ").join(pairs)}
    named = (best, *rivals)
    return CheckFinding(
        "best_value_beaten",
        evidence.source,
        _("%(best)s is called the best value; on both figures it is beaten by %(rivals)s.") % words,
        figures=tuple(found[one] for one in named for found in (prices, rates)),
        records=(note,),
        subjects=named,
    )


def _price_and_rate(institution, prices, rates):
    figures = (institution, prices[institution].in_words, rates[institution].in_words)
    return _("%s (%s, %s)") % figures


CHECKS = registered(
    Check(
        "best_value_beaten",
        _lazy("Best value"),
        "cost",
        best_value_beaten,
        frozenset({"institution"}),
        reads=(InstitutionFigure, Note),
    ),
)
