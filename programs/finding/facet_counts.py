"""How many programs each choice of a facet leads to, from the index."""

from functools import cached_property

from programs.finding.choices import FACETS

SEVERAL_AT_ONCE = ("delivery", "career")  # one program may fit several of their values


class FacetCounts:
    """Of an answer: each value counted as if it were alone in its facet."""

    def __init__(self, answer):
        self.answer, self.index = answer, answer.index
        self.kept: dict[str, dict[str, int]] = {}
        self.largest: dict[tuple, tuple[dict[str, int], bool]] = {}

    def __getitem__(self, facet: str) -> dict[str, int]:
        """{value: how many}; a value that is not in it has none. Of universities, every one."""
        if facet not in self.kept:
            without = self.answer.without(facet)
            self.kept[facet] = without[facet] if without else self._counts(facet)
        return self.kept[facet]

    def items(self):
        return [(facet, self[facet]) for facet in FACETS]

    @cached_property
    def awards_in_sight(self) -> set[str]:
        """Those of some program of the levels that the list shows."""
        sets, listed = self.index.sets["award"], self.answer.places
        if not self.answer.choices.masters_only:
            return {*sets}
        return {award for award, held in sets.items() if held.intersect(listed)}

    def of_university(self, slug: str) -> int:
        return self.index.universities.held_at(slug, self._at_any_university)

    def most_frequent(self, most: int, leaving_out=()) -> tuple[dict[str, int], bool]:
        """So many universities of most programs, with their counts; whether there are others."""
        if (most, leaving_out) not in self.largest:
            universities = self.index.universities
            counts = universities.most_of(self._at_any_university, most + 1, leaving_out)
            self.largest[most, leaving_out] = dict(list(counts.items())[:most]), len(counts) > most
        return self.largest[most, leaving_out]

    @cached_property
    def _at_any_university(self):
        return self.answer.base("institution")

    def _counts(self, facet):
        if facet == "institution":
            held = self.index.universities
            return held.most_of(self._at_any_university, len(held.slugs), ())
        sets = self.index.sets[self.answer.set_of(facet)]
        return _counted(self.answer.base(facet), sets, facet not in SEVERAL_AT_ONCE)


def _counted(base, sets, apart):
    """`apart`: no place is in two of the sets, so that one may stop once all are found."""
    counts, left = {}, len(base) if apart else -1
    for value, places in sets.items():
        if not left:
            break
        counts[value] = count = base.intersection_cardinality(places)
        left -= count if apart else 0
    return counts
