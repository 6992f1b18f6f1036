"""All listed programs in memory, as one set of places for each choice of a facet."""

from array import array
from collections import defaultdict
from collections.abc import Callable, Iterable, Sequence
from functools import partial
from itertools import chain
from threading import Lock

from django.db.models import F
from django.db.models.functions import Lower
from pyroaring import BitMap

from programs.enumerations import Identity
from programs.finding.bands import EARNINGS, TUITION
from programs.finding.ladder import NO_RANK, Ladder, ladder_of
from programs.finding.names import names_of, roles
from programs.finding.scan import Scan, flattened, group_of_cell, sets_of, ways_of, word_of
from programs.finding.text import FoundTexts
from programs.finding.universities import Universities
from programs.models import Program
from programs.querysets.field_groups import CORE_FIELDS
from reference.data_version import data_version
from reference.facets import NONE


class ProgramIndex:
    """Of one state of the data. A place is a program’s in the default order of the list, from 0."""

    def __init__(self, version: tuple):
        self.version = version
        self._kept: dict = {}
        scan = Scan()
        self.keys, self.numbers = scan.keys, scan.numbers
        self.size = len(self.keys)
        self.all = BitMap(range(self.size))
        self.sets: dict[str, dict[str, BitMap]] = {
            name: sets_of(scan.words[name], word_of)
            for name in ("state", "level", "award", "control")
        }
        for places in chain(self.sets["state"].values(), self.sets["control"].values()):
            places.run_optimize()  # each university’s programs lie together
        self.sets["field"] = sets_of(scan.words["cip"], group_of_cell)
        self.sets["delivery"] = flattened(sets_of(scan.words["delivery"], ways_of))
        self.sets["charge"] = sets_of(self.numbers["charge"], TUITION.of)
        self.sets["charge_out"] = sets_of(self.numbers["charge_out"], TUITION.of)
        self.sets["earnings"] = sets_of(self.numbers["earnings"], EARNINGS.of)
        named = self.all - sets_of(scan.words["identity"], word_of).get(Identity.REPORTED, BitMap())
        self.named_or_core = named | self.fitting_any("field", (*CORE_FIELDS, NONE))
        self.names = names_of(scan.institutions, self.sets["state"])
        self.universities = Universities(scan.institutions, self.names.slugs)
        self._take_careers()
        self.texts = FoundTexts(self.places_of, self.core_first)

    def _take_careers(self):
        self.careers, named = roles()
        sets: dict[str, BitMap] = defaultdict(BitMap)
        for career, university, program in named:
            sets[career] |= (
                self.universities.places(self.names.slugs.get(university, ""))
                if program is None
                else BitMap(self.places_of([program]))
            )
        held = {career: places for career, places in sets.items() if places}
        self.sets["career"] = held | {NONE: self.all.difference(*held.values())}

    def fitting_any(self, facet: str, values: Iterable[str]) -> BitMap:
        """`facet`: one of the sets, or `institution`."""
        if facet == "institution":
            return BitMap().union(*map(self.universities.places, values))
        sets = self.sets[facet]
        return BitMap().union(*(sets[value] for value in values if value in sets))

    def kept(self, key, make: Callable):
        """What is made once for these data."""
        if key not in self._kept:
            self._kept[key] = make()
        return self._kept[key]

    def ladder(self, name: str) -> Ladder:
        """Of a column of numbers, or of `name`; made when it is first asked for."""
        make = self._name_ladder if name == "name" else partial(ladder_of, self.numbers[name])
        return self.kept(("ladder", name), make)

    def _name_ladder(self):
        """Titles in the order of the database, whose letters may have one of their own."""
        titled = Program.objects.published().listed().exclude(title="").annotate(n=Lower("title"))
        ranks = array("i", [NO_RANK]) * self.size
        order: dict[str, int] = {}
        for key, title in titled.order_by(F("n"), "pk").values_list("pk", "n").iterator():
            rank = order.setdefault(title, len(order))
            for place in self.places_of([key]):
                ranks[place] = rank
        return Ladder(ranks, range(len(order)))

    @property
    def _place_of(self):
        """Of each key its place and 1; by the key where keys are dense."""
        return self.kept("places", self._places_by_key)

    def _places_by_key(self):
        most = max(self.keys, default=0)
        places = array("i", [0]) * (most + 1) if most < 16 * self.size else defaultdict(int)
        for place, key in enumerate(self.keys, 1):
            places[key] = place
        return places, most

    def place(self, key: int) -> int:
        """From 1; 0: not held."""
        places, most = self._place_of
        return places[key] if 0 < key <= most else 0

    def core_first(self, key: int) -> int:
        """An order of keys: named degrees and those of the core fields, each as in the list."""
        place = self.place(key)
        return place if place and place - 1 in self.named_or_core else place + self.size

    def places_of(self, keys: Sequence[int]) -> array:
        """Of those that are held, in their order."""
        places, most = self._place_of
        held = (places[key] for key in keys if 0 < key <= most)
        return array("I", [place - 1 for place in held if place])


_lock = Lock()
_kept: tuple[object, ProgramIndex | None] = (None, None)


def current_index() -> ProgramIndex:
    """The index of the data as they are; made by the first who asks after a change."""
    global _kept
    version = data_version()
    kept_version, index = _kept
    if index is None or kept_version != version:
        with _lock:
            kept_version, index = _kept
            if index is None or kept_version != version:
                index = ProgramIndex(version)
                _kept = version, index
    return index
