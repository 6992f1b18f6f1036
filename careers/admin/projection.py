from django.contrib import admin

from careers.models import EntryEducation, OverallGrowth
from reference.admin.edited import EditedAdmin
from reference.admin.filters import ORIGIN, UsedFilter


@admin.register(EntryEducation)
class EntryEducationAdmin(EditedAdmin):
    list_display = ("subject", "name", "source")
    list_display_links = ("name",)
    list_select_related = ("subject", "source")
    list_filter = ("name", ("source", UsedFilter), *ORIGIN)
    search_fields = ("name", "subject__soc", "subject__title")
    autocomplete_fields = ("subject", "source")


@admin.register(OverallGrowth)
class OverallGrowthAdmin(EditedAdmin):
    list_display = ("source", "growth")
    list_display_links = ("growth",)
    list_select_related = ("source",)
    list_filter = (("source", UsedFilter), *ORIGIN)
    autocomplete_fields = ("source",)
