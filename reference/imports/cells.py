"""The text of a cell, before any column gives it a meaning. Raises CellError."""

import re
from collections import Counter
from collections.abc import Callable, Iterable
from typing import Any

from django.utils.translation import gettext as _

from reference.imports.errors import LONGEST_QUOTE, CellError, quoted

SEPARATOR = "|"
LONGEST_CELL = 20_000

# Controls, soft hyphens, zero widths, directions, byte order marks; and U+FFFD, a letter that an
# earlier conversion lost. Two names that differ by one of them look the same.
INVISIBLE = re.compile(
    "[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\xad\u200b-\u200f\u2028-\u202e\u2060-\u2064\ufeff\ufffd]"
)


def check_cell(text: str) -> None:
    """What no cell may hold, whatever its column."""
    if len(text) > LONGEST_CELL:
        counts = {"length": len(text), "most": LONGEST_CELL}
        raise CellError(_("has %(length)d characters, the most is %(most)d; shorten it") % counts)
    if found := INVISIBLE.search(text):
        reason = _("holds U+%04X, which nobody can see; type the text again")
        raise CellError(reason % ord(found[0]))


def parts(text: str) -> list[str]:
    """The entries of a list."""
    entries = [entry.strip() for entry in text.split(SEPARATOR) if entry.strip()]
    for entry, times in Counter(entries).items():
        if times > 1:
            raise CellError(_("%s stands twice") % quoted(entry))
    return entries


def read_short(read: Callable[[str], Any], text: str) -> Any:
    """What a parser of values or dates makes of the text; none needs more than a quote is long."""
    if len(text) > LONGEST_QUOTE:
        raise CellError(_("%s is too long; write one value") % quoted(text))
    try:
        return read(text)
    except ValueError as error:
        raise CellError(str(error)) from None


def unknown_choice(text: str, choices: Iterable[str]) -> str:
    known = ", ".join(choice for choice in choices if choice)
    return _("%(text)s is not one of %(known)s") % {"text": quoted(text), "known": known}
