"""What a row of a file means for the catalogue: a new record, a change, or an edit to keep."""

from dataclasses import dataclass, field

from reference.enumerations import FEDERAL_ORIGINS, Origin
from reference.imports.cells import SEPARATOR
from reference.imports.reading import Row
from reference.imports.report import Outcome
from reference.imports.tables import ParsedRow, Table
from reference.models import ImportedRecord


@dataclass
class Change:
    """`fields`: model fields to write. `names`: {relation: aliases to replace}. `kept`: columns."""

    row: Row
    record: ImportedRecord
    fields: set[str] = field(default_factory=set)
    names: dict[str, list[str]] = field(default_factory=dict)
    kept: tuple[str, ...] = ()
    is_new: bool = False

    @property
    def is_to_write(self) -> bool:
        return self.is_new or bool(self.fields or self.names)

    @property
    def outcome(self) -> Outcome:
        if self.is_new:
            return Outcome.CREATED
        if self.kept:
            return Outcome.KEPT
        return Outcome.UPDATED if self.is_to_write else Outcome.UNCHANGED


def decide(
    table: Table, parsed: ParsedRow, record: ImportedRecord | None, overwrite: bool
) -> Change:
    """Against the record of the same key, if any, which takes the values that are to be written.

    What a federal import has written since, a bundled copy of it leaves alone.
    """
    if record is None:
        return Change(parsed.row, parsed.record, names=parsed.names, is_new=True)
    if parsed.record.origin == Origin.SEED and record.origin in FEDERAL_ORIGINS:
        return Change(parsed.row, record)
    differing = _differing(table, parsed, record)
    kept = [] if overwrite else _edited_columns(table, differing, record)
    differing -= {name for column in kept for name in column.field_names()}
    for attribute, value in parsed.values.items():
        if table.fields[attribute].name in differing:
            setattr(record, attribute, value)
    change = Change(parsed.row, record, kept=tuple(column.name for column in kept))
    change.names = {name: parsed.names[name] for name in differing & parsed.names.keys()}
    change.fields = differing - parsed.names.keys()
    if overwrite:
        _forget_edits(table, change)
    return change


def _differing(table, parsed, record):
    """Names of the fields and relations in which file and catalogue differ."""
    fields = {
        table.fields[attribute].name
        for attribute, value in parsed.values.items()
        if getattr(record, attribute) != value
    }
    columns = table.names_columns
    return fields | {c.field_name for c in columns if c.names(record) != parsed.names[c.field_name]}


def _edited_columns(table, differing, record):
    """A column is kept whole: half an editor’s value and half the file’s is nobody’s."""
    edited = record.edited_fields
    if not edited:
        return []
    return [
        column
        for column in table.columns
        if not edited.isdisjoint(column.field_names())
        and not differing.isdisjoint(column.field_names())
    ]


def _forget_edits(table, change):
    """The file wins: what it says is no longer an editor’s."""
    said = {name for column in table.columns for name in column.field_names()}
    if change.record.edited_fields & said:
        change.record.edited = SEPARATOR.join(sorted(change.record.edited_fields - said))
        change.fields.add("edited")
