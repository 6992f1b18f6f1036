"""A list value of a program, with what a reader must know beside it."""

from dataclasses import dataclass

from django.utils.translation import gettext as _t
from django.utils.translation import gettext_lazy as _

from programs.enumerations import Scope
from reference.blanks import as_printed
from reference.enumerations import Absence, Basis, FigureStatus, Population, SourceKind
from reference.headlines import CHARGES
from reference.measures import MEASURES
from reference.models import Source
from reference.values import Value

WHOSE_WORD = {
    SourceKind.GOVERNMENT: _("federal: %s"),
    SourceKind.UNIVERSITY: _("self-reported: %s"),
    SourceKind.RANKING: _("not federal: %s"),
    SourceKind.ARTICLE: _("not federal: %s"),
}


@dataclass(frozen=True)
class ListTerms:
    """Of a list value: whose it is, who was counted, on what basis, who says so.

    `cip`, `finished`: of federal earnings, the code and the years of the graduates.
    """

    scope: str
    population: str
    basis: str
    source: Source
    cip: str = ""
    finished: str = ""

    @property
    def is_average_charge(self) -> bool:
        """The federal charge to graduate students, which is of no one program."""
        is_federal = self.source.kind == SourceKind.GOVERNMENT
        return is_federal and self.population == Population.GRADUATE_STUDENTS


class ListFigure:
    """A list value as `ProgramFacts` keeps it, with what a reader must know beside it."""

    def __init__(self, measure, value, stated: ListTerms, words_for_none=""):
        self.measure = MEASURES[measure]
        self.value = value
        self.words_for_none = words_for_none
        self.stated = stated
        self.source = stated.source
        self.told_as = ""

    @property
    def is_disputed(self) -> bool:
        """Whether all there is are figures in doubt: lists do not show them."""
        return False

    @property
    def in_words(self) -> str:
        """`told_as` takes its place where it is set."""
        known = self.told_as or as_printed(self.words_for_none)
        return known or self.value.in_words(self.measure.unit)

    @property
    def terms(self) -> str:
        """Who says it, of whom, and who was counted if that is stated."""
        return ", ".join([self._said_by, *self._of_whom])

    @property
    def short_terms(self) -> str:
        """For a cell of a list: 11.01, graduates of 2015–17; how long after, unless a year."""
        if not self.stated.cip:
            return self.terms
        years = [_t("graduates of %s") % self.stated.finished] if self.stated.finished else []
        after = [] if self.stated.basis == Basis.YEAR_1 else _labels(Basis, self.stated.basis)
        return ", ".join([self.stated.cip, *years, *after])

    @property
    def _said_by(self):
        """Of pay, whether a federal file counts it or the university tells it of itself."""
        if self.measure.group != "pay":
            return self.source.short_name
        return WHOSE_WORD[SourceKind(self.source.kind)] % self.source.short_name

    @property
    def _of_whom(self):
        stated = self.stated
        basis = _labels(Basis, stated.basis)
        if self.measure.key in CHARGES and stated.is_average_charge:
            return [_t("average for all graduate students"), *basis]
        if stated.cip:
            return [*self._graduates, *basis]
        scope = [] if stated.scope == Scope.PROGRAM else [str(Scope(stated.scope).label)]
        # who had federal aid is said once for a whole column
        aided = stated.population == Population.AIDED_COMPLETERS
        people = [] if aided else _labels(Population, stated.population)
        return [*scope, *people, *basis]

    @property
    def _graduates(self):
        finished = self.stated.finished
        years = [_t("finished %s") % finished] if finished else []
        return [_t("all programs under %s") % self.stated.cip, *years]


def _labels(kind, value):
    return [] if value in ("", "unstated") else [str(kind(value).label)]


class DisputedFigure(ListFigure):
    """Stands where every figure of a measure is disputed, and tells none of them."""

    def __init__(self, measure, stated: ListTerms):
        super().__init__(measure, Value.parse(Absence.NOT_REPORTED), stated)

    @property
    def is_disputed(self) -> bool:
        return True

    @property
    def _said_by(self):
        return self.source.short_name

    @property
    def in_words(self) -> str:
        return str(FigureStatus.DISPUTED.label).capitalize()


def list_figure(measure: str, text: str, terms: ListTerms) -> ListFigure:
    """From the notation that `ProgramFacts` keeps."""
    if text == FigureStatus.DISPUTED:
        return DisputedFigure(measure, terms)
    notation, _space, words_for_none = text.partition(" ")
    return ListFigure(measure, Value.parse(notation), terms, words_for_none)
