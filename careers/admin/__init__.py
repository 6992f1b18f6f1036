from careers.admin.career import (
    CareerAdmin,
    CareerAliasAdmin,
    CareerFigureAdmin,
    CareerListingAdmin,
)
from careers.admin.claim_occupation import ClaimOccupationAdmin
from careers.admin.crosswalk import CrosswalkLinkAdmin
from careers.admin.field import FieldOfStudyAdmin
from careers.admin.occupation import OccupationAdmin, OccupationFigureAdmin
from careers.admin.onet import (
    AlternateTitleAdmin,
    OccupationSkillAdmin,
    OnetOccupationAdmin,
    RelatedOccupationAdmin,
    RequiredEducationAdmin,
)
from careers.admin.path import CareerPathAdmin, PathStepAdmin
from careers.admin.projection import EntryEducationAdmin, OverallGrowthAdmin

__all__ = [
    "AlternateTitleAdmin",
    "CareerAdmin",
    "CareerAliasAdmin",
    "CareerFigureAdmin",
    "CareerListingAdmin",
    "CareerPathAdmin",
    "ClaimOccupationAdmin",
    "CrosswalkLinkAdmin",
    "EntryEducationAdmin",
    "FieldOfStudyAdmin",
    "OccupationAdmin",
    "OccupationFigureAdmin",
    "OccupationSkillAdmin",
    "OnetOccupationAdmin",
    "OverallGrowthAdmin",
    "PathStepAdmin",
    "RelatedOccupationAdmin",
    "RequiredEducationAdmin",
]
