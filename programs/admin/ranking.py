from django.contrib import admin

from programs.admin.state_top import state_top_inline
from programs.models import Ranking, RankingEntry, RankingFigure
from reference.admin.edited import EditedAdmin, EditedInline
from reference.admin.figures import FigureAdmin, figure_inline
from reference.admin.filters import ORIGIN, UsedFilter


class RankingEntryInline(EditedInline):
    model = RankingEntry
    fk_name = "ranking"
    fields = ("rank", "institution", "score", "source", "printed", "locator")
    autocomplete_fields = ("institution", "source")


@admin.register(Ranking)
class RankingAdmin(EditedAdmin):
    list_display = ("title", "year", "source", "says_ranked", "shown", "origin")
    list_select_related = ("source",)
    list_filter = ("year", ("source", UsedFilter), *ORIGIN)
    search_fields = ("title", "slug", "source__publisher", "method")
    autocomplete_fields = ("source",)
    prepopulated_fields = {"slug": ("title",)}
    inlines = (figure_inline(RankingFigure), RankingEntryInline, state_top_inline("ranking"))
    related_lists = ("entries", "state_tops", "figures")


@admin.register(RankingEntry)
class RankingEntryAdmin(EditedAdmin):
    list_display = ("ranking", "rank", "institution", "score", "source", "locator")
    list_display_links = ("rank",)
    list_select_related = ("ranking", "institution", "source")
    list_filter = (("ranking", UsedFilter), *ORIGIN)
    search_fields = ("institution__name", "institution__aliases__name", "ranking__title", "printed")
    autocomplete_fields = ("ranking", "institution", "source")


@admin.register(RankingFigure)
class RankingFigureAdmin(FigureAdmin):
    subject_names = ("subject__title", "subject__slug")
