from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from careers.models import Career
from programs.models.institution import Institution
from programs.models.program import Program
from programs.querysets import MentionQuerySet
from reference.models import QuotedRecord


class RoleLink(QuotedRecord):
    """A source names a role that graduates take; no career: none of ours is the same role."""

    institution = models.ForeignKey(
        Institution, on_delete=models.CASCADE, related_name="role_links"
    )
    program = models.ForeignKey(
        Program, on_delete=models.CASCADE, null=True, blank=True, related_name="role_links"
    )
    career = models.ForeignKey(
        Career,
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="+",  # careers know nothing of programs
        verbose_name=_("career"),
    )

    objects = MentionQuerySet.as_manager()

    class Meta:
        ordering = ("pk",)
        verbose_name = _("role named")
        verbose_name_plural = _("roles named")
        constraints = [
            models.UniqueConstraint(
                fields=("institution", "printed", "source"),
                condition=Q(program__isnull=True),
                name="role_link_once_an_institution",
            ),
            models.UniqueConstraint(
                fields=("program", "printed", "source"),
                condition=Q(program__isnull=False),
                name="role_link_once_a_program",
            ),
        ]

    def __str__(self):
        return self.printed
