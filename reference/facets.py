"""The facets of a list: its choices, how many each leads to, and as many as a page can show."""

from collections.abc import Sequence
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
    options: Sequence[Option]
    is_cut: bool = False
    known: tuple[int, int] | None = None

    @property
    def is_long(self) -> bool:
        """Whether its options need a scrolling box."""
        return len(self.options) > LONG_FACET


def in_sight(options: Sequence[Option]) -> tuple[Sequence[Option], bool]:
    """Those that a page shows, and whether there are more: of a long facet what is chosen stands
    first, of the longest it and a few more are all."""
    if len(options) <= LONG_FACET:
        return options, False
    first = [option for option in options if option.chosen]
    rest = [option for option in options if not option.chosen]
    is_cut = len(options) > LONGEST_FACET and len(rest) > FIRST_FEW
    return [*first, *(rest[:FIRST_FEW] if is_cut else rest)], is_cut
