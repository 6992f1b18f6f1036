"""The URL of the table of states."""

import django_filters
from django.utils.translation import gettext_lazy as _

from programs.models import State
from reference.filter_fields import in_given_order
from reference.filters import LenientFilterSet

STATE_SORTS = (
    ("name", _("State, A to Z")),
    ("-name", _("State, Z to A")),
    ("programs", _("Programs listed, fewest first")),
    ("-programs", _("Programs listed, most first")),
    ("universities", _("Universities, fewest first")),
    ("-universities", _("Universities, most first")),
    ("tuition", _("Median of printed tuitions, lowest first")),
    ("-tuition", _("Median of printed tuitions, highest first")),
    ("claimed_programs", _("Programs claimed, fewest first")),
    ("-claimed_programs", _("Programs claimed, most first")),
    ("claimed_tuition", _("Median claimed, lowest first")),
    ("-claimed_tuition", _("Median claimed, highest first")),
    ("rank", _("Highest rank, best first")),
    ("-rank", _("Highest rank, best last")),
)


class StateFilterSet(LenientFilterSet):
    """The URL of the table of states: only `sort`."""

    sort = django_filters.ChoiceFilter(
        label=_("Sort by"), choices=STATE_SORTS, method=in_given_order
    )

    default_sort = "-programs"

    class Meta:
        model = State
        fields: list[str] = []

    @property
    def sort_key(self) -> str:
        return self.chosen["sort"] or self.default_sort
