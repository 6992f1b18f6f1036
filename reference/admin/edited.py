"""An admin whose edits outlive the next import."""

from typing import Any

from django.contrib import admin
from django.contrib.admin.options import BaseModelAdmin
from django.contrib.admin.widgets import RelatedFieldWidgetWrapper
from django.db import models, transaction
from django.utils.translation import gettext_lazy as _

from reference.admin.forms import EditedForm, is_imported
from reference.admin.formsets import EditedFormSet
from reference.admin.widgets import KnownAutocomplete, LineTextarea
from reference.admin.written import announce

# A longer inline is left out for a link to the list: a browser sends a field for every cell.
MOST_INLINE_ROWS = 25

NUL = "\0"  # PostgreSQL takes none, in a search neither

# fieldsets that several pages end with
CITED: tuple[Any, Any] = (_("Where it stands"), {"fields": ("source", "locator", "printed")})
RECORD: tuple[Any, Any] = (_("Record"), {"fields": ("origin", "edited"), "classes": ("collapse",)})


class FormFields(BaseModelAdmin):
    """Form fields, and what an address may ask for."""

    formfield_overrides = {
        models.TextField: {"widget": LineTextarea},
        models.URLField: {"assume_scheme": "https"},
    }

    def formfield_for_foreignkey(self, db_field, request, **kwargs):
        if db_field.name in self.get_autocomplete_fields(request):
            kwargs["widget"] = KnownAutocomplete(db_field, self.admin_site)
        return super().formfield_for_foreignkey(db_field, request, **kwargs)

    def formfield_for_dbfield(self, db_field, request, **kwargs):
        """Without the link by which one click beside a key would delete what it names."""
        field = super().formfield_for_dbfield(db_field, request, **kwargs)
        if field and isinstance(field.widget, RelatedFieldWidgetWrapper):
            field.widget.can_delete_related = False
        return field

    def lookup_allowed(self, lookup, value, request):
        """Nothing that is an error of the database: a faulty regular expression, a NUL."""
        is_safe = "regex" not in lookup and NUL not in value
        return is_safe and super().lookup_allowed(lookup, value, request)


class EditedAdmin(FormFields, admin.ModelAdmin):
    """Notes in `edited` what an editor changed, and keeps what is computed in step with it.

    `related_lists`: reverse relations whose lists the page links to.
    """

    form = EditedForm
    show_facets = admin.ShowFacets.ALWAYS
    list_per_page = 50
    readonly_fields = ("origin", "edited")
    related_lists: tuple[str, ...] = ()

    def view_on_site(self, obj):
        return obj.get_absolute_url() if hasattr(obj, "get_absolute_url") else None

    def has_delete_permission(self, request, obj=None):
        """An imported record would only come back: what can be withdrawn is withdrawn."""
        imported = obj is not None and is_imported(obj)
        return not imported and super().has_delete_permission(request, obj)

    def get_search_results(self, request, queryset, search_term):
        return super().get_search_results(request, queryset, search_term.replace(NUL, ""))

    def get_inlines(self, request, obj):
        inlines = super().get_inlines(request, obj)
        return [inline for inline in inlines if obj is None or not _is_too_long(inline, obj)]

    def render_change_form(self, request, context, add=False, change=False, form_url="", obj=None):
        """The template adds links to the lists of what belongs to the record."""
        links = [_list_link(self.opts, name) for name in self.related_lists] if change else []
        context["related_lists"] = links
        return super().render_change_form(request, context, add, change, form_url, obj)

    def save_model(self, request, obj, form, change):
        # kept with the form: this object serves every request
        form.written = form.stored if form.has_changed() else []
        form.note_edited()
        super().save_model(request, obj, form, change)
        form.written += [obj] if form.has_changed() else []

    def save_formset(self, request, form, formset, change):
        super().save_formset(request, form, formset, change)
        form.written += formset.written

    def save_related(self, request, form, formsets, change):
        super().save_related(request, form, formsets, change)
        announce(form.written)

    def delete_model(self, request, obj):
        super().delete_model(request, obj)
        announce([obj])

    @transaction.atomic
    def delete_queryset(self, request, queryset):
        deleted = list(queryset)
        super().delete_queryset(request, queryset)
        announce(deleted)


def _is_too_long(inline, parent):
    rows = inline.model._base_manager.filter(**{inline.fk_name: parent})
    return rows[MOST_INLINE_ROWS:].exists()


def _list_link(opts, name):
    relation = opts.get_field(name)
    return {
        "label": relation.related_model._meta.verbose_name_plural,
        "list": f"admin:{relation.related_model._meta.label_lower.replace('.', '_')}_changelist",
        "filter": f"{relation.field.name}__id__exact",
    }


class EditedInline(FormFields, admin.TabularInline):
    """Rows that belong to the record of the page through `fk_name`."""

    form = EditedForm
    formset = EditedFormSet
    extra = 0
    show_change_link = True
    view_on_site = False

    def formfield_for_dbfield(self, db_field, request, **kwargs):
        """Without the links that admin sets beside a key: four icons a cell."""
        field = super().formfield_for_dbfield(db_field, request, **kwargs)
        if field and isinstance(field.widget, RelatedFieldWidgetWrapper):
            field.widget = field.widget.widget
        return field

    def get_queryset(self, request):
        return super().get_queryset(request).select_related(*self.autocomplete_fields)
