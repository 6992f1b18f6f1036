"""A row whose marks get their numbers from the page on which it stands."""

import re
from collections.abc import Mapping, Sequence
from functools import lru_cache
from html import escape

from reference.search.highlights import marked

# in place of a mark’s number: its source’s key between two signs that no text here holds
PLACE = "\x02{}\x03"
PLACES = re.compile("\x02(\\d+)\x03")


class NumberedRow:
    """`sources`: their keys as text, in the order in which the row first shows them. `names`: what
    it shows of which words may be marked, each alone in its element.
    """

    __slots__ = ("sources", "_last", "_names", "_text")

    def __init__(self, text: str, names: Sequence[str]):
        self._text, self._names = text, names
        self.sources = tuple(dict.fromkeys(PLACES.findall(text)))
        self._last: tuple[list[str], str] = ([], "" if self.sources else text)

    def html(self, number_of: Mapping[str, str]) -> str:
        """Pages mostly number alike, so that what was told last is kept."""
        numbers = [number_of[source] for source in self.sources]
        last = self._last
        if last[0] != numbers:
            last = self._last = numbers, PLACES.sub(lambda place: number_of[place[1]], self._text)
        return last[1]

    def found_html(self, number_of: Mapping[str, str], stems: frozenset[str]) -> str:
        """With these words marked in its names."""
        html = self.html(number_of)
        for name in self._names:
            html = html.replace(*_marked(name, stems), 1)
        return html


@lru_cache(maxsize=5000)
def _marked(name: str, stems: frozenset[str]) -> tuple[str, str]:
    """As it stands in the row, and marked."""
    return f">{escape(name)}<", f">{marked(name, stems)}<"
