"""What search may find: each app registers its own kinds of records, so that none knows another’s.

A record’s document has a key of its own: the number of its kind, then 40 bits of the record’s key.
"""

from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from django.db.models import Model, QuerySet

KEY_BITS = 40
KEYS = 1 << KEY_BITS
LAST = (1 << 63) - 1  # of all keys

Keys = Collection[int] | None  # None: all of them


@dataclass(frozen=True)
class Draft:
    """One record in the words that may find it; `names` and `own_names` say it best.

    `own_names`: who types one of them means this record. `words`: further stems of its context, as
    they are. `parent`: (kind, key) of the record whose names find this one too.
    """

    pk: int
    title: str
    own_names: Sequence[str] = ()
    names: Iterable[str] = ()
    context: Iterable[str] = ()
    words: Iterable[str] = ()
    body: Iterable[str] = ()
    parent: tuple[str, int] | None = None


@dataclass(frozen=True)
class SearchKind:
    """`records`: those that may be found. `drafts`: of those among these keys, a lot at a time.

    `rests_on`: {model: which records’ documents follow from these of it}.
    """

    key: str
    number: int
    records: Callable[[], QuerySet]
    drafts: Callable[[Sequence[int]], Iterator[Draft]]
    rests_on: Mapping[type[Model], Callable[[Sequence[Model]], Keys]] = field(default_factory=dict)

    @property
    def first(self) -> int:
        return self.number * KEYS

    @property
    def last(self) -> int:
        return self.first + KEYS - 1

    def document(self, pk: int) -> int:
        return self.first + pk


_kinds: dict[str, SearchKind] = {}


def register(kind: SearchKind) -> None:
    _kinds[kind.key] = kind


def kinds() -> list[SearchKind]:
    return sorted(_kinds.values(), key=lambda kind: kind.number)


def kind_named(key: str) -> SearchKind:
    return _kinds[key]


def document_of(key: str, pk: int) -> int:
    return _kinds[key].document(pk)
