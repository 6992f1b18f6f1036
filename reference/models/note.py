from django.db import models
from django.utils.translation import gettext_lazy as _

from reference.models.record import ImportedRecord


class Note(ImportedRecord):
    """What an editor says about a place in a source that no rule can find."""

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

    class Meta:
        ordering = ("key",)

    def __str__(self):
        return self.key
