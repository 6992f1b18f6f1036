from django.contrib import admin

from programs.models import RoleLink
from reference.admin.edited import EditedAdmin
from reference.admin.filters import ORIGIN


@admin.register(RoleLink)
class RoleLinkAdmin(EditedAdmin):
    list_display = ("printed", "career", "institution", "program", "source")
    list_select_related = ("career", "institution", "program", "source")
    list_filter = (("career", admin.EmptyFieldListFilter), *ORIGIN)
    search_fields = ("printed", "career__title", "institution__name", "program__title")
    autocomplete_fields = ("institution", "program", "career", "source")
