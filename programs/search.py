"""Search over everything that has a page, by kind, the kind of the best hit first."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from urllib.parse import urlencode

from django.http import QueryDict
from django.utils.functional import Promise

from programs.filters import ProgramFilterSet
from programs.finding.words import order_in_words
from programs.search_kinds import OF_RECORDS, TERMS, Kind
from reference.glossary import terms_holding
from reference.paging import page_of
from reference.search import Query, engine, read

ON_OVERVIEW = 5


class Found(Sequence):
    """Records in the order in which they were found; each slice is one query."""

    def __init__(self, kind: Kind, keys: Sequence[int]):
        self._kind, self._keys = kind, keys

    def __len__(self):
        return len(self._keys)

    def __getitem__(self, place):
        keys = self._keys[place]
        if isinstance(keys, int):
            return self[place : place + 1][0]
        records = self._kind.records().in_bulk(keys)
        return [records[key] for key in keys if key in records]


@dataclass(frozen=True)
class Group:
    """What of one kind is found, of which a page shows some."""

    kind: Kind
    text: str
    found: Sequence

    @property
    def total(self) -> int:
        return len(self.found)

    @property
    def shown(self) -> Sequence:
        return self.found[:ON_OVERVIEW]

    @property
    def is_whole(self) -> bool:
        return self.total <= ON_OVERVIEW

    @property
    def url(self) -> str:
        """All of them on this page."""
        return _address(q=self.text, kind=self.kind.key)


class Search:
    """What `text` finds, of one kind of KINDS by its key or (blank) of all."""

    def __init__(self, text: str, kind: str = ""):
        self.text, self.kind = text, kind

    @cached_property
    def query(self) -> Query:
        return read(self.text)

    @cached_property
    def groups(self) -> list[Group]:
        """The kinds of which something is found."""
        return [*self._groups()]

    def _groups(self) -> Iterator[Group]:
        kinds = {kind.key: kind for kind in OF_RECORDS}
        for key, keys in engine().of_each_kind(self.query).items():
            if key in kinds:
                yield Group(kinds[key], self.text, Found(kinds[key], keys))
        terms = terms_holding(self.query.corrected or self.text)
        if terms:
            yield Group(TERMS, self.text, terms)

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
        return page_of(self.chosen.found, data)

    @property
    def shown_text(self) -> str:
        """What the results are for."""
        return self.query.corrected or self.text

    @property
    def all_url(self) -> str:
        return _address(q=self.text)

    @property
    def list_url(self) -> str:
        """The list of programs with the same words, in the order that they wish for."""
        wish = {"sort": self.query.sort} if self.query.sort else {}
        return _address(q=self.text, **wish)

    @cached_property
    def listed(self) -> int:
        """How many programs that list holds."""
        return ProgramFilterSet(QueryDict(self.list_url.removeprefix("?"))).answer.count

    @property
    def wish(self) -> str | Promise:
        """The order that the words ask for."""
        return order_in_words(self.query.sort)


def _address(**query: str) -> str:
    return f"?{urlencode(sorted(query.items()))}"
