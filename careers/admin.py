from django.contrib import admin

from careers.models import (
    Career,
    CareerAlias,
    CareerFigure,
    CareerListing,
    CareerPath,
    FieldOfStudy,
    Occupation,
    OccupationFigure,
    PathStep,
)
from reference.admin.aliases import AliasAdmin, alias_inline
from reference.admin.edited import EditedAdmin, EditedInline
from reference.admin.figures import FigureAdmin, figure_inline
from reference.admin.filters import ORIGIN, UsedFilter


@admin.register(FieldOfStudy)
class FieldOfStudyAdmin(EditedAdmin):
    list_display = ("cip", "title", "origin")
    list_filter = ORIGIN
    search_fields = ("cip", "title")


@admin.register(Occupation)
class OccupationAdmin(EditedAdmin):
    list_display = ("soc", "title", "job_zone", "origin")
    list_filter = ("job_zone", *ORIGIN)
    search_fields = ("soc", "title")
    inlines = (figure_inline(OccupationFigure),)
    related_lists = ("figures", "careers")


@admin.register(OccupationFigure)
class OccupationFigureAdmin(FigureAdmin):
    subject_names = ("subject__soc", "subject__title")


class CareerListingInline(EditedInline):
    model = CareerListing
    fk_name = "career"
    fields = ("list", "says", "source", "locator", "printed")
    autocomplete_fields = ("source",)


@admin.register(Career)
class CareerAdmin(EditedAdmin):
    list_display = ("title", "occupation", "soc_doubtful", "source", "origin")
    list_select_related = ("occupation", "source")
    list_filter = ("soc_doubtful", ("occupation", admin.EmptyFieldListFilter), *ORIGIN)
    search_fields = ("title", "slug", "aliases__name", "occupation__soc", "occupation__title")
    autocomplete_fields = ("occupation", "source")
    prepopulated_fields = {"slug": ("title",)}
    inlines = (
        alias_inline(CareerAlias, "career"),
        CareerListingInline,
        figure_inline(CareerFigure),
    )
    related_lists = ("figures", "listings", "path_steps")


@admin.register(CareerAlias)
class CareerAliasAdmin(AliasAdmin):
    owner = "career"
    list_display = ("name", "career")
    list_select_related = ("career",)
    search_fields = ("name", "career__title")
    autocomplete_fields = ("career",)


@admin.register(CareerFigure)
class CareerFigureAdmin(FigureAdmin):
    subject_names = ("subject__title", "subject__slug")


@admin.register(CareerListing)
class CareerListingAdmin(EditedAdmin):
    list_display = ("career", "list", "says", "source", "locator")
    list_select_related = ("career", "source")
    list_filter = ("list", ("source", UsedFilter), *ORIGIN)
    search_fields = ("career__title", "says", "printed")
    autocomplete_fields = ("career", "source")


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
