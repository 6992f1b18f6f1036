"""What O*NET says of occupations: long lists, found by the occupation’s code or title."""

from django.contrib import admin

from careers.models import (
    AlternateTitle,
    OccupationSkill,
    OnetOccupation,
    RelatedOccupation,
    RequiredEducation,
)
from reference.admin.edited import EditedAdmin
from reference.admin.filters import ORIGIN, UsedFilter


@admin.register(OnetOccupation)
class OnetOccupationAdmin(EditedAdmin):
    list_display = ("code", "title", "occupation", "job_zone", "source")
    list_select_related = ("occupation", "source")
    list_filter = ("job_zone", ("source", UsedFilter), *ORIGIN)
    search_fields = ("code", "title")
    autocomplete_fields = ("occupation", "source")
    related_lists = ("skills", "titles", "education", "related")

    def view_on_site(self, obj):
        return obj.occupation.get_absolute_url()


@admin.register(OccupationSkill)
class OccupationSkillAdmin(EditedAdmin):
    list_display = ("name", "kind", "subject", "importance", "is_hot", "in_demand")
    list_select_related = ("subject", "source")
    list_filter = ("kind", "is_hot", "in_demand", ("source", UsedFilter), *ORIGIN)
    search_fields = ("name", "subject__code", "subject__title")
    autocomplete_fields = ("subject", "source")


@admin.register(AlternateTitle)
class AlternateTitleAdmin(EditedAdmin):
    list_display = ("name", "subject", "source")
    list_select_related = ("subject", "source")
    list_filter = (("source", UsedFilter), *ORIGIN)
    search_fields = ("name", "subject__code", "subject__title")
    autocomplete_fields = ("subject", "source")


@admin.register(RequiredEducation)
class RequiredEducationAdmin(EditedAdmin):
    list_display = ("subject", "category", "name", "share")
    list_display_links = ("name",)
    list_select_related = ("subject", "source")
    list_filter = (("source", UsedFilter), *ORIGIN)
    search_fields = ("name", "subject__code", "subject__title")
    autocomplete_fields = ("subject", "source")


@admin.register(RelatedOccupation)
class RelatedOccupationAdmin(EditedAdmin):
    list_display = ("subject", "position", "related", "tier")
    list_display_links = ("position",)
    list_select_related = ("subject", "related", "source")
    list_filter = ("tier", ("source", UsedFilter), *ORIGIN)
    search_fields = ("subject__code", "subject__title", "related__code", "related__title")
    autocomplete_fields = ("subject", "related", "source")
