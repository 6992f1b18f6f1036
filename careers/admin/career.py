from django.contrib import admin

from careers.models import Career, CareerAlias, CareerFigure, CareerListing
from reference.admin.aliases import AliasAdmin, alias_inline
from reference.admin.edited import EditedAdmin, EditedInline
from reference.admin.figures import FigureAdmin, figure_inline
from reference.admin.filters import ORIGIN, UsedFilter


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
