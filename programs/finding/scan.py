"""What lists read of all listed programs, column by column, in the order of the list."""

from array import array
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator
from functools import partial
from itertools import chain

from django.db import connection
from pyroaring import BitMap

from programs.enumerations import Delivery
from programs.models import Program
from programs.querysets.field_groups import group_of
from reference.facets import NONE

AT_ONCE = 5000
NUMBERS = (
    "rank",
    "charge",
    "charge_out",
    "earnings",
    "completions",
    "duration_from",
    "duration_to",
)
WORDS = ("state", "level", "award", "control", "cip")
FACTS = (*WORDS, *NUMBERS, *Delivery.values)


class Column(dict):
    """{cell of the database: its code}; `codes`: of each place the code of its cell."""

    def __init__(self):
        super().__init__()
        self.codes = array("i")

    def __missing__(self, cell):
        self[cell] = code = len(self)
        return code

    def take(self, cells: Iterable) -> None:
        self.codes.extend(map(self.__getitem__, cells))


class Scan:
    """`keys`: of each place the key of its program; `institutions`: that of its university."""

    def __init__(self):
        self.keys, self.institutions = array("q"), array("q")
        self.words = {name: Column() for name in ("identity", "delivery", *WORDS)}
        self.numbers = {name: Column() for name in NUMBERS}
        for lot in _lots():
            keys, places, identities, *facts = zip(*lot, strict=True)
            self.keys.extend(keys)
            self.institutions.extend(places)
            self._take(identities, dict(zip(FACTS, facts, strict=True)))

    def _take(self, identities, facts):
        facts["identity"] = identities
        facts["delivery"] = zip(*(facts[way] for way in Delivery.values), strict=True)
        facts["duration_to"] = [
            first if last is None else last
            for first, last in zip(facts["duration_from"], facts["duration_to"], strict=True)
        ]
        for name, column in (self.words | self.numbers).items():
            column.take(facts[name])


def ways_of(cell) -> frozenset[str]:
    """The ways of delivery of a row’s cell."""
    chosen = (way for way, is_so in zip(Delivery.values, cell, strict=True) if is_so)
    return frozenset(chosen) or frozenset({NONE})


def group_of_cell(cell) -> str:
    return group_of(cell or "")


def word_of(cell) -> str:
    return cell or NONE


def sets_of(column: Column, value_of: Callable) -> dict[str, BitMap]:
    """{what is made of its cells: their places}, the largest set first."""
    codes: dict = {}
    new = [codes.setdefault(value_of(cell), len(codes)) for cell in column]
    found = places_by_code(map(new.__getitem__, column.codes), len(codes))
    largest_first = sorted(zip(codes, found, strict=True), key=lambda pair: -len(pair[1]))
    return dict(largest_first)


def places_by_code(codes: Iterable[int], most: int) -> list[BitMap]:
    """Of each code below `most` the places that have it."""
    places = [array("I") for _code in range(most)]
    take = [held.append for held in places]
    for place, code in enumerate(codes):
        take[code](place)
    return [BitMap(held, optimize=False) for held in places]


def flattened(sets) -> dict[str, BitMap]:
    """A set for each of several values that stand in one key."""
    flat: dict[str, BitMap] = defaultdict(BitMap)
    for value, places in chain.from_iterable(((v, p) for v in vs) for vs, p in sets.items()):
        flat[value] |= places
    return flat


def _lots() -> Iterator[list[tuple]]:
    """Rows as the database gives them: a million of them are too many for the ORM’s types."""
    names = ("pk", "institution_id", "identity", *(f"facts__{name}" for name in FACTS))
    listed = Program.objects.published().listed().sorted_by("rank").values_list(*names)
    sql, parameters = listed.query.sql_with_params()
    with connection.cursor() as cursor:
        cursor.execute(sql, parameters)
        yield from iter(partial(cursor.fetchmany, AT_ONCE), [])
