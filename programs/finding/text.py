"""Which programs a text finds, best first; kept for one state of the data."""

from array import array
from collections import OrderedDict
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from threading import Lock

from pyroaring import BitMap

from reference.search import Query, engine, read

MOST_KEPT = 4_000_000  # places, of at most six bytes, of all texts of a process together
OF_ANY_TEXT = 1000  # as much as one that finds nothing counts, of which there may be any number


@dataclass(frozen=True)
class Found:
    """`order`: the places found, best first; `places`: the same as a set."""

    query: Query
    order: array
    places: BitMap

    @property
    def weight(self) -> int:
        return len(self.order) + OF_ANY_TEXT


class FoundTexts:
    """What the latest texts found, as places of an index."""

    def __init__(
        self,
        places_of: Callable[[Sequence[int]], array],
        place: Callable[[int], int],
    ):
        self.places_of, self.place = places_of, place
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
        found = Found(query, order, BitMap(order))
        with self.lock:
            self.kept[key] = found
            self._forget_oldest()
        return found

    def _forget_oldest(self):
        held = sum(found.weight for found in self.kept.values())
        while held > MOST_KEPT and len(self.kept) > 1:
            _text, found = self.kept.popitem(last=False)
            held -= found.weight
