"""Checks of the degrees that a source names: which, of what level, and since when."""

from collections import defaultdict
from collections.abc import Iterator

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy as _lazy
from django.utils.translation import ngettext

from programs.enumerations import Level, Mention
from programs.models import InstitutionFigure, Program, ProgramFigure, RankingEntry
from reference.checks import Check, CheckFinding, Evidence, registered

OUTCOMES = ("pay", "starting_pay", "earnings", "placement_rate", "graduation_rate")


def outcomes_before_start(evidence: Evidence) -> Iterator[CheckFinding]:
    """A program that has not begun cannot have graduates, yet outcomes stand beside it."""
    own = evidence.figures(ProgramFigure, *OUTCOMES)
    at_universities = evidence.figures(InstitutionFigure, *OUTCOMES)
    for program in evidence.records(Program):
        if _is_still_to_begin(program, evidence.source):
            outcomes = [f for f in own if f.subject_id == program.pk]
            outcomes += [f for f in at_universities if f.subject_id == program.institution_id]
            if outcomes:
                yield _before_start(evidence, program, outcomes)


def not_in_degree_list(evidence: Evidence) -> Iterator[CheckFinding]:
    """An overview names degrees that the list of the same university leaves out."""
    mentioned: dict = defaultdict(lambda: defaultdict(list))
    for program in evidence.records(Program):
        mentioned[program.institution][program.mention].append(program)
    for institution, programs in mentioned.items():
        if programs[Mention.OVERVIEW] and programs[Mention.DEGREE_LIST]:
            missing, listed = programs[Mention.OVERVIEW], programs[Mention.DEGREE_LIST]
            yield _not_listed(evidence, institution, missing, listed)


def not_masters_in_ranking(evidence: Evidence) -> Iterator[CheckFinding]:
    """A ranking of master’s lists degrees of other levels at the universities it ranks."""
    rankings: dict = defaultdict(set)
    for entry in evidence.records(RankingEntry):
        rankings[entry.ranking].add(entry.institution_id)
    for ranking, ranked in rankings.items():
        listed = [p for p in evidence.records(Program) if _is_listed(p, ranked)]
        others = [program for program in listed if program.level != Level.MASTERS]
        if others:
            yield _not_masters(evidence, ranking, others, len(listed))


def _is_still_to_begin(program, source):
    """Before the year of the source there is none; a source without a year proves nothing."""
    year = source.published_on.year if source.published_on else _year(source.edition)
    return bool(program.starts_on and year and program.starts_on.year >= year)


def _year(edition):
    return int(edition) if edition.isascii() and edition.isdigit() else None


def _is_listed(program, ranked):
    return program.mention == Mention.DEGREE_LIST and program.institution_id in ranked


def _before_start(evidence, program, outcomes):
    told = (f"{figure.measure_label}: {figure.in_words}" for figure in outcomes)
    words = {
        "program": program,
        "institution": program.institution,
        "when": program.starts_in_words,
        "outcomes": "; ".join(told),
    }
    return CheckFinding(
        "outcomes_before_start",
        evidence.source,
        _(
            "%(program)s starts in %(when)s and has no graduates yet; outcomes are printed for "
            "%(institution)s all the same, without saying of which degree (%(outcomes)s)."
        )
        % words,
        figures=tuple(outcomes),
        records=(program,),
        subjects=(program, program.institution),
    )


def _not_listed(evidence, institution, missing, listed):
    words = {
        "institution": institution,
        "missing": _(" and ").join(str(program) for program in missing),
    }
    return CheckFinding(
        "not_in_degree_list",
        evidence.source,
        _(
            "%(institution)s: the overview names %(missing)s; the list of degrees on the same "
            "page does not."
        )
        % words,
        figures=(),
        records=(*missing, *listed),
        subjects=(institution, *missing),
    )


def _not_masters(evidence, ranking, others, listed):
    sentence = ngettext(
        "A ranking of master’s, of whose %(listed)d degrees %(n)d is of another level: %(names)s.",
        "A ranking of master’s, of whose %(listed)d degrees %(n)d are of other levels: %(names)s.",
        len(others),
    )
    names = (f"{program} ({program.institution})" for program in others)
    return CheckFinding(
        "not_masters_in_ranking",
        evidence.source,
        sentence % {"listed": listed, "n": len(others), "names": "; ".join(names)},
        figures=(),
        records=tuple(others),
        subjects=(ranking,),
    )


CHECKS = registered(
    Check(
        "outcomes_before_start",
        _lazy("Outcomes before the start"),
        "outcomes",
        outcomes_before_start,
        frozenset({"institution", "program"}),
        reads=(Program, ProgramFigure, InstitutionFigure),
    ),
    Check(
        "not_in_degree_list",
        _lazy("Named, but not listed"),
        "programs",
        not_in_degree_list,
        frozenset({"institution", "program"}),
        reads=(Program,),
    ),
    Check(
        "not_masters_in_ranking",
        _lazy("Other levels among master’s"),
        "rankings",
        not_masters_in_ranking,
        frozenset({"ranking"}),
        reads=(RankingEntry, Program),
    ),
)
