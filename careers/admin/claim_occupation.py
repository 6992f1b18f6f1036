from django.contrib import admin

from careers.models import ClaimOccupation
from reference.admin.edited import EditedAdmin
from reference.admin.filters import ORIGIN


@admin.register(ClaimOccupation)
class ClaimOccupationAdmin(EditedAdmin):
    list_display = ("claim", "occupation", "reason", "origin")
    list_select_related = ("claim__subject", "claim__source", "occupation")
    list_filter = ORIGIN
    search_fields = ("claim__subject__question", "occupation__soc", "occupation__title", "reason")
    autocomplete_fields = ("claim", "occupation")
