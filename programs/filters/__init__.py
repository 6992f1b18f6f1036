from programs.filters.disagreement import DisagreementFilterSet
from programs.filters.institution import InstitutionFilterSet
from programs.filters.program import ProgramFilterSet
from programs.filters.search import SearchFilterSet
from programs.filters.state import StateFilterSet
from programs.finding.words import SORTS

__all__ = [
    "SORTS",
    "DisagreementFilterSet",
    "InstitutionFilterSet",
    "ProgramFilterSet",
    "SearchFilterSet",
    "StateFilterSet",
]
