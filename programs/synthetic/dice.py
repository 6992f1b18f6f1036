"""Seeded chance: one seed, one catalogue."""

from collections.abc import Sequence
from random import Random


def dice(*seed) -> Random:
    """The same for the same seed on every machine."""
    return Random(":".join(map(str, seed)))  # noqa: S311 - has to be repeatable; guards nothing


class Popular:
    """Draws from `values`, the first ones most often. `flatness`: how slowly that falls off."""

    def __init__(self, values: Sequence, flatness: float = 1):
        self.values = values
        weights = (1 / (place + flatness) for place in range(len(values)))
        self.totals: list[float] = []
        total = 0.0
        for weight in weights:
            total += weight
            self.totals.append(total)

    def draw(self, chance: Random):
        return self.several(chance, 1)[0]

    def several(self, chance: Random, number: int) -> list:
        """May hold one value twice."""
        return chance.choices(self.values, cum_weights=self.totals, k=number)


def shares(total: int, weights: Sequence[float]) -> list[int]:
    """Whole numbers in proportion to the weights, which add up to the total."""
    whole, passed = sum(weights), 0.0
    found, given = [], 0
    for weight in weights:
        passed += weight
        upto = round(total * passed / whole)
        found.append(upto - given)
        given = upto
    return found
