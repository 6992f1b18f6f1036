"""Plain search over everything that has a page, by kind; each word must be found."""

from collections.abc import Callable
from dataclasses import dataclass
from functools import cached_property
from urllib.parse import urlencode

from django.db.models import QuerySet
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from careers.models import Career, FieldOfStudy, Occupation
from programs.models import Institution, OrganizationLink, ProfileItem, Program, Ranking, State
from reference.glossary import terms_holding
from reference.models import Guide, Source, Topic
from reference.paging import page_of
from reference.querysets import holding_each_word, in_any

ON_OVERVIEW = 5


def _institutions(text):
    return Institution.objects.named(text).for_page().ranked_first()


def _programs(text):
    listed = Program.objects.published().listed()
    return listed.matching(text).for_cards().sorted_by("rank")


def _careers(text):
    careers = Career.objects.select_related("occupation").prefetch_related("aliases")
    names = ("title", "aliases__name", "occupation__title", "occupation__soc")
    return holding_each_word(careers, text, in_any(*names)).distinct()


def _occupations(text):
    return Occupation.objects.named(text)


def _fields(text):
    return FieldOfStudy.objects.named(text)


def _states(text):
    return holding_each_word(State.objects.all(), text, in_any("name", "code"))


def _rankings(text):
    rankings = Ranking.objects.select_related("source")
    return holding_each_word(rankings, text, in_any("title", "source__publisher"))


def _guides(text):
    return holding_each_word(Guide.objects.all(), text, in_any("title", "summary", "body"))


def _topics(text):
    return holding_each_word(Topic.objects.all(), text, in_any("question", "summary"))


def _organizations(text):
    names = ("organization__name", "organization__aliases__name", "printed")
    links = OrganizationLink.objects.published().of_organizations()
    return holding_each_word(links, text, in_any(*names)).distinct()


def _items(text):
    items = ProfileItem.objects.published().select_related("institution")
    return holding_each_word(items, text, in_any("name", "text"))


def _sources(text):
    return holding_each_word(Source.objects.all(), text, in_any("publisher", "short_name", "title"))


@dataclass(frozen=True)
class Kind:
    """`template`: shows one record; `find`: text → records."""

    key: str
    label: str | Promise
    template: str
    find: Callable[[str], QuerySet | list]


KINDS = (
    Kind("institution", _("Universities"), "programs/_found_institution.html", _institutions),
    Kind("program", _("Programs"), "programs/_found_program.html", _programs),
    Kind("career", _("Careers"), "programs/_found_career.html", _careers),
    Kind("occupation", _("Occupations"), "programs/_found_occupation.html", _occupations),
    Kind("field", _("Fields of study"), "programs/_found_field.html", _fields),
    Kind("state", _("States"), "programs/_found_state.html", _states),
    Kind("ranking", _("Rankings"), "programs/_found_ranking.html", _rankings),
    Kind("guide", _("Guides"), "programs/_found_guide.html", _guides),
    Kind("topic", _("Questions"), "programs/_found_topic.html", _topics),
    Kind(
        "organization",
        _("Employers and partners"),
        "programs/_found_organization.html",
        _organizations,
    ),
    Kind("item", _("Labs, people and other facts"), "programs/_found_item.html", _items),
    Kind("source", _("Sources"), "programs/_found_source.html", _sources),
    Kind("term", _("Words"), "programs/_found_term.html", terms_holding),
)


def _number_of(found):
    return found.count() if isinstance(found, QuerySet) else len(found)


@dataclass(frozen=True)
class Group:
    """What of one kind is found: `total` records, of which a page shows some."""

    kind: Kind
    text: str
    total: int

    @property
    def shown(self) -> QuerySet | list:
        return self.kind.find(self.text)[:ON_OVERVIEW]

    @property
    def is_whole(self) -> bool:
        return self.total <= ON_OVERVIEW

    @property
    def url(self) -> str:
        """All of them on this page."""
        return f"?{urlencode({'kind': self.kind.key, 'q': self.text})}"


class Search:
    """What `text` finds, of one kind of KINDS by its key or (blank) of all."""

    def __init__(self, text: str, kind: str = ""):
        self.text, self.kind = text, kind

    @cached_property
    def groups(self) -> list[Group]:
        """The kinds of which something is found."""
        kinds = KINDS if self.text else ()
        groups = [Group(kind, self.text, _number_of(kind.find(self.text))) for kind in kinds]
        return [group for group in groups if group.total]

    @property
    def total(self) -> int:
        return sum(group.total for group in self.groups)

    @cached_property
    def chosen(self) -> Group | None:
        """The kind that was asked for alone, if it holds anything."""
        return next((group for group in self.groups if group.kind.key == self.kind), None)

    def page(self, data):
        """Of the chosen kind: its records page by page, and what of `page` could not be read."""
        if self.chosen is None:
            return None, []
        return page_of(self.chosen.kind.find(self.text), data)

    @property
    def all_url(self) -> str:
        return f"?{urlencode({'q': self.text})}"
