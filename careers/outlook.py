"""Jobs of an occupation as federal files count and project them."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from django.contrib.humanize.templatetags.humanize import intcomma
from django.utils.translation import gettext as _

from careers.models import OccupationFigure
from reference.enumerations import Basis, Population, SourceKind

MEASURES = ("employment", "growth", "openings")
CHANGE = "other_count"  # of Employment Projections alone: the change in jobs


@dataclass(frozen=True)
class OutlookRow:
    """`change`: in jobs, beside those expected."""

    figure: OccupationFigure
    change: OccupationFigure | None = None

    @property
    def is_of_employees(self) -> bool:
        return self.figure.population == Population.EMPLOYEES

    @property
    def change_in_words(self) -> str:
        """“267,700 more”; blank where none is known."""
        if self.change is None or self.change.value.is_absent or not self.change.low:
            return ""
        jobs = intcomma(int(abs(self.change.low)))
        return (_("%s more") if self.change.low > 0 else _("%s fewer")) % jobs

    @property
    def label(self) -> str:
        figure = self.figure
        if figure.measure == "growth":
            return _("Growth in jobs, projected")
        if figure.measure == "openings":
            return _("Openings a year, projected")
        if self.is_of_employees:
            return _("Employees")
        return _("Jobs expected") if figure.basis == Basis.PROJECTION else _("Jobs")

    @property
    def counted(self) -> str:
        """What the number takes in; blank where its label says it all."""
        if self.figure.measure == "openings":
            return _("Growth and replacement of those who leave, on average a year")
        if self.figure.measure == "employment":
            without = self.is_of_employees
            return _("Without the self-employed") if without else _("With the self-employed")
        return ""


def outlook_rows(figures: Iterable[OccupationFigure]) -> list[OutlookRow]:
    """By measure, then from the earliest year counted to the last expected."""
    told = [figure for figure in figures if is_outlook(figure)]
    changes = {figure.source_id: figure for figure in told if figure.measure == CHANGE}
    rows = [_row(figure, changes) for figure in told if figure.measure != CHANGE]
    return sorted(rows, key=_order)


def is_outlook(figure: OccupationFigure) -> bool:
    is_federal = figure.source.kind == SourceKind.GOVERNMENT
    is_told = figure.measure in (*MEASURES, CHANGE)
    return is_told and is_federal and not figure.is_disputed


def _row(figure, changes):
    is_expected = figure.measure == "employment" and figure.basis == Basis.PROJECTION
    return OutlookRow(figure, changes.get(figure.source_id) if is_expected else None)


def _order(row):
    figure = row.figure
    employees = figure.population == Population.EMPLOYEES
    return MEASURES.index(figure.measure), employees, figure.period_to or date.min, figure.pk
