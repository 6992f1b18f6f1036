"""Rows that name other rows of their own table, in an order in which they can be loaded."""

from collections import defaultdict
from collections.abc import Sequence
from contextlib import suppress
from graphlib import CycleError, TopologicalSorter

from reference.imports.reading import Row
from reference.imports.tables import Table


def in_waves(table: Table, rows: Sequence[Row]) -> tuple[list[list[Row]], list[Row]]:
    """(rows grouped so that each comes after its parent, rows whose parents lead in a circle)."""
    if not table.parent:
        return [list(rows)], []
    by_key = defaultdict(list)
    for row in rows:
        by_key[row[table.key_columns[0].name]].append(row)
    waves = [_of(by_key, keys) for keys in _levels(by_key, table.parent)]
    in_turn = {row.line for wave in waves for row in wave}
    return waves, [row for row in rows if row.line not in in_turn]


def _levels(by_key, parent):
    """The keys without a parent among the rows, then those under them, and so on."""
    named = {key: {row[parent] for row in rows} & by_key.keys() for key, rows in by_key.items()}
    sorter = TopologicalSorter(named)
    with suppress(CycleError):  # it goes on without those in a circle
        sorter.prepare()
    while sorter.is_active():
        ready = sorter.get_ready()
        yield ready
        sorter.done(*ready)


def _of(by_key, keys):
    return sorted((row for key in keys for row in by_key[key]), key=lambda row: row.line)
