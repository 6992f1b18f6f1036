"""Conditions on what lists read of a program: its facts."""

from django.db.models import Q

from reference.facets import NONE


def facts(**conditions) -> Q:
    return Q(**{f"facts__{name}": value for name, value in conditions.items()})


def any_of(name, values) -> Q:
    """One of the values, where `none` stands for a blank."""
    return facts(**{f"{name}__in": ["" if value == NONE else value for value in values]})


def recorded(values) -> list[str]:
    """The choices without `none`."""
    return [value for value in values if value != NONE]
