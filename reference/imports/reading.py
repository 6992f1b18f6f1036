"""A CSV file → its header and rows, or a clear refusal. Knows nothing of what the columns mean."""

import csv
import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from difflib import get_close_matches
from pathlib import Path

from django.utils.translation import gettext as _

from reference.imports.decoding import LARGEST_FILE, open_text
from reference.imports.errors import Rejection, UnusableFile, quoted
from reference.imports.formulas import rearmed

csv.field_size_limit(LARGEST_FILE)


@dataclass(frozen=True, slots=True)
class Row:
    """`line` is where the row begins, counted from 1 with the header.

    `file` and `lines` (of each cell) where each row of the table is a file of its own.
    """

    line: int
    header: tuple[str, ...]
    cells: tuple[str, ...]
    file: str = ""
    lines: tuple[int, ...] = ()

    def __getitem__(self, column: str) -> str:
        return self.cells[self.header.index(column)]

    def __contains__(self, column: str) -> bool:
        return column in self.header

    def line_of(self, column: str) -> int:
        """Where the cell begins, as near as the file tells."""
        named = self.lines and column in self.header
        return self.lines[self.header.index(column)] if named else self.line


@dataclass
class Sheet:
    """A file that could be read: its rows, and those that could not be split into cells."""

    rows: list[Row]
    rejections: list[Rejection]


def read_sheet(path: Path, columns: list[str], optional: list[str]) -> Sheet:
    """Read the file; raises UnusableFile unless its header has just these columns, in any order."""
    records = _records(path)
    line, cells = next(records, (0, []))
    if not cells:
        raise UnusableFile(path, _("is empty; write a header and rows, or remove the file"))
    header = tuple(cells)
    _check_header(path, line, header, columns, optional)
    sheet = Sheet([], [])
    for line, cells in records:
        row = Row(line, header, tuple(rearmed(cell.strip()) for cell in cells))
        if len(cells) == len(header):
            sheet.rows.append(row)
        else:
            sheet.rejections.append(Rejection(path.name, line, "", _miscounted(row)))
    if not sheet.rows and not sheet.rejections:
        raise UnusableFile(path, _("has a header but no rows; add rows or remove the file"))
    return sheet


def _records(path: Path) -> Iterator[tuple[int, list[str]]]:
    """Each record with the line where it begins; those without any text are passed over."""
    reader = csv.reader(open_text(path), strict=True)
    line = 0
    try:
        for cells in reader:
            begins, line = line + 1, reader.line_num
            if any(cell.strip() for cell in cells):
                yield begins, cells
    except csv.Error as error:
        reason = _("cannot be split into cells (%s); look for a quote that is not closed") % error
        raise UnusableFile(path, reason, line + 1) from None


def _miscounted(row: Row) -> str:
    counts = {"cells": len(row.cells), "header": len(row.header)}
    reason = _("has %(cells)d cells, the header %(header)d; look for a missing quote or comma")
    return reason % counts


def _check_header(path, line, header, columns, optional):
    _check_separator(path, line, header)
    for name, times in Counter(header).items():
        if times > 1 and name:
            raise UnusableFile(path, _("stands twice in the header; remove one"), line, name)
        if name not in columns and name not in optional:
            raise UnusableFile(path, _unknown(name, columns), line, name)
    missing = [name for name in columns if name not in header]
    if missing:
        reason = _("the header lacks %s; add the column (its cells may be blank)")
        raise UnusableFile(path, reason % ", ".join(missing), line)


def _check_separator(path, line, header):
    other = re.search("[;\t|]", header[0])
    if len(header) == 1 and other:
        reason = _("cells are separated by %s; save the file with commas") % quoted(other[0])
        raise UnusableFile(path, reason, line)


def _unknown(name, columns):
    if not name:
        return _("a column has no name; give it one, or remove the comma too many")
    close = get_close_matches(name, columns, 1)
    if close:
        return _("is not a column of this file; did you mean “%s”?") % close[0]
    return _("is not a column of this file; it has %s") % ", ".join(columns)
