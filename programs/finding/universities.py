"""The universities of an index: the list’s order keeps the programs of each together."""

from array import array
from collections import Counter
from collections.abc import Collection
from itertools import groupby, islice

from pyroaring import BitMap

LOT = 32


class Universities:
    """`slugs`: {key: slug}, in the order of the list, by which a university has a number."""

    def __init__(self, institutions: array, slugs: dict[int, str]):
        self.slugs = list(slugs.values())
        self.number_of = {slug: number for number, slug in enumerate(self.slugs)}
        numbers = {key: number for number, key in enumerate(slugs)}
        self.at = array("i", map(numbers.__getitem__, institutions))  # of each place its number
        self.held = [BitMap() for _slug in self.slugs]
        for number, start, end in _stretches(self.at):  # two of one with two ranks at once
            self.held[number].add_range(start, end)
        self.sizes = list(map(len, self.held))
        self.largest_first = sorted(range(len(self.held)), key=lambda number: -self.sizes[number])

    def places(self, slug: str) -> BitMap:
        number = self.number_of.get(slug)
        return BitMap() if number is None else self.held[number]

    def held_at(self, slug: str, places: BitMap) -> int:
        """How many of these places are the university’s."""
        return places.intersection_cardinality(self.places(slug))

    def most_of(self, places: BitMap, most: int, leaving_out: Collection[str]) -> dict[str, int]:
        """{slug: how many of these places it holds}: so many that hold most, equal ones by rank."""
        without = {self.number_of.get(slug, -1) for slug in leaving_out}
        few = len(places) < len(self.slugs)
        find = self._one_by_one if few else self._from_the_largest
        counts = find(places, most + len(without))
        found = ((self.slugs[number], count) for number, count in counts if number not in without)
        return dict(islice(found, most))

    def _one_by_one(self, places, most):
        """The counter meets them in the order of ranks, and keeps it among equals."""
        return Counter(map(self.at.__getitem__, places)).most_common(most)

    def _from_the_largest(self, places, most):
        """Until the universities not yet counted are too small."""
        best: list[tuple[int, int]] = []  # minus the count, so that a sort keeps the order of ranks
        for start in range(0, len(self.largest_first), LOT):
            lot = self.largest_first[start : start + LOT]
            if len(best) == most and self.sizes[lot[0]] < -best[-1][0]:
                break
            counts = map(places.intersection_cardinality, map(self.held.__getitem__, lot))
            new = [(-count, number) for count, number in zip(counts, lot, strict=True)]
            best = sorted([*best, *new])[:most]
        return [(number, -count) for count, number in best if count]


def _stretches(numbers):
    start = 0
    for number, group in groupby(numbers):
        end = start + sum(1 for _place in group)
        yield number, start, end
        start = end
