"""What a source is like as a whole: whom its figures name, and where it contradicts itself."""

from collections import Counter
from functools import cached_property

from django.db.models import CharField, Count, Value

from reference.figure_groups import FigureRow, clashing_rows, figure_groups
from reference.models import Source, figure_models


class SourceSummary:
    """Asked only as far as a page shows it."""

    def __init__(self, source: Source):
        self.source = source

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
        rows = []
        for model in self._kinds_beside_their_own():
            figures = self._of(model).beside_its_own().with_subjects().order_by("pk")
            rows += clashing_rows(figure_groups(figures))
        return rows

    @cached_property
    def _naming(self):
        querysets = [
            _counted(self._of(model).exclude(cites=""), "cites") for model in figure_models()
        ]
        counts: Counter = Counter()
        for name, number in querysets[0].union(*querysets[1:], all=True):
            counts[name] += number
        return counts

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
