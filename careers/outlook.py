"""Jobs of an occupation as federal files count and project them."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from django.utils.translation import gettext as _

from careers.models import OccupationFigure
from reference.enumerations import Basis, Population, SourceKind

MEASURES = ("employment", "growth", "openings")


@dataclass(frozen=True)
class OutlookRow:
    figure: OccupationFigure

    @property
    def label(self) -> str:
        figure = self.figure
        if figure.measure == "growth":
            return _("Growth in jobs, projected")
        if figure.measure == "openings":
            return _("Openings a year, projected")
        if figure.population == Population.EMPLOYEES:
            return _("Employees")
        return _("Jobs expected") if figure.basis == Basis.PROJECTION else _("Jobs")

    @property
    def counted(self) -> str:
        """What the number takes in; blank where its label says it all."""
        if self.figure.measure == "openings":
            return _("Growth and replacement of those who leave, on average a year")
        if self.figure.measure == "employment":
            employees = self.figure.population == Population.EMPLOYEES
            return _("Without the self-employed") if employees else _("With the self-employed")
        return ""


def outlook_rows(figures: Iterable[OccupationFigure]) -> list[OutlookRow]:
    """By measure, then from the earliest year counted to the last expected."""
    rows = [OutlookRow(figure) for figure in figures if is_outlook(figure)]
    return sorted(rows, key=_order)


def is_outlook(figure: OccupationFigure) -> bool:
    is_federal = figure.source.kind == SourceKind.GOVERNMENT
    return figure.measure in MEASURES and is_federal and not figure.is_disputed


def _order(row):
    figure = row.figure
    employees = figure.population == Population.EMPLOYEES
    return MEASURES.index(figure.measure), employees, figure.period_to or date.min, figure.pk
