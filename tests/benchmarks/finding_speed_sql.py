"""The same question as hand-written SQL: count, all counts of five facets, 25 rows; fetch only.

As fast as its writer knows how: facets from covering indexes, those of the whole list counted
beforehand, the rows by their keys, and a text’s matches found once.
"""

import sqlite3
from pathlib import Path

from tests.benchmarks.finding_speed_questions import FACETS, PAGE, WAYS, Question

DELIVERY = ", ".join(f"SUM({way})" for way in (*WAYS, " AND NOT ".join(("1", *WAYS))))

FOUND, ALL = "temp.found", "1"  # the matches of a text; the condition that holds of each row


class PlainSQL:
    def __init__(self, path: Path):
        self.database = sqlite3.connect(f"file:{path}?mode=ro", uri=True)
        self.database.execute("PRAGMA mmap_size=1000000000")
        self.database.execute("PRAGMA cache_size=-64000")
        self.database.execute("PRAGMA temp_store=memory")

    def answer(self, question: Question, stems: str, rows: int) -> dict:
        """{"count": n, facet: {value: n}, "rows": 25 rows}."""
        if question.text:
            self._find(question, stems)
        if not (question.filters or question.text):
            return self._whole(question, rows)
        counts = {facet: self._counts(question, facet) for facet in FACETS}
        free = next(facet for facet in FACETS if facet not in question.filters)
        return {"count": sum(counts[free].values()), **counts, "rows": self._page(question)}

    def _whole(self, question, rows):
        counts: dict = {facet: {} for facet in FACETS}
        for facet, value, number in self._rows("SELECT * FROM", f"counts_{question.table}"):
            counts[facet][value] = number
        start = str((question.page(rows) - 1) * PAGE)
        page = ("SELECT * FROM", question.table, "WHERE id >", start, "ORDER BY id LIMIT 25")
        return {"count": sum(counts["state"].values()), **counts, "rows": self._rows(*page)}

    def _find(self, question, stems):
        """The matches, with what facets count by, ranked."""
        self.database.execute("DROP TABLE IF EXISTS temp.found")
        name = f"{question.table}_fts"
        self._rows(
            "CREATE TEMP TABLE found AS SELECT narrow.*, text.score FROM",
            *("(SELECT rowid AS key, rank AS score FROM", name, "WHERE", name, "MATCH ?) text"),
            *("JOIN", f"narrow_{question.table}", "narrow ON narrow.id = text.key"),
            values=[stems],
        )

    def _counts(self, question, facet):
        if facet != "delivery":
            source = self._from(question, without=(facet,))
            if source[0] != FOUND and source[2] == ALL:
                return self._counted_before(question, facet)
            return dict(self._rows("SELECT", facet, ", COUNT(*) FROM", *source, "GROUP BY 1"))
        [sums] = self._rows("SELECT", DELIVERY, "FROM", *self._from(question, without=WAYS))
        return dict(zip((*WAYS, "none"), (number or 0 for number in sums), strict=True))

    def _counted_before(self, question, facet):
        counts = ("SELECT value, number FROM", f"counts_{question.table}", "WHERE facet = ?")
        return dict(self._rows(*counts, values=[facet]))

    def _page(self, question):
        order = "score, id" if question.text else "id"
        keys = ("SELECT id FROM", *self._from(question), "ORDER BY", order, "LIMIT 25")
        return self._rows("SELECT * FROM", question.table, "WHERE id IN (", *keys, ")")

    def _from(self, question, without=()):
        table = FOUND if question.text else f"narrow_{question.table}"
        return (table, "WHERE", self._where(question, without))

    def _where(self, question, without):
        filters = {name: value for name, value in question.filters.items() if name not in without}
        conditions = [f"{name} = '{value}'" for name, value in filters.items() if name not in WAYS]
        conditions += [f"{way} = 1" for way in WAYS if way in filters]
        if question.highest:
            conditions.append(f"tuition BETWEEN {question.lowest} AND {question.highest}")
        return " AND ".join(conditions) or ALL

    def _rows(self, *sql, values=()):
        return self.database.execute(" ".join(sql), values).fetchall()
