"""A form that knows what its editor changed, and what no editor may change."""

from collections import defaultdict
from functools import cache
from importlib import import_module

from django import forms
from django.core.exceptions import NON_FIELD_ERRORS, ValidationError
from django.core.validators import EMPTY_VALUES
from django.db.models import Model
from django.utils.translation import gettext_lazy as _

from reference.enumerations import Origin

FIXED = _("Imports find the record by this, so it stays as it is.")


def is_imported(record: Model) -> bool:
    return record.pk is not None and getattr(record, "origin", Origin.EDITOR) != Origin.EDITOR


@cache
def key_fields(model: type[Model]) -> frozenset[str]:
    """The fields by which an import finds a record again."""
    tables = import_module(f"{model._meta.app_label}.imports.seed_files").TABLES
    keys = next(table.keys for table in tables if table.model is model)
    return frozenset(model._meta.get_field(attribute).name for attribute in keys[-1])


class EditedForm(forms.ModelForm):
    """`together`: fields of which an import may not write one where an editor wrote another.

    `shown_as`: {field of the model: field of this form that fills it}.
    """

    together: tuple[frozenset[str], ...] = ()
    shown_as: dict[str, str] = {}

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self._hold_key()
        self._name_known_records()

    @property
    def edited_names(self) -> set[str]:
        """The fields of the model that this editor wrote: for a new record all that are filled."""
        names = self._filled_names() if self.instance._state.adding else set(self.changed_data)
        for group in self.together:
            names |= group if names & group else set()
        return names & {field.name for field in self.instance._meta.concrete_fields}

    @property
    def stored(self) -> list[Model]:
        """The record as the database has it; none for a new one."""
        return list(type(self.instance)._base_manager.filter(pk=self.instance.pk))

    def note_edited(self) -> None:
        self.instance.note_edited(self.edited_names)

    def add_error(self, field, error):
        """A rule may blame a field that this form shows under another name, or not at all."""
        by_field = getattr(error, "error_dict", {})
        super().add_error(field, self._as_shown(by_field) if by_field else error)

    def _as_shown(self, by_field):
        shown = defaultdict(list)
        for name, errors in by_field.items():
            place = self.shown_as.get(name, name)
            if place == name or place not in self.errors:
                shown[place if place in self.fields else NON_FIELD_ERRORS] += errors
        return ValidationError(dict(shown))

    def _filled_names(self):
        return {name for name, value in self.cleaned_data.items() if value not in EMPTY_VALUES}

    def _hold_key(self):
        if not is_imported(self.instance):
            return
        for name in key_fields(self.instance._meta.model) & self.fields.keys():
            self.fields[name].disabled = True
            self.fields[name].help_text = FIXED

    def _name_known_records(self):
        cached = self.instance._state.fields_cache
        for name in cached.keys() & self.fields.keys():
            widget = self.fields[name].widget
            # admin wraps it in one that adds its links
            getattr(widget, "widget", widget).known = cached[name]
