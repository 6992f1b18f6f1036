"""What Employment Projections say beside their figures."""

from django.db import models
from django.utils.translation import gettext_lazy as _

from careers.models.occupation import Occupation
from reference.models import QuotedRecord


class EntryEducation(QuotedRecord):
    """The education that most workers need to enter an occupation, in the words of BLS."""

    subject = models.ForeignKey(
        Occupation,
        on_delete=models.CASCADE,
        related_name="entry_education",
        verbose_name=_("occupation"),
    )
    name = models.CharField(_("name"), max_length=200)

    class Meta:
        ordering = ("subject", "source")
        verbose_name = _("entry education")
        verbose_name_plural = _("entry education")
        constraints = [
            models.UniqueConstraint(fields=("subject", "source"), name="entry_education_once")
        ]

    def __str__(self):
        return f"{self.subject}: {self.name}"


class OverallGrowth(QuotedRecord):
    """Growth in jobs of all occupations together, in percent over the years of an edition."""

    growth = models.DecimalField(_("growth"), max_digits=14, decimal_places=4)

    class Meta:
        ordering = ("source",)
        verbose_name = _("growth of all occupations")
        verbose_name_plural = _("growth of all occupations")
        constraints = [models.UniqueConstraint(fields=("source",), name="overall_growth_once")]

    def __str__(self):
        return f"{self.growth.normalize():f}%"
