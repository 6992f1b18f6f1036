from django.db import models
from django.db.models import TextChoices
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from careers.models.career import Career
from reference.models import CitedRecord, ImportedRecord


class Stage(TextChoices):
    ENTRY = "entry", _("entry")
    MIDDLE = "middle", _("middle")
    SENIOR = "senior", _("senior")


class CareerPath(ImportedRecord):
    """An ordered way through careers."""

    slug = models.SlugField(_("slug"), max_length=80, unique=True)
    title = models.CharField(_("title"), max_length=120)
    summary = models.TextField(_("summary"), blank=True)

    class Meta:
        ordering = ("title",)

    def __str__(self):
        return self.title

    def get_absolute_url(self):
        return f"{reverse('careers:paths')}#{self.slug}"


class PathStep(CitedRecord):
    """One step of a path, at a position counted from 1."""

    path = models.ForeignKey(CareerPath, on_delete=models.CASCADE, related_name="steps")
    position = models.PositiveSmallIntegerField(_("position"))
    stage = models.CharField(_("stage"), max_length=10, choices=Stage.choices)
    career = models.ForeignKey(Career, on_delete=models.PROTECT, related_name="path_steps")
    asks_for = models.CharField(_("asks for"), max_length=200, blank=True)

    class Meta:
        ordering = ("path", "position")
        constraints = [
            models.UniqueConstraint(fields=("path", "position"), name="path_step_position_once"),
            models.CheckConstraint(
                condition=models.Q(stage__in=Stage.values), name="path_step_stage_is_known"
            ),
        ]

    def __str__(self):
        return f"{self.path} {self.position}: {self.career}"
