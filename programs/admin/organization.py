from django.contrib import admin

from programs.models import (
    Organization,
    OrganizationAlias,
    OrganizationFigure,
    OrganizationLink,
)
from reference.admin.aliases import AliasAdmin, alias_inline
from reference.admin.edited import EditedAdmin
from reference.admin.figures import FigureAdmin, figure_inline
from reference.admin.filters import ORIGIN


@admin.register(Organization)
class OrganizationAdmin(EditedAdmin):
    list_display = ("name", "kind", "parent", "origin")
    list_select_related = ("parent",)
    list_filter = ("kind", ("parent", admin.EmptyFieldListFilter), *ORIGIN)
    search_fields = ("name", "aliases__name", "slug")
    autocomplete_fields = ("parent",)
    prepopulated_fields = {"slug": ("name",)}
    inlines = (alias_inline(OrganizationAlias, "organization"), figure_inline(OrganizationFigure))
    related_lists = ("units", "links", "figures")


@admin.register(OrganizationAlias)
class OrganizationAliasAdmin(AliasAdmin):
    owner = "organization"
    list_display = ("name", "organization")
    list_select_related = ("organization",)
    search_fields = ("name", "organization__name")
    autocomplete_fields = ("organization",)


@admin.register(OrganizationLink)
class OrganizationLinkAdmin(EditedAdmin):
    list_display = ("printed", "role", "organization", "institution", "program", "source")
    list_select_related = ("organization", "institution", "program", "source")
    list_filter = ("role", "mention", ("organization", admin.EmptyFieldListFilter), *ORIGIN)
    search_fields = ("printed", "organization__name", "institution__name", "program__title")
    autocomplete_fields = ("institution", "program", "organization", "source")


@admin.register(OrganizationFigure)
class OrganizationFigureAdmin(FigureAdmin):
    subject_names = ("subject__name", "subject__aliases__name", "subject__slug")
