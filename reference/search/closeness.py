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
SELECT id - %s, parent IN (SELECT document_id FROM reference_searchname WHERE name IN ({named})),
names, context, length(body) FROM reference_searchdocument WHERE id IN ({keys})
"""

Distance = tuple[float, ...]


def distances_of(query: Query, first: int, keys: list[int]) -> dict[int, Distance]:
    """{key: how far, less is closer}; keys are counted from `first`."""
    if not keys:
        return {}
    named = _runs(query.name)
    held = rows_of(
        _HELD.format(named=_marks(named), keys=_marks(keys)),
        parameters=[first, *named, *(first + key for key in keys)],
    )
    return {key: _distance(query, (first + key) // KEYS, *parts) for key, *parts in held}


def _runs(name: str) -> list[str]:
    """Each run of its words, any of which may be a whole name."""
    said = name.split()
    ends = combinations(range(len(said) + 1), 2)
    return sorted({" ".join(said[start:end]) for start, end in ends}) or [""]


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
