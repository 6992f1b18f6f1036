"""A question and what its answers say together: what they span, and in which terms they part."""

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import cached_property
from itertools import chain, combinations
from typing import Any

from django.utils.translation import gettext_lazy as _

from reference.examples import examples
from reference.figure_groups import FigureGroup, figure_groups
from reference.findings import TERMS, differing_terms, has_same_words, leaves_out
from reference.measures import MEASURES
from reference.models import Source, Topic
from reference.number_words import count_in_words, disputed_in_words
from reference.spans import span_in_words
from reference.values import Value

# The sources’ own words may say what no other term does.
WORDS = {**TERMS, "terms": _("what was counted")}


@dataclass(frozen=True)
class Answer:
    """As much of a figure as a list of questions needs."""

    kind: str
    topic_id: int
    source: Source
    measure: str
    status: str
    value: Value

    @property
    def source_id(self) -> int:
        return self.source.pk


@dataclass(frozen=True)
class Answered:
    """A question with its answers, whole figures or the short form."""

    topic: Topic
    answers: Sequence[Any]
    all_answers: int | None = None  # how many there are in all, where these are a part

    @property
    def groups(self) -> list[FigureGroup]:
        """For a table of whole figures in their order, each with what contradicts it."""
        place = {answer: place for place, answer in enumerate(self.answers)}
        return [
            replace(group, rows=tuple(sorted(group.rows, key=lambda row: place[row.figure])))
            for group in figure_groups(self.answers)
        ]

    @property
    def counted(self) -> str:
        """“Nine figures, one of them disputed”; of a part “4 of 8 figures”."""
        return count_in_words(self.answers, self.all_answers)

    @property
    def disputed(self) -> list[str]:
        """“one of them disputed”, if any is."""
        return disputed_in_words(self.answers)

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
    def charted(self) -> list[list]:
        """The scales that a chart shows: those of several answers."""
        return [scale for scale in self.scales if len(scale) > 1]

    @property
    def parting(self) -> "Answered":
        """The question with only the answers on scales on which some differ."""
        differing = {answer for pair in self.differing for answer in pair}
        shown = [answer for scale in self.scales if differing & set(scale) for answer in scale]
        answers = [answer for answer in self.answers if answer in shown]
        return replace(self, answers=answers, all_answers=self.all_answers or len(self.answers))

    @property
    def spans(self) -> list[str]:
        """What the answers span, one for each scale: “15% to 40%”."""
        return [span_in_words(scale) for scale in self.scales]

    @cached_property
    def differing(self) -> list[tuple]:
        """The pairs of answers on one scale that differ."""
        pairs = (pair for scale in self.scales for pair in combinations(scale, 2))
        return [(a, b) for a, b in pairs if a.value.differs_from(b.value, MEASURES[a.measure].unit)]

    @cached_property
    def few(self) -> list:
        """Three of the answers on the fullest scale, from the greatest to the least."""
        return examples(max(self.scales, key=len, default=[]))

    @property
    def few_differ_in_basis(self) -> bool:
        return len({figure.basis for figure in self.few}) > 1

    @property
    def terms(self) -> list[str]:
        """The terms in which answers that differ part, or that one of them leaves out."""
        return [str(WORDS[term]) for term in self._parting]

    @property
    def leaves_out(self) -> bool:
        """Whether an answer does not state one of those terms."""
        figures = chain.from_iterable(self.differing)
        return any(leaves_out(figure, self._parting) for figure in figures)

    @cached_property
    def _parting(self):
        parting = {term for a, b in self.differing for term in differing_terms(a, b)}
        if not all(has_same_words(pair) for pair in self.differing):
            parting.add("terms")
        return [term for term in WORDS if term in parting]


def counted(questions: Sequence["Answered"]) -> dict[str, int]:
    """How many questions there are, and how many of them one source alone answers."""
    return {
        "all": len(questions),
        "alone": sum(len(question.sources) == 1 for question in questions),
    }
