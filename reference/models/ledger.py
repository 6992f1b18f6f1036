from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from reference.enumerations import Fate
from reference.models.record import ImportedRecord


class LedgerEntry(ImportedRecord):
    """What became of lines `first` to `last` of a source document."""

    source = models.ForeignKey(
        "reference.Source",
        on_delete=models.CASCADE,
        related_name="ledger",
        verbose_name=_("source"),
    )
    first = models.PositiveIntegerField(_("first line"))
    last = models.PositiveIntegerField(_("last line"))
    fate = models.CharField(_("fate"), max_length=20, choices=Fate.choices)
    refs = models.TextField(_("records"), blank=True, help_text=_("Addresses, separated by “|”."))
    reason = models.CharField(_("reason"), max_length=300, blank=True)

    class Meta:
        ordering = ("source", "first")
        verbose_name_plural = _("ledger entries")
        constraints = [
            models.UniqueConstraint(
                fields=("source", "first", "fate"), name="ledger_line_has_one_entry_a_fate"
            ),
            models.CheckConstraint(
                condition=Q(first__gte=1) & Q(first__lte=F("last")), name="ledger_lines_in_order"
            ),
            models.CheckConstraint(condition=Q(fate__in=Fate.values), name="ledger_fate_is_known"),
            models.CheckConstraint(
                condition=~Q(fate=Fate.IGNORED) | ~Q(reason=""), name="ledger_ignored_has_a_reason"
            ),
        ]

    @property
    def span(self) -> range:
        return range(self.first, self.last + 1)

    @property
    def addresses(self) -> list[str]:
        """Of the records that the lines became."""
        return self.refs.split("|") if self.refs else []

    def __str__(self):
        return f"{self.source_id}: {self.first}–{self.last} {self.fate}"
