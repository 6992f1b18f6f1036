"""The URL of the list of programs."""

import django_filters
from django.utils.functional import cached_property
from django.utils.translation import gettext_lazy as _

from careers.cip_families import CORE_FIELDS, NEAR_FIELDS
from careers.models import Career
from programs.enumerations import Award, Control, Delivery, Level
from programs.models import Institution, Program, State
from programs.querysets import OTHER_FIELDS
from programs.residency import ResidencyFilterSet
from reference.filters import (
    NOT_REPORTED,
    DollarsFilter,
    FacetFilter,
    TextFilter,
    asking,
    in_given_order,
)

SORTS = (
    ("rank", _("University’s rank, best first")),
    ("-rank", _("University’s rank, best last")),
    ("tuition", _("Tuition, lowest first")),
    ("-tuition", _("Tuition, highest first")),
    ("duration", _("Length, shortest first")),
    ("-duration", _("Length, longest first")),
    ("earnings", _("Pay after, lowest first")),
    ("-earnings", _("Pay after, highest first")),
    ("name", _("Program name, A to Z")),
    ("-name", _("Program name, Z to A")),
)


def states():
    listed = State.objects.filter(institutions__programs__facts__listed=True).distinct()
    return [*listed.values_list("code", "name"), NOT_REPORTED]


def institutions():
    listed = Institution.objects.filter(programs__facts__listed=True)
    return list(listed.ranked_first().values_list("slug", "name"))


def careers():
    return [*Career.objects.values_list("slug", "title"), NOT_REPORTED]


def fields_of_study():
    groups = ((key, label) for key, (label, _codes) in (CORE_FIELDS | NEAR_FIELDS).items())
    return [*groups, (OTHER_FIELDS, _("Other fields")), NOT_REPORTED]


class ProgramFilterSet(ResidencyFilterSet):
    """The program list’s URL.

    Without `level` or `award` it holds master’s degrees only; without `field` or search words those
    of the core fields and those whose degree a source names. `residency`: whose charge it goes by.
    """

    q = TextFilter(label=_("Search"), method=asking("matching"))
    field = FacetFilter(
        label=_("Field"),
        choices=fields_of_study,
        method=asking("in_fields"),
        help_text=_(
            "With none chosen: AI, data science, computer science and statistics, and any other "
            "degree that a source names. A search looks through every field."
        ),
    )
    state = FacetFilter(label=_("State"), choices=states, method=asking("in_states"))
    level = FacetFilter(
        label=_("Level"),
        choices=Level.choices,
        method=asking("at_levels"),
        help_text=_("Master’s only, unless you choose here or under “Award”."),
    )
    award = FacetFilter(
        label=_("Award"),
        choices=[*Award.choices, NOT_REPORTED],
        method=asking("with_awards"),
        help_text=_("Those of the levels above."),
    )
    delivery = FacetFilter(
        label=_("Delivery"),
        choices=[*Delivery.choices, NOT_REPORTED],
        method=asking("delivered"),
    )
    control = FacetFilter(
        label=_("Control"),
        choices=[*Control.choices, NOT_REPORTED],
        method=asking("under_control"),
    )
    institution = FacetFilter(
        label=_("University"), choices=institutions, method=asking("at_institutions")
    )
    career = FacetFilter(
        label=_("Career it leads to"),
        choices=careers,
        method=asking("leading_to"),
        help_text=_("Where a source names the role, for the degree or the whole university."),
    )
    tuition_min = DollarsFilter(label=_("Tuition from"), method="charging_at_least")
    tuition_max = DollarsFilter(label=_("Tuition to"), method="charging_at_most")
    earnings_min = DollarsFilter(label=_("Pay after, from"), method=asking("earning_at_least"))
    sort = django_filters.ChoiceFilter(label=_("Sort by"), choices=SORTS, method=in_given_order)

    default_sort = "rank"

    class Meta:
        model = Program
        fields: list[str] = []

    @property
    def masters_only(self) -> bool:
        return not self.chosen["level"] and not self.chosen["award"]

    @property
    def bounds_cross(self) -> bool:
        """Whether no tuition can fit both bounds."""
        lowest, highest = self.chosen["tuition_min"], self.chosen["tuition_max"]
        return None not in (lowest, highest) and lowest > highest

    def offers(self, name, value):
        return name not in self._in_use or value in self._in_use[name]

    @property
    def _levels(self) -> list[str]:
        """Those that the list may hold; none named: any."""
        return [Level.MASTERS] if self.masters_only else self.chosen["level"]

    @cached_property
    def _in_use(self):
        return Program.objects.published().listed().choices_in_use(award_of=self._levels)

    def charging_at_least(self, programs, _name, dollars):
        return programs.charging_at_least(dollars, self.residency_chosen)

    def charging_at_most(self, programs, _name, dollars):
        return programs.charging_at_most(dollars, self.residency_chosen)

    def filter_queryset(self, queryset):
        programs = super().filter_queryset(queryset)
        if self.masters_only:
            programs = programs.masters()
        if not (self.chosen["field"] or self.chosen["q"]):
            programs = programs.named_or_core()
        return programs.sorted_by(self.chosen["sort"] or self.default_sort, self.residency_chosen)
