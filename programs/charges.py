"""What a year costs by the federal survey: charges, fees and credit prices by residency."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from itertools import groupby

from django.utils.text import capfirst
from django.utils.translation import gettext as _

from programs.models import InstitutionFigure
from reference.enumerations import Basis, Bound, Population, SourceKind
from reference.headlines import CHARGES
from reference.models import Source
from reference.values import Value

RESIDENCIES = (Basis.IN_DISTRICT, Basis.IN_STATE, Basis.OUT_OF_STATE)
STUDENTS = (Population.GRADUATE_STUDENTS, Population.UNDERGRADUATES)


@dataclass(frozen=True)
class Cell:
    """One charge and over how many residencies it is the same: `figures` has one for each."""

    span: int
    figures: tuple[InstitutionFigure, ...]

    @property
    def figure(self) -> InstitutionFigure | None:
        return self.figures[0] if self.figures else None

    @property
    def same(self) -> str:
        """Over which residencies it is the same, in words; blank for one, or without a number."""
        if len(self.figures) < 2 or self.figures[0].value.is_absent:
            return ""
        if self.figures[-1].basis == Basis.OUT_OF_STATE:
            return _("the same in and out of state")
        return _("the same in district and in state")


@dataclass(frozen=True)
class Line:
    """One kind of charge over all residencies; equal neighbors share a cell."""

    label: str
    terms: str
    cells: tuple[Cell, ...]


@dataclass(frozen=True)
class Year:
    """What a year costs people of these residencies. A charge that is not in the file is None."""

    residencies: tuple[Basis, ...]
    tuition: InstitutionFigure | None
    fees: InstitutionFigure | None
    credit_price: InstitutionFigure | None

    @property
    def who(self) -> str:
        return capfirst(_either(self.residencies))

    @property
    def total(self) -> str:
        """Tuition and fees as one sum; blank unless both are plain numbers."""
        if self.tuition is None or self.fees is None:
            return ""
        parts = (self.tuition.value, self.fees.value)
        if any(part.bound != Bound.EXACT for part in parts):
            return ""
        total = sum((part.low for part in parts if part.low is not None), Decimal(0))
        return Value(total, total, Bound.EXACT).in_words(self.tuition.unit)


@dataclass(frozen=True)
class Charges:
    """One edition’s charges to one kind of students: {measure: {residency: figure}}."""

    source: Source
    population: Population
    by_measure: dict[str, dict[Basis, InstitutionFigure]]

    @property
    def students(self) -> str:
        return capfirst(str(self.population.label))

    @property
    def figures(self) -> list[InstitutionFigure]:
        return [figure for found in self.by_measure.values() for figure in found.values()]

    @property
    def period(self) -> str:
        return self.figures[0].period

    @property
    def lines(self) -> list[Line]:
        return [_line(found) for found in self.by_measure.values() if found]

    @property
    def years(self) -> list[Year]:
        """One for each residency; those charged the same in every way are one."""
        groups = groupby(RESIDENCIES, self._charged)
        return [self._year(tuple(group)) for charged, group in groups if any(charged)]

    @property
    def is_one_price(self) -> bool:
        """Whether it is the same wherever a student comes from."""
        return [year.residencies for year in self.years] == [RESIDENCIES]

    def year_of(self, residency: Basis) -> Year | None:
        return next((year for year in self.years if residency in year.residencies), None)

    def _charged(self, residency):
        figures = [self.by_measure[measure].get(residency) for measure in CHARGES]
        return [figure and figure.value for figure in figures]

    def _year(self, residencies):
        first = {measure: self.by_measure[measure].get(residencies[0]) for measure in CHARGES}
        return Year(residencies, **first)


def federal_charges(figures: Iterable[InstitutionFigure]) -> list[Charges]:
    """Newest edition first, in each the graduate students’ before the undergraduates’."""
    found: dict[tuple, list] = defaultdict(list)
    for figure in figures:
        if _is_charge(figure):
            found[figure.source, figure.population].append(figure)
    charges = [_charges(source, people, group) for (source, people), group in found.items()]
    return sorted(charges, key=_newest_then_graduates)


def _is_charge(figure):
    return (
        figure.measure in CHARGES
        and figure.source.kind == SourceKind.GOVERNMENT
        and figure.population in STUDENTS
        and figure.basis in RESIDENCIES
    )


def _charges(source, population, figures):
    by_measure: dict[str, dict] = {measure: {} for measure in CHARGES}
    for basis in RESIDENCIES:
        for figure in figures:
            if figure.basis == basis:
                by_measure[figure.measure][basis] = figure
    return Charges(source, Population(population), by_measure)


def _newest_then_graduates(charges):
    ends = max(figure.period_to or date.min for figure in charges.figures)
    return -ends.toordinal(), charges.source.slug, STUDENTS.index(charges.population)


def _cells(found):
    """Over all residencies: one that the edition leaves out has a cell without figures."""
    in_order = [found.get(basis) for basis in RESIDENCIES]
    groups = (list(group) for _value, group in groupby(in_order, lambda f: f and f.value))
    return tuple(Cell(len(group), tuple(filter(None, group))) for group in groups)


def _line(found):
    first = next(iter(found.values()))
    return Line(first.measure_label, first.terms, _cells(found))


def _either(residencies):
    words = [str(basis.label) for basis in residencies]
    if len(words) == 1:
        return words[0]
    return _("%(most)s or %(last)s") % {"most": ", ".join(words[:-1]), "last": words[-1]}
