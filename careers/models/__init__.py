from careers.models.career import Career, CareerAlias, CareerFigure, CareerQuerySet
from careers.models.field import CORE_FIELDS, FieldOfStudy
from careers.models.occupation import Occupation, OccupationFigure
from careers.models.path import CareerPath, PathStep

__all__ = [
    "CORE_FIELDS",
    "Career",
    "CareerAlias",
    "CareerFigure",
    "CareerPath",
    "CareerQuerySet",
    "FieldOfStudy",
    "Occupation",
    "OccupationFigure",
    "PathStep",
]
