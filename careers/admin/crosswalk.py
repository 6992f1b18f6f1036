from django.contrib import admin

from careers.models import CrosswalkLink
from reference.admin.edited import EditedAdmin
from reference.admin.filters import ORIGIN, UsedFilter


@admin.register(CrosswalkLink)
class CrosswalkLinkAdmin(EditedAdmin):
    list_display = ("field", "occupation", "source", "origin")
    list_select_related = ("field", "occupation", "source")
    list_filter = (("source", UsedFilter), *ORIGIN)
    search_fields = ("field__cip", "field__title", "occupation__soc", "occupation__title")
    autocomplete_fields = ("field", "occupation", "source")
