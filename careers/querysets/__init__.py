from careers.querysets.career import CareerQuerySet
from careers.querysets.field import FieldQuerySet
from careers.querysets.occupation import OccupationQuerySet
from careers.querysets.onet import (
    OccupationSkillQuerySet,
    OnetOccupationQuerySet,
    OnetRecordQuerySet,
)
from careers.querysets.path import CareerPathQuerySet

__all__ = [
    "CareerPathQuerySet",
    "CareerQuerySet",
    "FieldQuerySet",
    "OccupationQuerySet",
    "OccupationSkillQuerySet",
    "OnetOccupationQuerySet",
    "OnetRecordQuerySet",
]
