from django.contrib import admin

from careers.models import FieldOfStudy
from reference.admin.edited import EditedAdmin
from reference.admin.filters import ORIGIN


@admin.register(FieldOfStudy)
class FieldOfStudyAdmin(EditedAdmin):
    list_display = ("cip", "title", "origin")
    list_filter = ORIGIN
    search_fields = ("cip", "title")
    autocomplete_fields = ("source",)
    related_lists = ("occupation_links",)
