"""Why the database refused a row, in words that name the columns."""

from collections.abc import Iterator
from typing import Any

from django.core.exceptions import ValidationError
from django.db import DatabaseError
from django.db.models import Q
from django.utils.translation import gettext as _

from reference.imports.changes import Change
from reference.imports.errors import Rejection, quoted
from reference.imports.related_columns import NamesColumn
from reference.imports.tables import Table, fault, rejection


def refusal(table: Table, change: Change, error: DatabaseError) -> Rejection:
    """By the model’s own rules where one of them says why, else in the words of the database."""
    found = next(_broken_rules(table, change), None)
    column, reason = found or ("", str(error).partition("\n")[0] + ".")
    message = _("the database refuses it: %s Correct the row, or one that it clashes with")
    return rejection(table, change.row, column, message % reason)


def _broken_rules(table: Table, change: Change) -> Iterator[tuple[str, str]]:
    """(columns, what the rule says)"""
    try:
        change.record.validate_unique()
    except ValidationError as broken:
        yield fault(table, broken)
    for constraint in table.model._meta.constraints:
        try:
            constraint.validate(table.model, change.record)
        except ValidationError as broken:
            yield _columns(table, constraint), broken.messages[0]
    for column in table.names_columns:
        if change.names.get(column.field_name):
            yield from _taken_names(table, column, change)


def _columns(table: Table, constraint: Any) -> str:
    fields = {*getattr(constraint, "fields", ()), *_fields_in(constraint.condition)}
    named = [c.name for c in table.columns if not fields.isdisjoint(c.field_names())]
    return ", ".join(named)


def _fields_in(condition: Any) -> Iterator[str]:
    """Of a condition and those inside it: `first__lte=F("last")` names both."""
    if isinstance(condition, Q):
        for child in condition.children:
            yield from _fields_in(child)
    elif condition:
        name, value = condition
        yield name.partition("__")[0]
        yield getattr(value, "name", "")


def _taken_names(table: Table, column: NamesColumn, change: Change) -> Iterator[tuple[str, str]]:
    relation: Any = table.model._meta.get_field(column.field_name)
    owner = relation.field.name
    others = relation.related_model._base_manager.exclude(**{owner: change.record.pk})
    names = change.names[column.field_name]
    for taken in others.filter(name__in=names, **dict(column.among)):
        words = {"name": quoted(taken.name), "owner": getattr(taken, owner)}
        yield column.name, _("%(name)s is already a name of %(owner)s.") % words
