from django.db import models
from django.utils.translation import gettext_lazy as _

from programs.models.institution import Institution
from programs.models.ranking import Ranking
from programs.models.state import State
from programs.querysets import StateTopQuerySet
from reference.models import QuotedRecord


class StateTop(QuotedRecord):
    """A ranking calls this university the top one of a state, whatever its own rows say."""

    ranking = models.ForeignKey(Ranking, on_delete=models.CASCADE, related_name="state_tops")
    state = models.ForeignKey(State, on_delete=models.CASCADE, related_name="tops")
    institution = models.ForeignKey(
        Institution, on_delete=models.PROTECT, related_name="state_tops"
    )

    objects = StateTopQuerySet.as_manager()

    class Meta:
        ordering = ("ranking", "pk")
        verbose_name = _("top university of a state")
        verbose_name_plural = _("top universities of states")
        constraints = [
            models.UniqueConstraint(fields=("ranking", "state"), name="state_top_one_a_state")
        ]

    def __str__(self):
        return f"{self.state}: {self.institution}"

    @property
    def name_in_source(self) -> str:
        """The university as the source names it."""
        return self.printed or str(self.institution)
