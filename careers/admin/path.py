from django.contrib import admin

from careers.models import CareerPath, PathStep
from reference.admin.edited import EditedAdmin, EditedInline
from reference.admin.filters import ORIGIN, UsedFilter


class PathStepInline(EditedInline):
    model = PathStep
    fk_name = "path"
    fields = ("position", "stage", "career", "asks_for")
    autocomplete_fields = ("career",)


@admin.register(CareerPath)
class CareerPathAdmin(EditedAdmin):
    list_display = ("title", "slug", "origin")
    list_filter = ORIGIN
    search_fields = ("title", "slug", "summary")
    prepopulated_fields = {"slug": ("title",)}
    inlines = (PathStepInline,)
    related_lists = ("steps",)


@admin.register(PathStep)
class PathStepAdmin(EditedAdmin):
    list_display = ("path", "position", "stage", "career", "asks_for")
    list_display_links = ("position",)
    list_select_related = ("path", "career")
    list_filter = (("path", UsedFilter), "stage", *ORIGIN)
    search_fields = ("path__title", "career__title", "asks_for")
    autocomplete_fields = ("path", "career", "source")
