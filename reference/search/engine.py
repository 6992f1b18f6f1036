"""What a database’s own text search must answer, whichever it is.

A term is a word’s stems, any of which will do; every term of a question must be found.
"""

from abc import ABC, abstractmethod
from collections.abc import Callable, Iterable, Sequence
from dataclasses import replace
from itertools import chain
from typing import NamedTuple

from reference.search.closeness import FAR, Distance, distances_of
from reference.search.kinds import KEYS, LAST, kind_named, kinds
from reference.search.query import Query, Term
from reference.sql import rows_of

# what finds a record before the rank of its text does: less is better
EXACT, OF_PARENT, BEGINNING, OF_BEGUN_PARENT, IN_NAMES, BY_TEXT = range(6)
MOST_NAMED = 1000  # more records of one name are better told apart by their rank
MOST_WEIGHED = 1000  # of the texts that hold a beginning of a word, nobody waits for all
REFINED = 50  # two pages, as far as a visitor reads; the database’s rank tells the others apart

# a name that is all of it sorts before those that it begins
_BEGUN = """
SELECT document_id - %s AS key, name FROM reference_searchname
WHERE {} AND document_id BETWEEN %s AND %s ORDER BY name LIMIT %s
"""
# first what counts least
_NAMED = """
SELECT 3, id - %s, '' FROM reference_searchdocument WHERE parent IN
(SELECT document_id FROM reference_searchname WHERE {begun} ORDER BY name LIMIT 50)
AND id BETWEEN %s AND %s
UNION ALL SELECT 2, key, name FROM ({begins}) AS beginnings
UNION ALL SELECT 1, id - %s, '' FROM reference_searchdocument WHERE parent IN
(SELECT document_id FROM reference_searchname WHERE name = %s LIMIT 50)
AND id BETWEEN %s AND %s
"""
_OF_THIS_NAME = "SELECT document_id FROM reference_searchname WHERE name = %s LIMIT %s"


class Hit(NamedTuple):
    """What was found, and how well it fits: less of `tier`, then of `distance`, is better."""

    tier: int
    distance: Distance
    key: int


