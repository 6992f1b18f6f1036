"""A question and what its answers say together: what they span, and in which terms they part."""

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import cached_property
from itertools import combinations
from typing import Any

from reference.chart_words import number_in_words, span_in_words
from reference.figure_groups import FigureGroup, figure_groups
from reference.findings import TERMS, differing_terms
from reference.measures import MEASURES
from reference.models import Source, Topic
from reference.values import Value


@dataclass(frozen=True)
class Answer:
    """As much of a figure as a list of questions needs."""

    kind: str
    topic_id: int
    source: Source
    measure: str
    value: Value

    @property
    def source_id(self) -> int:
        return self.source.pk


@dataclass(frozen=True)
class Answered:
    """A question with its answers, whole figures or the short form."""

    topic: Topic
    answers: Sequence[Any]

    @property
    def groups(self) -> list[FigureGroup]:
        """For a table of whole figures in their order, each with what contradicts it."""
        place = {answer: place for place, answer in enumerate(self.answers)}
        return [
            replace(group, rows=tuple(sorted(group.rows, key=lambda row: place[row.figure])))
            for group in figure_groups(self.answers)
        ]

    @property
    def in_number_words(self) -> str:
        return number_in_words(len(self.answers))

    @property
    def sources(self) -> list[Source]:
        """In the order of the answers."""
        return list(dict.fromkeys(answer.source for answer in self.answers))

    @cached_property
    def scales(self) -> list[list]:
        """The answers with a value, by what can stand on one scale."""
        groups = defaultdict(list)
        for answer in self.answers:
            measure = MEASURES[answer.measure]
            if measure.comparable and not answer.value.is_absent:
                groups[measure.group, measure.unit].append(answer)
        return list(groups.values())

    @property
    def spans(self) -> list[str]:
        """What the answers span, one for each scale: “15% to 40%”."""
        return [span_in_words(scale) for scale in self.scales]

    @property
    def differing(self) -> list[tuple]:
        """The pairs of answers on one scale that differ."""
        pairs = (pair for scale in self.scales for pair in combinations(scale, 2))
        return [(a, b) for a, b in pairs if a.value.differs_from(b.value, MEASURES[a.measure].unit)]

    @property
    def few(self) -> list:
        """Three of the answers on the fullest scale, from the greatest to the least."""
        scale = max(self.scales, key=len, default=[])
        last = len(scale) - 1
        places = sorted({0, (last + 1) // 2, last}) if scale else []
        return [scale[place] for place in places]

    @property
    def terms(self) -> list[str]:
        """The terms in which answers that differ part, or that one of them leaves out."""
        parting = {term for a, b in self.differing for term in differing_terms(a, b)}
        return [str(words) for term, words in TERMS.items() if term in parting]
