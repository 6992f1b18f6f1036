"""Where sources disagree: every finding by kind and topic, as its page shows them."""

from collections import defaultdict
from dataclasses import dataclass, field
from functools import cached_property
from itertools import chain

from django.utils.translation import gettext_lazy as _

from programs.checks import CHECKS
from programs.explained import area_of_note, told_beside
from programs.finding_kinds import Area, Kind, area_of
from programs.findings import claims_in, every_note, evidence_in, run, tables_of
from reference.answers import Answered
from reference.findings import (
    FindingKind,
    findings_among,
    has_same_words,
    leaves_out,
    merged,
    topic_spreads,
)
from reference.models import Figure, Note, figure_models
from reference.questions import WORDS


@dataclass(frozen=True)
class Row:
    """One finding as a section shows it; `shown` is what its template reads.

    It rests on `records` about `subjects`; `notes` of editors explain it.
    """

    kind: Kind
    area: str
    shown: object
    rule: str = ""
    records: tuple = ()
    subjects: tuple = ()
    notes: list[Note] = field(default_factory=list)


@dataclass(frozen=True)
class Told:
    """Figures of one subject and measure, side by side; `parting`: terms in which they differ."""

    figures: tuple
    parting: list[str]

    @property
    def first(self) -> Figure:
        return self.figures[0]

    @property
    def terms(self) -> list[str]:
        return [str(WORDS[term]) for term in self.parting]

    @property
    def leaves_out(self) -> bool:
        """Whether a figure does not state one of those terms."""
        return any(leaves_out(figure, self.parting) for figure in self.figures)

    @property
    def in_same_words(self) -> bool:
        """Whether the sources’ own words are the same too."""
        return has_same_words(self.figures)


@dataclass(frozen=True)
class Section:
    kind: Kind
    rows: list[Row]


@dataclass(frozen=True)
class Tab:
    value: str
    label: str
    number: int
    url: str
    chosen: bool


def _told(finding):
    """The sources’ own words part figures that are no contradiction by their terms anyway."""
    by_words = finding.kind == FindingKind.SPREAD and not has_same_words(finding.figures)
    return Told(finding.figures, [*finding.terms, *(["terms"] if by_words else [])])


class Disagreements:
    """`filter`: what the address asks for; it gives the links of the tabs."""

    def __init__(self, asked):
        self.filter = asked
        self.kind, self.area = asked.chosen["kind"], asked.chosen["topic"]

    @cached_property
    def rows(self) -> list[Row]:
        found = [*self._pairs(), *self._spreads(), *self._checks()]
        alone, asked = told_beside(found, self._every_note), self._asked
        return [*found, *(Row(Kind.NOTE, area_of_note(note, asked), note) for note in alone)]

    @property
    def sections(self) -> list[Section]:
        shown = [row for row in self._of_area(self.area) if self.kind in ("", row.kind)]
        sections = [Section(kind, [row for row in shown if row.kind == kind]) for kind in Kind]
        return [section for section in sections if section.rows]

    @property
    def kinds(self) -> list[Tab]:
        """Each with how many findings it has in the chosen area."""
        rows = self._of_area(self.area)
        return self._tabs("kind", self.kind, Kind, [row.kind for row in rows])

    @property
    def areas(self) -> list[Tab]:
        rows = [row for row in self.rows if self.kind in ("", row.kind)]
        return self._tabs("topic", self.area, Area, [row.area for row in rows])

    def _of_area(self, area):
        return [row for row in self.rows if area in ("", row.area)]

    def _tabs(self, name, chosen, choices, found):
        tabs = [Tab("", str(_("All")), len(found), self.filter.url(drop=(name,)), not chosen)]
        for value, label in choices.choices:
            if value in found or value == chosen:
                url = self.filter.url(**{name: value})
                tabs.append(Tab(value, str(label), found.count(value), url, value == chosen))
        return tabs

    @cached_property
    def _figures(self) -> list[Figure]:
        tables = (model.objects.visible().claims_and_answers() for model in figure_models())
        return list(chain.from_iterable(table.with_subjects().order_by("pk") for table in tables))

    def _pairs(self):
        """A topic’s own answers are told of by its spread."""
        for finding in merged(findings_among(self._figures)):
            first = finding.figures[0]
            if finding.kind != FindingKind.SPREAD or first.subject_kind != "topic":
                shown = _told(finding)
                yield _row(Kind(finding.kind), shown, shown.figures, (first.subject,))

    def _spreads(self):
        answers = defaultdict(list)
        for figure in sorted(self._figures, key=lambda f: -(f.value.sort_key or 0)):
            answers[figure.topic_id].append(figure)
        for topic in dict.fromkeys(f.figures[0].topic for f in topic_spreads(self._figures)):
            parting = Answered(topic, answers[topic.pk]).parting
            yield _row(Kind.TOPIC_SPREAD, parting, parting.answers, (topic,))

    def _checks(self):
        for finding in run(CHECKS.values(), self._evidence()):
            check = CHECKS[finding.check]
            shown = {"check": check, "finding": finding}
            rests_on = (finding.check, finding.places, finding.subjects)
            yield Row(Kind.CHECK, check.area, shown, *rests_on)

    def _evidence(self):
        """The figures are at hand; other records are read."""
        models = tables_of(CHECKS.values())
        models = [m for m in models if not issubclass(m, Figure) and m is not Note]
        return evidence_in(chain(self._figures, self._every_note, *map(claims_in, models)))

    @cached_property
    def _every_note(self):
        return every_note()

    @property
    def _asked(self):
        """{key of a question: what its own answers are about}."""
        answers = (figure for figure in self._figures if figure.subject_kind == "topic")
        return {figure.topic.key: area_of(figure) for figure in answers}


def _row(kind, shown, figures, subjects):
    """Of figures: by what was compared."""
    return Row(kind, area_of(figures[0]), shown, kind.value, tuple(figures), subjects)
