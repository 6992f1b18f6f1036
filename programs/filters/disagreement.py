"""The URL of the disagreements."""

import django_filters
from django.utils.translation import gettext_lazy as _

from programs.finding_kinds import Area, Kind
from programs.models import Program
from reference.filters import LenientFilterSet


class DisagreementFilterSet(LenientFilterSet):
    """The URL of the disagreements: which kind, and about what."""

    kind = django_filters.ChoiceFilter(label=_("Kind"), choices=Kind.choices)
    topic = django_filters.ChoiceFilter(label=_("Topic"), choices=Area.choices)

    class Meta:
        model = Program
        fields: list[str] = []
