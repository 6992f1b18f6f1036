from django.contrib import admin
from django.utils.translation import gettext_lazy as _

from programs.deciding_facts import LABELS
from programs.models import DecidingFact
from reference.admin.edited import CITED, RECORD, EditedAdmin, EditedInline
from reference.admin.filters import ORIGIN


class MissingFilter(admin.SimpleListFilter):
    """Programs of which no source states a kind of deciding fact; the facet says how many."""

    title = _("not recorded")
    parameter_name = "missing"

    def lookups(self, request, model_admin):
        return list(LABELS.items())

    def queryset(self, request, queryset):
        return queryset.lacking(self.value()) if self.value() in LABELS else queryset


class DecidingFactInline(EditedInline):
    model = DecidingFact
    fk_name = "program"
    fields = ("kind", "item", "text", "on", "url", "source", "locator", "printed")
    autocomplete_fields = ("source",)


@admin.register(DecidingFact)
class DecidingFactAdmin(EditedAdmin):
    list_display = ("__str__", "kind", "item", "program", "source", "origin")
    list_select_related = ("program__institution", "source")
    list_filter = ("kind", *ORIGIN)
    search_fields = ("text", "item", "url", "program__title", "program__institution__name")
    autocomplete_fields = ("program", "source")
    fieldsets = (
        (None, {"fields": ("program", "kind", "item", "text", "on", "url")}),
        CITED,
        RECORD,
    )
