"""What O*NET says of occupations, by its own codes: several may share one SOC code."""

from django.core.validators import RegexValidator
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from careers.enumerations import Relatedness, SkillKind
from careers.models.occupation import Occupation
from careers.querysets import (
    OccupationSkillQuerySet,
    OnetOccupationQuerySet,
    OnetRecordQuerySet,
)
from reference.models import QuotedRecord

onet_code = RegexValidator(
    r"\A[0-9]{2}-[0-9]{4}\.[0-9]{2}\Z", _("Write an O*NET-SOC code as 15-2051.01.")
)


class OnetOccupation(QuotedRecord):
    """An O*NET-SOC code: an occupation as a whole (.00), or a specialty within it."""

    numbers = ("job_zone",)

    code = models.CharField(_("code"), max_length=10, unique=True, validators=[onet_code])
    occupation = models.ForeignKey(
        Occupation,
        on_delete=models.CASCADE,
        related_name="onet_occupations",
        verbose_name=_("occupation"),
    )
    title = models.CharField(_("title"), max_length=200)
    description = models.TextField(_("description"), blank=True)
    job_zone = models.PositiveSmallIntegerField(
        _("job zone"), null=True, blank=True, help_text=_("1 to 5: how much preparation.")
    )

    objects = OnetOccupationQuerySet.as_manager()

    class Meta:
        ordering = ("code",)
        verbose_name = _("O*NET occupation")
        constraints = [
            models.CheckConstraint(
                condition=Q(job_zone__isnull=True) | Q(job_zone__range=(1, 5)),
                name="onet_occupation_job_zone_in_range",
            )
        ]

    def __str__(self):
        return f"{self.title} ({self.code})"


class OnetRecord(QuotedRecord):
    """Something O*NET says of one of its occupations, the `subject`."""

    class Meta:
        abstract = True


class OccupationSkill(OnetRecord):
    """A skill (`importance` 1 to 5, `level` 0 to 7) or a technology that employers ask for."""

    numbers = ("importance", "level")

    subject = models.ForeignKey(OnetOccupation, on_delete=models.CASCADE, related_name="skills")
    kind = models.CharField(_("kind"), max_length=20, choices=SkillKind.choices)
    name = models.CharField(_("name"), max_length=200)
    group = models.CharField(
        _("group"), max_length=200, blank=True, help_text=_("Of a technology: its commodity.")
    )
    importance = models.DecimalField(
        _("importance"), max_digits=4, decimal_places=2, null=True, blank=True
    )
    level = models.DecimalField(_("level"), max_digits=4, decimal_places=2, null=True, blank=True)
    is_hot = models.BooleanField(
        _("hot technology"), default=False, help_text=_("Often asked for in job postings.")
    )
    in_demand = models.BooleanField(
        _("in demand"), default=False, help_text=_("Often asked for in this occupation’s postings.")
    )

    objects = OccupationSkillQuerySet.as_manager()

    class Meta:
        ordering = ("subject", "kind", "-importance", "name")
        verbose_name = _("skill of an occupation")
        verbose_name_plural = _("skills of occupations")
        constraints = [
            models.UniqueConstraint(
                fields=("subject", "kind", "name", "group", "source"),
                name="occupation_skill_once",
            ),
            models.CheckConstraint(
                condition=Q(kind__in=SkillKind.values), name="occupation_skill_kind_is_known"
            ),
        ]

    def __str__(self):
        return self.name


class AlternateTitle(OnetRecord):
    """Another name under which people look for the occupation."""

    subject = models.ForeignKey(OnetOccupation, on_delete=models.CASCADE, related_name="titles")
    name = models.CharField(_("name"), max_length=300)

    objects = OnetRecordQuerySet.as_manager()

    class Meta:
        ordering = ("subject", "name")
        constraints = [
            models.UniqueConstraint(
                fields=("subject", "name", "source"), name="alternate_title_once"
            )
        ]

    def __str__(self):
        return self.name


class RelatedOccupation(OnetRecord):
    """An occupation that O*NET finds near; `position` 1 is the nearest."""

    subject = models.ForeignKey(OnetOccupation, on_delete=models.CASCADE, related_name="related")
    related = models.ForeignKey(OnetOccupation, on_delete=models.CASCADE, related_name="+")
    tier = models.CharField(_("tier"), max_length=20, choices=Relatedness.choices)
    position = models.PositiveSmallIntegerField(_("position"))

    objects = OnetRecordQuerySet.as_manager()

    class Meta:
        ordering = ("subject", "position")
        constraints = [
            models.UniqueConstraint(
                fields=("subject", "related", "source"), name="related_occupation_once"
            ),
            models.CheckConstraint(
                condition=Q(tier__in=Relatedness.values), name="related_occupation_tier_is_known"
            ),
        ]

    def __str__(self):
        return str(self.related)


class RequiredEducation(OnetRecord):
    """The share of respondents (percent) who say that the occupation asks for this education."""

    numbers = ("share",)

    subject = models.ForeignKey(OnetOccupation, on_delete=models.CASCADE, related_name="education")
    category = models.PositiveSmallIntegerField(
        _("category"), help_text=_("O*NET’s 1 to 12: from no diploma to post-doctoral training.")
    )
    name = models.CharField(_("name"), max_length=200)
    share = models.DecimalField(_("share"), max_digits=5, decimal_places=2)

    objects = OnetRecordQuerySet.as_manager()

    class Meta:
        ordering = ("subject", "category")
        verbose_name_plural = _("required education")
        constraints = [
            models.UniqueConstraint(
                fields=("subject", "category", "source"), name="required_education_once"
            ),
            models.CheckConstraint(
                condition=Q(share__range=(0, 100)), name="required_education_share_is_a_percentage"
            ),
        ]

    def __str__(self):
        return f"{self.name}: {self.share} %"
