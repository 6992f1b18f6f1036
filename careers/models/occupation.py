from django.core.validators import RegexValidator
from django.db import models
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from careers.querysets import OccupationQuerySet
from reference.models import Figure, ImportedRecord
from reference.models.figure_constraints import measure_is_allowed

soc_code = RegexValidator(r"\A[0-9]{2}-[0-9]{4}\Z", _("Write a SOC code as 15-1252."))


class Occupation(ImportedRecord):
    """A SOC 2018 code; several careers may share one."""

    soc = models.CharField("SOC", max_length=7, unique=True, validators=[soc_code])
    title = models.CharField(_("title"), max_length=200)
    job_zone = models.PositiveSmallIntegerField(
        _("job zone"), null=True, blank=True, help_text=_("O*NET’s 1 to 5: how much preparation.")
    )

    federal_figures: list  # newest first, where a queryset has them prefetched

    objects = OccupationQuerySet.as_manager()

    class Meta:
        ordering = ("soc",)
        constraints = [
            models.CheckConstraint(
                condition=models.Q(job_zone__isnull=True) | models.Q(job_zone__range=(1, 5)),
                name="occupation_job_zone_in_range",
            )
        ]

    def __str__(self):
        return f"{self.title} ({self.soc})"

    @property
    def federal(self) -> dict[str, Figure]:
        """{key of FEDERAL: the newest figure with a value, else one that says why there is none},
        from its `federal_figures` as prefetched.
        """
        found: dict[str, Figure] = {}
        for figure in self.federal_figures:
            known = found.get(figure.measure)
            if known is None or (known.value.is_absent and not figure.value.is_absent):
                found[figure.measure] = figure
        return found

    def get_absolute_url(self):
        return reverse("careers:occupation", args=[self.soc])


class OccupationFigure(Figure):
    subject_kind = "occupation"
    subject = models.ForeignKey(
        Occupation, on_delete=models.CASCADE, related_name="figures", verbose_name=_("occupation")
    )

    class Meta(Figure.Meta):
        abstract = False
        constraints = [*Figure.Meta.constraints, measure_is_allowed("occupation")]
