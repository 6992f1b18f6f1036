"""Records → seed files that import back without a change."""

import csv
from collections.abc import Iterable, Iterator, Sequence
from itertools import chain, groupby
from pathlib import Path
from typing import TextIO

from reference.imports.formulas import disarmed
from reference.imports.markdown_files import write_folder
from reference.imports.reading import Row
from reference.imports.related_columns import ReferenceColumn
from reference.imports.tables import OPTIONAL, Table
from reference.imports.waves import in_waves

AT_ONCE = 1000  # records in memory


def export_tables(tables: Sequence[Table], directory: Path) -> dict[str, int]:
    """Write one file for each name, remove one without records. Returns rows by file name."""
    directory.mkdir(parents=True, exist_ok=True)
    counts = {}
    for file, group in groupby(tables, lambda table: table.file):
        of_file = list(group)
        rows = chain.from_iterable(_rows(table) for table in of_file)
        write = _write_folder if of_file[0].is_folder else write_rows
        counts[file] = write(directory / file, rows)
    return counts


def _rows(table: Table) -> Iterable[Row]:
    """Parents first, else in the order in which they were first loaded: so they load again."""
    if not table.parent:
        return _records(table)
    waves, circle = in_waves(table, list(_records(table)))
    return chain(*waves, circle)


def _records(table: Table) -> Iterator[Row]:
    related = {
        path
        for column in table.columns
        if isinstance(column, ReferenceColumn)
        for path in column.related
    }
    names = [column.field_name for column in table.names_columns]
    records = table.model._default_manager.select_related(*related).prefetch_related(*names)
    header = (*table.column_names, *OPTIONAL)
    kind = [table.when[1]] if table.when else []
    for place, record in enumerate(records.order_by("pk").iterator(AT_ONCE)):
        cells = [*kind, *(column.render(record) for column in table.columns)]
        yield Row(place, header, (*cells, record.origin, record.edited))


def write_rows(path: Path, rows: Iterable[Row]) -> int:
    """As a seed file, whole or not at all, as the rows come; without rows there is no file."""
    rows = iter(rows)
    first = next(rows, None)
    if first is None:
        path.unlink(missing_ok=True)
        return 0
    unfinished = path.with_suffix(".unfinished")
    with unfinished.open("w", encoding="utf-8", newline="") as file:
        writer = csv.writer(_LineFeeds(file))
        writer.writerow(first.header)
        number = 0
        for row in chain([first], rows):
            writer.writerow([disarmed(cell) for cell in row.cells])
            number += 1
    unfinished.replace(path)
    return number


def _write_folder(path, rows):
    rows = list(rows)
    write_folder(path, rows)
    return len(rows)


class _LineFeeds:
    """The csv module quotes a lone return only where rows end in one; these end in a line feed."""

    def __init__(self, file: TextIO):
        self.file = file

    def write(self, row: str) -> None:
        self.file.write(row.removesuffix("\r\n") + "\n")
