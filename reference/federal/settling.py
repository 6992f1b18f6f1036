"""Rows that meet an editor’s change: merged field by field, the editor’s kept and reported."""

from collections.abc import Sequence
from typing import Any

from reference.federal.merging import Merge
from reference.imports.cells import SEPARATOR
from reference.imports.report import Kept, Outcome
from reference.models import Figure

# Half an editor’s value and half the file’s is nobody’s.
WHOLES = ({"low", "high", "bound", "absence"}, {"period_from", "period_to"})


def settle(
    merge: Merge, rows: Sequence[dict], overwrite: bool
) -> list[tuple[Outcome, Kept | None]]:
    """What became of each row; `overwrite`: the file wins, and the edits are forgotten."""
    manager: Any = merge.model._base_manager
    records = manager.in_bulk([row["pk"] for row in rows])
    return [_settle_one(merge, records[row["pk"]], row, overwrite) for row in rows]


def _settle_one(merge, record, row, overwrite):
    differing = {name for name in merge.compared if _says_otherwise(merge, record, name, row[name])}
    kept = set() if overwrite else differing & _editors(merge, record)
    for name in differing - kept:
        setattr(record, name, _value(merge, name, row[name]))
    if overwrite:
        written = {merge.fields[name].name for name in merge.written}
        record.edited = SEPARATOR.join(sorted(record.edited_fields - written))
    if getattr(record, "absence", ""):
        record.headline = False
    if overwrite or differing - kept:
        record.save()
    if not kept:
        return (Outcome.UPDATED if differing else Outcome.UNCHANGED), None
    names = tuple(sorted(merge.fields[name].name for name in kept))
    table = str(merge.model._meta.verbose_name_plural)
    return Outcome.KEPT, Kept(table, row["line"], named(record), names)


def named(record) -> str:
    """The record as a report tells it: of a figure, whose it is too."""
    if isinstance(record, Figure):
        return f"{record.subject_name}, {record.measure}, {record.item}"
    return str(record)


def _editors(merge, record) -> set[str]:
    """The attributes that are an editor’s, with those that make a whole with them."""
    edited = {n for n in merge.compared if merge.fields[n].name in record.edited_fields}
    return edited.union(*(whole for whole in WHOLES if whole & edited))


def _says_otherwise(merge, record, name, value):
    return getattr(record, name) != _value(merge, name, value)


def _value(merge, name, value):
    """As the model holds it, whatever form the database gave it."""
    return merge.fields[name].to_python(value)
