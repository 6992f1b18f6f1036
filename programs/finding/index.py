"""All listed programs in memory, as one set of places for each choice of a facet."""

from array import array
from collections import defaultdict
from collections.abc import Callable, Iterable, Sequence
from functools import cached_property, partial, reduce
from operator import itemgetter, or_, sub
from threading import Lock

from django.db.models import F
from django.db.models.functions import Lower

from programs.enumerations import Identity
from programs.finding import bits
from programs.finding.bands import EARNINGS, TUITION
from programs.finding.ladder import NO_RANK, Ladder
from programs.finding.names import names_of, roles
from programs.finding.scan import Scan, flattened, group_of_cell, sets_of, ways_of, word_of
from programs.finding.text import FoundTexts
from programs.models import Program
from programs.querysets.field_groups import CORE_FIELDS
from reference.data_version import data_version
from reference.filters import NONE


class ProgramIndex:
    """Of one state of the data. A place is a program’s in the default order of the list.

    Universities begin at whole eights, so that some places hold no program (their key is 0).
    """

    def __init__(self, version: tuple):
        self.version = version
        scan = Scan()
        self.keys, self.runs, self.numbers = scan.keys, scan.runs, scan.numbers
        self.size = len(self.keys)
        self.sets: dict[str, dict[str, int]] = {
            name: sets_of(scan.words[name], word_of)
            for name in ("state", "level", "award", "control")
        }
        self.sets["field"] = sets_of(scan.words["cip"], group_of_cell)
        self.sets["delivery"] = flattened(sets_of(scan.words["delivery"], ways_of))
        self.sets["tuition"] = sets_of(self.numbers["tuition"], TUITION.of)
        self.sets["tuition_out"] = sets_of(self.numbers["tuition_out"], TUITION.of)
        self.sets["earnings"] = sets_of(self.numbers["earnings"], EARNINGS.of)
        identities = sets_of(scan.words["identity"], word_of)
        self.all = reduce(or_, identities.values(), 0)
        core = (self.sets["field"].get(group, 0) for group in (*CORE_FIELDS, NONE))
        self.named_or_core = reduce(or_, core, self.all ^ identities.get(Identity.REPORTED, 0))
        self.whole_runs = {name: self._whole_runs(name) for name in ("state", "control")}
        self.names = names_of((run[0] for run in self.runs), self.sets["state"])
        self._take_careers()
        self.texts = FoundTexts(self.places_of, self.place, self.size)
        self._kept: dict = {}

    def _whole_runs(self, facet):
        """{value: reader of its runs}, if all programs of each run share one; else nothing."""
        held = defaultdict(list)
        for value, places in self.sets[facet].items():
            for run, count in enumerate(self.by_run(places)):
                if count:
                    held[value].append(run)
        apart = sum(map(len, held.values())) == len(self.runs)
        return {value: itemgetter(*runs, runs[0]) for value, runs in held.items()} if apart else {}

    def _take_careers(self):
        self.careers, named = roles()
        runs, singles = defaultdict(set), defaultdict(set)
        for career, university, program in named:
            if program is None:
                runs[career].update(self._runs_of.get(university, ()))
            else:
                singles[career].update(self.places_of([program]))
        self.sets["career"] = sets = {
            career: self._of_runs(runs[career]) | bits.of_places(singles[career], self.size)
            for career in runs.keys() | singles.keys()
        }
        sets[NONE] = self.all & ~reduce(or_, sets.values(), 0)

    def _of_runs(self, numbers):
        return reduce(or_, (bits.stretch(*self.runs[number][1:]) for number in numbers), 0)

    @cached_property
    def _runs_of(self):
        """{key of a university: the numbers of its runs}."""
        runs = defaultdict(list)
        for number, (university, _start, _end) in enumerate(self.runs):
            runs[university].append(number)
        return runs

    @cached_property
    def _universities(self):
        return {slug: key for key, slug in self.names.slugs.items()}

    def _at(self, slug):
        return self._of_runs(self._runs_of.get(self._universities.get(slug), ()))

    def fitting_any(self, facet: str, values: Iterable[str]) -> int:
        """`facet`: one of the sets, or `institution`."""
        if facet == "institution":
            return reduce(or_, map(self._at, values), 0)
        return reduce(or_, (self.sets[facet].get(value, 0) for value in values), 0)

    def by_run(self, chosen: int) -> list[int]:
        """How many of these places each run of a university holds."""
        running = self._edges(bits.running_counts(chosen, self.size))
        return list(map(sub, running[1:], running))

    @cached_property
    def slugs(self) -> list[str]:
        """Of each run its university’s; one with two ranks at once has two runs."""
        return [self.names.slugs.get(run[0], "") for run in self.runs]

    @cached_property
    def universities(self) -> list[str]:
        """Their slugs, each once, in the order of the list."""
        return list(dict.fromkeys(self.slugs))

    @cached_property
    def number_of(self) -> dict[str, int]:
        return {slug: number for number, slug in enumerate(self.universities)}

    @cached_property
    def largest_first(self) -> tuple[list[int], list[int]]:
        """The numbers of the universities, that of the largest first; and the size of each."""
        sizes = dict.fromkeys(self.universities, 0)
        for slug, (_key, start, end) in zip(self.slugs, self.runs, strict=True):
            sizes[slug] += end - start
        held = list(sizes.values())
        return sorted(range(len(held)), key=held.__getitem__, reverse=True), held

    @cached_property
    def _edges(self):
        starts = [start // 8 for _university, start, _end in self.runs]
        return itemgetter(*starts, self.size // 8) if starts else lambda _running: ()

    def kept(self, key, make: Callable):
        """What is made once for these data."""
        if key not in self._kept:
            self._kept[key] = make()
        return self._kept[key]

    def ladder(self, name: str) -> Ladder:
        """Of a column of numbers, or of `name`; made when it is first asked for."""
        make = self._name_ladder if name == "name" else partial(self._ladder, name)
        return self.kept(("ladder", name), make)

    def _ladder(self, name):
        column = self.numbers[name]
        numbers = sorted(cell for cell in column if cell is not None and cell is not ...)
        ranks = [NO_RANK] * len(column)
        for rank, number in enumerate(numbers):
            ranks[column[number]] = rank
        return Ladder(list(map(ranks.__getitem__, column.codes)), numbers)

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

    @cached_property
    def _place_of(self):
        """Of each key its place and 1; by the key where keys are dense."""
        most = max(self.keys, default=0)
        places = array("i", [0]) * (most + 1) if most < 16 * self.size else defaultdict(int)
        for place, key in enumerate(self.keys, 1):
            if key:
                places[key] = place
        return places, most

    def place(self, key: int) -> int:
        """From 1; 0: not held."""
        places, most = self._place_of
        return places[key] if 0 < key <= most else 0

    def places_of(self, keys: Sequence[int]) -> array:
        """Of those that are held, in their order."""
        places, most = self._place_of
        held = (places[key] for key in keys if 0 < key <= most)
        return bits.as_places(place - 1 for place in held if place)


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
