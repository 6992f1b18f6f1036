from django.db import models
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from careers.enumerations import Stage
from careers.models.career import Career
from careers.querysets import CareerPathQuerySet
from reference.models import CitedRecord, ImportedRecord


class CareerPath(ImportedRecord):
    """An ordered way through careers."""

    slug = models.SlugField(_("slug"), max_length=80, unique=True)
    title = models.CharField(_("title"), max_length=120)
    summary = models.TextField(_("summary"), blank=True)

    objects = CareerPathQuerySet.as_manager()

    class Meta:
        ordering = ("title",)

    def __str__(self):
        return self.title

    @property
    def stages(self) -> list[tuple[str, list["PathStep"]]]:
        """Each stage with the steps there, from its steps as prefetched; without any, no source
        names one.
        """
        steps = list(self.steps.all())
        return [(str(s.label), [step for step in steps if step.stage == s]) for s in Stage]

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

    @property
    def printed_otherwise(self) -> str:
        """The source’s own name for the career, where it is another."""
        return "" if self.printed.casefold() == self.career.title.casefold() else self.printed
