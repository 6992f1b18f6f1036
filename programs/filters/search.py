"""The URL of the search over everything."""

import django_filters
from django.utils.translation import gettext_lazy as _

from programs.models import Program
from programs.search_kinds import KINDS
from reference.filter_fields import TextFilter
from reference.filters import LenientFilterSet


class SearchFilterSet(LenientFilterSet):
    """The URL of the search over everything; it filters nothing itself."""

    q = TextFilter(label=_("Search"))
    kind = django_filters.ChoiceFilter(
        label=_("Show"), choices=[(kind.key, kind.label) for kind in KINDS]
    )

    class Meta:
        model = Program
        fields: list[str] = []
