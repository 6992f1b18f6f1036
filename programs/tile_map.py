"""The tile map of the states: where each tile stands, in pixels, and how dark it is."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from itertools import pairwise

TILE = 44
TONES = 4


@dataclass(frozen=True)
class Tile:
    """`tone`: 0 for none, 1 to 4 from few to many."""

    code: str
    name: str
    count: int
    tone: int
    row: int
    column: int

    @property
    def x(self):
        return self.column * TILE + 1.5

    @property
    def y(self):
        return self.row * TILE + 1.5

    @property
    def middle(self):
        return self.column * TILE + TILE // 2

    @property
    def code_line(self):
        return self.row * TILE + 19

    @property
    def count_line(self):
        return self.row * TILE + 34


@dataclass(frozen=True)
class TileMap:
    """`key`: [(tone, fewest, most)] of the tones in use. `total`: also of places without a tile."""

    tiles: list[Tile]
    key: list[tuple[int, int, int]]
    width: int
    height: int
    total: int

    @property
    def leader(self) -> Tile | None:
        """The only state with the most; none where several share the first place."""
        most = max((tile.count for tile in self.tiles), default=0)
        leaders = [tile for tile in self.tiles if tile.count == most > 0]
        return leaders[0] if len(leaders) == 1 else None


def tiles(states: Iterable, counts: Mapping[str, int]) -> TileMap:
    """One tile a state; four tones between the fewest and the most, none for 0. `counts`: by code,
    blank where none is recorded.
    """
    states = list(states)
    steps = _steps(max((counts.get(s.code, 0) for s in states), default=0))
    drawn = [
        Tile(
            s.code,
            s.name,
            counts.get(s.code, 0),
            _tone(counts.get(s.code, 0), steps),
            s.tile_row,
            s.tile_column,
        )
        for s in states
    ]
    key = [(tone, low + 1, high) for tone, (low, high) in enumerate(pairwise(steps), 1)]
    width = TILE * (1 + max((tile.column for tile in drawn), default=0))
    height = TILE * (1 + max((tile.row for tile in drawn), default=0))
    total = sum(count for code, count in counts.items() if code)
    return TileMap(drawn, key, width, height, total)


def _steps(most: int) -> list[int]:
    """Upper ends of the tones: even steps, fewer than four where there are fewer numbers."""
    tones = min(TONES, most)
    return [most * step // tones for step in range(tones + 1)] if tones else [0]


def _tone(count: int, steps: list[int]) -> int:
    return sum(count > step for step in steps)
