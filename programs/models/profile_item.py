from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from programs.enumerations import ItemKind, NamedIn
from programs.models.institution import Institution
from programs.models.program import Program
from programs.querysets import MentionQuerySet
from reference.models import QuotedRecord


class ProfileItem(QuotedRecord):
    """A lab, a faculty member, a designation …: a fact in words, at a position counted from 1."""

    institution = models.ForeignKey(
        Institution, on_delete=models.CASCADE, related_name="profile_items"
    )
    program = models.ForeignKey(
        Program, on_delete=models.CASCADE, null=True, blank=True, related_name="profile_items"
    )
    kind = models.CharField(_("kind"), max_length=20, choices=ItemKind.choices)
    position = models.PositiveSmallIntegerField(_("position"))
    name = models.CharField(_("name"), max_length=200, blank=True)
    text = models.CharField(_("text"), max_length=400, blank=True)
    scope = models.CharField(
        _("scope"), max_length=100, blank=True, help_text=_("Whom it holds for, if not all.")
    )
    mention = models.CharField(
        _("named in"), max_length=10, choices=NamedIn.choices, default=NamedIn.LIST
    )

    objects = MentionQuerySet.as_manager()

    class Meta:
        ordering = ("institution", "kind", "position")
        verbose_name = _("lab, person or other fact")
        verbose_name_plural = _("labs, people and other facts")
        constraints = [
            models.UniqueConstraint(
                fields=("institution", "kind", "source", "position"),
                name="profile_item_position_once",
            ),
            models.CheckConstraint(
                condition=Q(kind__in=ItemKind.values), name="profile_item_kind_is_known"
            ),
            models.CheckConstraint(
                condition=Q(mention__in=NamedIn.values), name="profile_item_mention_is_known"
            ),
            models.CheckConstraint(
                condition=~Q(name="") | ~Q(text=""), name="profile_item_says_something"
            ),
        ]

    def __str__(self):
        return self.name or self.text
