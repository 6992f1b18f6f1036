"""Which programs a text finds, best first; kept for one state of the data."""

from array import array
from collections import OrderedDict
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from threading import Lock

from programs.finding import bits
from reference.search import Query, engine, read

MOST_KEPT = 4_000_000  # words of four bytes, of all texts of a process together


@dataclass(frozen=True)
class Found:
    """`order`: the places found, best first; `bits`: the same as a set."""

    query: Query
    order: array
    bits: int


class FoundTexts:
    """What the latest texts found, as places of an index."""

    def __init__(
        self,
        places_of: Callable[[Sequence[int]], array],
        place: Callable[[int], int],
        size: int,
    ):
        self.places_of, self.place, self.size = places_of, place, size
        self.kept: OrderedDict[str, Found] = OrderedDict()
        self.lock = Lock()

    def __getitem__(self, text: str) -> Found:
        key = " ".join(text.split()).casefold()
        with self.lock:
            if key in self.kept:
                self.kept.move_to_end(key)
                return self.kept[key]
        query = read(key, "program")
        keys = engine().ranked(query, "program", self.place)  # two may ask at once, none waits
        order = self.places_of(keys)
        found = Found(query, order, bits.of_places(order, self.size))
        with self.lock:
            self.kept[key] = found
            self._forget_oldest()
        return found

    def _forget_oldest(self):
        held = sum(len(found.order) + self.size // 32 for found in self.kept.values())
        while held > MOST_KEPT and len(self.kept) > 1:
            _text, found = self.kept.popitem(last=False)
            held -= len(found.order) + self.size // 32
