from django.db import models
from django.db.models import TextChoices
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from reference.models.record import ImportedRecord
from reference.periods import date_in_words


class GuidePart(TextChoices):
    """Which decision a guide helps with, in the order the list shows."""

    DEGREE = "degree", _("Choosing the degree")
    CAREER = "career", _("Choosing the work")


class Guide(ImportedRecord):
    """An article in Markdown. Its figures and sources are referred to, never typed."""

    slug = models.SlugField(_("slug"), max_length=80, unique=True)
    title = models.CharField(_("title"), max_length=120)
    summary = models.CharField(_("summary"), max_length=300)
    part = models.CharField(_("part"), max_length=10, choices=GuidePart.choices)
    position = models.PositiveSmallIntegerField(_("position"))
    updated_on = models.DateField(_("updated on"))
    body = models.TextField(_("body"), max_length=20_000)

    class Meta:
        ordering = ("part", "position")
        constraints = [
            models.UniqueConstraint(fields=("part", "position"), name="guide_position_once"),
            models.CheckConstraint(
                condition=models.Q(part__in=GuidePart.values), name="guide_part_is_known"
            ),
        ]

    def __str__(self):
        return self.title

    @property
    def updated_in_words(self) -> str:
        return date_in_words(self.updated_on)

    def get_absolute_url(self):
        return reverse("reference:guide", args=[self.slug])
