"""A column of numbers as few sets of places, each holding the lower end of it: ranges and sorts."""

from array import array
from bisect import bisect_left, bisect_right
from collections import Counter
from collections.abc import Sequence
from itertools import accumulate
from operator import or_

from programs.finding import bits

STEPS = 64
UNKNOWN = 255
NO_RANK = -1


class Ladder:
    """`ranks`: of each place the index of its number in `numbers`, ascending; -1: unknown."""

    def __init__(self, ranks: Sequence[int], numbers: Sequence):
        self.ranks, self.numbers = array("i", ranks), numbers
        self.ends = _ends(Counter(self.ranks), len(numbers))
        step_of = [bisect_right(self.ends, rank) for rank in range(len(numbers))]
        step_of.append(UNKNOWN)  # found by -1, the last
        column = bytes(map(step_of.__getitem__, self.ranks))[::-1]
        steps = (bits.where(column, step) for step in range(len(self.ends)))
        self.lower = list(accumulate(steps, or_))  # of each step, those up to its end
        self.known = self.lower[-1] if self.lower else 0
        self._kept: dict[int, array] = {}

    def at_least(self, number) -> int:
        return self.known ^ self._below(bisect_left(self.numbers, number))

    def at_most(self, number) -> int:
        return self._below(bisect_right(self.numbers, number))

    def page(self, chosen: int, offset: int, most: int, descending: bool = False) -> list[int]:
        """Places of a set by their number, the unknown last; equal ones as they stand."""
        known = chosen & self.known
        number = known.bit_count()
        found: list[int] = []
        if offset < number:
            found = self._page_of_known(known, number, offset, most, descending)
        wanted = most - len(found)
        return found + (bits.nth(chosen ^ known, max(offset - number, 0), wanted) if wanted else [])

    def _page_of_known(self, known, number, offset, most, descending):
        steps = range(len(self.ends))[:: -1 if descending else 1]

        def through(index):
            """How many there are in the steps so far."""
            if descending:
                return number - self._count_to(known, steps[index] - 1)
            return self._count_to(known, steps[index])

        first = bisect_right(range(len(steps)), offset, key=through)
        offset -= through(first - 1) if first else 0
        found: list[int] = []
        for step in steps[first:]:
            found += self._step_in_order(known & self._step(step), step, descending)
            if len(found) >= offset + most:
                break
        return found[offset : offset + most]

    def _step_in_order(self, held, step, descending):
        places = bits.places(held)
        if self.ends[step] - (self.ends[step - 1] if step else 0) > 1:
            places.sort(key=self.ranks.__getitem__, reverse=descending)  # keeps equal ones in order
        return places

    def _count_to(self, chosen, step):
        return (chosen & self.lower[step]).bit_count() if step >= 0 else 0

    def _step(self, step):
        return self.lower[step] ^ (self.lower[step - 1] if step else 0)

    def _below(self, rank):
        """Those whose number is before this one of the numbers."""
        whole = bisect_right(self.ends, rank)
        held = self.lower[whole - 1] if whole else 0
        if rank == (self.ends[whole - 1] if whole else 0):
            return held
        ranks = self.ranks
        rest = [place for place in self._places_of(whole) if ranks[place] < rank]
        return held | bits.of_places(rest, len(ranks))

    def _places_of(self, step):
        if step not in self._kept:
            self._kept[step] = bits.as_places(bits.places(self._step(step)))
        return self._kept[step]


def ladder_of(column: Sequence) -> Ladder:
    """None is unknown."""
    numbers = sorted({*column} - {None})
    rank_of = {number: rank for rank, number in enumerate(numbers)} | {None: NO_RANK}
    return Ladder(list(map(rank_of.__getitem__, column)), numbers)


def _ends(counts, ranks):
    """Where to cut so that each step holds about as many; no number is in two steps."""
    fair = sum(count for rank, count in counts.items() if rank >= 0) / STEPS
    ends, held = [], 0
    for rank in range(ranks):
        held += counts[rank]
        if held >= fair:
            ends.append(rank + 1)
            held = 0
    return ends if not held else [*ends, ranks]
