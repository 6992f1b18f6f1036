from django.contrib import admin

from programs.models import ProfileItem
from reference.admin.edited import EditedAdmin
from reference.admin.filters import ORIGIN


@admin.register(ProfileItem)
class ProfileItemAdmin(EditedAdmin):
    list_display = ("__str__", "kind", "position", "institution", "program", "scope", "source")
    list_select_related = ("institution", "program", "source")
    list_filter = ("kind", "mention", ("program", admin.EmptyFieldListFilter), *ORIGIN)
    search_fields = ("name", "text", "scope", "institution__name", "program__title")
    autocomplete_fields = ("institution", "program", "source")
