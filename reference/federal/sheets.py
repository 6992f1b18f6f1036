"""A sheet of a publisher’s workbook, read as delimited text is: its header, then its rows."""

from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path

from django.utils.translation import gettext as _

from reference.federal.delimited import Lines
from reference.federal.workbooks import Workbook, open_workbook
from reference.imports.errors import UnusableFile

WORKBOOKS = (".xlsx", ".xlsm", ".xls")
# How a zip archive begins, as .xlsx is one, and how .xls and encrypted workbooks do.
BEGINNINGS = (b"PK", b"\xd0\xcf\x11\xe0")


def never(_cells: list[str]) -> bool:
    return False


class Sheet:
    """The `open` of a Feed. `sheet`: a name, or a place from 0. `header`: the number of its row.

    `ends`: whether the data ends before these cells, as at footnotes. `names`: header → header,
    where names change from one edition to the next. Rows have the header’s width at least.
    """

    def __init__(
        self,
        sheet: str | int = 0,
        header: int = 1,
        ends: Callable[[list[str]], bool] = never,
        names: Callable[[list[str]], list[str]] = list,
    ):
        self.sheet, self.header, self.ends, self.names = sheet, header, ends, names

    @contextmanager
    def __call__(self, path: Path) -> Iterator[tuple[list[str], Lines]]:
        """Raises UnusableFile, while reading too."""
        with open_workbook(path) as book:
            rows = book.rows(self._named_in(book, path))
            header = self.names(self._header(path, rows))
            yield header, self._data(rows, len(header))

    def place(self, file: str) -> str:
        """How messages name it: “occupation.xlsx, sheet Table 1.2”. By its place once opened."""
        return _("%(file)s, sheet %(sheet)s") % {"file": file, "sheet": self.sheet}

    def _named_in(self, book: Workbook, path: Path) -> str:
        if isinstance(self.sheet, int):
            if self.sheet >= len(book.sheet_names):
                raise UnusableFile(path, _("has no sheet %d") % (self.sheet + 1))
            self.sheet = book.sheet_names[self.sheet]
        return self.sheet

    def _header(self, path: Path, rows: Lines) -> list[str]:
        for number, cells in rows:
            if number == self.header:
                return [name.strip() for name in cells]
            if number > self.header:
                break
        reason = _("has no header in row %d; is it the right file?")
        raise UnusableFile(self.place(str(path)), reason % self.header)

    def _data(self, rows: Lines, width: int) -> Lines:
        for number, cells in rows:
            if self.ends(cells):
                return
            yield number, [*cells, *[""] * (width - len(cells))]


def sheet_with(path: Path, columns: Sequence[str]) -> Sheet:
    """The first sheet whose row 1 has these columns. Raises UnusableFile where none has."""
    with open_workbook(path) as book:
        for name in book.sheet_names:
            number, header = next(book.rows(name), (0, []))
            if number == 1 and set(columns) <= {cell.strip().upper() for cell in header}:
                return Sheet(name)
    reason = _("holds no sheet whose row 1 has the columns %s; is it the right file?")
    raise UnusableFile(path, reason % ", ".join(columns))


def is_workbook(path: Path) -> bool:
    """By its name, else by how it begins; a file that cannot be read says so when it is opened."""
    if path.suffix.lower() in WORKBOOKS:
        return True
    try:
        return path.is_file() and _beginning(path).startswith(BEGINNINGS)
    except OSError:
        return False


def _beginning(path: Path) -> bytes:
    with path.open("rb") as file:
        return file.read(4)
