from django.contrib import admin

from programs.models import StateTop
from reference.admin.edited import EditedAdmin, EditedInline
from reference.admin.filters import ORIGIN, UsedFilter


def state_top_inline(owner: str) -> type[EditedInline]:
    """The top universities as rows on the page of their ranking or of their state."""
    keys = tuple(name for name in ("ranking", "state", "institution") if name != owner)
    columns = (*keys, "source", "printed", "locator")
    options = {"fk_name": owner, "fields": columns, "autocomplete_fields": (*keys, "source")}
    return type("StateTopInline", (EditedInline,), {"model": StateTop, **options})


@admin.register(StateTop)
class StateTopAdmin(EditedAdmin):
    list_display = ("state", "institution", "ranking", "source", "locator")
    list_select_related = ("state", "institution", "ranking", "source")
    list_filter = (("ranking", UsedFilter), *ORIGIN)
    search_fields = ("state__name", "=state__code", "institution__name", "printed")
    autocomplete_fields = ("ranking", "state", "institution", "source")
