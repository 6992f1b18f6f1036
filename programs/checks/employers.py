"""Checks of what employers are said to pay towards a degree."""

from collections.abc import Iterator

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy as _lazy

from programs.models import InstitutionFigure, OrganizationFigure, RankingEntry
from reference.checks import Check, CheckFinding, Evidence, in_unit, least, most, registered
from reference.models import TopicFigure

HUNDRED = 100


def benefit_of_tuition(evidence: Evidence) -> Iterator[CheckFinding]:
    """A sum covers less of the first-ranked tuition than employers are said to pay."""
    tuition = _tuition_of_the_first(evidence)
    benefits = evidence.figures(OrganizationFigure, "employer_benefit")
    for share in evidence.figures(TopicFigure, "employer_share") if tuition else ():
        for benefit in benefits:
            if most(benefit) / tuition.low * HUNDRED < least(share):
                yield _smaller_share(evidence, share, benefit, tuition)


def _tuition_of_the_first(evidence):
    """The first row of a ranking whose tuition is printed."""
    printed = {f.subject_id: f for f in evidence.figures(InstitutionFigure, "tuition")}
    entries = sorted(evidence.records(RankingEntry), key=lambda entry: entry.rank)
    known = (printed[e.institution_id] for e in entries if e.institution_id in printed)
    return next(known, None)


def _smaller_share(evidence, share, benefit, tuition):
    words = {
        "share": share.in_words,
        "employer": benefit.subject,
        "benefit": in_unit(most(benefit), benefit.unit),
        "percent": round(most(benefit) / tuition.low * HUNDRED),
        "tuition": tuition.in_words,
        "university": tuition.subject,
    }
    return CheckFinding(
        "benefit_of_tuition",
        evidence.source,
        _(
            "Employers are said to cover %(share)s; %(employer)s’s %(benefit)s is %(percent)d%% "
            "of the tuition that the ranking prints for its first, %(university)s (%(tuition)s)."
        )
        % words,
        figures=(share, benefit, tuition),
        subjects=(share.subject,),
    )


CHECKS = registered(
    Check(
        "benefit_of_tuition",
        _lazy("What employers cover"),
        "cost",
        benefit_of_tuition,
        frozenset({"topic"}),
        reads=(TopicFigure, OrganizationFigure, InstitutionFigure, RankingEntry),
    ),
)
