from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from careers.enumerations import CareerList
from careers.models.career import Career
from reference.models import QuotedRecord


class CareerListing(QuotedRecord):
    """A source puts a career on one of its lists; `says`: what it says there, in our words."""

    career = models.ForeignKey(Career, on_delete=models.CASCADE, related_name="listings")
    list = models.CharField(_("list"), max_length=20, choices=CareerList.choices)
    says = models.CharField(_("says"), max_length=300, blank=True)

    class Meta:
        ordering = ("pk",)
        verbose_name = _("career on a list")
        verbose_name_plural = _("careers on lists")
        constraints = [
            models.UniqueConstraint(
                fields=("career", "list", "source"), name="career_listing_once_a_list"
            ),
            models.CheckConstraint(
                condition=Q(list__in=CareerList.values), name="career_listing_list_is_known"
            ),
        ]

    def __str__(self):
        return f"{self.career}: {self.get_list_display()}"
