from django.contrib import admin

from reference.admin.edited import EditedAdmin
from reference.admin.filters import ORIGIN, UsedFilter
from reference.models import LedgerEntry


@admin.register(LedgerEntry)
class LedgerEntryAdmin(EditedAdmin):
    list_display = ("source", "first", "last", "fate", "refs", "reason")
    list_display_links = ("first", "last")
    list_select_related = ("source",)
    list_filter = (
        ("source", UsedFilter),
        "fate",
        *ORIGIN,
    )
    search_fields = ("refs", "reason")
    autocomplete_fields = ("source",)
