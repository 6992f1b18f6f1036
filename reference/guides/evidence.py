"""The figures and sources that the references of a guide lead to, found in a few queries."""

from collections.abc import Iterable
from importlib import import_module
from operator import attrgetter

from reference.figure_groups import FigureRow
from reference.findings import contradictions
from reference.guides.references import (
    FigureReference,
    LineReference,
    Reference,
    references_in,
)
from reference.models import Figure, Guide, Source, figure_models

Evidence = dict[Reference, FigureRow | Source]


def evidence_of(references: Iterable[Reference]) -> Evidence:
    """{reference: row or source} of those that lead somewhere: a query for each kind of figure."""
    references = set(references)
    figures = [found for found in references if isinstance(found, FigureReference)]
    lines = [found for found in references if isinstance(found, LineReference)]
    found: Evidence = _sources(lines)
    for model in figure_models():
        asked = [reference for reference in figures if reference.kind == model.subject_kind]
        found |= _rows(model, asked) if asked else {}
    return found


def broken_references(guide: Guide) -> list[str]:
    """As written: what is no reference, or leads to no figure that pages show or to no source."""
    written = list(references_in(guide.body))
    found = evidence_of(reference for _text, reference in written if reference)
    return [text for text, reference in written if reference not in found]


def _sources(references):
    sources = Source.objects.in_bulk({found.source for found in references}, field_name="slug")
    return {
        reference: sources[reference.source]
        for reference in references
        if reference.source in sources and _has_lines(sources[reference.source], reference)
    }


def _has_lines(source, reference):
    return min(reference.lines) >= 1 and max(reference.lines) <= (source.lines or 999_999)


def _rows(model, references):
    """With all figures of the same subjects and measures, which may contradict those cited."""
    key = _subject_key(model)
    subjects = {reference.subject.split("/")[0] for reference in references}
    measures = {reference.measure for reference in references}
    figures = list(model.objects.visible().with_subjects().among(key[0], subjects, measures))
    clashes = contradictions(figures)
    rows = {
        _reference_to(figure, key): FigureRow(figure, tuple(clashes.get(figure, ())), "", "")
        for figure in figures
    }
    return {reference: rows[reference] for reference in references if reference in rows}


def _reference_to(figure: Figure, key: tuple[str, ...]) -> FigureReference:
    paths = (path.replace("__", ".") for path in key)
    subject = "/".join(str(attrgetter(path)(figure.subject)) for path in paths)
    return FigureReference(
        figure.subject_kind, subject, figure.measure, figure.source.slug, figure.item
    )


def _subject_key(model: type[Figure]) -> tuple[str, ...]:
    """The fields by which seed files name a subject: (institution__slug, field__cip, level)."""
    tables = import_module(f"{model._meta.app_label}.imports.seed_files").TABLES
    table = next(table for table in tables if table.model is model)
    column = next(column for column in table.columns if column.name == "subject")
    return column.by
