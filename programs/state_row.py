"""One state in the table of states, and the orders the table has."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from programs.models import RankingEntry, State, StateTop
from programs.ranking_table import PrintedMedian
from reference.figure_groups import FigureRow


@dataclass(frozen=True)
class StateRow:
    """`claims`: {measure: what the ranking’s source prints}. `best`: its highest ranked here.

    `reported`: those of `programs` that IPEDS alone tells of; `federal`: those of `universities`.

    `rows_shown`: how many rows we see of a ranking that keeps some back.
    """

    state: State
    programs: int
    reported: int
    universities: int
    federal: int
    tuition: PrintedMedian
    claims: dict[str, FigureRow | None]
    top: StateTop | None
    best: RankingEntry | None
    rows_shown: int | None

    @property
    def top_is_not_best(self) -> bool:
        """Whether the ranking names another university than its own rows put first."""
        return bool(self.top and self.best and self.top.institution_id != self.best.institution_id)

    @property
    def has_tile(self) -> bool:
        """Whether it is on the tile map: a state, or the District of Columbia."""
        return self.state.tile_row is not None

    @property
    def is_bare(self) -> bool:
        """Whether nothing at all is listed there or claimed of it."""
        return not (self.programs or self.universities or self.claims or self.top or self.best)

    @property
    def why_no_claim(self) -> str:
        """The blank of a claim: a ranking that has no row for the state leaves nothing out."""
        return "not_given" if self.claims or self.top else "not_recorded"

    def claimed(self, measure):
        """The number claimed, None where none is."""
        row = self.claims.get(measure)
        return row.figure.value.sort_key if row else None


# What a column sorts by; what is None comes last in both directions.
KEYS: dict[str, Callable[[StateRow], Any]] = {
    "name": lambda row: row.state.name,
    "programs": lambda row: row.programs or None,
    "universities": lambda row: row.universities or None,
    "tuition": lambda row: row.tuition.number,
    "claimed_programs": lambda row: row.claimed("programs_counted"),
    "claimed_tuition": lambda row: row.claimed("tuition"),
    "rank": lambda row: row.best.rank if row.best else None,
}


def sorted_rows(rows: list[StateRow], sort: str) -> list[StateRow]:
    """By a key of KEYS; `-` turns it round. Equals stay in the order given."""
    key, descending = KEYS[sort.removeprefix("-")], sort.startswith("-")
    known = [row for row in rows if key(row) is not None]
    unknown = [row for row in rows if key(row) is None]
    return sorted(known, key=key, reverse=descending) + unknown
