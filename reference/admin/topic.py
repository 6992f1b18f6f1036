from django.contrib import admin

from reference.admin.edited import EditedAdmin
from reference.admin.figures import FigureAdmin, figure_fieldsets, figure_inline
from reference.admin.filters import ORIGIN
from reference.models import Topic, TopicFigure


@admin.register(Topic)
class TopicAdmin(EditedAdmin):
    list_display = ("question", "key", "origin")
    list_filter = ORIGIN
    search_fields = ("question", "key", "summary")
    prepopulated_fields = {"key": ("question",)}
    inlines = (figure_inline(TopicFigure),)
    related_lists = ("figures",)


@admin.register(TopicFigure)
class TopicFigureAdmin(FigureAdmin):
    subject_names = ("subject__question", "subject__key")
    search_fields = subject_names  # the occupation of a claim names one by it
    # its subject is its topic
    autocomplete_fields = ("subject", "source")
    fieldsets = figure_fieldsets()
