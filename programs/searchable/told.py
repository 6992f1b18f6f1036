"""What finds a university, and what is told of universities."""

from programs.enumerations import Control
from programs.models import (
    Institution,
    InstitutionAlias,
    Organization,
    OrganizationLink,
    ProfileItem,
    Program,
    Ranking,
    State,
)
from programs.searchable.program import place_of
from reference.models import Source
from reference.search.kinds import Draft, SearchKind
from reference.searchable import drafts_of, following, own_keys, owners


def _institution(institution):
    names = [institution.name, *(alias.name for alias in institution.aliases.all())]
    control = Control(institution.control).label if institution.control else ""
    return Draft(
        institution.pk,
        institution.name,
        names,
        [institution.city],
        context=[*place_of(institution), "university college school", str(control)],
        words=[institution.unitid, "unitid"] if institution.unitid else (),
        body=[institution.summary],
    )


def _state(state):
    return Draft(state.pk, state.name, [state.name, state.code], context=["state"])


def _ranking(ranking):
    year = str(ranking.year or "")
    context = [ranking.source.publisher, ranking.source.short_name, year, "ranking rankings"]
    return Draft(ranking.pk, ranking.title, [ranking.title], context=context, body=[ranking.method])


def _organization(link):
    known = [link.organization.name, *(alias.name for alias in link.organization.aliases.all())]
    context = [link.institution.name, link.get_role_display(), "company"]
    return Draft(link.pk, link.organization.name, known, [link.printed], context)


def _item(item):
    context = [item.institution.name, item.get_kind_display()]
    return Draft(item.pk, str(item)[:200], [item.name], context=context, body=[item.text])


def _links():
    return OrganizationLink.objects.published().of_organizations()


INSTITUTIONS = SearchKind(
    "institution",
    2,
    Institution.objects.all,
    drafts_of(Institution, _institution, "aliases", "state"),
    {
        Institution: own_keys,
        InstitutionAlias: owners("institution"),
        State: following(Institution, "state"),
    },
)
STATES = SearchKind("state", 9, State.objects.all, drafts_of(State, _state), {State: own_keys})
RANKINGS = SearchKind(
    "ranking",
    10,
    Ranking.objects.all,
    drafts_of(Ranking, _ranking, "source"),
    {Ranking: own_keys, Source: following(Ranking, "source")},
)
ORGANIZATIONS = SearchKind(
    "organization",
    11,
    _links,
    drafts_of(OrganizationLink, _organization, "institution", "organization__aliases"),
    {
        OrganizationLink: own_keys,
        Organization: following(OrganizationLink, "organization"),
        Institution: following(OrganizationLink, "institution"),
        Program: following(OrganizationLink, "program"),
    },
)
ITEMS = SearchKind(
    "item",
    12,
    ProfileItem.objects.published,
    drafts_of(ProfileItem, _item, "institution"),
    {
        ProfileItem: own_keys,
        Institution: following(ProfileItem, "institution"),
        Program: following(ProfileItem, "program"),
    },
)
