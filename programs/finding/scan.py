"""What lists read of all listed programs, column by column, in the order of the list."""

from array import array
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator
from functools import partial
from itertools import chain, groupby

from django.db import connection

from programs.enumerations import Delivery
from programs.finding import bits
from programs.models import Program
from programs.querysets.field_groups import group_of
from reference.filters import NONE

AT_ONCE = 5000
NUMBERS = (
    "rank",
    "tuition",
    "tuition_out",
    "earnings",
    "completions",
    "duration_from",
    "duration_to",
)
WORDS = ("state", "level", "award", "control", "cip")
FACTS = (*WORDS, *NUMBERS, *Delivery.values)
NOTHING, PADDING = 0, 1  # the first codes of a column
NO_VALUE = 255


class Column(dict):
    """{cell of the database: its code}; `codes`: of each place the code of its cell."""

    def __init__(self, kind: str = "B"):
        super().__init__({None: NOTHING, ...: PADDING})
        self.codes = array(kind)

    def __missing__(self, cell):
        self[cell] = code = len(self)
        return code

    def take(self, cells: Iterable) -> None:
        self.codes.extend(map(self.__getitem__, cells))

    def pad(self, stretches: list[tuple[int, int]]) -> None:
        """Each stretch of places becomes whole eights."""
        padded = array(self.codes.typecode)
        fill = array(padded.typecode, [PADDING] * 7)
        for start, end in stretches:
            padded += self.codes[start:end] + fill[: (start - end) % 8]
        self.codes = padded

    def as_bytes(self, value_of: Callable) -> tuple[bytes, dict]:
        """Of each place the code of what is made of its cell, last place first; and the codes."""
        codes: dict = {}
        cells = [cell for cell in self if cell is not ...]
        new = [codes.setdefault(value_of(cell), len(codes)) for cell in cells]
        new.insert(PADDING, NO_VALUE)
        return bytes(map(new.__getitem__, reversed(self.codes))), codes


class Scan:
    """`keys`: of each place the key of its program, 0 for none; `runs`: of universities."""

    def __init__(self):
        self.keys, institutions = array("q"), array("q")
        self.words = {name: Column("H") for name in ("identity", "delivery", *WORDS)}
        self.numbers = {name: Column("i") for name in NUMBERS}
        for lot in _lots():
            keys, places, identities, *facts = zip(*lot, strict=True)
            self.keys.extend(keys)
            institutions.extend(places)
            self._take(identities, dict(zip(FACTS, facts, strict=True)))
        stretches = list(_stretches(institutions))
        self.runs = list(_padded(institutions, stretches))
        self.keys = _padded_keys(self.keys, stretches)
        for column in (*self.words.values(), *self.numbers.values()):
            column.pad(stretches)

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
    chosen = (way for way, is_so in zip(Delivery.values, cell or (), strict=False) if is_so)
    return frozenset(chosen) or frozenset({NONE})


def group_of_cell(cell) -> str:
    return group_of(cell or "")


def word_of(cell) -> str:
    return cell or NONE


def sets_of(column, value_of) -> dict[str, int]:
    """{what is made of its cells: their places}, the largest set first."""
    data, codes = column.as_bytes(value_of)
    found = {value: bits.where(data, code) for value, code in codes.items()}
    largest_first = sorted(found.items(), key=lambda item: -item[1].bit_count())
    return {value: places for value, places in largest_first if places}


def flattened(sets) -> dict[str, int]:
    """A set for each of several values that stand in one key."""
    flat: dict[str, int] = defaultdict(int)
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


def _stretches(institutions):
    start = 0
    for _institution, group in groupby(institutions):
        end = start + sum(1 for _ in group)
        yield start, end
        start = end


def _padded(institutions, stretches):
    """(key of the university, first place, place after its last) of each stretch once padded."""
    place = 0
    for start, end in stretches:
        yield institutions[start], place, place + end - start
        place += -(-(end - start) // 8) * 8


def _padded_keys(keys, stretches):
    padded = array("q")
    for start, end in stretches:
        padded += keys[start:end] + array("q", [0] * ((start - end) % 8))
    return padded
