"""What the index answers to a visitor’s choices: how many, which in order, and facet by facet."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from functools import cached_property
from itertools import islice

from pyroaring import BitMap

from programs.enumerations import Level
from programs.finding.choices import RANK, RELEVANCE, Choices
from programs.finding.facet_counts import FacetCounts
from programs.finding.index import ProgramIndex


@dataclass(frozen=True)
class Answer:
    index: ProgramIndex
    choices: Choices

    @cached_property
    def places(self) -> BitMap:
        return self.kept("places", lambda: self._all_of("", self.choices.defaults()))

    @cached_property
    def count(self) -> int:
        return len(self.places)

    def keys(self, offset: int, most: int) -> list[int]:
        """Of at most so many programs, in the order asked for."""
        return [self.index.keys[place] for place in self._places(offset, most)]

    def all_keys(self, lot: int = 500) -> Iterator[list[int]]:
        """Those of the whole list, so many at a time."""
        for offset in range(0, self.count, lot):
            yield self.keys(offset, lot)

    @cached_property
    def facet_counts(self) -> FacetCounts:
        return self.kept("counts", lambda: FacetCounts(self))

    def kept(self, name: str, make: Callable):
        """What most visits ask for, which choose nothing or one thing, is kept with the index."""
        alone = self.choices.alone
        if alone is None:
            return make()
        return self.index.kept((name, alone, self.choices.charge), make)

    def without(self, facet: str) -> FacetCounts | None:
        """The counts that are kept without this facet, which counts alike with it."""
        if facet not in self.choices.facets:
            return None
        rest = self.choices.having(facet)
        return None if rest.alone is None else replace(self, choices=rest).facet_counts

    def base(self, facet: str) -> BitMap:
        """The places among which the values of a facet count, each as if it were chosen alone.

        Choosing a level or an award lifts “master’s only”, choosing a field its own default.
        """
        if facet not in self._bases:
            defaults, chosen = self.choices.defaults(facet), self.choices.facets
            is_whole = facet not in chosen and defaults == self.choices.defaults()
            self._bases[facet] = self.places if is_whole else self._all_of(facet, defaults)
        return self._bases[facet]

    @cached_property
    def _bases(self) -> dict[str, BitMap]:
        return {}

    def set_of(self, facet: str) -> str:
        """The index’s name of it: bands of tuition are of the charge that the residency goes by."""
        return self.choices.charge if facet == "tuition" else facet

    def _all_of(self, left_out, defaults):
        masters_only, in_core = defaults
        places = [held for facet, held in self._chosen.items() if facet != left_out]
        if masters_only:
            places.append(self.index.fitting_any("level", [Level.MASTERS]))
        if in_core:
            places.append(self.index.named_or_core)
        return places[0].intersection(*places[1:]) if places else self.index.all

    @cached_property
    def _chosen(self) -> dict[str, BitMap]:
        """{parameter: the places that fit it}."""
        chosen = {
            facet: self.index.fitting_any(self.set_of(facet), values)
            for facet, values in self.choices.facets.items()
        }
        return chosen | dict(self._bounded())

    def _bounded(self):
        choices, ladder = self.choices, self.index.ladder
        if choices.text:
            yield "q", self.index.texts[choices.text].places
        if choices.tuition_min is not None:
            yield "tuition_min", ladder(choices.charge).at_least(choices.tuition_min)
        if choices.tuition_max is not None:
            yield "tuition_max", ladder(choices.charge).at_most(choices.tuition_max)
        if choices.earnings_min is not None:
            yield "earnings_min", ladder("earnings").at_least(choices.earnings_min)
        if choices.completions_min is not None:
            yield "completions_min", ladder("completions").at_least(choices.completions_min)

    def _places(self, offset, most):
        order = self.choices.order
        if order == RANK:
            return self.places[offset : offset + most]
        if order == RELEVANCE:
            best_first = self.index.texts[self.choices.text].order
            listed = filter(self.places.__contains__, best_first)
            return islice(listed, offset, offset + most)
        key, descending = order.removeprefix("-"), order.startswith("-")
        ladder = self.index.ladder(_column(key, descending, self.choices.charge))
        return ladder.page(self.places, offset, most, descending)


def _column(key, descending, charge):
    if key == "duration":  # longest first goes by the upper end of a range
        return "duration_to" if descending else "duration_from"
    return charge if key == "tuition" else key
