"""How close a document comes to what is asked: its names hold most of it, and little else.

A database’s rank goes by how long all of a text is: of two degrees of one name, it would put first
the one of which less is told.
"""

from collections.abc import Sized
from itertools import combinations, compress

from reference.search.kinds import KEYS
from reference.search.query import Query
from reference.sql import rows_of

FAR = (1.0,)  # after any other
_HELD = """
SELECT id - %s, parent, names, context, length(body) FROM reference_searchdocument WHERE id IN ({})
"""
_NAMED = "SELECT DISTINCT document_id FROM reference_searchname WHERE name IN ({})"

Distance = tuple[float, ...]


def distances_of(query: Query, first: int, keys: list[int]) -> dict[int, Distance]:
    """{key: how far, less is closer}; keys are counted from `first`."""
    if not keys:
        return {}
    held = rows_of(_HELD.format(_marks(keys)), parameters=[first, *(first + key for key in keys)])
    named = _named(query)
    return {
        key: _distance(query, (first + key) // KEYS, parent in named, *parts)
        for key, parent, *parts in held
    }


def _named(query) -> set[int]:
    """The documents of which any run of the words is a whole name."""
    said = query.name.split()
    runs = {" ".join(said[start:end]) for start, end in combinations(range(len(said) + 1), 2)}
    if not runs:
        return set()
    found = rows_of(_NAMED.format(_marks(runs)), parameters=sorted(runs))
    return {document for (document,) in found}


def _marks(values: Sized) -> str:
    return ", ".join(["%s"] * len(values))


def _distance(query, kind, of_named, names, context, told):
    """Of equals, the kind that comes first; of those, what belongs to whatever the words name, then
    a name of few other words.

    Where nothing holds all words, the commonest is the one to miss. Of two that hold all of them
    before their texts, the one of which more is told is the better page.
    """
    named = frozenset(names.split())
    said = named.union(context.split())
    in_names = sum(not named.isdisjoint(term) for term in query.groups)
    in_both = [not said.isdisjoint(term) for term in query.groups]
    rarest = sum(1 / (number + 1) for number in compress(query.numbers, in_both))
    length = len(named) if in_names else 0
    richness = told if all(in_both) else 0
    return -rarest, -in_names, -sum(in_both), kind, not of_named, length, -richness
