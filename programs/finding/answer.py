"""What the index answers to a visitor’s choices: how many, which in order, and facet by facet."""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property, reduce
from itertools import islice
from operator import and_

from programs.enumerations import Level
from programs.finding import bits
from programs.finding.choices import RANK, RELEVANCE, Choices
from programs.finding.facet_counts import SEVERAL_AT_ONCE, FacetCounts
from programs.finding.index import ProgramIndex


@dataclass(frozen=True)
class Answer:
    index: ProgramIndex
    choices: Choices

    @cached_property
    def bits(self) -> int:
        return self.without("")

    @cached_property
    def count(self) -> int:
        return self.bits.bit_count()

    def keys(self, offset: int, most: int) -> list[int]:
        """Of at most so many programs, in the order asked for."""
        return [self.index.keys[place] for place in self._places(offset, most)]

    def all_keys(self, lot: int = 500) -> Iterator[list[int]]:
        """Those of the whole list, so many at a time."""
        for offset in range(0, self.count, lot):
            yield self.keys(offset, lot)

    @cached_property
    def facet_counts(self) -> FacetCounts:
        """Those of no choice at all, which most visits ask for, are kept with the index."""
        if self.choices.is_blank:
            return self.index.kept(("counts", self.choices.charge), lambda: FacetCounts(self))
        return FacetCounts(self)

    def leads_to(self, facet: str, value: str) -> int:
        """How many the list holds once this value is chosen too, or no more."""
        chosen = self.choices.facets.get(facet, ())
        alone = self.facet_counts.of(facet, value)
        if not chosen:
            return alone
        if chosen == (value,):
            return self.without(facet).bit_count()
        if facet not in SEVERAL_AT_ONCE:
            return self.count - alone if value in chosen else self.count + alone
        return Answer(self.index, self.choices.toggled(facet, value)).count

    def without(self, facet: str) -> int:
        """The places of the list without this facet’s choice."""
        choices = self.choices.having(facet) if facet in self.choices.facets else self.choices
        return self._all_of(facet, choices.masters_only, choices.named_or_core)

    def base(self, facet: str) -> int:
        """The places among which the values of a facet count, each as if it were chosen alone.

        Choosing a level or an award lifts “master’s only”, choosing a field its own default.
        """
        alone = self.choices.having(facet, "")
        return self._all_of(facet, alone.masters_only, alone.named_or_core)

    def set_of(self, facet: str) -> str:
        """The index’s name of it: which charge goes by the residency."""
        return self.choices.charge if facet == "tuition" else facet

    def _all_of(self, left_out, masters_only, in_core):
        places = [held for facet, held in self._chosen.items() if facet != left_out]
        if masters_only:
            places.append(self.index.sets["level"].get(Level.MASTERS, 0))
        if in_core:
            places.append(self.index.named_or_core)
        return reduce(and_, places, self.index.all)

    @cached_property
    def _chosen(self) -> dict[str, int]:
        """{parameter: the places that fit it}."""
        chosen = {
            facet: self.index.fitting_any(self.set_of(facet), values)
            for facet, values in self.choices.facets.items()
        }
        return chosen | dict(self._bounded())

    def _bounded(self):
        choices, ladder = self.choices, self.index.ladder
        if choices.text:
            yield "q", self.index.texts[choices.text].bits
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
            return bits.nth(self.bits, offset, most)
        if order == RELEVANCE:
            best_first = self.index.texts[self.choices.text].order
            return list(islice(bits.kept(best_first, self.bits), offset, offset + most))
        key, descending = order.removeprefix("-"), order.startswith("-")
        ladder = self.index.ladder(_column(key, descending, self.choices.charge))
        return ladder.page(self.bits, offset, most, descending)


def _column(key, descending, charge):
    if key == "duration":  # longest first goes by the upper end of a range
        return "duration_to" if descending else "duration_from"
    return charge if key == "tuition" else key
