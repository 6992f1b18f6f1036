"""What a source is like as a whole: whom its figures name, and where it contradicts itself."""

from collections import Counter
from collections.abc import Mapping
from functools import cached_property

from django.db.models import CharField, Count, Value

from reference.figure_groups import FigureRow, clashing_rows, figure_groups
from reference.models import Figure, Source, figure_models


class SourceSummary:
    """Asked only as far as a page shows it; `read`: {table: all its figures}, if at hand."""

    def __init__(self, source: Source, read: Mapping[type[Figure], list[Figure]] | None = None):
        self.source = source
        self.read = read or {}

    @cached_property
    def named(self) -> list[str]:
        """Whom its figures name as their source, most often named first."""
        return sorted(self._naming, key=lambda name: (-self._naming[name], name))

    @property
    def naming(self) -> int:
        """How many of its figures name another source."""
        return sum(self._naming.values())

    @cached_property
    def contradictions(self) -> list[FigureRow]:
        """Like for like, both figures its own: one row each."""
        tables = self.read.values() or self._beside_their_own()
        return [row for figures in tables for row in clashing_rows(figure_groups(figures))]

    @cached_property
    def _naming(self):
        if self.read:
            return Counter(f.cites for figures in self.read.values() for f in figures if f.cites)
        querysets = [
            _counted(self._of(model).exclude(cites=""), "cites") for model in figure_models()
        ]
        counts: Counter = Counter()
        for name, number in querysets[0].union(*querysets[1:], all=True):
            counts[name] += number
        return counts

    def _beside_their_own(self):
        for model in self._kinds_beside_their_own():
            yield self._of(model).beside_its_own().with_subjects().order_by("pk")

    def _kinds_beside_their_own(self):
        querysets = [
            _counted(
                self._of(model)
                .beside_its_own()
                .annotate(kind=Value(model.subject_kind, CharField())),
                "kind",
            )
            for model in figure_models()
        ]
        counts = querysets[0].union(*querysets[1:], all=True)
        kinds = {kind for kind, number in counts if number}
        return [model for model in figure_models() if model.subject_kind in kinds]

    def _of(self, model):
        return model.objects.visible().from_source(self.source)


def _counted(figures, column):
    return figures.order_by().values(column).annotate(n=Count("pk")).values_list(column, "n")
