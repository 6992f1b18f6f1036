"""Breaking a rule of the database through the database itself, so that no Python check can help.

A rule is named after its constraint, or, for a unique field, "model.field".
"""

import re
from contextlib import contextmanager

import pytest
from django.apps import apps
from django.db import IntegrityError, transaction

from reference.models import DataChange, SearchDocument, SearchName, SearchWord, figure_models

# SQLite: "CHECK constraint failed: NAME", "UNIQUE constraint failed: TABLE.COLUMN, TABLE.COLUMN".
# PostgreSQL: '… violates … constraint "NAME"', and of a unique one "Key (COLUMN, COLUMN)=…".
NAME = re.compile(r"constraint (?:failed: |\")(\w+)(?![.\w])")
COLUMNS = re.compile(r"(?:UNIQUE constraint failed: |Key \()([\w., ]+)")

COMPUTED = (DataChange, SearchDocument, SearchName, SearchWord)


def rules_of(model) -> set[str]:
    """The constraints and unique fields of a table."""
    return {constraint.name for constraint in model._meta.constraints} | {
        _unique_field(model, field) for field in _unique_fields(model)
    }


def rules_of_app(label: str) -> set[str]:
    """The rules of all its tables but figures, whose rules are the same in every app, and but what
    is computed from others."""
    models = set(apps.get_app_config(label).get_models()) - {*figure_models(), *COMPUTED}
    return {rule for model in models for rule in rules_of(model)}


@contextmanager
def broken(model, rule):
    """Expects the database to refuse what happens inside, and to name this rule."""
    with pytest.raises(IntegrityError) as refusal, transaction.atomic():
        yield
    assert rule in _rules_named(model, refusal.value)


def break_by_change(rule, record, changes):
    """Write the changes to one record."""
    model = type(record)
    with broken(model, rule):
        model._base_manager.filter(pk=record.pk).update(**changes)


def break_by_repeating(rule, factory, given, names):
    """Make a second record like the first in these fields and in those given.

    A factory among those given makes a record.
    """
    made = {name: value() if isinstance(value, type) else value for name, value in given.items()}
    first, second = factory(**made), factory()
    break_by_change(rule, second, {name: getattr(first, name) for name in [*made, *names]})


def _unique_fields(model):
    fields = model._meta.concrete_fields
    return [
        field for field in fields if field.unique and not field.auto_created and field.name != "id"
    ]


def _unique_field(model, field):
    return f"{model._meta.model_name}.{field.name}"


def _rules_named(model, error) -> set[str]:
    """The rules that an error of the database names; several where it names only their columns."""
    named = NAME.search(str(error))
    if named and named[1] in rules_of(model):
        return {named[1]}
    columns = re.findall(r"(\w+)(?:,|$)", COLUMNS.findall(str(error))[0])
    return _constraints_on(model, columns) | _unique_fields_on(model, columns)


def _constraints_on(model, columns):
    column_of = {field.name: field.column for field in model._meta.concrete_fields}
    return {
        constraint.name
        for constraint in model._meta.constraints
        if [column_of[name] for name in getattr(constraint, "fields", ())] == columns
    }


def _unique_fields_on(model, columns):
    fields = _unique_fields(model)
    return {_unique_field(model, field) for field in fields if [field.column] == columns}
