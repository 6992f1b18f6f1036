"""PostgreSQL: a generated column of the table of documents, with a GIN index."""

from itertools import chain

from reference.search.engine import MOST_WEIGHED, Engine
from reference.search.kinds import kind_named
from reference.sql import rows_of

TABLE = "reference_searchdocument"
# the letters that ts_rank weighs words by: {D, C, B, A}
WEIGHTS = "'{0.1, 0.2, 0.4, 1.0}'"

_FOUND = f"FROM {TABLE} WHERE search @@ %s::tsquery"
_SCORE = f"ts_rank({WEIGHTS}, search, %s::tsquery)"
_MATCHING = f"SELECT id - %s {_FOUND} AND id BETWEEN %s AND %s"
# it knows nothing of lengths: of two names that hold the words, the shorter says more of them
_RANKED = f"{_MATCHING} ORDER BY {_SCORE} DESC, length(names), id"
_FIRST = (
    f"(SELECT id - %s AS key, search, names {_FOUND} AND id BETWEEN %s AND %s LIMIT %s) AS found"
)
_WEIGHED = " ".join(["SELECT key FROM", _FIRST, f"ORDER BY {_SCORE} DESC, length(names) LIMIT %s"])


class PostgresEngine(Engine):
    def matching(self, query, kind):
        if not kind:
            return f"SELECT id {_FOUND}", [_expression(query)]
        chosen = kind_named(kind)
        return _MATCHING, [chosen.first, _expression(query), chosen.first, chosen.last]

    def _by_text(self, query, first, last):
        asked = _expression(query)
        rows = rows_of(_RANKED, parameters=(first, asked, first, last, asked))
        return list(chain.from_iterable(rows))

    def _weighed(self, query, first, last, most):
        asked = _expression(query)
        parameters = (first, asked, first, last, MOST_WEIGHED, asked, most)
        return list(chain.from_iterable(rows_of(_WEIGHED, parameters=parameters)))

    def _beginning(self, name):
        return "name LIKE %s", (f"{name}%",)


def _expression(query) -> str:
    """Stems hold no quotes: they are letters and digits."""
    part = ":A" if query.in_names else ""
    ways = (" & ".join(_term(stems, part) for stems in groups) for groups in query.alternatives)
    return " | ".join(f"({way})" for way in ways)


def _term(stems, part):
    return "(" + " | ".join(f"'{stem}'{part}" for stem in stems) + ")"
