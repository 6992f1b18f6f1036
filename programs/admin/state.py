from django.contrib import admin

from programs.admin.state_top import state_top_inline
from programs.models import State, StateFigure
from reference.admin.edited import EditedAdmin
from reference.admin.figures import FigureAdmin, figure_inline
from reference.admin.filters import ORIGIN


@admin.register(State)
class StateAdmin(EditedAdmin):
    list_display = ("name", "code", "tile_row", "tile_column", "origin")
    list_filter = ORIGIN
    search_fields = ("name", "=code")
    inlines = (figure_inline(StateFigure), state_top_inline("state"))
    related_lists = ("figures", "tops", "institutions")


@admin.register(StateFigure)
class StateFigureAdmin(FigureAdmin):
    subject_names = ("subject__name", "=subject__code")
