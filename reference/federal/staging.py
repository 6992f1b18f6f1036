"""Rows of a file on their way in: a temporary table that nobody else sees and no lock guards.

It goes with the connection, so that whatever ends the process leaves nothing behind.
"""

from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from itertools import islice
from typing import Any

from django.db import connection

from reference.sql import quoted, rows_of, run_sql

BATCH = 5000
TWINS = "stage_twins"


class Stage:
    """`columns`: {name: "text" or "integer"}; each row is its line, then these, in this order."""

    def __init__(self, name: str, columns: dict[str, str]):
        self.columns = {"line": "integer", **columns}
        self.table = quoted(f"stage_{name}")

    def __enter__(self):
        described = (f"{quoted(name)} {kind}" for name, kind in self.columns.items())
        run_sql("DROP TABLE IF EXISTS", self.table)
        run_sql("CREATE TEMPORARY TABLE", self.table, "(", ", ".join(described), ")")
        return self

    def __exit__(self, *_exception):
        if connection.connection is not None and not connection.needs_rollback:
            run_sql("DROP TABLE IF EXISTS", self.table)

    def fill(self, rows: Iterable[Sequence]) -> None:
        """A batch at a time: rows are drawn as they are written."""
        rows = iter(rows)
        with _without_a_commit_a_row():
            while batch := list(islice(rows, BATCH)):
                _append(self, batch)

    def drop_twins(self, keys: Sequence[str]) -> list[tuple[int, int]]:
        """(line, a later line that says the same) of each later one, which is left out."""
        names = ", ".join(quoted(key) for key in keys)
        if not rows_of(
            "SELECT 1 FROM", self.table, "GROUP BY", names, "HAVING COUNT(*) > 1 LIMIT 1"
        ):
            return []
        first = f"MIN(line) OVER (PARTITION BY {names}) AS first"
        run_sql("DROP TABLE IF EXISTS", TWINS)
        run_sql(
            *("CREATE TEMPORARY TABLE", TWINS, "AS SELECT first, line FROM (SELECT line,", first),
            *("FROM", self.table, ") AS s WHERE line > first"),
        )
        run_sql("DELETE FROM", self.table, "WHERE line IN (SELECT line FROM", TWINS, ")")
        return rows_of("SELECT first, line FROM", TWINS, "ORDER BY line")


@contextmanager
def _without_a_commit_a_row() -> Iterator[None]:
    """A plain BEGIN locks nothing of the catalogue, as only the temporary table is written."""
    if connection.in_atomic_block or connection.vendor == "postgresql":
        yield
        return
    run_sql("BEGIN")
    try:
        yield
    finally:
        run_sql("COMMIT")


def _append(stage, batch):
    if connection.vendor == "postgresql":
        _copy(stage, batch)
        return
    marks = ", ".join(["%s"] * len(stage.columns))
    with connection.cursor() as cursor:
        sql = " ".join(["INSERT INTO", stage.table, "VALUES (", marks, ")"])
        cursor.executemany(sql, batch)


def _copy(stage, batch):
    """PostgreSQL’s own bulk form, several times as fast."""
    with connection.cursor() as cursor:
        inner: Any = cursor
        with inner.copy(" ".join(["COPY", stage.table, "FROM STDIN"])) as copy:
            for row in batch:
                copy.write_row(row)
