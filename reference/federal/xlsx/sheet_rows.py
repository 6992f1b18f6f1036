"""The rows of one sheet, as text."""

from itertools import product
from string import ascii_uppercase

from django.utils.translation import gettext as _

from reference.federal.xlsx.numbers import date_text, number_text
from reference.federal.xlsx.xml_parts import Attributes, XmlReader, unescaped
from reference.imports.errors import CellError, quoted

# The widest federal workbook has 32 columns. A cell far to the right would make its row that long.
MOST_COLUMNS = 500
LAST_ROW = 1_048_576
LONGEST_COUNT = 9  # digits
DIGITS = "0123456789"

LETTERS = ("".join(pair) for pair in product(["", *ascii_uppercase], ascii_uppercase))
COLUMNS = [letters for letters, _number in zip(LETTERS, range(MOST_COLUMNS), strict=False)]
BEYOND = MOST_COLUMNS + 1
COLUMN_NUMBERS = {letters: number for number, letters in enumerate(COLUMNS, 1)}

BOOLEANS = {"1": "TRUE", "0": "FALSE", "true": "TRUE", "false": "FALSE"}


class SheetRows(XmlReader):
    """`found`: (row number from 1, cells) of the rows that hold anything, until it is emptied."""

    def __init__(self, strings: list[str], date_styles: set[str], from_1904: bool):
        starts = {"row": self._begin_row, "c": self._begin_cell, "f": self._refuse_formula}
        ends = {"row": self._end_row, "c": self._end_cell, "sheetData": self._end_data}
        texts = {"v": self.begin_text, "t": self.begin_text, "rPh": self.begin_reading}
        ends_of_texts = {"v": self.end_text, "t": self.end_text, "rPh": self.end_reading}
        super().__init__({**starts, **texts}, {**ends, **ends_of_texts})
        self.strings, self.date_styles, self.from_1904 = strings, date_styles, from_1904
        self.found: list[tuple[int, list[str]]] = []
        self.cells: list[str] = []
        self.row = self.place = 0
        self.address = self.style = ""
        self.kinds = {
            "s": self._shared,
            "n": self._number,
            "b": self._boolean,
            "str": unescaped,
            "inlineStr": unescaped,
            "d": unescaped,
            "e": unescaped,
        }
        self.kind = "n"

    @property
    def column(self) -> str:
        """Of the cell being read, in letters; blank between rows."""
        if self.address or not self.place:
            return self.address.rstrip(DIGITS)
        return COLUMNS[self.place - 1] if self.place <= MOST_COLUMNS else str(self.place)

    def _begin_row(self, attributes: Attributes) -> None:
        number = attributes.get("r", str(self.row + 1))
        if not (_is_count(number) and self.row < int(number) <= LAST_ROW):
            reason = _("the row after this is numbered %s; save the workbook anew")
            raise CellError(reason % quoted(number))
        self.row = int(number)
        self.cells = []
        self.place = 0

    def _end_row(self) -> None:
        if self.cells:
            self.found.append((self.row, self.cells))
        self.place, self.address = 0, ""

    def _begin_cell(self, attributes: Attributes) -> None:
        get = attributes.get
        self.address = address = get("r", "")
        if address:
            self.place = COLUMN_NUMBERS.get(address.rstrip(DIGITS), BEYOND)
        else:
            self.place += 1
        self.kind, self.style = get("t", "n"), get("s", "")
        self.text = ""

    def _end_cell(self) -> None:
        """Blank ones are left out until another follows, however far right a format reaches."""
        if not self.text:
            return
        text = self._typed()
        if text:
            self._fill_up()
            self.cells.append(text)

    def _end_data(self) -> None:
        """What follows the rows is not read: links, formats, and the formulas of formats."""
        self.starts, self.ends = {}, {}

    def _typed(self) -> str:
        if self.kind not in self.kinds:
            raise CellError(_("a cell of the unknown kind %s; type it again") % quoted(self.kind))
        return self.kinds[self.kind](self.text)

    def _fill_up(self) -> None:
        gap = self.place - len(self.cells) - 1
        if self.place > MOST_COLUMNS:
            reason = _("a cell beyond column %s; remove it, a federal file is never that wide")
            raise CellError(reason % COLUMNS[-1])
        if gap < 0:
            raise CellError(_("a cell left of the one before it; save the workbook anew"))
        if gap:
            self.cells.extend([""] * gap)

    def _shared(self, stored: str) -> str:
        if not _is_count(stored) or int(stored) >= len(self.strings):
            raise CellError(_("points at a text that is not there; save the workbook anew"))
        return self.strings[int(stored)]

    def _number(self, stored: str) -> str:
        if self.style in self.date_styles:
            return date_text(stored, self.from_1904)
        return number_text(stored)

    @staticmethod
    def _boolean(stored: str) -> str:
        if stored not in BOOLEANS:
            raise CellError(_("%s is neither true nor false; type it again") % quoted(stored))
        return BOOLEANS[stored]

    @staticmethod
    def _refuse_formula(attributes: Attributes) -> None:
        raise CellError(_("holds a formula; save the workbook with values only"))


def _is_count(text: str) -> bool:
    return text.isascii() and text.isdigit() and len(text) <= LONGEST_COUNT
