"""Where figures part: one pure comparison, and what follows from it for a set of figures."""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import chain, combinations

from django.db.models import TextChoices
from django.utils.translation import gettext_lazy as _

from reference.enumerations import Basis, FigureStatus, SourceKind, Statistic
from reference.measures import MEASURES


class FindingKind(TextChoices):
    CONTRADICTION = "contradiction", _("contradiction")
    SPREAD = "spread", _("spread")
    TOLD_TWO_WAYS = "told_two_ways", _("told two ways")
    TOPIC_SPREAD = "topic_spread", _("topic spread")


TERMS = {
    "statistic": _("statistic"),
    "population": _("who was counted"),
    "basis": _("basis"),
    "period": _("period"),
}

# Parts of one whole: a figure in state and one out of state describe two things, not one.
RESIDENCIES = {Basis.IN_DISTRICT, Basis.IN_STATE, Basis.OUT_OF_STATE, Basis.ANY_RESIDENCY}
HORIZONS = {Basis.YEAR_1, Basis.YEAR_4, Basis.YEAR_5}
PACES = {Basis.FULL_TIME, Basis.PART_TIME}
COUNTS = {"count", "count/year"}  # of two groups of people they are two numbers
PERCENTILES = {Statistic.P10, Statistic.P25, Statistic.P75, Statistic.P90}


@dataclass(frozen=True)
class Finding:
    """`terms`: the keys of TERMS in which the figures differ or that one leaves unstated."""

    kind: FindingKind
    figures: tuple
    terms: tuple[str, ...] = ()


def compare(a, b) -> Finding | None:
    """What two figures of one subject and measure say of each other, or None where nothing."""
    if not _comparable(a, b) or _are_parts(a, b):
        return None
    terms = differing_terms(a, b)
    if not a.value.differs_from(b.value, MEASURES[a.measure].unit):
        return _told_two_ways(a, b, terms)
    if not terms:
        return Finding(FindingKind.CONTRADICTION, (a, b))
    if _is_government(a):
        return None  # two editions of a federal file are a series
    return Finding(FindingKind.SPREAD, (a, b), terms)


def differing_terms(a, b) -> tuple[str, ...]:
    """Unstated equals unstated only inside one source."""
    same_source = a.source_id == b.source_id
    pairs = {
        "statistic": (a.statistic, b.statistic),
        "population": (a.population, b.population),
        "basis": (a.basis, b.basis),
        "period": ((a.period_from, a.period_to), (b.period_from, b.period_to)),
    }
    unstated = {"unstated", (None, None)}
    return tuple(
        term for term, (x, y) in pairs.items() if x != y or (x in unstated and not same_source)
    )


def leaves_out(figure, terms: Iterable[str]) -> bool:
    """Whether the figure’s source does not state one of these terms."""
    stated = {
        "statistic": figure.statistic != "unstated",
        "population": figure.population != "unstated",
        "basis": figure.basis != "unstated",
        "period": bool(figure.period_from or figure.period_to),
        "terms": bool(figure.terms),
    }
    return not all(stated[term] for term in terms)


def has_same_words(figures: Iterable) -> bool:
    """Whether the sources say in the same words of their own what the figures hold for."""
    return len({figure.terms for figure in figures}) == 1


def findings_among(figures: Iterable) -> list[Finding]:
    """Every finding of pairs with the same subject and measure; withdrawn figures say nothing."""
    return [finding for a, b in _pairs(figures, _of_what) if (finding := compare(a, b))]


def merged(findings: Iterable[Finding]) -> list[Finding]:
    """One finding for all pairs of a kind, subject and measure, with every term that differs."""
    groups = defaultdict(list)
    for finding in findings:
        first = finding.figures[0]
        groups[finding.kind, type(first), first.subject_id, first.measure].append(finding)
    return [_merged(group) for group in groups.values()]


def topic_spreads(figures: Iterable) -> list[Finding]:
    """One finding for each topic, group of measures and unit whose figures differ; never pairs."""
    groups = defaultdict(list)
    for figure in figures:
        measure = MEASURES[figure.measure]
        if figure.topic_id and measure.comparable and _has_a_value(figure):
            groups[figure.topic_id, measure.group, measure.unit].append(figure)
    return [
        Finding(FindingKind.TOPIC_SPREAD, tuple(group))
        for (_topic, _group, unit), group in groups.items()
        if any(a.value.differs_from(b.value, unit) for a, b in combinations(group, 2))
    ]


def contradictions(figures: Iterable) -> dict:
    """{figure: [figures it contradicts]} for the figures that contradict another."""
    clashes = defaultdict(list)
    for a, b in _pairs(figures, _on_its_terms):  # on other terms they are no contradiction
        finding = compare(a, b)
        if finding and finding.kind == FindingKind.CONTRADICTION:
            clashes[a].append(b)
            clashes[b].append(a)
    return dict(clashes)


def _pairs(figures, key) -> Iterator[tuple]:
    groups = defaultdict(list)
    for figure in figures:
        if figure.status != FigureStatus.WITHDRAWN:
            groups[key(figure)].append(figure)
    return chain.from_iterable(combinations(group, 2) for group in groups.values())


def _of_what(figure):
    return type(figure), figure.subject_id, figure.measure


def _on_its_terms(figure):
    period = figure.period_from, figure.period_to
    return *_of_what(figure), figure.statistic, figure.population, figure.basis, period


def _merged(group):
    figures = dict.fromkeys(figure for finding in group for figure in finding.figures)
    terms = {term for finding in group for term in finding.terms}
    return Finding(group[0].kind, tuple(figures), tuple(t for t in TERMS if t in terms))


def _told_two_ways(a, b, terms):
    if a.value == b.value and a.source_id == b.source_id and not _is_government(a):
        return Finding(FindingKind.TOLD_TWO_WAYS, (a, b), terms)
    return None


def _comparable(a, b):
    """A claim beside a government figure is the audit's alone."""
    return (
        (type(a), a.subject_id, a.measure) == (type(b), b.subject_id, b.measure)
        and MEASURES[a.measure].comparable
        and not a.value.is_absent
        and not b.value.is_absent
        and _is_government(a) == _is_government(b)
        and _is_one_thing(a, b)
    )


def _is_one_thing(a, b):
    """A topic is a question: two answers are of one thing only where the source’s words agree."""
    return a.subject_kind != "topic" or a.terms == b.terms


def _are_parts(a, b):
    if _is_government(a) and a.source_id == b.source_id and a.item != b.item:
        return True  # two columns of one federal file, whatever of them it leaves unstated
    for parts in (RESIDENCIES, HORIZONS, PACES):
        if a.basis != b.basis and {a.basis, b.basis} <= parts:
            return True
    if MEASURES[a.measure].unit in COUNTS and a.population != b.population:
        return True
    return a.statistic != b.statistic and bool({a.statistic, b.statistic} & PERCENTILES)


def _is_government(figure):
    return figure.source.kind == SourceKind.GOVERNMENT


def _has_a_value(figure):
    return not figure.value.is_absent and figure.status != FigureStatus.WITHDRAWN
