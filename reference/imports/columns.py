"""What a column of a seed file holds: text → values of model fields, and back again for exports."""

import re
from dataclasses import dataclass

from django.core.exceptions import ValidationError
from django.db.backends.base.operations import BaseDatabaseOperations
from django.db.models import NOT_PROVIDED
from django.utils.translation import gettext as _

from reference.imports.cells import SEPARATOR, parts, read_short, unknown_choice
from reference.imports.errors import CellError, quoted
from reference.periods import first_day, last_day, shortest_first, shortest_last
from reference.values import Value


@dataclass(frozen=True)
class Column:
    """A model field by its own rules: blank, choices, length and validators are the model’s."""

    name: str
    attr: str = ""

    @property
    def field_name(self) -> str:
        return self.attr or self.name

    def field_names(self) -> list[str]:
        """The model fields it fills, by which an editor’s changes are remembered."""
        return [self.field_name]

    def parse(self, text: str, table, lookups) -> dict:
        """{attribute: value}; raises CellError."""
        field = table.model._meta.get_field(self.field_name)
        if text == "":
            return {field.attname: blank(field)}
        self.check_form(text, field)
        return {field.attname: clean_text(field, text)}

    def check_form(self, text: str, field) -> None:
        """For what the model’s field would take, but a seed file should not hold."""

    def render(self, record) -> str:
        value = getattr(record, self.field_name)
        return "" if value is None else str(value)


@dataclass(frozen=True)
class IntegerColumn(Column):
    """Digits only, within what every database stores."""

    def check_form(self, text, field):
        low, high = BaseDatabaseOperations.integer_field_ranges[field.get_internal_type()]
        if not re.fullmatch(r"-?\d{1,18}", text, re.ASCII) or not low <= int(text) <= high:
            words = {"text": quoted(text), "low": low, "high": high}
            raise CellError(_("%(text)s is not a whole number from %(low)d to %(high)d") % words)


@dataclass(frozen=True)
class NumberColumn(Column):
    """A decimal, printed without trailing zeros."""

    def check_form(self, text, field):
        if not re.fullmatch(r"-?\d+(\.\d+)?", text, re.ASCII):
            raise CellError(_("%s is not a number; write it as 64 or 65.4") % quoted(text))

    def render(self, record) -> str:
        value = getattr(record, self.field_name)
        return "" if value is None else f"{value.normalize():f}"


@dataclass(frozen=True)
class FlagColumn(Column):
    """`yes` or blank."""

    def parse(self, text, table, lookups):
        if text not in ("", "yes"):
            raise CellError(_("%s is neither yes nor blank") % quoted(text))
        return {self.field_name: text == "yes"}

    def render(self, record):
        return "yes" if getattr(record, self.field_name) else ""


@dataclass(frozen=True)
class DateColumn(Column):
    """A year, month or day; `last` means the day on which it ends."""

    last: bool = False

    def parse(self, text, table, lookups):
        read = last_day if self.last else first_day
        return {self.field_name: read_short(read, text) if text else None}

    def render(self, record):
        shortest = shortest_last if self.last else shortest_first
        return shortest(getattr(record, self.field_name))


@dataclass(frozen=True)
class DayColumn(Column):
    """A day of the calendar, written in full."""

    def parse(self, text, table, lookups):
        if text and not re.fullmatch(r"\d{4}-\d{2}-\d{2}", text, re.ASCII):
            raise CellError(_("%s is not a day; write it as 2026-11-21") % quoted(text))
        return (
            {self.field_name: read_short(first_day, text)}
            if text
            else super().parse(text, table, lookups)
        )


@dataclass(frozen=True)
class ChoicesColumn(Column):
    """Several choices separated by “|”, stored as a list."""

    choices: tuple[str, ...] = ()

    def parse(self, text, table, lookups):
        values = parts(text)
        for value in values:
            if value not in self.choices:
                raise CellError(unknown_choice(value, self.choices))
        return {self.field_name: values}

    def render(self, record):
        return SEPARATOR.join(getattr(record, self.field_name))


@dataclass(frozen=True)
class ValueColumn(Column):
    """The notation of a figure’s value, which fills four fields."""

    def field_names(self):
        return ["low", "high", "bound", "absence"]

    def parse(self, text, table, lookups):
        value = read_short(Value.parse, text)
        return {name: getattr(value, name) for name in self.field_names()}

    def render(self, record):
        return record.value.notation


@dataclass(frozen=True)
class CheckedColumn(Column):
    """Printed for the reader and checked with the row, but not stored."""

    def field_names(self):
        return []

    def parse(self, text, table, lookups):
        return {}

    def render(self, record):
        return ""


@dataclass(frozen=True)
class BlankColumn(CheckedColumn):
    """Has no meaning for the rows of this table, though their file has it."""

    def parse(self, text, table, lookups):
        if text:
            raise CellError(_("must be blank in a row of this kind"))
        return {}


def blank(field):
    """What a blank cell means for the model’s field; raises CellError."""
    if field.null:
        return None
    if field.default is not NOT_PROVIDED:
        return field.get_default()
    if field.blank:
        return ""
    raise CellError(_("must not be blank"))


def clean_text(field, text: str):
    """As the model’s field takes it; raises CellError."""
    try:
        return field.clean(text, None)
    except ValidationError as error:
        choices = [value for value, _label in field.flatchoices]
        if choices and text not in choices:
            raise CellError(unknown_choice(text, choices)) from None
        raise CellError(f"{quoted(text)}: {' '.join(error.messages)}") from None
