"""Whose charge a figure is: residencies in words, those that are charged the same as one."""

from collections.abc import Collection, Iterable
from typing import Any

from django.utils.translation import gettext as _

from reference.audit import IN_STATE_FIRST
from reference.enumerations import Basis

RESIDENCIES = set(IN_STATE_FIRST)
ANYWHERE = {Basis.IN_STATE, Basis.OUT_OF_STATE}


def residency_in_words(bases: Collection[str]) -> str:
    """“in state”, of what holds everywhere “in or out of state”; blank of what is no charge."""
    bases = set(bases)
    known = bases & RESIDENCIES
    if bases >= ANYWHERE or Basis.ANY_RESIDENCY in bases:
        return str(Basis.ANY_RESIDENCY.label)
    if Basis.IN_STATE in known:
        return str(Basis.IN_STATE.label)  # a district lies in its state
    return _(" and ").join(str(Basis(basis).label) for basis in sorted(known))


def all_who_pay(charge: Any, figures: Iterable[Any]) -> str:
    """In words whom the same file charges the same: “in or out of state”."""
    same = (other for other in figures if _is_counterpart(charge, other))
    return residency_in_words({f.basis for f in same if f.value == charge.value} | {charge.basis})


def charged_elsewhere(charge: Any, figures: Iterable[Any], basis: Basis) -> Any | None:
    """What the same file charges the same people of this residency; None where it has no value."""
    found = (other for other in figures if _is_counterpart(charge, other))
    return next((f for f in found if f.basis == basis and not f.value.is_absent), None)


def _is_counterpart(charge, other):
    return _what(charge) == _what(other)


def _what(figure):
    counted = figure.measure, figure.population, figure.statistic
    return (*counted, figure.source_id, figure.period_to)
