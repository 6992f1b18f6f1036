"""The URL of the list of universities."""

import django_filters
from django.utils.functional import cached_property
from django.utils.translation import gettext_lazy as _

from programs.enumerations import Control
from programs.models import Institution, State
from reference.facets import NOT_REPORTED
from reference.filter_fields import FacetFilter, TextFilter, asking, in_given_order
from reference.filters import LenientFilterSet

INSTITUTION_SORTS = (("rank", _("University’s rank, best first")), ("name", _("Name, A to Z")))


def states_with_universities():
    known = State.objects.filter(institutions__isnull=False).distinct()
    return [*known.values_list("code", "name"), NOT_REPORTED]


class InstitutionFilterSet(LenientFilterSet):
    """q, state, control, sort."""

    q = TextFilter(label=_("Name or city contains"), method=asking("named"))
    state = FacetFilter(
        label=_("State"), choices=states_with_universities, method=asking("in_states")
    )
    control = FacetFilter(
        label=_("Control"),
        choices=[*Control.choices, NOT_REPORTED],
        method=asking("under_control"),
    )
    sort = django_filters.ChoiceFilter(
        label=_("Sort by"), choices=INSTITUTION_SORTS, method=in_given_order
    )

    default_sort = "rank"

    class Meta:
        model = Institution
        fields: list[str] = []

    def offers(self, name, value):
        return value in self._in_use[name]

    @cached_property
    def _in_use(self):
        return Institution.objects.choices_in_use()

    def filter_queryset(self, queryset):
        found = super().filter_queryset(queryset)
        return found.order_by("name") if self.chosen["sort"] == "name" else found.ranked_first()
