"""What federal files count of a field of study at a university: graduates, earnings, debt."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from functools import cached_property

from django.utils.text import capfirst

from careers.models import FieldOfStudy
from programs.models import InstitutionFieldFigure
from reference.enumerations import Absence, Basis

OUTCOMES = ("earnings", "starting_pay", "debt")
HORIZONS = (Basis.YEAR_1, Basis.YEAR_4, Basis.YEAR_5)


@dataclass(frozen=True)
class Silence:
    """Outcomes of one code that are withheld or missing for one reason."""

    absence: Absence
    figures: tuple[InstitutionFieldFigure, ...]

    @property
    def figure(self) -> InstitutionFieldFigure:
        return self.figures[0]

    @property
    def what(self) -> str:
        """Earnings a year, one year on; debt."""
        return capfirst("; ".join(figure.horizon_label.lower() for figure in self.figures))

    @property
    def is_privacy(self) -> bool:
        return self.absence == Absence.SUPPRESSED


class FieldRecord:
    """The figures of one code, or of several that a page tells together.

    `programs`: the listed ones of the code, where the page names them.
    """

    def __init__(self, field: FieldOfStudy, figures: Iterable[InstitutionFieldFigure], programs=()):
        self.field = field
        self.figures = list(figures)
        self.programs = list(programs)

    @cached_property
    def counts(self) -> list[InstitutionFieldFigure]:
        """Graduates, then what else is counted, of each year; newest first."""
        return sorted((f for f in self.figures if f.measure not in OUTCOMES), key=_count_order)

    @property
    def counts_by_code(self) -> list[tuple[FieldOfStudy, list[InstitutionFieldFigure]]]:
        """[(field, its counts)], the longest code first: counts of two codes are no series."""
        groups = defaultdict(list)
        for figure in self.counts:
            groups[figure.subject.field].append(figure)
        return sorted(groups.items(), key=lambda group: (-len(group[0].cip), group[0].cip))

    @property
    def has_debt(self) -> bool:
        return any(figure.measure == "debt" for figure in self.outcomes)

    @property
    def has_earnings(self) -> bool:
        return any(figure.measure != "debt" for figure in self.outcomes)

    @property
    def graduates(self) -> list[InstitutionFieldFigure]:
        return [figure for figure in self.counts if figure.measure == "completions"]

    @cached_property
    def outcomes(self) -> list[InstitutionFieldFigure]:
        return sorted((f for f in self.figures if f.measure in OUTCOMES), key=_outcome_order)

    @property
    def known(self) -> list[InstitutionFieldFigure]:
        return [figure for figure in self.outcomes if not figure.value.is_absent]

    @property
    def silences(self) -> list[Silence]:
        """One line a code, source and reason, so that nine blanks of ten are no wall."""
        groups = defaultdict(list)
        for figure in self.outcomes:
            if figure.value.is_absent:
                groups[figure.subject, figure.source, figure.absence].append(figure)
        return [
            Silence(Absence(absence), tuple(figures))
            for (_subject, _source, absence), figures in groups.items()
        ]

    @property
    def is_repeated(self) -> bool:
        """Whether earnings or debt are those of several campuses, given to each."""
        return any(figure.is_repeated for figure in self.outcomes)

    @property
    def has_several_horizons(self) -> bool:
        return len({figure.basis for figure in self.outcomes if figure.basis in HORIZONS}) > 1


def _count_order(figure):
    ends = figure.period_to or date.min
    return -ends.toordinal(), figure.measure != "completions", figure.item


def _outcome_order(figure):
    """An edition that states no years is a newer one than those that do."""
    ends = figure.period_to or date.max
    horizon = HORIZONS.index(figure.basis) if figure.basis in HORIZONS else 0
    return OUTCOMES.index(figure.measure), -ends.toordinal(), horizon, figure.item
