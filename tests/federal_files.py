"""The publishers’ own files and small workbooks with their headers.

The files are not part of the project; where a checkout has them beside it, or the variable
FEDERAL_FILES says where they are, tests read them. They are cut, but in the publishers’ layouts.
"""

import os
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path

import openpyxl
import pytest
from django.core.management import CommandError

from config.env import BASE_DIR
from tests.samples import run

FEDERAL_FILES = Path(os.environ.get("FEDERAL_FILES") or BASE_DIR.parent / "shared" / "data")


def save_workbook(path: Path, sheets: Mapping[str, Iterable[Sequence]]) -> Path:
    """{sheet: rows}"""
    book = openpyxl.Workbook(write_only=True)
    for name, rows in sheets.items():
        sheet = book.create_sheet(name)
        for row in rows:
            sheet.append(list(row))
    book.save(path)
    return path


def rows_of_sheet(path: Path, sheet: str | int) -> list[tuple]:
    """As openpyxl reads them: independent of the project’s own reader."""
    book = openpyxl.load_workbook(path, read_only=True)
    found = book.worksheets[sheet] if isinstance(sheet, int) else book[sheet]
    return list(found.iter_rows(values_only=True))


def refusal(command: str, *args, **options) -> str:
    """The message of a command that cannot use a file, and so changes nothing."""
    with pytest.raises(CommandError) as caught:
        run(command, *args, **options)
    assert caught.value.returncode == 2
    assert str(caught.value).endswith("Nothing was changed.")
    return str(caught.value)
