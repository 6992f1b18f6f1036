"""Checks of the programs that a ranking counts in states."""

from collections import defaultdict
from collections.abc import Iterator
from decimal import Decimal

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy as _lazy
from django.utils.translation import ngettext

from programs.models import RankingEntry, RankingFigure, StateFigure, StateTop
from reference.checks import Check, CheckFinding, Evidence, registered


def state_sum(evidence: Evidence) -> Iterator[CheckFinding]:
    """The programs counted in states add up to more than the ranking says it ranks."""
    counts = evidence.figures(StateFigure, "programs_counted")
    total = sum((count.low for count in counts), Decimal(0))
    for said in evidence.figures(RankingFigure, "programs_counted"):
        if counts and said.low == said.subject.says_ranked and total > said.low:
            yield _summed(evidence, counts, total, said)


def more_named_than_counted(evidence: Evidence) -> Iterator[CheckFinding]:
    """More universities of a state are named than it is said to have programs."""
    named: dict = defaultdict(dict)
    for record in [*evidence.records(RankingEntry), *evidence.records(StateTop)]:
        named[record.institution.state_id].setdefault(record.institution, record)
    for count in evidence.figures(StateFigure, "programs_counted"):
        records = named[count.subject_id]
        if len(records) > count.low:
            yield _more_named(evidence, count, records)


def _summed(evidence, counts, total, said):
    words = {"n": len(counts), "total": total.normalize(), "said": said.in_words}
    sentence = ngettext(
        "%(n)d state alone counts %(total)d programs, of %(said)s in the whole ranking.",
        "%(n)d states add up to %(total)d programs, of %(said)s in the whole ranking.",
        len(counts),
    )
    return CheckFinding(
        "state_sum",
        evidence.source,
        sentence % words,
        figures=(said, *counts),
        subjects=(said.subject, *(count.subject for count in counts)),
    )


def _more_named(evidence, count, records):
    words = {
        "state": count.subject,
        "counted": count.in_words,
        "n": len(records),
        "names": ", ".join(map(_name_in_source, records.values())),
    }
    return CheckFinding(
        "more_named_than_counted",
        evidence.source,
        _(
            "%(state)s is said to have %(counted)s programs, but %(n)d universities are named: "
            "%(names)s."
        )
        % words,
        figures=(count,),
        records=tuple(records.values()),
        subjects=(count.subject,),
    )


def _name_in_source(record):
    """A row prints its score, and universities are stored by the names of the rows."""
    return record.name_in_source if isinstance(record, StateTop) else str(record.institution)


CHECKS = registered(
    Check(
        "state_sum",
        _lazy("State counts"),
        "rankings",
        state_sum,
        frozenset({"state", "ranking"}),
        reads=(StateFigure, RankingFigure),
    ),
    Check(
        "more_named_than_counted",
        _lazy("More named than counted"),
        "rankings",
        more_named_than_counted,
        frozenset({"state"}),
        reads=(StateFigure, RankingEntry, StateTop),
    ),
)
