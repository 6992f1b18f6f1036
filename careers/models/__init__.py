from careers.enumerations import CareerList, Stage
from careers.models.career import Career, CareerAlias, CareerFigure
from careers.models.field import CORE_FIELDS, FieldOfStudy
from careers.models.listing import CareerListing
from careers.models.occupation import Occupation, OccupationFigure
from careers.models.path import CareerPath, PathStep

__all__ = [
    "CORE_FIELDS",
    "Career",
    "CareerAlias",
    "CareerFigure",
    "CareerList",
    "CareerListing",
    "CareerPath",
    "FieldOfStudy",
    "Occupation",
    "OccupationFigure",
    "PathStep",
    "Stage",
]
