"""The records of a table by every key under which a row may name them."""

from collections.abc import Iterator

from reference.enumerations import Origin
from reference.imports.tables import Table
from reference.models import ImportedRecord


class Existing:
    """Read once, and locked until the import ends (SQLite locks itself as a whole)."""

    def __init__(self, table: Table):
        relations = [column.field_name for column in table.names_columns]
        records = table.model._default_manager.prefetch_related(*relations).order_by("pk")
        self._table = table
        self._missing = {record.pk: record for record in records.select_for_update()}
        self._by_key = {
            key: record
            for record in self._missing.values()
            for key in table.identities(self._attributes(record))
        }

    def find(self, values: dict) -> ImportedRecord | None:
        """The record that these attributes identify; it counts as listed from now on."""
        for key in self._table.identities(values):
            if key in self._by_key:
                record = self._by_key[key]
                self._missing.pop(record.pk, None)
                return record
        return None

    def missing(self) -> Iterator[ImportedRecord]:
        """Records that an earlier file listed and that no row has named."""
        return (r for r in self._missing.values() if r.origin == Origin.SEED)

    def _attributes(self, record):
        return {name: getattr(record, name) for key in self._table.keys for name in key}
