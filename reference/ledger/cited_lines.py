"""Which records name which line of which document, read from the tables of every app."""

from collections import defaultdict
from collections.abc import Iterator, Mapping
from functools import cache
from typing import Any

from django.apps import apps
from django.db.models import QuerySet

from reference.enumerations import Fate
from reference.guides.references import LineReference, references_in
from reference.imports.related_columns import ReferenceColumn
from reference.imports.run import tables_of
from reference.imports.tables import Table
from reference.ledger.account import Named, lines_of
from reference.ledger.note_places import numbered_lines
from reference.models import CitedRecord, Figure, Guide, ImportedRecord, Note, Source


def named_lines() -> Mapping[int, Named]:
    """{id of a source with a ledger: {(line, fate): addresses}}, in a query for each table."""
    slugs = dict(Source.objects.with_ledger().values_list("slug", "pk"))
    found: dict[int, dict] = {pk: defaultdict(set) for pk in slugs.values()}
    for address, source, lines in [*_records(), *_guides(slugs)]:
        for line in lines:
            found[source][line, Fate.STORED].add(address)
    for address, source, lines in _notes(slugs):
        for line in lines:
            found[source][line, Fate.REPORTED].add(address)
    return found


@cache
def cited_tables() -> tuple[Table, ...]:
    """The seed files whose rows name a source and its lines, of whichever app."""
    holders = [
        app.name
        for app in apps.get_app_configs()
        if any(issubclass(model, ImportedRecord) for model in app.get_models())
    ]
    tables = [table for app in holders for table in tables_of(app)]
    return tuple(table for table in tables if issubclass(table.model, (CitedRecord, Figure)))


def figure_table(model: type[Figure]) -> Table:
    """The seed file’s table of one kind of figure."""
    return next(table for table in cited_tables() if table.model is model)


def address_in(table: Table, record) -> str:
    """kind/subject/measure/source/item of a figure; of another record its file and its key."""
    key = (column.render(record) for column in table.key_columns)
    return "/".join(part for part in (first_part(table), *key) if part)


def first_part(table: Table) -> str:
    """With which the addresses of its records begin: institution, career_lists."""
    return table.when[1] if table.when else table.file.removesuffix(".csv")


def with_keys(table: Table, records: QuerySet) -> QuerySet:
    """With what their addresses name, so that rendering them asks nothing more."""
    columns = (column for column in table.key_columns if isinstance(column, ReferenceColumn))
    paths = {path for column in columns for path in column.related}
    return records.select_related(*paths) if paths else records


def _records() -> Iterator[tuple]:
    for table in cited_tables():
        model: Any = table.model
        records = model._default_manager.filter(source__lines__isnull=False)
        for record in with_keys(table, records).order_by("pk"):
            if lines := lines_of(record.locator):
                yield address_in(table, record), record.source_id, lines


def _guides(slugs) -> Iterator[tuple]:
    for slug, body in Guide.objects.values_list("slug", "body"):
        for _text, reference in references_in(body):
            if isinstance(reference, LineReference) and reference.source in slugs:
                yield f"guides/{slug}", slugs[reference.source], reference.lines


def _notes(slugs) -> Iterator[tuple]:
    for note in Note.objects.select_related("source"):
        for slug, line in sorted(numbered_lines(note)):
            if slug in slugs:
                yield f"notes/{note.key}", slugs[slug], [line]
