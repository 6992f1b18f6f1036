"""A list of programs as CSV (RFC 4180) that no spreadsheet runs as formulas."""

import csv
from collections.abc import Iterator
from itertools import chain

from programs.exports.figure import PARTS, FileFigure
from programs.exports.row import FIGURES, IN_WORDS, Row
from programs.exports.selection import AT_ONCE, Selection
from reference.imports.formulas import disarmed
from reference.values import plain

MARK = "\ufeff"
HEADER = [*IN_WORDS, *(f"{figure}_{part}" for figure in FIGURES for part in PARTS)]


def csv_of(selection: Selection) -> Iterator[bytes]:
    """In lots of many rows each. A blank cell is unknown, never 0."""
    if selection.has_mark:
        yield MARK.encode()
    lines: list[str] = []
    cells: dict[FileFigure, list[str]] = {}  # of figures that many programs share
    writer = csv.writer(_Lines(lines))
    writer.writerow(HEADER)
    for row in selection.rows():
        writer.writerow(chain((_cell(row.told[name]) for name in IN_WORDS), _figures(row, cells)))
        if len(lines) >= AT_ONCE:
            yield "".join(lines).encode()
            lines.clear()
            cells.clear()
    yield "".join(lines).encode()


def _figures(row: Row, kept: dict[FileFigure, list[str]]) -> Iterator[str]:
    for name in FIGURES:
        figure = row.figures[name]
        if figure not in kept:
            kept[figure] = [_cell(value) for value in figure.cells()]
        yield from kept[figure]


def _cell(value) -> str:
    if value is None or value == "":
        return ""
    if isinstance(value, str):
        return disarmed(value)
    return "; ".join(value) if isinstance(value, list) else _number(value)


def _number(value) -> str:
    return str(value) if isinstance(value, int) else plain(value)


class _Lines:
    """Where a csv writer writes."""

    def __init__(self, lines: list[str]):
        self.write = lines.append
