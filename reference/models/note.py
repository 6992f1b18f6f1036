import re
from typing import Any

from django.db import models
from django.utils.translation import gettext_lazy as _

from reference.models.record import ImportedRecord


class Note(ImportedRecord):
    """What an editor says about a place in a source, or of what a rule finds there."""

    key = models.CharField(_("key"), max_length=40, unique=True)
    mark = models.CharField(_("mark"), max_length=20, blank=True)
    source = models.ForeignKey(
        "reference.Source",
        on_delete=models.CASCADE,
        null=True,
        blank=True,
        related_name="notes",
        verbose_name=_("source"),
    )
    lines = models.CharField(_("lines"), max_length=200, blank=True)
    text = models.TextField(_("text"))
    found_by = models.CharField(
        _("found by"),
        max_length=60,
        blank=True,
        help_text=_("The rule that finds it; blank: an editor."),
    )

    about = models.CharField(
        _("about"),
        max_length=400,
        blank=True,
        help_text=_("Records on whose pages it is said: “institution/clark-university|topic/…”."),
    )

    points_to: list[Any]  # the places it names, where reference.ledger.note_places has read them

    class Meta:
        ordering = ("key",)

    def __str__(self):
        return self.key

    @property
    def place(self) -> tuple[str, int, str]:
        """Its place among notes: B-9 before B-14, B-13-more right after B-13."""
        found = re.fullmatch(r"(\D+)-(\d+)(-.*)?", self.key, re.ASCII)
        return (found[1], int(found[2]), found[3] or "") if found else (self.key, 0, "")

    @property
    def rules(self) -> list[str]:
        """The rules that find it."""
        return self.found_by.split("|") if self.found_by else []

    @property
    def about_addresses(self) -> list[str]:
        """Of the records on whose pages it is said."""
        return self.about.split("|") if self.about else []
