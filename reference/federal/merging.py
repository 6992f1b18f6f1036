"""Staged rows into a table of the catalogue, in a handful of statements whatever their number."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from typing import Any

from django.db import connection
from django.db.models import Field, Model

from reference.enumerations import Origin
from reference.sql import quoted, rows_of, run_sql

FOUND = "stage_found"
MOST_MISSING = 10


@dataclass(frozen=True)
class Says:
    """A value that every row has."""

    value: Any


@dataclass(frozen=True)
class Merge:
    """`rows`: “FROM … AS s JOIN …”, where `s` is a stage. `where`: conditions, all of which hold.

    `values`: {attribute: SQL over the rows, or Says}. `keys`: the attributes that identify a
    record. `within`: {attribute: value}, the part of the table that the file lists in full.
    """

    model: type[Model]
    rows: str
    values: Mapping[str, "str | Says"]
    keys: tuple[str, ...]
    origin: Origin
    where: tuple[str, ...] = ()
    within: Mapping[str, Any] = field(default_factory=dict)

    @cached_property
    def fields(self) -> dict[str, Field]:
        return {found.attname: found for found in self.model._meta.concrete_fields}

    @cached_property
    def written(self) -> dict[str, "str | Says"]:
        """What the rows say of a record, and that this import says it."""
        return {**self.values, "origin": Says(self.origin)}

    @cached_property
    def compared(self) -> list[str]:
        return [name for name in self.written if name not in self.keys]

    def is_new_ground(self) -> bool:
        """Whether the table has nothing yet of what the file lists."""
        return not self._records().filter(**self.within).exists()

    def insert(self) -> int:
        """Every row as a new record; how many."""
        select, parameters = self._select()
        return self._insert(["FROM (", select, ") AS x"], parameters)

    def find(self) -> None:
        """Each row beside the record that it names, in a temporary table."""
        select, parameters = self._select()
        matches = (f"{self._sought(key)} = x.{quoted(key)}" for key in self.keys)
        differs = (f"t.{quoted(n)} {unequal()} x.{quoted(n)}" for n in self.compared)
        run_sql("DROP TABLE IF EXISTS", FOUND)
        run_sql(
            "CREATE TEMPORARY TABLE",
            FOUND,
            "AS SELECT x.*, t.id AS pk, t.edited AS edited_before, t.origin AS origin_before, (",
            " OR ".join(differs),
            ") AS differs FROM (",
            select,
            ") AS x LEFT JOIN",
            self._table,
            "AS t ON",
            " AND ".join(matches),
            parameters=parameters,
        )

    def count_unchanged(self) -> int:
        """Of the rows found, those that say nothing new."""
        same = "WHERE pk IS NOT NULL AND NOT differs"
        ((unchanged,),) = rows_of("SELECT COUNT(*) FROM", FOUND, same)
        return unchanged

    def insert_found(self) -> int:
        """Those that no record answers."""
        return self._insert(["FROM", FOUND, "AS x WHERE pk IS NULL"], [])

    def update_found(self) -> int:
        """Those that differ from a record that no editor has changed."""
        changes = [f"{quoted(name)} = f.{quoted(name)}" for name in self.compared]
        if "headline" in self.fields:  # an absence cannot stay the headline
            changes.append("headline = (t.headline AND f.absence = '')")
        return run_sql(
            "UPDATE",
            self._table,
            "AS t SET",
            ", ".join(changes),
            "FROM",
            FOUND,
            "AS f WHERE t.id = f.pk AND f.differs AND f.edited_before = ''",
        )

    def found_edited(self) -> list[dict]:
        """The rows that differ from a record which an editor has changed."""
        names = ["pk", "line", *self.compared]
        where = "WHERE differs AND edited_before <> '' ORDER BY line"
        columns = ", ".join(quoted(name) for name in names)
        rows = rows_of("SELECT", columns, "FROM", FOUND, where)
        return [dict(zip(names, row, strict=True)) for row in rows]

    def missing(self) -> tuple[int, list[Model]]:
        """How many records of this origin within the part no row names, and the first of them."""
        if not self.within:
            return 0, []
        listed = self._records().filter(**self.within, origin=self.origin)
        sql, parameters = listed.order_by().values("pk").query.sql_with_params()
        outside = " ".join([sql, "EXCEPT SELECT pk FROM", FOUND])
        ((total,),) = rows_of("SELECT COUNT(*) FROM (", outside, ") AS m", parameters=parameters)
        first = rows_of(outside, "ORDER BY 1 LIMIT", str(MOST_MISSING), parameters=parameters)
        return total, list(self._records().filter(pk__in=[pk for (pk,) in first]).order_by("pk"))

    def _sought(self, key: str) -> str:
        """What every row shares finds nothing: a sign keeps SQLite from seeking records by it."""
        is_shared = isinstance(self.written[key], Says) and connection.vendor == "sqlite"
        return f"{'+' if is_shared else ''}t.{quoted(key)}"

    @property
    def _table(self) -> str:
        return quoted(self.model._meta.db_table)

    def _records(self):
        manager: Any = self.model._base_manager
        return manager.all()

    def _select(self) -> tuple[str, list]:
        columns, parameters = ["s.line AS line"], []
        for name, value in self.written.items():
            if isinstance(value, Says):
                parameters.append(self._prepared(name, value.value))
            sql = "%s" if isinstance(value, Says) else value
            columns.append(f"{_cast(self.fields[name], sql)} AS {quoted(name)}")
        where = " AND ".join(["1 = 1", *self.where])
        return " ".join(["SELECT", ", ".join(columns), self.rows, "WHERE", where]), parameters

    def _insert(self, rows: list[str], parameters: Sequence) -> int:
        """Fields of which the file says nothing get what a new record has."""
        defaults = [
            n for n, f in self.fields.items() if n not in self.written and not f.primary_key
        ]
        names = [quoted(name) for name in [*self.written, *defaults]]
        said = [f"x.{quoted(name)}" for name in self.written]
        blank = [_cast(self.fields[name], "%s") for name in defaults]
        values = [self._prepared(name, self.fields[name].get_default()) for name in defaults]
        return run_sql(
            "INSERT INTO",
            self._table,
            "(",
            ", ".join(names),
            ") SELECT",
            ", ".join([*said, *blank]),
            *rows,
            parameters=[*values, *parameters],
        )

    def _prepared(self, name, value):
        return self.fields[name].get_db_prep_save(value, connection)


def unequal() -> str:
    return "IS DISTINCT FROM" if connection.vendor == "postgresql" else "IS NOT"


def _cast(found: Field, sql: str) -> str:
    """PostgreSQL asks for the type; a length would cut what is too long instead of refusing it."""
    if connection.vendor != "postgresql":
        return sql
    kind = (found.db_type(connection) or "").split("(")[0]
    return f"CAST({sql} AS {kind})"
