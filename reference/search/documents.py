"""Keeps the documents of search in step with the records: writes only what differs."""

from collections.abc import Collection, Iterable, Iterator, Sequence
from functools import lru_cache

from reference.models import SearchDocument, SearchName
from reference.search.kinds import Draft, SearchKind, document_of, kind_named, kinds
from reference.search.vocabulary import note_words
from reference.search.words import name_key, nicknames, stem, with_acronyms, words

LOT = 500
COLUMNS = ("parent", "title", "names", "context", "body")
LONGEST = 400  # of a title or a name

Row = list  # the values of COLUMNS


def refresh_documents(key: str, pks: Collection[int] | None = None) -> int:
    """Write what differs of a kind, of these records or of all; how many documents that were."""
    noted: set[str] = set()
    return sum(lot.write(noted) for lot in _lots(kind_named(key), pks))


def refresh_all_documents() -> int:
    """Of every kind; how many documents that were."""
    return sum(refresh_documents(kind.key) for kind in kinds())


def stale_documents() -> Iterator[tuple[str, int]]:
    """(kind, record) whose document is not what it would be now."""
    for kind in kinds():
        for lot in _lots(kind, None):
            yield from ((kind.key, key - kind.first) for key in sorted(lot.differing))


def forget_document(key: str, pk: int) -> None:
    documents = SearchDocument.objects.filter(pk=document_of(key, pk))
    SearchName.objects.filter(document__in=documents).delete()
    documents.delete()


class _Lot:
    """Some records of a kind as they are, beside the documents held of them."""

    def __init__(self, kind: SearchKind, pks: Sequence[int], documents):
        self.words: dict[int, set[str]] = {}
        self.rows: dict[int, Row] = {}
        self.names: dict[int, frozenset[str]] = {}
        for draft in kind.drafts(pks) if pks else ():
            self._add(kind.document(draft.pk), draft)
        self._documents = documents
        held = documents.values_list("pk", *COLUMNS)
        self._held = {pk: row for pk, *row in held}
        self._held_names = self._names_held()
        self.gone = self._held.keys() - self.rows.keys()

    def _add(self, key, draft):
        row, self.words[key] = _row(draft)
        self.rows[key] = row
        self.names[key] = frozenset().union(*map(_spellings, draft.own_names))

    def _names_held(self):
        names: dict[int, set[str]] = {}
        held = SearchName.objects.filter(document__in=self._documents)
        for document, name in held.values_list("document", "name"):
            names.setdefault(document, set()).add(name)
        return names

    @property
    def differing(self) -> set[int]:
        return self.gone | self._changed | self._renamed

    @property
    def _changed(self):
        return {key for key, row in self.rows.items() if self._held.get(key) != row}

    @property
    def _renamed(self):
        held = self._held_names
        return {key for key, names in self.names.items() if held.get(key, set()) != names}

    def write(self, noted: set[str]) -> int:
        changed, renamed = sorted(self._changed), sorted(self._renamed)
        note_words(set().union(*(self.words[key] for key in changed)) - noted)
        noted.update(*(self.words[key] for key in changed))
        self._clear({*self.gone, *renamed})
        self._put([key for key in changed if key not in self._held], {})
        self._put([key for key in changed if key in self._held], _UPDATING)
        _put_names((key, name) for key in renamed for name in sorted(self.names[key]))
        return len(self.gone | {*changed, *renamed})

    def _clear(self, keys):
        named = keys & self._held_names.keys()
        if named:
            SearchName.objects.filter(document__in=named).delete()
        if self.gone:
            SearchDocument.objects.filter(pk__in=self.gone).delete()

    def _put(self, keys, options):
        documents = [
            SearchDocument(pk=key, **dict(zip(COLUMNS, self.rows[key], strict=True)))
            for key in keys
        ]
        SearchDocument.objects.bulk_create(documents, batch_size=LOT, **options)


_UPDATING = {
    "update_conflicts": True,
    "update_fields": COLUMNS,
    "unique_fields": ["id"],
}


def _put_names(pairs: Iterable[tuple[int, str]]) -> None:
    names = [SearchName(document_id=key, name=name) for key, name in pairs]
    SearchName.objects.bulk_create(names, batch_size=LOT)


def _lots(kind: SearchKind, pks) -> Iterator[_Lot]:
    return _all_lots(kind) if pks is None else _lots_of(kind, sorted(set(pks) - {None}))


def _lots_of(kind, pks):
    for lot in _in_lots(pks):
        there = kind.records().filter(pk__in=lot).values_list("pk", flat=True)
        documents = SearchDocument.objects.filter(pk__in=[kind.document(pk) for pk in lot])
        yield _Lot(kind, sorted(there), documents)


def _all_lots(kind):
    """By ranges of keys, so that what is held of records that are gone falls into one of them."""
    after = kind.first - 1
    pks = kind.records().order_by("pk").values_list("pk", flat=True)
    for lot in _in_lots(pks.iterator(chunk_size=LOT * 10)):
        yield _Lot(kind, lot, _between(after, kind.document(lot[-1])))
        after = kind.document(lot[-1])
    yield _Lot(kind, (), _between(after, kind.last))


def _between(after, last):
    return SearchDocument.objects.filter(pk__gt=after, pk__lte=last)


def _in_lots(pks: Iterable[int]) -> Iterator[list[int]]:
    lot: list[int] = []
    for pk in pks:
        lot.append(pk)
        if len(lot) == LOT:
            yield lot
            lot = []
    if lot:
        yield lot


def _row(draft: Draft) -> tuple[Row, set[str]]:
    """(the values of COLUMNS, the words as they are written)."""
    names = [word for text in (*draft.own_names, *draft.names) for word in _short(text)]
    context = [word for text in draft.context for word in _short(text)]
    body = [word for text in draft.body for word in with_acronyms(words(text))]
    parent = document_of(*draft.parent) if draft.parent else None
    context += draft.words
    parts = _parts(names, context, body)
    return [parent, draft.title[:LONGEST], *parts], {*names, *context, *body}


def _parts(*parts: Iterable[str]) -> Iterator[str]:
    """Each stem once, in the first of the parts that holds it: the length of a text weighs too."""
    seen: set[str] = set()
    for part in parts:
        found = [word for word in dict.fromkeys(map(stem, part)) if word not in seen]
        seen.update(found)
        yield " ".join(found)


@lru_cache(20_000)
def _short(text: str) -> tuple[str, ...]:
    """Names of a university or a place come again with each of its programs."""
    return tuple(with_acronyms(words(text)))


@lru_cache(20_000)
def _spellings(name: str) -> frozenset[str]:
    """As names are compared, and in full for who has typed a part of it: “machine lear”."""
    typed = words(name)
    all_of_it = (name_key(name), " ".join(typed), *map(" ".join, nicknames(typed)))
    return frozenset(spelling[:LONGEST] for spelling in all_of_it if spelling)
