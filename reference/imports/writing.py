"""Changes → the database, in as few statements as it takes."""

from collections.abc import Sequence
from typing import Any

from reference.imports.changes import Change
from reference.imports.related_columns import NamesColumn
from reference.imports.tables import Table


def write(table: Table, changes: Sequence[Change]) -> None:
    """Raises what the database raises; the caller holds the transaction."""
    manager: Any = table.model._base_manager
    manager.bulk_create([change.record for change in changes if change.is_new])
    updates = [change for change in changes if change.fields]
    if updates:
        fields = set().union(*(change.fields for change in updates))
        # the same as bulk_update, which takes several times as long
        manager.bulk_create(
            [change.record for change in updates],
            update_conflicts=True,
            update_fields=sorted(fields),
            unique_fields=["pk"],
        )
    for column in table.names_columns:
        _replace_names(table, column, [c for c in changes if column.field_name in c.names])


def forget_numbers(changes: Sequence[Change]) -> None:
    """After a refusal: the keys that the database gave out are not theirs."""
    for change in changes:
        if change.is_new:
            change.record.pk, change.record._state.adding = None, True


def _replace_names(table: Table, column: NamesColumn, changes: Sequence[Change]) -> None:
    """All old names go before a new one comes: a name may move from one record to another."""
    relation: Any = table.model._meta.get_field(column.field_name)
    owner, manager = relation.field.name, relation.related_model._base_manager
    names = {change.record.pk: change.names[column.field_name] for change in changes}
    aliases = manager.filter(**{f"{owner}__in": names.keys()})
    old = [a.pk for a in aliases if column.holds(a) or a.name in names[getattr(a, f"{owner}_id")]]
    manager.filter(pk__in=old).delete()
    manager.bulk_create(
        manager.model(**{f"{owner}_id": pk, "name": name}, **dict(column.among))
        for pk, new in names.items()
        for name in new
    )