class Engine(ABC):
    """Answers are keys of records, best first."""

    def ranked(
        self, query: Query, kind: str, place: Callable[[int], int] | None = None
    ) -> list[int]:
        """All that are found: exact names, beginnings of names, then by the text’s rank.

        `place`: the order of those that are found only because a parent’s name is asked for.
        """
        chosen = kind_named(kind)
        return self._ordered(query, chosen.first, chosen.last, place)

    def of_each_kind(self, query: Query) -> dict[str, list[int]]:
        """{kind: keys as `ranked`}, the kind of the best hit first."""
        keys = {kind.number: kind.key for kind in kinds()}
        found = _by_number(self._ordered(query, 0, LAST))
        return {
            keys[number]: [document % KEYS for document in documents]
            for number, documents in found.items()
            if number in keys
        }

    def _ordered(self, query, first, last, place=None) -> list[int]:
        """Keys counted from `first`. There may be tens of thousands: little is done for each."""
        if not query.groups:
            return []
        found = self._by_text(query, first, last)
        tiers = self._named(query, first, last)
        best_ranked = _heads(found) if last == LAST else found[:REFINED]
        distances = distances_of(query, first, best_ranked)
        ahead = tiers.keys() | distances.keys()

        def order(key):
            tier = tiers.get(key, BY_TEXT)
            among_equals = place and tier in (OF_PARENT, OF_BEGUN_PARENT)
            return tier, place(key) if among_equals else 0, distances.get(key, FAR)

        front = sorted((key for key in found if key in ahead), key=order)
        return front + [key for key in found if key not in ahead]

    def few(self, query: Query, kind: str, most: int) -> list[Hit]:
        """Some of the best, at little cost however many are found: names that begin so, then names
        that hold the words, then texts; of these, the first that come are weighed."""
        chosen, hits = kind_named(kind), self.begun(query, kind, most)
        for tier, asked in ((IN_NAMES, replace(query, in_names=True)), (BY_TEXT, query)):
            if query.groups and len(hits) < most:
                keys = self._weighed(asked, chosen.first, chosen.last, most)
                distances = distances_of(asked, chosen.first, keys)
                more = sorted(Hit(tier, distances[key], key) for key in keys)
                hits = _once_each([*hits, *more])
        return hits[:most]

    def begun(self, query: Query, kind: str, most: int) -> list[Hit]:
        """Those whose names begin so, the whole name first."""
        chosen = kind_named(kind)
        named = self._begun(query, chosen.first, chosen.last, most)
        tiers = ((EXACT if name == query.name else BEGINNING, key) for key, name in named)
        return _once_each([Hit(tier, (), key) for tier, key in tiers])

    def of_this_name(self, query: Query, most: int) -> dict[str, list[int]]:
        """{kind: keys} of those whose whole name it is."""
        keys = {kind.number: kind.key for kind in kinds()}
        rows = rows_of(_OF_THIS_NAME, parameters=[query.name, most]) if query.name else []
        found = _by_number(sorted(chain.from_iterable(rows)))
        return {keys[number]: [key % KEYS for key in of_it] for number, of_it in found.items()}

    def holds_any(self, query: Query, kind: str = "") -> bool:
        sql, parameters = self.matching(query, kind)
        return bool(rows_of(sql, "LIMIT 1", parameters=parameters))

    def number_with(self, term: Term, kind: str = "") -> int:
        """How many documents of a kind, or of all, hold it."""
        sql, parameters = self.matching(Query(groups=(term,)), kind)
        return rows_of("SELECT COUNT(*) FROM (", sql, ") found", parameters=parameters)[0][0]

    def _named(self, query, first, last) -> dict[int, int]:
        """{key from `first`: its tier} of those that the words name."""
        if not query.name:
            return {}
        begun, more = self._beginning(f"{query.name} ")
        begins, words = self._beginning(query.name)
        rows = rows_of(
            _NAMED.format(begun=begun, begins=_BEGUN.format(begins)),
            parameters=[
                *(first, *more, first, last),
                *(first, *words, first, last, MOST_NAMED),
                *(first, query.name, first, last),
            ],
        )
        tiers = {key: tier for tier, key, _name in rows}
        return tiers | {key: EXACT for _tier, key, name in rows if name == query.name}

    def _begun(self, query, first, last, most) -> list[tuple[int, str]]:
        """(key from `first`, its name) of those whose name begins so."""
        if not query.name:
            return []
        begins, words = self._beginning(query.name)
        return rows_of(_BEGUN.format(begins), parameters=[first, *words, first, last, most])

    @abstractmethod
    def matching(self, query: Query, kind: str) -> tuple[str, list]:
        """A statement, with parameters, of the keys of a kind’s records, in no order."""

    @abstractmethod
    def _by_text(self, query: Query, first: int, last: int) -> list[int]:
        """The documents between two keys by rank, counted from the first."""

    @abstractmethod
    def _weighed(self, query: Query, first: int, last: int, most: int) -> list[int]:
        """As `_by_text`, so many of those that come first."""

    @abstractmethod
    def _beginning(self, name: str) -> tuple[str, Sequence[str]]:
        """A condition on names that begin so."""


def _once_each(hits: Iterable[Hit]) -> list[Hit]:
    """Where it is found best."""
    best: dict[int, Hit] = {}
    for hit in hits:
        best.setdefault(hit.key, hit)
    return list(best.values())


def _heads(documents: Iterable[int]) -> list[int]:
    """Of each kind those of the best rank."""
    of_kinds = _by_number(documents).values()
    return [document for found in of_kinds for document in found[:REFINED]]


def _by_number(documents: Iterable[int]) -> dict[int, list[int]]:
    """{number of a kind: its documents}, both in the order given."""
    found: dict[int, list[int]] = {}
    for document in documents:
        found.setdefault(document // KEYS, []).append(document)
    return found
