"""What a search box suggests while one types: the first finds of the kinds that have a page."""

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import islice

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from programs.models import Program
from reference.search import Query, engine, read
from reference.search.kinds import kind_named

MOST = 8
OF_THE_BEST_KIND, OF_ANOTHER = 4, 2
SHORTEST = 2  # letters

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


@dataclass(frozen=True)
class Suggestion:
    kind: str
    title: str
    url: str


def suggestions(text: str) -> list[Suggestion]:
    """For text whose last word may not be finished; the kind of the best find comes first."""
    if len(text) < SHORTEST:
        return []
    return list(islice(_of_each_kind(read(text, prefix=True)), MOST))


def _of_each_kind(query: Query) -> Iterator[Suggestion]:
    kinds = [kind for kind in engine().counts(query) if kind in SUGGESTED]
    for place, kind in enumerate(kinds):
        most = OF_ANOTHER if place else OF_THE_BEST_KIND
        yield from _of(kind, engine().top(query, kind, most))


def _of(kind: str, keys: list[int]) -> Iterator[Suggestion]:
    records = kind_named(kind).records().in_bulk(keys)
    for record in (records[key] for key in keys if key in records):
        yield Suggestion(str(SUGGESTED[kind]), _title(record), record.get_absolute_url())


def _title(record) -> str:
    if isinstance(record, Program):
        return f"{record.display_title}, {record.institution.name}"
    return str(record)
