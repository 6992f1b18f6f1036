"""A row whose marks get their numbers from the page on which it stands."""

import re
from collections.abc import Mapping

# in place of a mark’s number: its source’s key between two signs that no text here holds
PLACE = "\x02{}\x03"
PLACES = re.compile("\x02(\\d+)\x03")


class NumberedRow:
    """`sources`: their keys as text, in the order in which the row first shows them."""

    __slots__ = ("sources", "_last", "_text")

    def __init__(self, text: str):
        self._text = text
        self.sources = tuple(dict.fromkeys(PLACES.findall(text)))
        self._last: tuple[list[str], str] = ([], "" if self.sources else text)

    def html(self, number_of: Mapping[str, str]) -> str:
        """Pages mostly number alike, so that what was told last is kept."""
        numbers = [number_of[source] for source in self.sources]
        last = self._last
        if last[0] != numbers:
            last = self._last = numbers, PLACES.sub(lambda place: number_of[place[1]], self._text)
        return last[1]
