from django.db import models
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from reference.models.record import ImportedRecord


class Topic(ImportedRecord):
    """A question that figures of different subjects answer."""

    key = models.SlugField(_("key"), max_length=80, unique=True)
    question = models.CharField(_("question"), max_length=200)
    summary = models.TextField(_("summary"), blank=True)

    class Meta:
        ordering = ("question",)

    def __str__(self):
        return self.question

    def get_absolute_url(self):
        return reverse("reference:topic", args=[self.key])
