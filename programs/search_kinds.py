"""The kinds of records that the search page shows, each with the template that shows one."""

from collections.abc import Callable
from dataclasses import dataclass

from django.db.models import QuerySet
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from careers.models import Career, FieldOfStudy, Occupation
from programs.models import Institution, OrganizationLink, ProfileItem, Program, Ranking, State
from reference.models import Guide, Source, Topic


@dataclass(frozen=True)
class Kind:
    """`template`: shows one record; `records`: those that may be shown, with all it needs."""

    key: str
    label: str | Promise
    template: str
    records: Callable[[], QuerySet]


OF_RECORDS = (
    Kind(
        "institution",
        _("Universities"),
        "programs/_found_institution.html",
        lambda: Institution.objects.for_page(),
    ),
    Kind(
        "program",
        _("Programs"),
        "programs/_found_program.html",
        lambda: Program.objects.published().listed().for_cards(),
    ),
    Kind(
        "career",
        _("Careers"),
        "programs/_found_career.html",
        lambda: Career.objects.select_related("occupation").prefetch_related("aliases"),
    ),
    Kind(
        "occupation",
        _("Occupations"),
        "programs/_found_occupation.html",
        Occupation.objects.all,
    ),
    Kind("field", _("Fields of study"), "programs/_found_field.html", FieldOfStudy.objects.all),
    Kind("state", _("States"), "programs/_found_state.html", State.objects.all),
    Kind(
        "ranking",
        _("Rankings"),
        "programs/_found_ranking.html",
        lambda: Ranking.objects.select_related("source"),
    ),
    Kind("guide", _("Guides"), "programs/_found_guide.html", lambda: Guide.objects.defer("body")),
    Kind("topic", _("Questions"), "programs/_found_topic.html", Topic.objects.all),
    Kind(
        "organization",
        _("Employers and partners"),
        "programs/_found_organization.html",
        lambda: OrganizationLink.objects.published().of_organizations(),
    ),
    Kind(
        "item",
        _("Labs, people and other facts"),
        "programs/_found_item.html",
        lambda: ProfileItem.objects.published().select_related("institution"),
    ),
    Kind("source", _("Sources"), "programs/_found_source.html", Source.objects.all),
)
TERMS = Kind("term", _("Words"), "programs/_found_term.html", Source.objects.none)
KINDS = (*OF_RECORDS, TERMS)
