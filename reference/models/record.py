from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from reference.enumerations import Origin


class ImportedRecord(models.Model):
    """A record that imports write and editors change; `edited` names what no import touches."""

    origin = models.CharField(
        _("origin"), max_length=20, choices=Origin.choices, default=Origin.EDITOR, editable=False
    )
    edited = models.CharField(
        _("edited fields"),
        max_length=500,
        blank=True,
        default="",
        editable=False,
        help_text=_("Fields an editor changed, separated by “|”. Imports keep them."),
    )

    class Meta:
        abstract = True

    @property
    def edited_fields(self) -> set[str]:
        return set(self.edited.split("|")) - {""}

    def note_edited(self, fields) -> None:
        """Remember that an editor changed these fields; does not save."""
        self.edited = "|".join(sorted(self.edited_fields | set(fields)))


class CitedRecord(ImportedRecord):
    """A record taken from a line of a source, with the words printed there."""

    shown_where = Q()  # what it must be for pages to show it
    numbers: tuple[str, ...] = ()  # its ratings and shares: what pages print of it as a number

    source = models.ForeignKey(
        "reference.Source",
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="+",
        verbose_name=_("source"),
    )
    printed = models.CharField(
        _("as printed"), max_length=300, blank=True, help_text=_("The source’s own words.")
    )
    locator = models.CharField(
        _("locator"),
        max_length=200,
        blank=True,
        help_text=_("Where in the source: “line 166; line 275”, or a row and column."),
    )

    class Meta:
        abstract = True


class QuotedRecord(CitedRecord):
    """A record that nobody but its source asserts: without one it would not be here."""

    source = models.ForeignKey(
        "reference.Source", on_delete=models.PROTECT, related_name="+", verbose_name=_("source")
    )

    class Meta:
        abstract = True
