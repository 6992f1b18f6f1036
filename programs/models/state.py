from django.core.validators import RegexValidator
from django.db import models
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from reference.models import Figure, ImportedRecord
from reference.models.figure_constraints import measure_is_allowed

postal_code = RegexValidator(r"\A[A-Z]{2}\Z", _("Write the postal code: CA."))


class State(ImportedRecord):
    """With its place on the tile map (rows and columns from 0), which Puerto Rico and the other
    places outside the states have not.
    """

    code = models.CharField(_("postal code"), max_length=2, unique=True, validators=[postal_code])
    name = models.CharField(_("name"), max_length=60, unique=True)
    tile_row = models.PositiveSmallIntegerField(_("tile row"), null=True, blank=True)
    tile_column = models.PositiveSmallIntegerField(_("tile column"), null=True, blank=True)

    class Meta:
        ordering = ("name",)
        constraints = [
            models.UniqueConstraint(fields=("tile_row", "tile_column"), name="state_tile_is_free")
        ]

    def __str__(self):
        return self.name

    def get_absolute_url(self):
        return reverse("programs:state", args=[self.code])


class StateFigure(Figure):
    subject_kind = "state"
    subject = models.ForeignKey(
        State, on_delete=models.CASCADE, related_name="figures", verbose_name=_("state")
    )

    class Meta(Figure.Meta):
        abstract = False
        constraints = [*Figure.Meta.constraints, measure_is_allowed("state")]
