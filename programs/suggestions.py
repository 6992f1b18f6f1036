"""What a search box suggests while one types: the best finds of the kinds that have a page."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from itertools import islice

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from programs.enumerations import Level
from programs.finding.index import current_index
from programs.models import Program
from reference.search import Hit, Query, engine, read
from reference.search.engine import BEGINNING, BY_TEXT, OF_BEGUN_PARENT, OF_PARENT
from reference.search.kinds import kind_named

MOST = 8
OF_THE_BEST_KIND, OF_PROGRAMS, OF_ANOTHER = 4, 3, 2
WEIGHED = 24  # of each kind
LAST = ("occupation",)  # of trades there are hundreds, and few of them are what is looked for
BY_NAME = ("institution", "field", "occupation")
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
    found = {kind: _worth_it(kind, engine().few(query, kind, WEIGHED)) for kind in SUGGESTED}
    return found | {"program": [*_at_the_university(found["institution"]), *found["program"]]}


def _worth_it(kind: str, hits: list[Hit]) -> list[Hit]:
    """Of some kinds only what has the words in its names: masons too reinforce and learn."""
    return [hit for hit in hits if hit.tier < BY_TEXT] if kind in BY_NAME else hits


def _at_the_university(hits: list[Hit]) -> list[Hit]:
    """The first programs of the list there, where a university’s name begins so."""
    best = min(hits, default=None)
    if best is None or best.tier > BEGINNING:
        return []
    index = current_index()
    places = index.universities.places(index.names.slugs.get(best.key, ""))
    keys = sorted((index.keys[place] for place in places), key=index.core_first)
    tier = OF_PARENT if best.tier < OF_PARENT else OF_BEGUN_PARENT
    return [Hit(tier, (number,), key) for number, key in enumerate(keys)]


def _of_each_kind(found: dict[str, list[Hit]]) -> Iterator[Suggestion]:
    kinds = sorted(filter(found.get, found), key=lambda kind: (kind in LAST, found[kind][0][:2]))
    if "program" in kinds[2:]:  # what most who search come for
        kinds.remove("program")
        kinds.insert(1, "program")
    for place, kind in enumerate(kinds):
        of_this = OF_PROGRAMS if kind == "program" else OF_ANOTHER
        yield from _of(kind, found[kind], of_this if place else OF_THE_BEST_KIND)


def _of(kind: str, hits: list[Hit], most: int) -> Iterator[Suggestion]:
    best = sorted(hits, key=_by_list() if kind == "program" else None)[:most]
    records = kind_named(kind).records().in_bulk([hit.key for hit in best])
    for record in (records[hit.key] for hit in best if hit.key in records):
        yield Suggestion(str(SUGGESTED[kind]), _title(record), record.get_absolute_url())


def _by_list() -> Callable[[Hit], tuple]:
    """Of equal names first what the list holds unless asked for more: master’s, and its fields."""
    index = current_index()
    masters = index.fitting_any("level", [Level.MASTERS])

    def order(hit):
        place = index.place(hit.key) - 1
        return hit.tier, place not in masters, place not in index.named_or_core, hit.distance

    return order


def _title(record) -> str:
    if isinstance(record, Program):
        return f"{record.display_title}, {record.institution.name}"
    return str(record)
