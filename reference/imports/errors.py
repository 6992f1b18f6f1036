"""What can be wrong with a file or a row, said so that a person can mend it."""

from dataclasses import dataclass

from django.utils.translation import gettext as _

LONGEST_LINE = 1000
LONGEST_QUOTE = 60


def one_line(text: str) -> str:
    """Fit for a terminal: what cannot be seen as an escape, an overlong end cut."""
    shown = "".join(c if c.isprintable() else c.encode("unicode_escape").decode() for c in text)
    return shown if len(shown) <= LONGEST_LINE else shown[:LONGEST_LINE] + "…"


def quoted(text: str) -> str:
    """What stands in a cell, as a message repeats it."""
    return f"“{text}”" if len(text) <= LONGEST_QUOTE else f"“{text[:LONGEST_QUOTE]}…”"


class UnusableFile(Exception):
    """The file as a whole cannot be imported; the message says where, what and how to mend it."""

    def __init__(self, path, message, line=0, column=""):
        self.path, self.message, self.line, self.column = path, message, line, column
        super().__init__(str(Rejection(str(path), line, column, message)))


class ImportRunning(Exception):
    """Another import holds the lock."""


class CellError(ValueError):
    """A cell that a column refuses; the reader adds file, line and column."""


@dataclass(frozen=True)
class Rejection:
    """A row that was not loaded. `line` counts from 1 with the header; `column` may be blank."""

    file: str
    line: int
    column: str
    reason: str

    def __str__(self):
        place = [self.file]
        if self.line:
            place.append(_("line %d") % self.line)
        if self.column:
            place.append(_("column %s") % self.column)
        return one_line(f"{', '.join(place)}: {self.reason}")
