from careers.models.career import Career, CareerAlias, CareerFigure, CareerQuerySet
from careers.models.field import CORE_FIELDS, FieldOfStudy
from careers.models.listing import CareerList, CareerListing
from careers.models.occupation import Occupation, OccupationFigure
from careers.models.path import CareerPath, PathStep, Stage

__all__ = [
    "CORE_FIELDS",
    "Career",
    "CareerAlias",
    "CareerFigure",
    "CareerList",
    "CareerListing",
    "CareerPath",
    "CareerQuerySet",
    "FieldOfStudy",
    "Occupation",
    "OccupationFigure",
    "PathStep",
    "Stage",
]
