"""Where sources disagree: every finding by kind and topic, as its page shows them."""

from collections import defaultdict
from dataclasses import dataclass
from functools import cached_property
from itertools import chain
from operator import attrgetter

from django.utils.translation import gettext_lazy as _

from programs.checks import CHECKS
from programs.finding_kinds import Area, Kind, area_of
from programs.findings import claims_in, evidence_in, run, tables_of
from reference.answers import Answered
from reference.findings import TERMS, FindingKind, findings_among, merged, topic_spreads
from reference.models import Figure, Note, figure_models


@dataclass(frozen=True)
class Row:
    """One finding as a section shows it; `shown` is what its template reads."""

    kind: Kind
    area: str
    shown: object


@dataclass(frozen=True)
class Told:
    """Figures of one subject and measure, side by side."""

    figures: tuple
    terms: list[str]

    @property
    def first(self) -> Figure:
        return self.figures[0]


@dataclass(frozen=True)
class Section:
    kind: Kind
    rows: list[Row]

    @property
    def shown(self) -> list:
        return [row.shown for row in self.rows]


@dataclass(frozen=True)
class Tab:
    value: str
    label: str
    number: int
    url: str
    chosen: bool


class Disagreements:
    """`filter`: what the address asks for; it gives the links of the tabs."""

    def __init__(self, asked):
        self.filter = asked
        self.kind, self.area = asked.chosen["kind"], asked.chosen["topic"]

    @cached_property
    def rows(self) -> list[Row]:
        return [*self._pairs(), *self._spreads(), *self._checks(), *self._notes()]

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
                terms = [str(TERMS[term]) for term in finding.terms]
                yield Row(Kind(finding.kind), area_of(first), Told(finding.figures, terms))

    def _spreads(self):
        by_topic = defaultdict(list)
        for finding in topic_spreads(self._figures):
            by_topic[finding.figures[0].topic].append(finding)
        for topic, findings in by_topic.items():
            answers = chain.from_iterable(finding.figures for finding in findings)
            answers = sorted(answers, key=lambda figure: -figure.value.sort_key)
            yield Row(Kind.TOPIC_SPREAD, area_of(answers[0]), Answered(topic, answers))

    def _checks(self):
        for finding in run(CHECKS.values(), self._evidence()):
            check = CHECKS[finding.check]
            yield Row(Kind.CHECK, check.area, {"check": check, "finding": finding})

    def _evidence(self):
        """The figures are at hand; other records are read."""
        models = [m for m in tables_of(CHECKS.values()) if not issubclass(m, Figure)]
        return evidence_in(chain(self._figures, *map(claims_in, models)))

    def _notes(self):
        for note in sorted(Note.objects.by_editors(), key=attrgetter("place")):
            yield Row(Kind.NOTE, "", note)
