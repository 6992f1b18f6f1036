from django.core.validators import RegexValidator
from django.db import models
from django.utils.translation import gettext_lazy as _

from reference.models import ImportedRecord

# The four groups of CIP 2020 that the catalogue lists by default, by how their codes begin.
CORE_FIELDS = {
    "artificial-intelligence": (_("Artificial intelligence"), ("11.0102",)),
    "data-science": (_("Data science and analytics"), ("30.70", "30.71")),
    "computer-science": (_("Computer science"), ("11.0101", "11.0701")),
    "statistics": (_("Statistics"), ("27.05",)),
}

cip_code = RegexValidator(
    r"\A[0-9]{2}\.[0-9]{2}([0-9]{2})?\Z", _("Write a CIP code as 11.0102 or 11.01.")
)


class FieldOfStudy(ImportedRecord):
    """A CIP 2020 code of four or six digits."""

    cip = models.CharField("CIP", max_length=7, unique=True, validators=[cip_code])
    title = models.CharField(_("title"), max_length=200)

    class Meta:
        ordering = ("cip",)
        verbose_name = _("field of study")
        verbose_name_plural = _("fields of study")

    def __str__(self):
        return f"{self.title} ({self.cip})"
