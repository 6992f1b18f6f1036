from django.contrib import admin

from reference.admin.edited import EditedAdmin
from reference.admin.filters import ORIGIN
from reference.models import Source


@admin.register(Source)
class SourceAdmin(EditedAdmin):
    list_display = (
        "short_name",
        "publisher",
        "title",
        "kind",
        "edition",
        "published_on",
        "retrieved_on",
    )
    list_filter = ("kind", *ORIGIN)
    search_fields = ("short_name", "publisher", "title", "slug", "edition")
    prepopulated_fields = {"slug": ("short_name", "edition")}
    related_lists = ("notes", "ledger")
