"""What the catalogue took from a source: figures and cited records, of whichever app."""

from collections import Counter
from dataclasses import dataclass, field

from django.core.paginator import Page
from django.db.models import Count
from django.utils.translation import gettext_lazy as _

from reference.figure_groups import FigureRow, figure_groups
from reference.filters import Ignored, shortened
from reference.models import Figure, Source, figure_models
from reference.paging import page_of
from reference.source_counts import FigureCounts, counts_of, numbers_by_source, records_of

ON_OVERVIEW = 20
ON_PAGE = 100

KIND_LABELS = {
    "topic": _("National claims"),
    "occupation": _("Occupations"),
    "career": _("Careers"),
    "institution": _("Universities"),
    "field": _("Fields at universities"),
    "program": _("Programs"),
    "state": _("States"),
    "ranking": _("The ranking itself"),
    "organization": _("Employers and partners"),
}


@dataclass(frozen=True)
class Section:
    """Figures of one kind of subject; `page` and `ignored` where the kind was asked for."""

    kind: str
    label: str
    total: int
    figures: list[Figure]
    page: Page | None
    ignored: list[Ignored]

    @property
    def is_whole(self) -> bool:
        return len(self.figures) == self.total

    @property
    def rows(self) -> list[FigureRow]:
        """In the order of the source; a contradiction shows where both figures are on the page."""
        groups = figure_groups(self.figures)
        rows = (row for group in groups for row in group.rows)
        return sorted(rows, key=lambda row: row.figure.pk)


@dataclass
class Contents:
    """`records`: [(plural name, how many)] of what is no figure; `numbers`: how many ratings and
    shares stand in them.

    `read`: {table: all figures of a document in it}, where the page shows it as a whole; what a
    federal file holds is too much for that.
    """

    sections: list[Section]
    counts: FigureCounts
    records: list[tuple[str, int]]
    numbers: int = 0
    chosen: str = ""
    ignored: list[Ignored] = field(default_factory=list)
    read: dict[type[Figure], list[Figure]] = field(default_factory=dict)

    @property
    def other_records(self) -> int:
        return sum(number for _name, number in self.records)


def contents_of(source: Source, data) -> Contents:
    """Every kind’s first figures, or with `kind` all of one kind, in pages."""
    counted = counts_of(source)
    counts = counted.kinds
    chosen = data.get("kind", "").strip()
    ignored = []
    if chosen and chosen not in counts:
        ignored = [Ignored(str(_("Kind")), shortened(chosen))]
        chosen = ""
    read = {} if chosen or source.is_federal else _read(source, counts)
    kinds = [model for model in figure_models() if _is_shown(model, counts, chosen)]
    sections = [_section(model, source, counts, data, chosen, read) for model in kinds]
    ignored += [item for section in sections for item in section.ignored]
    numbers = numbers_by_source()[source.pk] if source.is_federal else 0
    return Contents(sections, counted, records_of(source), numbers, chosen, ignored, read)


def counts_by_source() -> Counter:
    """{source id: how many figures}."""
    querysets = [
        model.objects.visible()
        .order_by()
        .values("source")
        .annotate(n=Count("pk"))
        .values_list("source", "n")
        for model in figure_models()
    ]
    counts: Counter = Counter()
    for source, number in querysets[0].union(*querysets[1:], all=True):
        counts[source] += number
    return counts


def with_figures_taken(sources) -> list[Source]:
    """The sources, each with `figures_taken` and `numbers_taken`."""
    counts, numbers = counts_by_source(), numbers_by_source()
    sources = list(sources)
    for source in sources:
        source.figures_taken = counts[source.pk]
        source.numbers_taken = numbers[source.pk]
    return sources


def _read(source, counts):
    """Of a table without figures of the source nothing is asked."""
    return {
        model: list(_figures(model, source)) if model.subject_kind in counts else []
        for model in figure_models()
    }


def _figures(model, source):
    return model.objects.visible().from_source(source).with_subjects().order_by("pk")


def _is_shown(model, counts, chosen):
    return model.subject_kind in counts and chosen in ("", model.subject_kind)


def _section(model, source, counts, data, chosen, read):
    kind = model.subject_kind
    figures = read.get(model) or _figures(model, source)
    page, ignored = page_of(figures, data, ON_PAGE) if chosen else (None, [])
    shown = list(page if page else figures[:ON_OVERVIEW])
    return Section(kind, KIND_LABELS[kind], counts[kind], shown, page, ignored)
