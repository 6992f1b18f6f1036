from django.contrib import admin

from programs.models import InstitutionField, InstitutionFieldFigure
from reference.admin.edited import EditedAdmin
from reference.admin.figures import FigureAdmin, figure_inline
from reference.admin.filters import ORIGIN, UsedFilter


@admin.register(InstitutionField)
class InstitutionFieldAdmin(EditedAdmin):
    list_display = ("institution", "field", "level", "parent", "origin")
    list_filter = ("level", ("field", UsedFilter), *ORIGIN)
    search_fields = (
        "institution__name",
        "institution__aliases__name",
        "field__cip",
        "field__title",
    )
    autocomplete_fields = ("institution", "field", "parent")
    inlines = (figure_inline(InstitutionFieldFigure),)
    related_lists = ("figures", "parts")

    def get_queryset(self, request):
        """Its name is made of theirs, in the answers of an autocomplete too."""
        names = ("institution", "field", "parent__institution", "parent__field")
        return super().get_queryset(request).select_related(*names)


@admin.register(InstitutionFieldFigure)
class InstitutionFieldFigureAdmin(FigureAdmin):
    subject_names = ("subject__institution__name", "subject__field__cip", "subject__field__title")
    list_select_related = ("subject__institution", "subject__field", "source")
