"""A ranking edition as its page shows it: rows as printed, and what follows from them."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cached_property
from statistics import median

from programs.models import InstitutionFigure, Ranking, RankingEntry, RankingFigure
from reference.figure_groups import FigureRow, clashing_rows, figure_groups, row_of
from reference.values import Value


@dataclass(frozen=True)
class RankedRow:
    """`tied`: another row of this ranking has the same score."""

    entry: RankingEntry
    tied: bool
    tuition: FigureRow | None
    graduation_rate: FigureRow | None


@dataclass(frozen=True)
class PrintedMedian:
    """The middle of printed figures of one measure; our calculation."""

    figures: list

    @property
    def number(self):
        """None where nothing is printed."""
        printed = [figure.value.sort_key for figure in self.figures]
        return round(median(printed)) if printed else None

    @property
    def in_words(self) -> str:
        """Blank where nothing is printed."""
        if self.number is None:
            return ""
        return Value.parse(str(self.number)).in_words(self.figures[0].unit)


class RankingTable:
    """`read`: {table: records}, entries and figures of every ranking, where they are at hand."""

    def __init__(self, ranking: Ranking, read: Mapping[type, Iterable] | None = None):
        self.ranking = ranking
        self.read = read or {}

    @cached_property
    def rows(self) -> list[RankedRow]:
        entries = sorted(self._entries(), key=lambda entry: (entry.rank, entry.institution.name))
        groups = self._figure_groups(entries)
        scores = Counter(entry.score for entry in entries if entry.score is not None)
        return [_row(entry, scores, groups[entry.institution_id]) for entry in entries]

    @cached_property
    def groups(self):
        figures = RankingFigure.objects.visible().of(self.ranking)
        return figure_groups(figures.with_subjects())

    @property
    def clashes(self):
        return clashing_rows(self.groups)

    @property
    def ties(self) -> list[list[RankingEntry]]:
        """Rows with the same score."""
        by_score = defaultdict(list)
        for row in self.rows:
            if row.tied:
                by_score[row.entry.score].append(row.entry)
        return list(by_score.values())

    @property
    def rates_given(self) -> int:
        return len(_present(row.graduation_rate for row in self.rows))

    @property
    def median_tuition(self) -> str:
        """The middle of the printed tuitions, in words; blank where none is printed."""
        return tuition_of(self.rows).in_words

    def _entries(self):
        if RankingEntry in self.read:
            return [e for e in self.read[RankingEntry] if e.ranking_id == self.ranking.pk]
        return self.ranking.entries.with_names()

    def _printed(self, entries):
        if InstitutionFigure in self.read:
            figures = self.read[InstitutionFigure]
            return [f for f in figures if f.source_id == self.ranking.source_id]
        printed = InstitutionFigure.objects.visible().from_source(self.ranking.source)
        printed = printed.filter(subject__in=[entry.institution_id for entry in entries])
        return printed.with_subjects()

    def _figure_groups(self, entries):
        """{institution: groups of what this ranking’s source prints about it}."""
        figures = defaultdict(list)
        for figure in self._printed(entries):
            figures[figure.subject_id].append(figure)
        return defaultdict(list, {key: figure_groups(found) for key, found in figures.items()})


def _row(entry, scores, groups):
    tied = scores[entry.score] > 1
    return RankedRow(entry, tied, row_of(groups, "tuition"), row_of(groups, "graduation_rate"))


def tuition_of(rows) -> PrintedMedian:
    """The middle of the tuitions that rows of a ranking print."""
    return PrintedMedian(_present(row.tuition for row in rows))


def _present(rows):
    return [row.figure for row in rows if row and not row.figure.value.is_absent]
