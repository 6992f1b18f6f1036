from django.contrib import admin

from careers.models import Occupation, OccupationFigure
from reference.admin.edited import EditedAdmin
from reference.admin.figures import FigureAdmin, figure_inline
from reference.admin.filters import ORIGIN


@admin.register(Occupation)
class OccupationAdmin(EditedAdmin):
    list_display = ("soc", "title", "job_zone", "origin")
    list_filter = ("job_zone", *ORIGIN)
    search_fields = ("soc", "title")
    inlines = (figure_inline(OccupationFigure),)
    related_lists = ("figures", "careers", "field_links", "onet_occupations")


@admin.register(OccupationFigure)
class OccupationFigureAdmin(FigureAdmin):
    subject_names = ("subject__soc", "subject__title")
