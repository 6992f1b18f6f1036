"""A stored number → text: a whole number, another number or, by the cell’s format, a date."""

import re
from datetime import datetime, timedelta
from math import isinf

from django.utils.translation import gettext as _

from reference.federal.xlsx.xml_parts import Attributes, XmlReader
from reference.imports.errors import CellError, quoted

NUMBER = re.compile(r"[+-]?(\d+\.?\d*|\.\d+)(E[+-]?\d+)?", re.ASCII | re.IGNORECASE)
MOST_DIGITS = 17  # of a whole number that needs no rounding

BUILT_IN_DATES = {str(number) for number in range(14, 23)}  # ECMA-376 part 1, 18.8.30
ELAPSED = re.compile(r"\[[hms]+\]", re.IGNORECASE)  # a length of time, which stays a number
NOT_PLACEHOLDERS = re.compile(r'"[^"]*"|\[[^\]]*\]|[\\_*].')
DATE_LETTERS = re.compile("[dmyhs]", re.IGNORECASE)

SECONDS_A_DAY = 86_400
# 1900 was no leap year, but spreadsheet programs count its 29 February as day 60.
BEGINNING = datetime(1899, 12, 30)
BEGINNING_1904 = datetime(1904, 1, 1)
LEAP_DAY = 60


class DateStyles(XmlReader):
    """`found`: the styles, by the text of their index, that show a number as a date or time."""

    def __init__(self) -> None:
        starts = {"numFmt": self._format, "cellXfs": self._begin, "xf": self._style}
        super().__init__(starts, {"cellXfs": self._end_styles})
        self.formats = set(BUILT_IN_DATES)
        self.count: int | None = None
        self.found: set[str] = set()

    def _format(self, attributes: Attributes) -> None:
        if is_date_format(attributes.get("formatCode", "")):
            self.formats.add(attributes.get("numFmtId", ""))

    def _begin(self, attributes: Attributes) -> None:
        self.count = 0

    def _end_styles(self) -> None:
        self.count = None

    def _style(self, attributes: Attributes) -> None:
        if self.count is None:
            return
        if attributes.get("numFmtId") in self.formats:
            self.found.add(str(self.count))
        self.count += 1


def is_date_format(code: str) -> bool:
    return not ELAPSED.search(code) and bool(DATE_LETTERS.search(NOT_PLACEHOLDERS.sub("", code)))


def number_text(stored: str) -> str:
    """“1234” for 1234.0, “40.3” for 40.299999999999997."""
    if stored.isascii() and stored.isdigit() and len(stored) <= MOST_DIGITS:
        return str(int(stored))
    number = _number(stored)
    return str(int(number)) if number.is_integer() else repr(number)


def date_text(stored: str, from_1904: bool) -> str:
    """ISO, to the second: a date, a date and time, or a time alone for less than a day."""
    days = _number(stored)
    try:
        moment = _beginning(days, from_1904) + timedelta(seconds=round(days * SECONDS_A_DAY))
    except OverflowError:
        raise CellError(_("%s is no date; type the date") % quoted(stored)) from None
    if 0 <= days < 1:
        return moment.time().isoformat()
    return moment.isoformat().removesuffix("T00:00:00")


def _beginning(days: float, from_1904: bool) -> datetime:
    if from_1904:
        return BEGINNING_1904
    return BEGINNING + timedelta(days=1) if days < LEAP_DAY else BEGINNING


def _number(stored: str) -> float:
    number = float(stored) if NUMBER.fullmatch(stored) else float("inf")
    if isinf(number):
        raise CellError(_("%s is no number; type the number") % quoted(stored))
    return number
