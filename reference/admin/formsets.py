"""The rows that stand on the page of the record they belong to."""

from collections.abc import Sequence

from django.core.exceptions import ValidationError
from django.db.models import Model
from django.forms import BaseInlineFormSet
from django.forms.formsets import DELETION_FIELD_NAME
from django.utils.translation import gettext as _

from reference.admin.forms import is_imported


class CheckedFormSet(BaseInlineFormSet):
    """Holds each row to all rules of its table. `written` is known once the rows are saved.

    `judged_together`: fields whose rules need all rows of the page.
    """

    judged_together: frozenset[str] = frozenset()
    written: Sequence[Model] = ()

    def add_fields(self, form, index):
        super().add_fields(form, index)
        if self.can_delete and is_imported(form.instance):
            form.fields[DELETION_FIELD_NAME].disabled = True
        for field in form.fields.values():
            # a table labels its columns, not its fields
            field.widget.attrs["aria-label"] = str(field.label or "")

    def clean(self):
        super().clean()
        for form in self.standing_forms:
            if form.has_changed() and form.is_valid():
                self._check_constraints(form)

    @property
    def standing_forms(self):
        """The rows that there will be after the save."""
        return [form for form in self.forms if form not in self.deleted_forms]

    def _check_constraints(self, form):
        """Django leaves out of an inline every constraint that names the parent."""
        absent = {field.name for field in self.model._meta.fields} - form.fields.keys()
        try:
            form.instance.validate_constraints(exclude=absent | self.judged_together)
        except ValidationError as error:
            form.add_error(None, error)


class EditedFormSet(CheckedFormSet):
    """Each row notes its own edits."""

    def save(self, commit=True):
        changed = [form for form in self.forms if form.has_changed()]
        before = [record for form in changed for record in form.stored]
        for form in changed:
            form.note_edited()
        saved = super().save(commit)
        self.written = before + [form.instance for form in changed if form.instance.pk]
        return saved


class FigureFormSet(EditedFormSet):
    """A pin may move from one row of the page to another in one save."""

    judged_together = frozenset({"pinned"})

    def clean(self):
        super().clean()
        pinned = {}
        for form in self._pinned_forms():
            first = pinned.setdefault(form.cleaned_data.get("measure"), form)
            if first is not form:
                form.add_error("pinned", _("Another figure of this measure is pinned."))

    def save(self, commit=True):
        """The old pin is drawn before the new one is set."""
        stay = [form.instance.pk for form in self._pinned_forms() if form.instance.pk]
        self.get_queryset().filter(pinned=True).exclude(pk__in=stay).update(pinned=False)
        return super().save(commit)

    def _pinned_forms(self):
        return [form for form in self.standing_forms if form.cleaned_data.get("pinned")]
