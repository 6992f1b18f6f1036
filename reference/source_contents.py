"""What the catalogue took from a source: figures and cited records, of whichever app."""

from collections import Counter
from dataclasses import dataclass, field

from django.apps import apps
from django.core.paginator import Page
from django.db.models import CharField, Count, Q, Value
from django.utils.translation import gettext_lazy as _

from reference.enumerations import SourceKind
from reference.figure_groups import FigureRow, figure_groups
from reference.filters import Ignored, shortened
from reference.models import CitedRecord, Figure, Source, figure_models
from reference.paging import page_of

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
    """`blanks`: how many of the figures say why they have no value.

    `records`: [(plural name, how many)] of what is no figure.

    `read`: {table: all figures of a document in it}, where the page shows it as a whole; what a
    federal file holds is too much for that.
    """

    sections: list[Section]
    figures: int
    blanks: int
    records: list[tuple[str, int]]
    chosen: str = ""
    ignored: list[Ignored] = field(default_factory=list)
    read: dict[type[Figure], list[Figure]] = field(default_factory=dict)


def contents_of(source: Source, data) -> Contents:
    """Every kind’s first figures, or with `kind` all of one kind, in pages."""
    counts, blanks = _counts(figure_models(), source)
    chosen = data.get("kind", "").strip()
    ignored = []
    if chosen and chosen not in counts:
        ignored = [Ignored(str(_("Kind")), shortened(chosen))]
        chosen = ""
    read = {} if chosen or source.kind == SourceKind.GOVERNMENT else _read(source, counts)
    kinds = [model for model in figure_models() if _is_shown(model, counts, chosen)]
    sections = [_section(model, source, counts, data, chosen, read) for model in kinds]
    ignored += [item for section in sections for item in section.ignored]
    total = sum(counts.values())
    return Contents(sections, total, blanks, _records(source), chosen, ignored, read=read)


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
    """The sources, each with `figures_taken`."""
    counts = counts_by_source()
    sources = list(sources)
    for source in sources:
        source.figures_taken = counts[source.pk]
    return sources


def _counts(models, source) -> tuple[dict[str, int], int]:
    """How many figures of each kind, and how many of all are stated blanks: in one query."""
    stated = Count("pk", filter=~Q(absence=""))
    querysets = [
        _grouped(model.objects.visible().from_source(source), model.subject_kind, blanks=stated)
        for model in models
    ]
    rows = list(querysets[0].union(*querysets[1:], all=True))
    counts = {kind: number for kind, number, _blanks in rows if number}
    return counts, sum(blanks for _kind, _number, blanks in rows)


def _summed(querysets) -> dict[str, int]:
    counts = querysets[0].union(*querysets[1:], all=True)
    return {name: number for name, number in counts if number}


def _count(model, name, source):
    records = model._default_manager
    return _grouped(records.filter(source=source), name)


def _grouped(records, name, **more):
    named = records.order_by().annotate(counted_as=Value(name, CharField()))
    grouped = named.values("counted_as").annotate(n=Count("pk"), **more)
    return grouped.values_list("counted_as", "n", *more)


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


def _records(source):
    models = [model for model in apps.get_models() if issubclass(model, CitedRecord)]
    counts = _summed([_count(model, model._meta.label_lower, source) for model in models])
    named = ((model._meta, counts.get(model._meta.label_lower)) for model in models)
    return [
        (meta.verbose_name if number == 1 else meta.verbose_name_plural, number)
        for meta, number in named
        if number
    ]
