"""Federal figures in plain words: equal columns are told as one."""

from collections.abc import Iterable
from dataclasses import dataclass

from django.utils.text import capfirst
from django.utils.translation import gettext as _

from programs.whose_charge import residency_in_words
from reference.enumerations import Basis, Population, Statistic
from reference.models import Figure
from reference.said_once import said_once

UNSAID = {Basis.UNSTATED, Basis.PROJECTION}
UNTOLD = {Statistic.UNSTATED, Statistic.MEAN, Statistic.RATE, Statistic.TOTAL}


@dataclass(frozen=True)
class Column:
    """Equal figures of one file about the same people."""

    figures: tuple[Figure, ...]

    @property
    def figure(self) -> Figure:
        """The one that speaks for them."""
        return self.figures[0]

    @property
    def codes(self) -> str:
        """The publisher’s names: TUITION1, TUITION2."""
        return ", ".join(sorted(dict.fromkeys(figure.item for figure in self.figures)))

    @property
    def dated(self) -> str:
        """Its period, else the edition of its file; blank of neither."""
        edition = self.figure.source.edition
        return self.figure.period or (edition and _("%s edition") % edition)

    @property
    def residency(self) -> str:
        """Who pays it: “in or out of state”; blank of what is no charge."""
        return residency_in_words({figure.basis for figure in self.figures})

    @property
    def people(self) -> str:
        """“Undergraduates, in state”, “Software Developers, median”."""
        return capfirst(", ".join(said_once([part for part in self._parts() if part])))

    @property
    def _horizon(self):
        basis = self.figure.basis
        return "" if basis in UNSAID else str(Basis(basis).label)

    def _parts(self):
        figure = self.figure
        if figure.subject_kind == "occupation":
            yield figure.subject.title
        elif figure.population != Population.UNSTATED:
            yield str(Population(figure.population).label)
        yield self.residency or self._horizon
        if figure.subject_kind == "state":
            yield figure.terms
        elif figure.statistic not in UNTOLD:
            yield str(Statistic(figure.statistic).label)


def columns_of(figures: Iterable[Figure]) -> list[Column]:
    """In the order given; those that are equal about the same people become one."""
    merged: dict[tuple, list[Figure]] = {}
    for figure in figures:
        merged.setdefault(_sameness(figure), []).append(figure)
    return [Column(tuple(group)) for group in merged.values()]


def _sameness(figure):
    """Different statistics are never one column, whatever their numbers."""
    counted = figure.subject, figure.source_id, figure.population, figure.statistic
    return (*counted, figure.period_to, figure.value)
