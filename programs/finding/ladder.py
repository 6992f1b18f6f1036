"""A column of numbers as few sets of places, each holding the lower end of it: ranges and sorts."""

from array import array
from bisect import bisect_left, bisect_right
from collections import Counter
from collections.abc import Sequence
from itertools import accumulate
from operator import or_

from pyroaring import BitMap

from programs.finding.scan import places_by_code

STEPS = 64
NO_RANK = -1


class Ladder:
    """`ranks`: of each place the index of its number in `numbers`, ascending; -1: unknown."""

    def __init__(self, ranks: Sequence[int], numbers: Sequence):
        self.ranks, self.numbers = array("i", ranks), numbers
        self.ends = _ends(Counter(self.ranks), len(numbers))
        step_of = [bisect_right(self.ends, rank) for rank in range(len(numbers))]
        step_of.append(len(self.ends))  # the unknown, found by -1
        of_step = places_by_code(map(step_of.__getitem__, self.ranks), len(self.ends) + 1)
        self.lower = list(accumulate(of_step[:-1], or_))  # of each step, those up to its end
        self.known = self.lower[-1] if self.lower else BitMap()

    def at_least(self, number) -> BitMap:
        return self.known - self._below(bisect_left(self.numbers, number))

    def at_most(self, number) -> BitMap:
        return self._below(bisect_right(self.numbers, number))

    def page(
        self, chosen: BitMap, offset: int, most: int, descending: bool = False
    ) -> Sequence[int]:
        """Places of a set by their number, the unknown last; equal ones as they stand."""
        known = chosen & self.known
        found: list[int] = []
        if offset < len(known):
            found = self._page_of_known(known, offset, most, descending)
        start, wanted = max(offset - len(known), 0), most - len(found)
        return [*found, *((chosen - known)[start : start + wanted] if wanted else ())]

    def _page_of_known(self, known, offset, most, descending):
        steps = range(len(self.ends))[:: -1 if descending else 1]

        def through(index):
            """How many there are in the steps so far."""
            if descending:
                return len(known) - self._count_to(known, steps[index] - 1)
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
        places = list(held)
        if self.ends[step] - (self.ends[step - 1] if step else 0) > 1:
            places.sort(key=self.ranks.__getitem__, reverse=descending)  # keeps equal ones in order
        return places

    def _count_to(self, chosen, step):
        return chosen.intersection_cardinality(self.lower[step]) if step >= 0 else 0

    def _step(self, step):
        return self.lower[step] - self.lower[step - 1] if step else self.lower[0]

    def _below(self, rank):
        """Those whose number is before this one of the numbers."""
        whole = bisect_right(self.ends, rank)
        held = self.lower[whole - 1] if whole else BitMap()
        if rank == (self.ends[whole - 1] if whole else 0):
            return held
        ranks = self.ranks
        return held | BitMap([place for place in self._step(whole) if ranks[place] < rank])


def ladder_of(column) -> Ladder:
    """Of a column of the scan; None is unknown."""
    numbers = sorted(cell for cell in column if cell is not None)
    ranks = [NO_RANK] * len(column)
    for rank, number in enumerate(numbers):
        ranks[column[number]] = rank
    return Ladder(list(map(ranks.__getitem__, column.codes)), numbers)


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
