from django.db import models
from django.utils.translation import gettext as _t
from django.utils.translation import gettext_lazy as _

from careers.models import FieldOfStudy
from programs.enumerations import Level
from programs.models.institution import Institution
from reference.enumerations import Basis
from reference.models import Figure, ImportedRecord
from reference.models.figure_constraints import measure_is_allowed


class InstitutionField(ImportedRecord):
    """One CIP code at one level at one university: what the federal files count.

    `parent` is its four-digit row. Programs inherit its completions, earnings and debt.
    """

    institution = models.ForeignKey(
        Institution, on_delete=models.CASCADE, related_name="fields", verbose_name=_("institution")
    )
    field = models.ForeignKey(
        FieldOfStudy, on_delete=models.PROTECT, related_name="+", verbose_name=_("field of study")
    )
    level = models.CharField(_("level"), max_length=20, choices=Level.choices)
    parent = models.ForeignKey(
        "self", on_delete=models.SET_NULL, null=True, blank=True, related_name="parts"
    )

    class Meta:
        ordering = ("institution", "field")
        constraints = [
            models.UniqueConstraint(
                fields=("institution", "field", "level"), name="institution_field_once"
            ),
            models.CheckConstraint(
                condition=models.Q(level__in=Level.values), name="institution_field_level_is_known"
            ),
        ]

    def __str__(self):
        return f"{self.institution}: {self.field}"

    def get_absolute_url(self):
        return self.institution.get_absolute_url()


class InstitutionFieldFigure(Figure):
    subject_kind = "field"
    subject_needs = ("subject__institution", "subject__field")
    subject = models.ForeignKey(
        InstitutionField, on_delete=models.CASCADE, related_name="figures", verbose_name=_("field")
    )

    class Meta(Figure.Meta):
        abstract = False
        constraints = [*Figure.Meta.constraints, measure_is_allowed("field")]

    @property
    def anchor(self) -> str:
        """Its place among those of all fields: 11-0102-masters-completions-ipeds-c-2024-ctotalt."""
        field = self.subject.field.cip.replace(".", "-")
        return f"{field}-{self.subject.level}-{super().anchor}"

    @property
    def horizon_label(self) -> str:
        """Earnings a year, one year on."""
        if self.basis == Basis.UNSTATED:
            return self.measure_label
        return f"{self.measure_label}, {self.get_basis_display()}"

    @property
    def covers(self) -> str:
        """Whom it counts: never one program alone."""
        return _t("All programs under %s") % self.subject.field.cip

    @property
    def is_repeated(self) -> bool:
        """Whether it is that of several campuses, which the federal file gives to each."""
        return "OPEID" in self.terms
