from django.contrib import admin

from reference.admin.edited import EditedAdmin
from reference.admin.filters import ORIGIN
from reference.models import Guide


@admin.register(Guide)
class GuideAdmin(EditedAdmin):
    list_display = ("title", "part", "position", "updated_on", "origin")
    list_filter = ("part", *ORIGIN)
    search_fields = ("title", "slug", "summary", "body")
    prepopulated_fields = {"slug": ("title",)}
