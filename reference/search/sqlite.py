"""SQLite: FTS5 over the table of documents, which triggers keep in step."""

from itertools import chain

from reference.search.engine import MOST_WEIGHED, Engine
from reference.search.kinds import kind_named
from reference.sql import rows_of

INDEX = "reference_searchindex"
TABLE = "reference_searchdocument"
# words come parted by spaces and folded: nothing is left for a tokenizer to decide
CREATE = """
CREATE VIRTUAL TABLE reference_searchindex USING fts5(
    names, context, body,
    content='reference_searchdocument', content_rowid='id', tokenize='ascii'
)
"""
# how much a word weighs in each part
WEIGH = """
INSERT INTO reference_searchindex(reference_searchindex, rank)
VALUES ('rank', 'bm25(10.0, 4.0, 1.0)')
"""
REBUILD = "INSERT INTO reference_searchindex(reference_searchindex) VALUES ('rebuild')"
_ADD = """
INSERT INTO reference_searchindex(rowid, names, context, body)
VALUES (new.id, new.names, new.context, new.body);
"""
_REMOVE = """
INSERT INTO reference_searchindex(reference_searchindex, rowid, names, context, body)
VALUES ('delete', old.id, old.names, old.context, old.body);
"""
TRIGGERS = {
    f"{TABLE}_indexed_insert": f"AFTER INSERT ON {TABLE} BEGIN {_ADD} END",
    f"{TABLE}_indexed_delete": f"AFTER DELETE ON {TABLE} BEGIN {_REMOVE} END",
    f"{TABLE}_indexed_update": (
        f"AFTER UPDATE OF id, names, context, body ON {TABLE} BEGIN {_REMOVE} {_ADD} END"
    ),
}

_FOUND = f"FROM {INDEX} WHERE {INDEX} MATCH %s"
_MATCHING = f"SELECT rowid - %s {_FOUND} AND rowid BETWEEN %s AND %s"
_RANKED = f"{_MATCHING} ORDER BY rank"
_FIRST = f"(SELECT rowid - %s AS key, rank AS score {_FOUND} AND rowid BETWEEN %s AND %s LIMIT %s)"
_WEIGHED = " ".join(["SELECT key FROM", _FIRST, "ORDER BY score LIMIT %s"])


class SQLiteEngine(Engine):
    def matching(self, query, kind):
        if not kind:
            return f"SELECT rowid {_FOUND}", [_expression(query)]
        chosen = kind_named(kind)
        return _MATCHING, [chosen.first, _expression(query), chosen.first, chosen.last]

    def _by_text(self, query, first, last):
        parameters = (first, _expression(query), first, last)
        return list(chain.from_iterable(rows_of(_RANKED, parameters=parameters)))

    def _weighed(self, query, first, last, most):
        asked = _expression(query)
        parameters = (first, asked, first, last, MOST_WEIGHED, most)
        return list(chain.from_iterable(rows_of(_WEIGHED, parameters=parameters)))

    def _beginning(self, name):
        return "name >= %s AND name < %s", (name, f"{name}\U0010ffff")


def _expression(query) -> str:
    """Stems hold no quotes: they are letters and digits."""
    ways = ("(" + " AND ".join(map(_term, groups)) + ")" for groups in query.alternatives)
    asked = " OR ".join(ways)
    return f"names : ({asked})" if query.in_names else asked


def _term(stems):
    return "(" + " OR ".join(f'"{stem}"' for stem in stems) + ")"
