"""How many programs each choice of a facet leads to, from the index."""

from functools import cached_property

from programs.finding.choices import FACETS

SEVERAL_AT_ONCE = ("delivery", "career")  # one program may fit several of their values
LOT = 64


class FacetCounts:
    """Of an answer: each value counted as if it were alone in its facet."""

    def __init__(self, answer):
        self.answer, self.index = answer, answer.index
        self.kept: dict[str, dict[str, int]] = {}

    def __getitem__(self, facet: str) -> dict[str, int]:
        """{value: how many}; a value that is not in it has none."""
        if facet not in self.kept:
            self.kept[facet] = self._counts(facet)
        return self.kept[facet]

    def of(self, facet: str, value: str) -> int:
        if facet == "institution":
            number = self.index.number_of.get(value)
            return 0 if number is None else self.by_university[number]
        return self[facet].get(value, 0)

    def items(self):
        return [(facet, self[facet]) for facet in FACETS]

    @cached_property
    def awards_in_sight(self) -> set[str]:
        """Those of some program of the levels that the list shows."""
        sets, listed = self.index.sets["award"], self.answer.bits
        if not self.answer.choices.masters_only:
            return {*sets}
        return {award for award, held in sets.items() if held & listed}

    def most_frequent(self, number: int, leaving_out=()) -> tuple[list[str], int]:
        """The universities of most programs, equal ones by rank; and how many others there are."""
        counts = self.by_university
        listed = len(counts) - counts.count(0)
        listed -= sum(1 for slug in leaving_out if self.of("institution", slug))
        slugs = map(
            self.index.universities.__getitem__, self._largest(counts, number + len(leaving_out))
        )
        return [slug for slug in slugs if slug not in leaving_out][:number], listed

    def _largest(self, counts, number):
        """Asked from the largest university on, until the rest are too small to count."""
        numbers, sizes = self.index.largest_first
        best: list[int] = []
        end = 0
        while end < len(numbers) and (len(best) < number or sizes[numbers[end]] >= best[-1]):
            lot = numbers[end : end + LOT]
            best = sorted([*best, *map(counts.__getitem__, lot)], reverse=True)[:number]
            end += LOT
        least = max(best[-1], 1) if len(best) == number else 1
        found = sorted(one for one in numbers[:end] if counts[one] >= least)
        return sorted(found, key=counts.__getitem__, reverse=True)

    def _counts(self, facet):
        whole = self.index.whole_runs.get(facet)
        if whole:
            return self._by_whole_runs(whole, self._by_run(facet))
        if facet == "institution":
            return dict(zip(self.index.universities, self.by_university, strict=True))
        sets = self.index.sets[self.answer.set_of(facet)]
        return _counted(self.answer.base(facet), sets, facet not in SEVERAL_AT_ONCE)

    def _by_run(self, facet):
        """Facets of universities that are not chosen share one count."""
        if facet in self.answer.choices.facets:
            return self.index.by_run(self.answer.base(facet))
        return self._runs_of_list

    @cached_property
    def _runs_of_list(self):
        return self.index.by_run(self.answer.bits)

    def _by_whole_runs(self, whole, counts):
        """A reader gives its first run once more at the end, so that it always gives several."""
        read = ((value, reader(counts)) for value, reader in whole.items())
        return {value: sum(held) - held[-1] for value, held in read}

    @cached_property
    def by_university(self) -> list[int]:
        """In the order of the index’s `universities`."""
        counts = self._by_run("institution")
        if len(self.index.universities) == len(counts):
            return counts
        found = dict.fromkeys(self.index.universities, 0)
        for slug, count in zip(self.index.slugs, counts, strict=True):
            found[slug] += count
        return list(found.values())


def _counted(base, sets, apart):
    """`apart`: no place is in two of the sets, so that one may stop once all are found."""
    counts, left = {}, base.bit_count() if apart else -1
    for value, places in sets.items():
        if not left:
            break
        counts[value] = count = (base & places).bit_count()
        left -= count if apart else 0
    return counts
