"""What a search box suggests while one types: the best finds of the kinds that have a page."""

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import islice

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from programs.enumerations import Level
from programs.models import Program
from reference.search import Hit, Query, engine, read
from reference.search.kinds import kind_named

MOST = 8
OF_THE_BEST_KIND, OF_PROGRAMS, OF_ANOTHER = 4, 3, 2
WEIGHED = 24  # of each kind
SHORTEST, SHORTEST_IN_TEXT = 2, 3  # letters; of fewer, names may do

SUGGESTED: dict[str, str | Promise] = {
    "institution": _("University"),
    "program": _("Program"),
    "career": _("Career"),
    "field": _("Field of study"),
    "occupation": _("Occupation"),
    "guide": _("Guide"),
    "state": _("State"),
    "ranking": _("Ranking"),
}
NAMED: dict[str, str | Promise] = {
    "institution": _("“%s” is a university:"),
    "career": _("“%s” is a career:"),
    "occupation": _("“%s” is an occupation:"),
    "field": _("“%s” is a field of study:"),
    "state": _("“%s” is a state:"),
}


@dataclass(frozen=True)
class Named:
    """A record that has the text as its name or code: `said`, then its title."""

    said: str
    title: str
    url: str


@dataclass(frozen=True)
class Suggestion:
    kind: str
    title: str
    url: str


def suggestions(text: str) -> list[Suggestion]:
    """For text whose last word may not be finished; the kind of the best find comes first."""
    if len(text) < SHORTEST:
        return []
    return list(islice(_of_each_kind(_found(text)), MOST))


def pages_named(text: str, query: Query) -> list[Named]:
    """What has this very name, for a list that holds nothing of it."""
    found = engine().of_this_name(query, MOST)
    return [
        Named(str(NAMED[kind]) % text, _title(record), record.get_absolute_url())
        for kind in filter(NAMED.get, found)
        for record in kind_named(kind).records().in_bulk(found[kind]).values()
    ]


def _found(text: str) -> dict[str, list[Hit]]:
    """Of each kind; of what one or two letters begin, there may be enough names to choose from."""
    query = read(text, prefix=True)
    if len(text) < SHORTEST_IN_TEXT:
        begun = {kind: engine().begun(query, kind, WEIGHED) for kind in SUGGESTED}
        if sum(map(len, begun.values())) >= MOST:
            return begun
    return {kind: engine().few(query, kind, WEIGHED) for kind in SUGGESTED}


def _of_each_kind(found: dict[str, list[Hit]]) -> Iterator[Suggestion]:
    kinds = sorted(filter(found.get, found), key=lambda kind: found[kind][0][:2])
    for place, kind in enumerate(kinds):
        of_this = OF_PROGRAMS if kind == "program" else OF_ANOTHER
        yield from _of(kind, found[kind], of_this if place else OF_THE_BEST_KIND)


def _of(kind: str, hits: list[Hit], most: int) -> Iterator[Suggestion]:
    records = kind_named(kind).records().in_bulk([hit.key for hit in hits])
    there = [hit for hit in hits if hit.key in records]
    there.sort(key=lambda hit: (hit.tier, _of_other_level(records[hit.key]), hit.distance))
    for hit in there[:most]:
        record = records[hit.key]
        yield Suggestion(str(SUGGESTED[kind]), _title(record), record.get_absolute_url())


def _of_other_level(record) -> bool:
    """Most who search look for a master’s degree, and the list holds no other unless asked."""
    return isinstance(record, Program) and record.level != Level.MASTERS


def _title(record) -> str:
    if isinstance(record, Program):
        return f"{record.display_title}, {record.institution.name}"
    return str(record)
