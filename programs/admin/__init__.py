from programs.admin.deciding_fact import DecidingFactAdmin
from programs.admin.institution import (
    InstitutionAdmin,
    InstitutionAliasAdmin,
    InstitutionFigureAdmin,
)
from programs.admin.institution_field import InstitutionFieldAdmin, InstitutionFieldFigureAdmin
from programs.admin.organization import (
    OrganizationAdmin,
    OrganizationAliasAdmin,
    OrganizationFigureAdmin,
    OrganizationLinkAdmin,
)
from programs.admin.profile_item import ProfileItemAdmin
from programs.admin.program import ProgramAdmin, ProgramFigureAdmin
from programs.admin.ranking import RankingAdmin, RankingEntryAdmin, RankingFigureAdmin
from programs.admin.role_link import RoleLinkAdmin
from programs.admin.state import StateAdmin, StateFigureAdmin
from programs.admin.state_top import StateTopAdmin

__all__ = [
    "DecidingFactAdmin",
    "InstitutionAdmin",
    "InstitutionAliasAdmin",
    "InstitutionFieldAdmin",
    "InstitutionFieldFigureAdmin",
    "InstitutionFigureAdmin",
    "OrganizationAdmin",
    "OrganizationAliasAdmin",
    "OrganizationFigureAdmin",
    "OrganizationLinkAdmin",
    "ProfileItemAdmin",
    "ProgramAdmin",
    "ProgramFigureAdmin",
    "RankingAdmin",
    "RankingEntryAdmin",
    "RankingFigureAdmin",
    "RoleLinkAdmin",
    "StateAdmin",
    "StateFigureAdmin",
    "StateTopAdmin",
]
