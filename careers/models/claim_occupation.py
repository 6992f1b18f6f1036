from django.db import models
from django.utils.translation import gettext_lazy as _

from careers.models.occupation import Occupation
from reference.models import ImportedRecord, TopicFigure


class ClaimOccupation(ImportedRecord):
    """The occupation that a claim without a code speaks of, in our reading and with its reason."""

    claim = models.ForeignKey(
        TopicFigure, on_delete=models.CASCADE, related_name="+", verbose_name=_("claim")
    )
    occupation = models.ForeignKey(
        Occupation,
        on_delete=models.CASCADE,
        related_name="claim_links",
        verbose_name=_("occupation"),
    )
    reason = models.TextField(
        _("reason"), help_text=_("Why this occupation, in a sentence: the audit prints it.")
    )

    class Meta:
        ordering = ("claim",)
        verbose_name = _("occupation of a claim")
        verbose_name_plural = _("occupations of claims")
        constraints = [
            models.UniqueConstraint(fields=("claim",), name="claim_occupation_once"),
            models.CheckConstraint(
                condition=~models.Q(reason=""), name="claim_occupation_has_a_reason"
            ),
        ]

    def __str__(self):
        return f"{self.claim} → {self.occupation}"
