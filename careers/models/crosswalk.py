from django.db import models
from django.utils.translation import gettext_lazy as _

from careers.models.field import FieldOfStudy
from careers.models.occupation import Occupation
from reference.models import QuotedRecord


class CrosswalkLink(QuotedRecord):
    """A field of study prepares for an occupation, says the crosswalk of NCES and BLS."""

    field = models.ForeignKey(
        FieldOfStudy,
        on_delete=models.CASCADE,
        related_name="occupation_links",
        verbose_name=_("field of study"),
    )
    occupation = models.ForeignKey(
        Occupation,
        on_delete=models.CASCADE,
        related_name="field_links",
        verbose_name=_("occupation"),
    )

    class Meta:
        ordering = ("field", "occupation")
        constraints = [
            models.UniqueConstraint(
                fields=("field", "occupation", "source"), name="crosswalk_link_once"
            )
        ]

    def __str__(self):
        return f"{self.field} → {self.occupation}"

    @classmethod
    def is_read_whole(cls) -> bool:
        """Whether all of the crosswalk is here, so that its silence says something."""
        return cls.objects.filter(source__is_copy=False).exists()
