from careers.enumerations import CareerList, Stage
from careers.models.career import Career, CareerAlias, CareerFigure
from careers.models.claim_occupation import ClaimOccupation
from careers.models.crosswalk import CrosswalkLink
from careers.models.field import FieldOfStudy
from careers.models.listing import CareerListing
from careers.models.occupation import Occupation, OccupationFigure
from careers.models.onet import (
    AlternateTitle,
    OccupationSkill,
    OnetOccupation,
    RelatedOccupation,
    RequiredEducation,
)
from careers.models.path import CareerPath, PathStep
from careers.models.projection import EntryEducation, OverallGrowth

__all__ = [
    "AlternateTitle",
    "Career",
    "CareerAlias",
    "CareerFigure",
    "CareerList",
    "CareerListing",
    "CareerPath",
    "ClaimOccupation",
    "CrosswalkLink",
    "EntryEducation",
    "FieldOfStudy",
    "Occupation",
    "OccupationFigure",
    "OccupationSkill",
    "OnetOccupation",
    "OverallGrowth",
    "PathStep",
    "RelatedOccupation",
    "RequiredEducation",
    "Stage",
]
