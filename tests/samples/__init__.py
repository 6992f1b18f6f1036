"""A small catalogue as seed files, with rows of every table, and ways to break it."""

import os
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from io import StringIO
from pathlib import Path

from django.apps import apps
from django.core.management import call_command

from reference.imports.load import Loader
from reference.imports.reading import Row
from reference.imports.report import Report, sentence
from reference.imports.run import tables_of
from reference.imports.tables import Table
from reference.models import DataChange

APPS = ("reference", "careers", "programs")
SEEDS = Path(__file__).parent / "seeds"


def copy_of_samples(folder: Path) -> Path:
    """The sample files in a folder of their own, to be changed there."""
    return Path(shutil.copytree(SEEDS, folder / "seeds"))


def edit(path: Path, old: str, new: str) -> None:
    """Replace what stands there once."""
    text = path.read_text("utf-8")
    assert text.count(old) == 1, f"{old!r} stands {text.count(old)} times in {path.name}"
    path.write_text(text.replace(old, new), "utf-8")


def run(command: str, *args, **options) -> tuple[int, list[str]]:
    """(exit status, the lines it prints) of a command that reads its files to the end."""
    out = StringIO()
    try:
        call_command(command, *args, stdout=out, **options)
    except SystemExit as end:
        return int(end.code or 0), out.getvalue().splitlines()
    return 0, out.getvalue().splitlines()


def load(folder: Path = SEEDS) -> None:
    for app in APPS:
        status, lines = run(f"import_{app}", folder)
        assert status == 0, lines


def stored() -> dict[str, list[dict]]:
    """Every row of every table of the three apps, but for the token that any write renews."""
    models = {model for app in APPS for model in apps.get_app_config(app).get_models()}
    return {
        model._meta.label: list(model._base_manager.order_by("pk").values())
        for model in models - {DataChange}
    }


def texts(folder: Path) -> dict[str, str]:
    """{path in the folder: text} of its files."""
    files = sorted(path for path in folder.rglob("*") if path.is_file())
    return {str(path.relative_to(folder)): path.read_text("utf-8") for path in files}


def table_of(app: str, file: str, kind: str = "") -> Table:
    """The table that a file of an app is; `kind`: which, where it holds rows of several."""
    named = (table for table in tables_of(app) if table.file == file)
    return next(t for t in named if not kind or (t.when and t.when[1] == kind))


def row_of(table: Table, line: int = 2, **cells: str) -> Row:
    """A row of the file, blank where nothing is given."""
    if table.when:
        cells = dict([table.when]) | cells
    header = tuple(dict.fromkeys([*table.column_names, *cells]))
    return Row(line, header, tuple(cells.get(column, "") for column in header))


def load_rows(table: Table, *rows: dict[str, str], complete: bool = True, **options) -> Report:
    """What comes of loading these cells, from line 2 on, as a file of the app “app”."""
    report = Report()
    lines = [row_of(table, line, **cells) for line, cells in enumerate(rows, 2)]
    Loader(report, **options).load("app", table, lines, complete)
    return report


def counts(report: Report) -> str:
    return sentence(report.totals).partition(" = ")[2]


def rejections(report: Report) -> list[str]:
    """Without the file."""
    return [str(rejection).partition(", ")[2] for rejection in report.rejections]


def tuition_of(slug: str, **cells: str) -> dict[str, str]:
    usual = {"subject": slug, "measure": "tuition", "item": "table", "value": "100"}
    return usual | {"source": "hakia", "locator": "line 1"} | cells


@contextmanager
def as_nobody() -> Iterator[None]:
    """Root may read everything: within, it is another user. Anyone else stays who they are."""
    user = os.geteuid()
    os.seteuid(user or 65534)
    try:
        yield
    finally:
        os.seteuid(user)
