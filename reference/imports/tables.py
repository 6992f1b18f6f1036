"""A seed file as data: whose rows it holds, what identifies one, what its columns mean."""

from collections.abc import Callable
from dataclasses import dataclass
from functools import cached_property

from django.core.exceptions import NON_FIELD_ERRORS, ValidationError
from django.db.models import Field
from django.utils.translation import gettext as _

from reference.enumerations import Origin
from reference.imports.cells import SEPARATOR, check_cell, unknown_choice
from reference.imports.columns import Column
from reference.imports.errors import CellError, Rejection, quoted
from reference.imports.lookups import Lookups
from reference.imports.reading import Row
from reference.imports.related_columns import NamesColumn, ReferenceColumn
from reference.models import ImportedRecord

# Columns that any file may end with; exports do.
OPTIONAL = ["origin", "edited"]


@dataclass(frozen=True)
class Table:
    """`keys`: attributes that identify a row, the first whose values are all set wins.

    `when`: (column, value) for files that hold rows of several models. `parent`: the column that
    names another row of the same table. `check`: refuses a row by its cells together and
    the record they make. `is_folder`: each row is a Markdown file of the folder `file`, and the
    column `body` its text.
    """

    file: str
    model: type[ImportedRecord]
    keys: tuple[tuple[str, ...], ...]
    columns: tuple[Column, ...]
    when: tuple[str, str] | None = None
    parent: str = ""
    check: Callable[[Row, ImportedRecord], None] | None = None
    is_folder: bool = False

    @property
    def column_names(self) -> list[str]:
        names = [column.name for column in self.columns]
        return [self.when[0], *names] if self.when else names

    @cached_property
    def names_columns(self) -> list[NamesColumn]:
        return [column for column in self.columns if isinstance(column, NamesColumn)]

    @cached_property
    def fields(self) -> dict[str, Field]:
        """The model’s fields by attribute: `source_id` → source."""
        return {field.attname: field for field in self.model._meta.concrete_fields}

    @cached_property
    def key_columns(self) -> list[Column]:
        """The columns of the key that every row has."""
        by_name = {column.name: column for column in self.columns}
        return [by_name[self.column_of(self.fields[name].name)] for name in self.keys[-1]]

    def holds(self, row: Row) -> bool:
        return not self.when or row[self.when[0]] == self.when[1]

    def identities(self, attributes: dict) -> list[tuple]:
        """The keys under which a record of these attributes may be known, the strongest first."""
        keys = [(names, tuple(attributes[name] for name in names)) for names in self.keys]
        strong = [key for key in keys if "" not in key[1]]
        return strong or keys[-1:]

    def column_of(self, field_name: str) -> str:
        """The column that fills a model field; the field itself where none does."""
        for column in self.columns:
            if field_name in column.field_names():
                return column.name
        return field_name

    def address(self, row: Row) -> str:
        """The row’s key as one text: institution/clark-university/tuition/hakia-2026/table."""
        return self._joined(row[column.name] for column in self.key_columns)

    def address_of(self, record: ImportedRecord, lookups: Lookups) -> str:
        """The same, from the catalogue."""
        return self._joined(_key_text(column, record, lookups) for column in self.key_columns)

    def _joined(self, texts):
        kind = [self.when[1]] if self.when else []
        return "/".join([*kind, *(text for text in texts if text)])


def _key_text(column, record, lookups):
    if isinstance(column, ReferenceColumn):
        return lookups.key_of(column.to, column.by, getattr(record, f"{column.field_name}_id"))
    return column.render(record)


@dataclass
class ParsedRow:
    """`record`: as a new one. `values`: {attribute: value}. `names`: {relation: [alias, …]}."""

    row: Row
    record: ImportedRecord
    values: dict
    names: dict


def parse(table: Table, row: Row, lookups: Lookups) -> ParsedRow | Rejection:
    """A row with its types checked and its references found, or the first reason against it."""
    values: dict = {}
    for column in table.columns:
        text = row[column.name]
        try:
            check_cell(text)
            values |= column.parse(text, table, lookups)
        except CellError as error:
            return rejection(table, row, column.name, str(error))
    names = {column.field_name: values.pop(column.field_name) for column in table.names_columns}
    record = table.model(**values)
    try:
        _check(table, row, record)
    except ValidationError as error:
        return rejection(table, row, *fault(table, error))
    return ParsedRow(row, record, values, names)


def rejection(table: Table, row: Row, column: str, reason: str) -> Rejection:
    """Against a row, at the place that is to blame."""
    return Rejection(row.file or table.file, row.line_of(column), column, reason)


def _check(table, row, record):
    record.clean()
    if table.check:
        table.check(row, record)
    record.origin, record.edited = Origin.SEED, ""
    if "origin" in row and row["origin"]:
        record.origin = _known_origin(row["origin"])
    if "edited" in row:
        record.edited = _known_fields(row["edited"], table.model)


def _known_origin(text):
    if text in Origin.values:
        return text
    raise ValidationError({"origin": unknown_choice(text, Origin.values)})


def _known_fields(text, model):
    """Names of the model’s fields and of its aliases, as `edited` keeps them."""
    known = {field.name for field in model._meta.get_fields()}
    for name in text.split(SEPARATOR) if text else []:
        if name not in known:
            message = _("%s is not a field that an editor can have changed") % quoted(name)
            raise ValidationError({"edited": message})
    return text


def fault(table: Table, error: ValidationError) -> tuple[str, str]:
    """(column, reason): the first thing a check of the model says, under the column’s name."""
    field, messages = next(iter(error.update_error_dict({}).items()))
    reason = ValidationError(messages).messages[0]
    return "" if field == NON_FIELD_ERRORS else table.column_of(field), reason
