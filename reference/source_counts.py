"""How much the catalogue took from a source: figures by kind and measure, and cited records."""

from collections import Counter
from dataclasses import dataclass

from django.apps import apps
from django.db.models import CharField, Count, Q, Value

from reference.measures import MEASURES
from reference.models import CitedRecord, Source, figure_models


@dataclass(frozen=True)
class FigureCounts:
    """`rows`: (kind of subject, measure, figures, those of them that are stated blanks)."""

    rows: list[tuple[str, str, int, int]]

    @property
    def figures(self) -> int:
        return sum(self.kinds.values())

    @property
    def blanks(self) -> int:
        return sum(blanks for *_counted, blanks in self.rows)

    @property
    def kinds(self) -> Counter:
        return _sums((kind, number) for kind, _measure, number, _blanks in self.rows)

    @property
    def measures(self) -> list[tuple[str, int]]:
        """(label, figures) in the order in which pages list measures."""
        counts = _sums((measure, number) for _kind, measure, number, _blanks in self.rows)
        return [(MEASURES[key].label, counts[key]) for key in MEASURES if counts[key]]


def counts_of(source: Source) -> FigureCounts:
    """In one query."""
    stated = Count("pk", filter=~Q(absence=""))
    querysets = [
        _grouped(
            model.objects.visible().from_source(source),
            *(model.subject_kind, "measure"),
            blanks=stated,
        )
        for model in figure_models()
    ]
    return FigureCounts(list(querysets[0].union(*querysets[1:], all=True)))


def numbers_by_source() -> Counter:
    """{source id: how many ratings and shares its records hold that are no figures}; one query."""
    querysets = [
        model._default_manager.order_by().values("source").annotate(n=Count(field))
        for model in _cited_models()
        for field in model.numbers
    ]
    return _sums(
        querysets[0]
        .values_list("source", "n")
        .union(*(queryset.values_list("source", "n") for queryset in querysets[1:]), all=True)
    )


def records_of(source: Source) -> list[tuple[str, int]]:
    """(plural name, how many) of the records that are no figures; in one query."""
    models = _cited_models()
    querysets = [
        _grouped(model._default_manager.filter(source=source), model._meta.label_lower)
        for model in models
    ]
    counts = _sums(querysets[0].union(*querysets[1:], all=True))
    named = ((model._meta, counts[model._meta.label_lower]) for model in models)
    return [
        (str(meta.verbose_name if number == 1 else meta.verbose_name_plural), number)
        for meta, number in named
        if number
    ]


def _cited_models():
    return [model for model in apps.get_models() if issubclass(model, CitedRecord)]


def _grouped(records, name, *columns, **more):
    named = records.order_by().annotate(counted_as=Value(name, CharField()))
    grouped = named.values("counted_as", *columns).annotate(n=Count("pk"), **more)
    return grouped.values_list("counted_as", *columns, "n", *more)


def _sums(pairs) -> Counter:
    """{name: sum of its numbers}"""
    sums: Counter = Counter()
    for name, number in pairs:
        sums[name] += number
    return sums
