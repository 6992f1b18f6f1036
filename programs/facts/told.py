"""The figures of one subject, by measure: each question about them is answered once."""

from collections import defaultdict
from collections.abc import Callable, Iterable
from functools import cached_property

from reference.enumerations import FigureStatus
from reference.findings import contradictions
from reference.headlines import BASES, counts_whom_it_should, headline


class Told:
    """`figures`: what may be shown of the subject, and of what it inherits from."""

    def __init__(self, figures: Iterable):
        self.by_measure = defaultdict(list)
        for figure in figures:
            self.by_measure[figure.measure].append(figure)
        self._headlines: dict[tuple, object] = {}

    def headline(self, measure: str, rule: Callable = headline):
        if measure not in self.by_measure:
            return None
        if (measure, rule) not in self._headlines:
            self._headlines[measure, rule] = rule(self.by_measure[measure])
        return self._headlines[measure, rule]

    def why_none(self, measure: str):
        """A disputed one, else one that states an absence: of graduates, and in state, first."""
        reasons = [f for f in self.by_measure.get(measure, ()) if not is_known(f)]
        return min(reasons, key=_standing_of_reason, default=None)

    def where_silent(self, parent: "Told") -> "Told":
        """With the parent’s figures of the measures of which it has no value itself."""
        silent = [measure for measure in parent.by_measure if not self._has_value(measure)]
        if not silent:
            return self
        inherited = (figure for measure in silent for figure in parent.by_measure[measure])
        return Told([*self._figures, *inherited])

    def where(self, holds: Callable) -> "Told":
        """Only the figures of which it holds."""
        return Told(figure for figure in self._figures if holds(figure))

    @cached_property
    def clashing(self) -> int:
        """In how many measures its figures contradict each other."""
        return len({figure.measure for figure in contradictions(self._figures)})

    @property
    def _figures(self):
        return [figure for figures in self.by_measure.values() for figure in figures]

    def _has_value(self, measure):
        return any(not figure.value.is_absent for figure in self.by_measure.get(measure, ()))


def _standing_of_reason(figure):
    bases = BASES.get(figure.measure, (figure.basis,))
    place = bases.index(figure.basis) if figure.basis in bases else len(bases)
    return figure.value.is_absent, not counts_whom_it_should(figure), place


def is_known(figure) -> bool:
    return not figure.value.is_absent and not figure.is_disputed


def notation(figure) -> str:
    """As lists keep it: the value, `disputed`, or an absence with the source’s words for it."""
    if figure.is_disputed:
        return str(FigureStatus.DISPUTED)
    return f"{figure.value.notation} {figure.words_for_none}".rstrip()
