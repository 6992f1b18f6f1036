"""A publisher’s CSV or tab-delimited file, row by row: whatever its size, a few lines in memory."""

import csv
import io
from collections.abc import Iterator
from contextlib import contextmanager
from functools import partial
from pathlib import Path

from django.utils.translation import gettext as _

from reference.imports.decoding import check_kind, check_regular, is_web_page
from reference.imports.errors import UnusableFile

# Fifty times the longest line of any file known (3,306 columns), and far below what fills memory.
LONGEST_LINE = 2_000_000
MOST_COLUMNS = 10_000
BEGINNING = 64

Lines = Iterator[tuple[int, list[str]]]


@contextmanager
def open_delimited(path: Path) -> Iterator[tuple[list[str], Lines]]:
    """(header, (line, cells) of each row); `.txt` is tab-delimited and knows no quotes.

    Raises UnusableFile, while reading too. Lines count from 1 with the header; blank ones are
    passed over.
    """
    tabbed = path.suffix.lower() == ".txt"
    _check(path)
    with path.open(encoding="utf-8-sig", newline="") as file, _field_limit():
        records = _said_with_lines(path, file, tabbed)
        _line, header = next(records, (0, []))
        if not header:
            raise UnusableFile(path, _("is empty; download it again"))
        yield [name.strip() for name in header], records


def _check(path):
    form = _("delimited text")
    try:
        check_regular(path, form)
        with path.open("rb") as file:
            beginning = file.read(BEGINNING)
    except OSError as error:
        reason = _("cannot be read (%s); check its permissions") % error.strerror
        raise UnusableFile(path, reason) from None
    if is_web_page(beginning):
        reason = _("is a web page that the server sent in place of the file; download it again")
        raise UnusableFile(path, reason, 1)
    check_kind(path, beginning, form)


@contextmanager
def _field_limit():
    before = csv.field_size_limit(LONGEST_LINE)
    try:
        yield
    finally:
        csv.field_size_limit(before)


def _said_with_lines(path, file, tabbed) -> Lines:
    """What goes wrong in the middle of the file, said with its line."""
    dialect = {"delimiter": "\t", "quoting": csv.QUOTE_NONE} if tabbed else {"strict": True}
    reader = csv.reader(_bounded(path, file), **dialect)
    line = 1
    try:
        for cells in reader:
            if len(cells) > MOST_COLUMNS:
                words = {"cells": len(cells), "most": MOST_COLUMNS}
                reason = _("has %(cells)d cells, the most is %(most)d; is it the right file?")
                raise UnusableFile(path, reason % words, line)
            if cells:
                yield line, cells
            line = reader.line_num + 1
    except csv.Error as error:
        reason = _("cannot be split into cells (%s); look for a quote that is not closed") % error
        raise UnusableFile(path, reason, line) from None
    except UnicodeDecodeError:
        raise _not_utf8(path) from None


def _bounded(path, file: io.TextIOBase) -> Iterator[str]:
    for number, line in enumerate(iter(partial(file.readline, LONGEST_LINE), ""), 1):
        if len(line) == LONGEST_LINE:
            reason = _("the line is longer than %d characters; is it the right file?")
            raise UnusableFile(path, reason % LONGEST_LINE, number)
        if "\0" in line:
            place = str(line.index("\0") + 1)
            raise UnusableFile(path, _("a NUL byte; download the file again"), number, place)
        yield line


def _not_utf8(path) -> UnusableFile:
    """Decoding runs ahead of reading, so the place is looked for anew."""
    with path.open("rb") as file:
        for number, line in enumerate(iter(partial(file.readline, LONGEST_LINE), b""), 1):
            try:
                line.decode()
            except UnicodeDecodeError as error:
                reason = _("the byte 0x%02X is not UTF-8; convert it, as with %s")
                words = line[error.start], "iconv -f WINDOWS-1252 -t UTF-8"
                return UnusableFile(path, reason % words, number, str(error.start + 1))
    return UnusableFile(path, _("is not UTF-8; convert it"))
