"""What an applicant decides by: what sources state of it, and what nobody has recorded."""

from dataclasses import dataclass

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from programs.cost import Cost
from programs.models import DecidingFact, FactKind, Program, ProgramFigure
from programs.querysets import OWN_PRICE

LABELS = {**dict(FactKind.choices), OWN_PRICE: _("The program’s own price")}


@dataclass(frozen=True)
class DecidingRow:
    """Facts and prices under one label; none of either: not recorded. `totals`: as others print."""

    label: str | Promise
    facts: list[DecidingFact]
    prices: list[ProgramFigure]
    totals: list[ProgramFigure]


def deciding_rows(program: Program, cost: Cost) -> list[DecidingRow]:
    """One row a label, in the order of LABELS; `cost`: of the program, for the row of its price."""
    facts = list(program.deciding_facts.select_related("source"))
    return [
        DecidingRow(
            label,
            [fact for fact in facts if fact.kind == key],
            cost.own_prices if key == OWN_PRICE else [],
            cost.printed_totals if key == OWN_PRICE else [],
        )
        for key, label in LABELS.items()
    ]
