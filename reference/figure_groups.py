"""Figures as a page shows them: by measure, each with its standing among the others."""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from itertools import groupby

from django.utils.translation import gettext as _

from reference.blanks import REASONS
from reference.enumerations import FigureStatus, Population
from reference.findings import COUNTS, TERMS, FindingKind, compare, contradictions, has_same_words
from reference.headlines import counts_whom_it_should
from reference.measures import MEASURES
from reference.models import Figure

PLACES = {key: place for place, key in enumerate(MEASURES)}


@dataclass(frozen=True)
class FigureRow:
    """`contradicts`: figures of the same subject and terms that say otherwise.

    `audited`: in words what it was found to be, where that says more than its standing.
    """

    figure: Figure
    contradicts: tuple
    standing: str
    scope: str
    audited: str = ""

    @property
    def leads(self) -> bool:
        """Whether it is the headline among figures that could stand for each other."""
        bare = (_of_its_people(self.figure), _of_nobody_stated())
        return self.figure.headline and self.standing not in bare

    @property
    def in_same_words(self) -> bool:
        """Whether what contradicts it is said in the same words of the sources’ own."""
        return has_same_words((self.figure, *self.contradicts))


@dataclass(frozen=True)
class FigureGroup:
    """All figures of one measure, the headline first."""

    measure: str
    label: str
    rows: tuple[FigureRow, ...]


def figure_groups(figures: Iterable, scopes: dict[str, str] | None = None) -> list[FigureGroup]:
    """`scopes`: {kind of subject: words} for figures that the page’s subject inherits."""
    figures = sorted(figures, key=lambda figure: (PLACES[figure.measure], not figure.headline))
    clashes = contradictions(figures)
    return [
        _group(measure, list(group), clashes, scopes or {})
        for measure, group in groupby(figures, lambda figure: figure.measure)
    ]


def row_of(groups: list[FigureGroup], measure: str) -> FigureRow | None:
    """The headline row of a measure; one that only says why there is none if that is all."""
    rows = next((group.rows for group in groups if group.measure == measure), ())
    fit = [row for row in rows if counts_whom_it_should(row.figure)]
    return next((row for row in rows if row.figure.headline), fit[0] if fit else None)


def headline_rows(groups: list[FigureGroup]) -> dict[str, FigureRow | None]:
    """{measure: its headline row}."""
    return {group.measure: row_of(groups, group.measure) for group in groups}


def clashing_rows(groups: list[FigureGroup]) -> list[FigureRow]:
    """One row for each contradiction, told from the figure that stands first."""
    seen, rows = set(), []
    for group in groups:
        for row in group.rows:
            if row.contradicts and row.figure not in seen:
                seen |= {row.figure, *row.contradicts}
                rows.append(row)
    return rows


def groups_without(groups: Iterable[FigureGroup], figures: Iterable[Figure]) -> list[FigureGroup]:
    """What is left of the groups when these figures are told elsewhere on the page."""
    elsewhere = set(figures)
    left = (
        replace(group, rows=tuple(row for row in group.rows if row.figure not in elsewhere))
        for group in groups
    )
    return [group for group in left if group.rows]


def _group(measure, figures, clashes, scopes):
    rows = (
        FigureRow(
            figure,
            tuple(clashes.get(figure, ())),
            _standing(figure, figures, figure in clashes),
            scopes.get(figure.subject_kind, ""),
        )
        for figure in figures
    )
    return FigureGroup(measure, MEASURES[measure].label, tuple(rows))


def _standing(figure, group, clashes):
    if figure.status != FigureStatus.AS_PRINTED:
        return str(FigureStatus(figure.status).label).capitalize()
    if figure.value.is_absent:
        return str(REASONS[figure.absence])
    if clashes:
        return _("Contradicted")
    if not MEASURES[figure.measure].comparable:
        return _("Also told another way") if _is_retold(figure, group) else _("One figure")
    if len(group) == 1:
        return _("One figure")
    if _counts_others(figure, group):
        return _of_its_people(figure)
    if _is_uncrowned(figure, group):
        return _of_nobody_stated()
    return _("Headline") if figure.headline else _beside(figure, group[0])


def _is_retold(figure, group):
    """Whether a source describes another number of the group in the same words."""
    return bool(figure.terms) and [other.terms for other in group].count(figure.terms) > 1


def _counts_others(figure, group):
    """Whether it counts people whom no other of the group counts: it has no rival."""
    counted = [other.population for other in group]
    stated = Population.UNSTATED not in counted
    return figure.unit in COUNTS and stated and counted.count(figure.population) == 1


def _of_its_people(figure):
    return _("Only figure for %s") % Population(figure.population).label


def _is_uncrowned(figure, group):
    """Whether it is a claim of nobody knows whom, beside a federal figure that says of whom."""
    return (
        figure.headline
        and figure.population == Population.UNSTATED
        and any(_is_claim_beside_record(figure, other) for other in group)
    )


def _of_nobody_stated():
    return _("As printed; who was counted is not stated")


def _is_claim_beside_record(a, b):
    """Whether one of them is federal and they are not of the same people."""
    return a.source.is_federal != b.source.is_federal and a.population != b.population


def _beside(figure, first):
    """How it stands beside the figure that the page shows first."""
    finding = compare(first, figure)
    if finding is None and _is_claim_beside_record(figure, first):
        return _("Not like for like: %s") % TERMS["population"]
    if finding is None:
        return _("Also published")
    if finding.kind == FindingKind.TOLD_TWO_WAYS:
        return _("The same number, told another way")
    terms = ", ".join(str(TERMS[term]) for term in finding.terms)
    return _("Not like for like: %s") % terms
