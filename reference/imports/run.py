"""One import from files to report: all or nothing, one at a time."""

from collections.abc import Mapping, Sequence
from importlib import import_module
from pathlib import Path

from django.db import transaction
from tqdm import tqdm

from reference.imports.cells import unknown_choice
from reference.imports.errors import Rejection
from reference.imports.files import find_files
from reference.imports.interrupts import stoppable
from reference.imports.load import Loader
from reference.imports.lock import import_lock
from reference.imports.markdown_files import read_folder
from reference.imports.options import Options
from reference.imports.reading import Row, Sheet, read_sheet
from reference.imports.report import Report
from reference.imports.tables import OPTIONAL, Table
from reference.refresh import refresh_all_headlines
from reference.signals import evidence_changed


def tables_of(app: str) -> Sequence[Table]:
    """The seed files an app declares, in loading order."""
    return import_module(f"{app}.imports.seed_files").TABLES


def run_import(paths: Mapping[str, Path], options: Options) -> Report:
    """Load the seed files of these apps, in this order, in one transaction.

    Raises UnusableFile before anything is written, ImportRunning if another import is at work,
    Stopped if a signal comes before the end.
    """
    report = Report()
    with stoppable() as too_late:
        sheets = _read_all(paths)
        with import_lock(), transaction.atomic():
            _load_all(sheets, report, options)
            transaction.set_rollback(not report.written)
            too_late()
    return report


def _read_all(paths):
    """(app, the file’s tables, sheet) in loading order."""
    return [
        (app, tables, _read(file, tables[0]))
        for app, path in paths.items()
        for file, tables in find_files(app, tables_of(app), path)
    ]


def _read(path, table):
    read = read_folder if table.is_folder else read_sheet
    return read(path, table.column_names, OPTIONAL)


def _load_all(sheets, report, options):
    rows = sum(len(sheet.rows) for _app, _tables, sheet in sheets)
    with tqdm(total=rows, unit="row", leave=False, disable=None) as bar:
        loader = Loader(report, options.overwrite, bar.update)
        for app, tables, sheet in sheets:
            _load_sheet(loader, app, tables, sheet)
    report.written = not options.dry_run and (options.keep_going or not report.rejections)
    if report.written and report.changed:
        refresh_all_headlines()
        evidence_changed.send(sender=None)


def _load_sheet(loader: Loader, app: str, tables: Sequence[Table], sheet: Sheet) -> None:
    for table in tables:
        rows = [row for row in sheet.rows if table.holds(row)]
        loader.load(app, table, rows, complete=not sheet.rejections)
    strays = [row for row in sheet.rows if not any(table.holds(row) for table in tables)]
    for rejection in sheet.rejections + [_of_no_table(tables, row) for row in strays]:
        loader.report.reject(app, rejection)


def _of_no_table(tables: Sequence[Table], row: Row) -> Rejection:
    (column, _kind), *_others = kinds = [table.when for table in tables if table.when]
    reason = unknown_choice(row[column], [kind for _column, kind in kinds])
    return Rejection(tables[0].file, row.line, column, reason)
