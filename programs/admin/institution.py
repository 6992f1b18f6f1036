from django.contrib import admin
from django.utils.translation import gettext_lazy as _

from programs.models import Institution, InstitutionAlias, InstitutionFigure
from reference.admin.aliases import AliasAdmin, alias_inline
from reference.admin.edited import CITED, RECORD, EditedAdmin
from reference.admin.figures import FigureAdmin, figure_inline
from reference.admin.filters import ORIGIN, UsedFilter


@admin.register(Institution)
class InstitutionAdmin(EditedAdmin):
    list_display = ("name", "unitid", "city", "state", "control", "origin")
    list_select_related = ("state",)
    list_filter = (
        "control",
        ("state", UsedFilter),
        ("unitid", admin.EmptyFieldListFilter),
        *ORIGIN,
    )
    search_fields = ("name", "aliases__name", "city", "unitid", "slug")
    autocomplete_fields = ("state", "source")
    prepopulated_fields = {"slug": ("name",)}
    fieldsets = (
        (None, {"fields": ("name", "slug", "unitid", "control", "website", "summary")}),
        (_("Place"), {"fields": ("city", "state", ("latitude", "longitude"))}),
        CITED,
        RECORD,
    )
    inlines = (alias_inline(InstitutionAlias, "institution"), figure_inline(InstitutionFigure))
    related_lists = (
        "programs",
        "fields",
        "figures",
        "ranking_entries",
        "state_tops",
        "profile_items",
        "organization_links",
        "role_links",
    )


@admin.register(InstitutionAlias)
class InstitutionAliasAdmin(AliasAdmin):
    owner = "institution"
    list_display = ("name", "institution", "curated")
    list_select_related = ("institution",)
    list_filter = ("curated",)
    search_fields = ("name", "institution__name")
    autocomplete_fields = ("institution",)


@admin.register(InstitutionFigure)
class InstitutionFigureAdmin(FigureAdmin):
    subject_names = ("subject__name", "subject__aliases__name", "subject__slug")
