"""What a database’s own text search must answer, whichever it is.

A term is a word’s stems, any of which will do; every term of a question must be found.
"""

from abc import ABC, abstractmethod
from collections.abc import Callable, Sequence

from reference.search.kinds import KEYS, LAST, kind_named, kinds
from reference.search.query import Query
from reference.sql import rows_of

# what finds a record before the rank of its text does: less is better
EXACT, OF_PARENT, BEGINNING, OF_BEGUN_PARENT, BY_TEXT = range(5)
MOST_NAMED = 1000  # more records of one name are better told apart by their rank

# a name that is all of it sorts before those that it begins
_NAMED = "SELECT document_id, name FROM reference_searchname WHERE"
_SHORTEST = f"AND document_id BETWEEN %s AND %s ORDER BY name LIMIT {MOST_NAMED}"
_OF_PARENT = """
SELECT id FROM reference_searchdocument WHERE parent IN
(SELECT document_id FROM reference_searchname WHERE {} ORDER BY name LIMIT 50)
AND id BETWEEN %s AND %s
"""


class Engine(ABC):
    """Answers are keys of records, best first."""

    def ranked(
        self, query: Query, kind: str, place: Callable[[int], int] | None = None
    ) -> list[int]:
        """All that are found: exact names, beginnings of names, then by the text’s rank.

        `place`: the order of those that are found only because a parent’s name is asked for.
        """
        chosen = kind_named(kind)
        documents = self._ordered(query, chosen.first, chosen.last, place)
        return [document - chosen.first for document in documents]

    def top(self, query: Query, kind: str, most: int) -> list[int]:
        return self.ranked(query, kind)[:most]

    def of_each_kind(self, query: Query) -> dict[str, list[int]]:
        """{kind: keys as `ranked`}, the kind of the best hit first."""
        by_number: dict[int, list[int]] = {}
        for document in self._ordered(query, 0, LAST):
            by_number.setdefault(document // KEYS, []).append(document % KEYS)
        keys = {kind.number: kind.key for kind in kinds()}
        return {keys[number]: found for number, found in by_number.items() if number in keys}

    def counts(self, query: Query) -> dict[str, int]:
        """{kind: how many}, the kind of the best hit first."""
        return {kind: len(found) for kind, found in self.of_each_kind(query).items()}

    def _ordered(self, query, first, last, place=None) -> list[int]:
        if not query.groups:
            return []
        documents = self._by_text(query, first, last)
        tiers = self._named(query, first, last)

        def order(document):
            tier = tiers.get(document, BY_TEXT)
            among_equals = tier in (OF_PARENT, OF_BEGUN_PARENT) and place
            return (tier, place(document - first)) if among_equals else (tier, 0)

        if tiers:  # a sort keeps the order of equals
            documents.sort(key=order)
        return documents

    def holds_any(self, query: Query, kind: str = "") -> bool:
        sql, parameters = self.matching(query, kind)
        return bool(rows_of(sql, "LIMIT 1", parameters=parameters))

    def number_with(self, stem: str) -> int:
        """How many documents of all kinds hold it."""
        sql, parameters = self.matching(Query(groups=((stem,),)), "")
        return rows_of("SELECT COUNT(*) FROM (", sql, ") found", parameters=parameters)[0][0]

    def _named(self, query, first, last) -> dict[int, int]:
        """{document: its tier} of those that the words name."""
        if not query.name:
            return {}
        begins, words = self._beginning(query.name)
        named = rows_of(_NAMED, begins, _SHORTEST, parameters=[*words, first, last])
        begun, more = self._beginning(f"{query.name} ")
        of_begun = rows_of(_OF_PARENT.format(begun), parameters=[*more, first, last])
        of_parent = rows_of(_OF_PARENT.format("name = %s"), parameters=[query.name, first, last])
        tiers = {document: OF_BEGUN_PARENT for (document,) in of_begun}
        tiers |= {document: BEGINNING for document, _name in named}
        tiers |= {document: OF_PARENT for (document,) in of_parent}
        return tiers | {document: EXACT for document, name in named if name == query.name}

    @abstractmethod
    def matching(self, query: Query, kind: str) -> tuple[str, list]:
        """A statement, with parameters, of the keys of a kind’s records, in no order."""

    @abstractmethod
    def _by_text(self, query: Query, first: int, last: int) -> list[int]:
        """The documents between two keys, by rank."""

    @abstractmethod
    def _beginning(self, name: str) -> tuple[str, Sequence[str]]:
        """A condition on names that begin so."""
