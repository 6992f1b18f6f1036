"""How far a claim lies from the federal figures beside it, in words."""

from collections.abc import Iterable
from decimal import Decimal
from typing import Any

from django.utils.translation import gettext as _

from programs.audit.columns import Column
from reference.values import Value, plain


def in_dollars(gap: Decimal, unit: str) -> str:
    """“$13,764 above”, “$430 below”, “equal”."""
    if not gap:
        return _("equal")
    return (_("%s above") if gap > 0 else _("%s below")) % _amount(gap, unit)


def signed(gap: Decimal, unit: str) -> str:
    """“+$13,764”, “−$430”."""
    return f"+{_amount(gap, unit)}" if gap > 0 else f"−{_amount(gap, unit)}"


def gaps_in_words(claim: Any, charges: Iterable[Column]) -> list[tuple[str, str]]:
    """[(“$13,764 above”, “in state”)]; one charge for all needs no residency."""
    charges = list(charges)
    found = [(claim.low - column.figure.value.sort_key, column.residency) for column in charges]
    named = len(found) > 1
    return [(in_dollars(gap, claim.unit), residency if named else "") for gap, residency in found]


def shares_in_words(shares: Iterable[tuple[Column, Decimal]]) -> str:
    """“18% above”; of several residencies “57% above in state, 21% above out of state”."""
    shares = list(shares)
    if len(shares) == 1:
        return _percent(shares[0][1])
    return _(", ").join(f"{_percent(share)} {column.residency}" for column, share in shares)


def _percent(share):
    percent = plain(abs(round(share * 100, 0)))
    return (_("%s%% above") if share > 0 else _("%s%% below")) % percent


def _amount(gap, unit):
    return Value.parse(plain(abs(gap))).in_words(unit)
