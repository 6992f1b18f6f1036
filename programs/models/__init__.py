from programs.models.deciding_fact import DecidingFact, FactKind
from programs.models.facts import ProgramFacts
from programs.models.institution import (
    Institution,
    InstitutionAlias,
    InstitutionFigure,
    InstitutionQuerySet,
)
from programs.models.institution_field import InstitutionField, InstitutionFieldFigure
from programs.models.organization import (
    Organization,
    OrganizationAlias,
    OrganizationFigure,
    OrganizationLink,
)
from programs.models.profile_item import ProfileItem
from programs.models.program import Program, ProgramFigure, ProgramQuerySet
from programs.models.ranking import Ranking, RankingEntry, RankingFigure
from programs.models.role_link import RoleLink
from programs.models.state import State, StateFigure
from programs.models.state_top import StateTop

__all__ = [
    "DecidingFact",
    "FactKind",
    "Institution",
    "InstitutionAlias",
    "InstitutionField",
    "InstitutionFieldFigure",
    "InstitutionFigure",
    "InstitutionQuerySet",
    "Organization",
    "OrganizationAlias",
    "OrganizationFigure",
    "OrganizationLink",
    "ProfileItem",
    "Program",
    "ProgramFacts",
    "ProgramFigure",
    "ProgramQuerySet",
    "Ranking",
    "RankingEntry",
    "RankingFigure",
    "RoleLink",
    "State",
    "StateFigure",
    "StateTop",
]
