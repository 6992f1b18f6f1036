"""Which group of fields a program belongs to, as a condition and by its code."""

from django.db.models import Q

from careers.cip_families import CORE_FIELDS, NEAR_FIELDS
from reference.facets import NONE

GROUPS = CORE_FIELDS | NEAR_FIELDS  # a code belongs to the first that it fits
OTHER_FIELDS = "other"  # a CIP code that is in none of them


def in_core() -> Q:
    return _beginning_with([code for _label, codes in CORE_FIELDS.values() for code in codes])


def in_group(key: str) -> Q:
    """`other` and `none` (no code is recorded) are groups too."""
    if key == NONE:
        return Q(facts__cip="")
    if key == OTHER_FIELDS:
        return _in_no_group()
    condition = _beginning_with(GROUPS[key][1])
    return condition if key in CORE_FIELDS else condition & ~in_core()


def group_of(cip: str) -> str:
    if not cip:
        return NONE
    groups = (key for key, (_label, codes) in GROUPS.items() if cip.startswith(codes))
    return next(groups, OTHER_FIELDS)


def _in_no_group():
    codes = [code for _label, codes in GROUPS.values() for code in codes]
    return ~Q(facts__cip="") & ~_beginning_with(codes)


def _beginning_with(codes):
    condition = Q()
    for prefix in codes:
        condition |= Q(facts__cip__startswith=prefix)
    return condition
