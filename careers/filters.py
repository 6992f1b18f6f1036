import django_filters
from django.utils.text import capfirst
from django.utils.translation import gettext_lazy as _

from careers.models import Career, CareerList, Occupation
from reference.filters import (
    NOT_REPORTED,
    DollarsFilter,
    FacetFilter,
    LenientFilterSet,
    TextFilter,
    asking,
    in_given_order,
)

SORTS = (
    ("title", _("Name, A to Z")),
    ("-title", _("Name, Z to A")),
    ("-pay", _("Published pay, highest first")),
    ("pay", _("Published pay, lowest first")),
)


def occupations():
    named = Occupation.objects.filter(careers__isnull=False).distinct()
    return [*((o.soc, f"{o.title} ({o.soc})") for o in named), NOT_REPORTED]


def lists():
    return [(value, capfirst(label)) for value, label in CareerList.choices]


class CareerFilterSet(LenientFilterSet):
    """q, pay_min, list, occupation, sort."""

    q = TextFilter(label=_("Name contains"), method=asking("named"))
    pay_min = DollarsFilter(
        label=_("Pay reaches, dollars a year"), method=asking("paying_at_least")
    )
    list = FacetFilter(label=_("Listed as"), choices=lists, method=asking("on_lists"))
    occupation = FacetFilter(label=_("Occupation"), choices=occupations, method=asking("under"))
    sort = django_filters.ChoiceFilter(label=_("Sort by"), choices=SORTS, method=in_given_order)

    default_sort = "title"

    class Meta:
        model = Career
        fields: list[str] = []

    def filter_queryset(self, queryset):
        return super().filter_queryset(queryset).in_order(self.chosen["sort"] or self.default_sort)
