from django.contrib import admin
from django.utils.text import Truncator
from django.utils.translation import gettext_lazy as _

from reference.admin.edited import EditedAdmin
from reference.admin.filters import ORIGIN, UsedFilter
from reference.models import Note


@admin.register(Note)
class NoteAdmin(EditedAdmin):
    list_display = ("key", "mark", "source", "lines", "opening", "found_by")
    list_select_related = ("source",)
    list_filter = (
        ("source", UsedFilter),
        "mark",
        ("found_by", admin.EmptyFieldListFilter),
        *ORIGIN,
    )
    search_fields = ("key", "text", "lines", "found_by", "about")
    autocomplete_fields = ("source",)

    @admin.display(description=_("text"), ordering="text")
    def opening(self, note):
        return Truncator(note.text).words(20)
