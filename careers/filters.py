import django_filters
from django.utils.text import capfirst
from django.utils.translation import gettext_lazy as _

from careers.job_zones import JOB_ZONES
from careers.models import Career, CareerList, Occupation
from reference.facets import NOT_REPORTED
from reference.filter_fields import DollarsFilter, FacetFilter, TextFilter, asking, in_given_order
from reference.filters import LenientFilterSet

SORTS = (
    ("title", _("Name, A to Z")),
    ("-title", _("Name, Z to A")),
    ("-pay", _("Pay, highest first")),
    ("pay", _("Pay, lowest first")),
)
OCCUPATION_SORTS = (
    ("title", _("Title, A to Z")),
    ("-title", _("Title, Z to A")),
    ("-pay", _("Median pay, highest first")),
    ("pay", _("Median pay, lowest first")),
    ("-growth", _("Growth in jobs, fastest first")),
    ("growth", _("Growth in jobs, slowest first")),
    ("-openings", _("Openings a year, most first")),
    ("openings", _("Openings a year, fewest first")),
)


def occupations():
    named = Occupation.objects.filter(careers__isnull=False).distinct()
    return [*((o.soc, f"{o.title} ({o.soc})") for o in named), NOT_REPORTED]


def lists():
    return [(value, capfirst(label)) for value, label in CareerList.choices]


def zones():
    return [*((str(zone.number), capfirst(zone.name)) for zone in JOB_ZONES), NOT_REPORTED]


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


class OccupationFilterSet(LenientFilterSet):
    """q, zone, sort."""

    q = TextFilter(label=_("Title, other name or code"), method=asking("named"))
    zone = FacetFilter(label=_("Preparation"), choices=zones, method=asking("in_zones"))
    sort = django_filters.ChoiceFilter(
        label=_("Sort by"), choices=OCCUPATION_SORTS, method=in_given_order
    )

    default_sort = "title"

    class Meta:
        model = Occupation
        fields: list[str] = []

    def filter_queryset(self, queryset):
        return super().filter_queryset(queryset).in_order(self.chosen["sort"] or self.default_sort)
