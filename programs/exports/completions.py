"""Graduates a year: of these the facts keep the number alone, and the record says the rest."""

from programs.enumerations import Scope
from programs.exports.evidence import Evidence, FoundFigure
from programs.exports.figure import BEGINS_LATER, FileFigure, missing, stated
from programs.facts.told import is_known
from programs.models import Program
from programs.models.list_figure import ListTerms, list_figure
from reference.headlines import LIST_ORDER

MEASURE = "completions"


def completions_of(program: Program, evidence: Evidence) -> FileFigure:
    if program.facts.begins_later:
        return missing(MEASURE, BEGINS_LATER, program.no_graduates_in_words)
    found = _counted if program.facts.completions is not None else _why_none
    for scope, figure in found(program, evidence):
        source = evidence.sources.by_key[figure.source]
        terms = ListTerms(scope, figure.population, figure.basis, source, figure.cip)
        shown = list_figure(MEASURE, figure.text, terms)
        return stated(shown, figure, scope, evidence.sources.named(figure.source))
    return missing(MEASURE)


def _counted(program, evidence):
    """In the order in which facts look for a number."""
    for scope, kind in LIST_ORDER:
        for figure in evidence.told(program, scope, MEASURE):
            if evidence.sources.by_key[figure.source].kind == kind and _is_kept(
                figure, program.facts
            ):
                yield scope, figure


def _is_kept(figure: FoundFigure, facts) -> bool:
    return is_known(figure) and round(figure.value.sort_key or 0) == facts.completions


def _why_none(program, evidence):
    if program.starts_on is not None:
        return  # those counted before it began say nothing of it
    for scope in (Scope.PROGRAM, Scope.FIELD, Scope.INSTITUTION):
        for figure in evidence.told(program, scope, MEASURE):
            if not is_known(figure):
                yield scope, figure
