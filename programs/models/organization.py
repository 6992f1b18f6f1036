from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from programs.enumerations import LinkRole, NamedIn, OrganizationKind
from programs.models.institution import Institution
from programs.models.program import Program
from programs.querysets import MentionQuerySet
from reference.models import Figure, ImportedRecord, QuotedRecord
from reference.models.figure_constraints import measure_is_allowed


class Organization(ImportedRecord):
    """An employer or partner; a unit names its parent."""

    slug = models.SlugField(_("slug"), max_length=80, unique=True)
    name = models.CharField(_("name"), max_length=200)
    kind = models.CharField(
        _("kind"),
        max_length=20,
        choices=OrganizationKind.choices,
        default=OrganizationKind.COMPANY,
    )
    parent = models.ForeignKey(
        "self",
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="units",
        verbose_name=_("part of"),
    )

    class Meta:
        ordering = ("name",)
        constraints = [
            models.CheckConstraint(
                condition=Q(kind__in=OrganizationKind.values), name="organization_kind_is_known"
            )
        ]

    def __str__(self):
        return self.name


class OrganizationAlias(models.Model):
    """Another name of the same organization, as some source prints it."""

    organization = models.ForeignKey(Organization, on_delete=models.CASCADE, related_name="aliases")
    name = models.CharField(_("name"), max_length=200, unique=True)

    class Meta:
        ordering = ("pk",)
        verbose_name_plural = _("organization aliases")

    def __str__(self):
        return self.name


class OrganizationLink(QuotedRecord):
    """A partner or employer that a source names; without an organization it is a placeholder."""

    institution = models.ForeignKey(
        Institution, on_delete=models.CASCADE, related_name="organization_links"
    )
    program = models.ForeignKey(
        Program, on_delete=models.CASCADE, null=True, blank=True, related_name="organization_links"
    )
    role = models.CharField(_("role"), max_length=20, choices=LinkRole.choices)
    organization = models.ForeignKey(
        Organization, on_delete=models.PROTECT, null=True, blank=True, related_name="links"
    )
    mention = models.CharField(
        _("named in"), max_length=10, choices=NamedIn.choices, default=NamedIn.LIST
    )

    objects = MentionQuerySet.as_manager()

    class Meta:
        ordering = ("pk",)
        verbose_name = _("employer or partner named")
        verbose_name_plural = _("employers and partners named")
        constraints = [
            models.UniqueConstraint(
                fields=("institution", "role", "printed", "source"),
                condition=Q(program__isnull=True),
                name="organization_link_once_an_institution",
            ),
            models.UniqueConstraint(
                fields=("program", "role", "printed", "source"),
                condition=Q(program__isnull=False),
                name="organization_link_once_a_program",
            ),
            models.CheckConstraint(
                condition=Q(role__in=LinkRole.values), name="organization_link_role_is_known"
            ),
            models.CheckConstraint(
                condition=Q(mention__in=NamedIn.values), name="organization_link_mention_is_known"
            ),
        ]

    def __str__(self):
        return self.printed


class OrganizationFigure(Figure):
    subject_kind = "organization"
    subject = models.ForeignKey(
        Organization,
        on_delete=models.CASCADE,
        related_name="figures",
        verbose_name=_("organization"),
    )

    class Meta(Figure.Meta):
        abstract = False
        constraints = [*Figure.Meta.constraints, measure_is_allowed("organization")]
