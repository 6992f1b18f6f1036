from django.core.exceptions import ValidationError
from django.db import models
from django.db.models import TextChoices
from django.urls import reverse
from django.utils.translation import gettext as _t
from django.utils.translation import gettext_lazy as _

from reference.guides.references import references_in
from reference.models.record import ImportedRecord
from reference.periods import date_in_words

NO_REFERENCE = _(
    "“%(text)s” is not a reference; write {{ figure:kind/subject/measure/source/item }} "
    "or {{ line:source/12,13 }}."
)


class GuidePart(TextChoices):
    """Which decision a guide helps with, in the order the list shows."""

    DEGREE = "degree", _("Choosing the degree")
    CAREER = "career", _("Choosing the work")


class GuideQuerySet(models.QuerySet):
    def in_reading_order(self):
        """By part as `GuidePart` lists them, without the texts."""
        order = [models.When(part=part, then=place) for place, part in enumerate(GuidePart.values)]
        places = models.Case(*order, default=len(order))
        return self.defer("body").alias(place=places).order_by("place", "position")


class Guide(ImportedRecord):
    """An article in Markdown. Its figures and sources are referred to, never typed."""

    slug = models.SlugField(_("slug"), max_length=80, unique=True)
    title = models.CharField(_("title"), max_length=120)
    summary = models.CharField(_("summary"), max_length=300)
    part = models.CharField(_("part"), max_length=10, choices=GuidePart.choices)
    position = models.PositiveSmallIntegerField(_("position"))
    updated_on = models.DateField(_("updated on"))
    body = models.TextField(_("body"), max_length=20_000)

    objects = GuideQuerySet.as_manager()

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

    def clean(self):
        """A title is one line, and each reference says what it leads to."""
        for name in ("title", "summary"):
            if len(getattr(self, name).splitlines()) > 1:
                raise ValidationError({name: _t("Write it on one line.")})
        faulty = next((text for text, found in references_in(self.body) if found is None), "")
        if faulty:
            raise ValidationError({"body": NO_REFERENCE % {"text": faulty}})

    def get_absolute_url(self):
        return reverse("reference:guide", args=[self.slug])
