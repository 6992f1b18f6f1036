from django.core.validators import RegexValidator
from django.db import models
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from careers.cip_families import CORE_FIELDS, FAMILIES, NEAR_FIELDS
from careers.querysets import FieldQuerySet
from reference.models import CitedRecord

cip_code = RegexValidator(
    r"\A[0-9]{2}\.[0-9]{2}([0-9]{2})?\Z", _("Write a CIP code as 11.0102 or 11.01.")
)


class FieldOfStudy(CitedRecord):
    """A CIP 2020 code of four or six digits; its source is the code list that defines it."""

    cip = models.CharField("CIP", max_length=7, unique=True, validators=[cip_code])
    title = models.CharField(_("title"), max_length=200)
    definition = models.TextField(_("definition"), blank=True)

    objects = FieldQuerySet.as_manager()

    class Meta:
        ordering = ("cip",)
        verbose_name = _("field of study")
        verbose_name_plural = _("fields of study")

    def __str__(self):
        return f"{self.title} ({self.cip})"

    @property
    def is_whole(self) -> bool:
        """Whether the code has four digits, and so holds others."""
        return len(self.cip) == len("11.01")

    @property
    def family(self) -> str:
        """Which family of the catalogue holds it, in words; blank where none does, or several."""
        if self.is_whole and any(code.startswith(self.cip) for code in set(FAMILIES) - {self.cip}):
            return ""
        families = (CORE_FIELDS | NEAR_FIELDS).values()
        return next((str(label) for label, codes in families if self.cip.startswith(codes)), "")

    @property
    def is_core(self) -> bool:
        """Whether lists show its programs unless asked for others."""
        return any(self.cip.startswith(codes) for _label, codes in CORE_FIELDS.values())

    def get_absolute_url(self):
        return reverse("careers:field", args=[self.cip])
