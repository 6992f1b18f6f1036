"""The facets of a list: its choices, how many each leads to, and as many as a page can show."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from reference.blanks import BLANKS

NONE = "none"  # the choice “not recorded”
NOT_REPORTED = (NONE, BLANKS["not_recorded"])
LONG_FACET = 12  # a longer one gets a box that scrolls
LONGEST_FACET = 60  # a longer one shows its first few, and what is chosen
FIRST_FEW = 10


class Option(NamedTuple):
    """`number`: how many the list holds with this one alone in its facet; None: not counted."""

    value: str
    label: str
    chosen: bool
    number: int | None = None


@dataclass(frozen=True)
class Facet:
    """The choices of one parameter; several may be chosen and mean “or”.

    `is_cut`: whether there are more than a page can show. `known`: of how many of all something is
    recorded, where that is of less than half.
    """

    name: str
    label: str
    help_text: str
    options: tuple[Option, ...]
    is_cut: bool = False
    known: tuple[int, int] | None = None

    @property
    def is_long(self) -> bool:
        """Whether its options need a scrolling box."""
        return len(self.options) > LONG_FACET


def in_sight(values: Sequence[str], chosen: Collection[str]) -> list[str]:
    """Those that a page shows: of a long facet what is chosen stands first, of the longest it and
    a few more are all."""
    if len(values) <= LONG_FACET:
        return list(values)
    first = [value for value in values if value in chosen]
    rest = [value for value in values if value not in chosen]
    return [*first, *(rest if len(values) <= LONGEST_FACET else rest[:FIRST_FEW])]
