"""Claims with their verdicts, as pages and the command tell them."""

from collections import Counter, defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from decimal import Decimal
from functools import cached_property
from typing import Any

from programs.audit.beside import Beside
from programs.audit.columns import Column, columns_of
from programs.audit.distances import gaps_in_words, in_dollars, shares_in_words, signed
from programs.audit.reasons import reason_in_words
from reference.audit import Outcome, Verdict, equals, share_above, verdict
from reference.enumerations import Population, Statistic

SIGNS = {
    Outcome.AGREES: "eq",
    Outcome.ANOTHER_MEASURE: "am",
    Outcome.DIFFERS: "di",
    Outcome.CANNOT_BE_CHECKED: "un",
}
EQUAL = (Outcome.AGREES, Outcome.ANOTHER_MEASURE)
FOUND = (Outcome.ANOTHER_MEASURE, Outcome.DIFFERS)


@dataclass(frozen=True)
class Judged:
    beside: Beside
    verdict: Verdict

    @property
    def claim(self) -> Any:
        return self.beside.claim

    @property
    def outcome(self) -> Outcome:
        return self.verdict.outcome

    @property
    def label(self) -> str:
        return str(self.outcome.label)

    @property
    def sign(self) -> str:
        """The class of its sign; ≠ stands only before another measure and what differs."""
        return SIGNS[self.outcome]

    @cached_property
    def rests_on(self) -> list[Column]:
        """What the verdict names: every column that the claim equals, or the one it misses."""
        figure = self.verdict.figure
        if figure is None:
            return []
        if self.outcome == Outcome.DIFFERS and self.charges:
            return self.charges  # no residency is claimed: each is missed by its own share
        if self.outcome not in EQUAL or figure.value != self.claim.value:
            return columns_of([figure])
        same = (other for other in self.beside.federal if other.source_id == figure.source_id)
        return columns_of(
            [figure, *(f for f in same if f is not figure and f.value == figure.value)]
        )

    @cached_property
    def charges(self) -> list[Column]:
        """What graduate students are charged, in state first; only beside tuition."""
        if self.claim.measure != "tuition" or not self.verdict.fit:
            return []
        anchor = self.verdict.figure or self.verdict.fit[0]
        return columns_of(f for f in self.verdict.fit if f.source_id == anchor.source_id)

    @cached_property
    def also(self) -> list[Column]:
        """Federal figures that the page shows beside it though they decide nothing."""
        if self.claim.measure == "tuition":
            return columns_of(_alike(self._nearest)) if not self.verdict.fit else []
        told = (figure for column in self.rests_on for figure in column.figures)
        shown = {figure.pk for figure in told}
        if self.outcome == Outcome.AGREES:
            return []
        near = [figure for figure in self._nearest if figure.pk not in shown]
        return columns_of(near) if self.claim.measure != "pay" else columns_of(_medians(near)[:1])

    @property
    def both_are_one(self) -> bool:
        """Whether it agrees with a charge that other students are charged too."""
        paying = {column.figure.population for column in self.rests_on}
        return self.outcome == Outcome.AGREES and bool(self.charges) and len(paying) > 1

    @property
    def is_undergraduate(self) -> bool:
        """Whether the other measure is the charge to undergraduates."""
        named = self.verdict.figure if self.outcome == Outcome.ANOTHER_MEASURE else None
        return named is not None and named.population == Population.UNDERGRADUATES

    @property
    def gap(self) -> Decimal | None:
        """Printed minus the graduate charge, in state; dollars. None beside no charge."""
        ends = (self.claim.low, self.claim.high)
        if not self.charges or ends[0] is None or ends[0] != ends[1]:
            return None
        return ends[0] - self.charges[0].figure.value.sort_key

    @property
    def gap_in_words(self) -> str:
        """“$13,764 above”, “$430 below”, “equal”; blank where there is no charge."""
        return "" if self.gap is None else in_dollars(self.gap, self.claim.unit)

    @property
    def gap_signed(self) -> str:
        """“+$13,764”, “−$430”, “equal”; blank where there is no charge."""
        return signed(self.gap, self.claim.unit) if self.gap else self.gap_in_words

    @property
    def gaps(self) -> list[tuple[str, str]]:
        """[(“$13,764 above”, “in state”)] for each residency; not named where one holds for all."""
        if self.gap is None:
            return []
        return gaps_in_words(self.claim, self.charges)

    @property
    def shares(self) -> list[tuple[Column, Decimal]]:
        """Of what differs: by what share the claim misses each column that it may mean."""
        if self.verdict.share is None:
            return []
        missed = [(column, share_above(self.claim, column.figure)) for column in self.rests_on]
        return [(column, share) for column, share in missed if share is not None]

    @property
    def share_in_words(self) -> str:
        """“18% above”, “57% above in state, 21% above out of state”; blank unless it differs."""
        return shares_in_words(self.shares)

    @property
    def why(self) -> str:
        """Why it cannot be checked; blank for the rest."""
        if self.outcome != Outcome.CANNOT_BE_CHECKED:
            return ""
        return self.beside.missing or reason_in_words(self.claim, self.verdict.reason)

    @property
    def detail(self) -> str:
        """What the claim itself states of its terms and years; often nothing."""
        return " · ".join(filter(None, (self.claim.terms_in_words, self.claim.period)))

    @property
    def has_no_record(self) -> bool:
        return not (self.rests_on or self.also)

    @property
    def holds_it(self) -> bool:
        """Whether it agrees because a printed range holds the federal figure."""
        return self.outcome == Outcome.AGREES and self.claim.low != self.claim.high

    @property
    def _nearest(self):
        return [*self.verdict.nearest, *self.beside.nearest]


def judged(besides: Iterable[Beside]) -> list[Judged]:
    """Each beside the others of its source: a column that keeps matching is no chance."""
    besides = list(besides)
    matches, checked = _counted(besides)
    return [
        Judged(b, verdict(b.claim, b.federal, matches[_kind(b.claim)], checked[_kind(b.claim)]))
        for b in besides
    ]


def _counted(besides):
    """{source and measure: {column: claims that equal it}}, {the same: claims checked}."""
    matches, checked = defaultdict(Counter), Counter()
    for beside in besides:
        if beside.federal:
            checked[_kind(beside.claim)] += 1
            equal = {f.item for f in beside.federal if equals(beside.claim, f)}
            matches[_kind(beside.claim)].update(equal)
    return matches, checked


def _kind(claim):
    return claim.source_id, claim.subject_kind, claim.measure


def _alike(figures):
    """The nearest, and those of the same people for whom only the residency is another."""
    first = figures[:1]
    alike = {(figure.source_id, figure.population, figure.period_to) for figure in first}
    return [f for f in figures if (f.source_id, f.population, f.period_to) in alike]


def _medians(figures):
    return [
        figure
        for figure in figures
        if figure.statistic == Statistic.MEDIAN and figure.population == Population.EMPLOYEES
    ]
