"""Other names of a record. Imports replace them as one list, so an edit is noted on their owner."""

from django.contrib import admin
from django.db import transaction

from reference.admin.edited import EditedInline, FormFields
from reference.admin.forms import EditedForm
from reference.admin.formsets import CheckedFormSet
from reference.admin.written import announce

RELATION = "aliases"


def note_aliases(owners):
    for owner in owners:
        owner.note_edited({RELATION})
        owner.save(update_fields=["edited"])


class AliasFormSet(CheckedFormSet):
    def save(self, commit=True):
        self.written = [self.instance] if self.has_changed() else []
        note_aliases(self.written)
        return super().save(commit)


def alias_inline(model, owner: str) -> type[EditedInline]:
    """`owner`: the key that leads to the record whose names these are."""
    attributes = {"model": model, "fk_name": owner, "formset": AliasFormSet}
    return type(f"{model.__name__}Inline", (_AliasInline,), attributes)


class _AliasInline(EditedInline):
    show_change_link = False


class AliasAdmin(FormFields, admin.ModelAdmin):
    """`owner`: as in `alias_inline`."""

    owner = ""
    form = EditedForm
    show_facets = admin.ShowFacets.ALWAYS

    def save_model(self, request, obj, form, change):
        # an alias may change hands, and then both lists of names changed
        written = [*form.stored, obj] if form.has_changed() else []
        super().save_model(request, obj, form, change)
        self._follow_up(written)

    def delete_model(self, request, obj):
        super().delete_model(request, obj)
        self._follow_up([obj])

    @transaction.atomic
    def delete_queryset(self, request, queryset):
        deleted = list(queryset.select_related(self.owner))
        super().delete_queryset(request, queryset)
        self._follow_up(deleted)

    def _follow_up(self, aliases):
        owners = {getattr(alias, self.owner) for alias in aliases}
        note_aliases(owners)
        announce(owners)
