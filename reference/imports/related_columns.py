"""Columns that name other records, or other names of their own."""

from dataclasses import dataclass

from django.db.models import Model
from django.utils.translation import gettext as _

from reference.imports.cells import SEPARATOR, parts
from reference.imports.columns import Column, blank, clean_text
from reference.imports.errors import CellError, quoted


@dataclass(frozen=True)
class ReferenceColumn(Column):
    """Another record by its natural key: one field, or several joined by “/”."""

    to: type[Model] = Model
    by: tuple[str, ...] = ("slug",)

    def parse(self, text, table, lookups):
        if text == "":
            return {f"{self.field_name}_id": blank(table.model._meta.get_field(self.field_name))}
        key = lookups.find(self.to, self.by, text)
        if key is None:
            known = self.to._meta.verbose_name
            message = _("%(text)s is not a known %(model)s; add it first, or correct the cell")
            raise CellError(message % {"text": quoted(text), "model": known})
        return {f"{self.field_name}_id": key}

    def render(self, record):
        found = getattr(record, self.field_name)
        return "/".join(str(_follow(found, path)) for path in self.by) if found else ""

    @property
    def related(self) -> set[str]:
        """What to select with a record, so that rendering asks nothing more."""
        further = [path.rpartition("__")[0] for path in self.by]
        return {f"{self.field_name}__{path}" if path else self.field_name for path in further}


@dataclass(frozen=True)
class NamesColumn(Column):
    """Other names, separated by “|”, each a row of the related alias table.

    `among`: (field, value) of the rows that are this column’s, where the table holds others too.
    """

    among: tuple[tuple[str, object], ...] = ()

    def parse(self, text, table, lookups):
        field = table.model._meta.get_field(self.field_name).related_model._meta.get_field("name")
        return {self.field_name: [clean_text(field, name) for name in parts(text)]}

    def render(self, record):
        return SEPARATOR.join(self.names(record))

    def names(self, record) -> list[str]:
        return [alias.name for alias in getattr(record, self.field_name).all() if self.holds(alias)]

    def holds(self, alias) -> bool:
        return all(getattr(alias, name) == value for name, value in self.among)


def _follow(record, path):
    for part in path.split("__"):
        record = getattr(record, part)
    return record
