"""Checks of a ranking’s rows: its order, its ties, and the tops of states."""

from collections import defaultdict
from collections.abc import Iterator

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy as _lazy

from programs.models import RankingEntry, StateTop
from reference.checks import Check, CheckFinding, Evidence, registered


def state_top_not_first(evidence: Evidence) -> Iterator[CheckFinding]:
    """The university called the top of a state is not the first of that state in the rows."""
    first = _first_in_states(evidence)
    for top in evidence.records(StateTop):
        best = first.get((top.ranking_id, top.state_id))
        if best and best.institution_id != top.institution_id:
            yield _not_first(evidence, top, best)


def top_outside_rows(evidence: Evidence) -> Iterator[CheckFinding]:
    """A state has a top university, and no row that we can see."""
    first = _first_in_states(evidence)
    for top in evidence.records(StateTop):
        if (top.ranking_id, top.state_id) not in first:
            yield _outside(evidence, top)


def tie_unexplained(evidence: Evidence) -> Iterator[CheckFinding]:
    """Rows with one score have different ranks."""
    by_score = defaultdict(list)
    for entry in evidence.records(RankingEntry):
        if entry.score is not None:
            by_score[entry.ranking, entry.score].append(entry)
    for (ranking, score), entries in by_score.items():
        if len({entry.rank for entry in entries}) > 1:
            yield _tied(evidence, ranking, score, entries)


def _first_in_states(evidence):
    """{(ranking, state): its highest entry}."""
    last_first = sorted(evidence.records(RankingEntry), key=lambda entry: -entry.rank)
    return {(entry.ranking_id, entry.institution.state_id): entry for entry in last_first}


def _not_first(evidence, top, best):
    words = {
        "state": top.state,
        "top": top.name_in_source,
        "best": best.institution,
        "rank": best.rank,
        "rows": _rows_of(top.ranking),
    }
    return CheckFinding(
        "state_top_not_first",
        evidence.source,
        _(
            "%(state)s: %(top)s is named as the top program, but the highest of the state among "
            "%(rows)s is %(best)s, in place %(rank)d."
        )
        % words,
        figures=(),
        records=(top, best),
        subjects=(top.state, top.institution, best.institution, top.ranking),
    )


def _outside(evidence, top):
    words = {
        "state": top.state,
        "top": top.name_in_source,
        "rows": _rows_of(top.ranking),
    }
    return CheckFinding(
        "top_outside_rows",
        evidence.source,
        _(
            "%(state)s: %(top)s is named as the top program, but neither it nor another of the "
            "state is among %(rows)s."
        )
        % words,
        figures=(),
        records=(top,),
        subjects=(top.state, top.institution, top.ranking),
    )


def _rows_of(ranking):
    """Of a ranking that keeps rows back we know only those it shows."""
    shown = ranking.rows_shown
    return _("the %d rows shown") % shown if shown else _("the ranking’s own rows")


def _tied(evidence, ranking, score, entries):
    places = (
        _("%(name)s in place %(rank)d") % {"name": e.institution, "rank": e.rank} for e in entries
    )
    words = {"score": f"{score.normalize():f}", "places": _(" and ").join(places)}
    return CheckFinding(
        "tie_unexplained",
        evidence.source,
        _("One score, %(score)s, stands for %(places)s; nothing says what breaks the tie.") % words,
        figures=(),
        records=tuple(entries),
        subjects=(ranking, *(entry.institution for entry in entries)),
    )


PLACES = (StateTop, RankingEntry)
CHECKS = registered(
    Check(
        "state_top_not_first",
        _lazy("Top of the state"),
        "rankings",
        state_top_not_first,
        frozenset({"state", "institution", "ranking"}),
        reads=PLACES,
    ),
    Check(
        "top_outside_rows",
        _lazy("Top, and not among the rows"),
        "rankings",
        top_outside_rows,
        frozenset({"state", "institution", "ranking"}),
        reads=PLACES,
    ),
    Check(
        "tie_unexplained",
        _lazy("One score, two places"),
        "rankings",
        tie_unexplained,
        frozenset({"institution", "ranking"}),
        reads=(RankingEntry,),
    ),
)
