"""The ledger of a document as its page shows it: lines, what they became, and why not."""

from collections.abc import Iterable
from dataclasses import dataclass
from itertools import groupby

from django.core.paginator import Page
from django.utils.functional import Promise
from django.utils.text import Truncator
from django.utils.translation import gettext_lazy as _

from reference.enumerations import Fate
from reference.filters import Ignored
from reference.ledger.account import line_counts, lines_of
from reference.ledger.cited_lines import address_in, cited_tables, first_part, with_keys
from reference.models import Figure, Guide, LedgerEntry, Note, Source
from reference.paging import page_of

ON_PAGE = 100
WORDS_OF_A_NOTE = 40


@dataclass(frozen=True)
class Became:
    """A record that a line became: `url` is blank where no page shows it; `note`: a note’s key."""

    kind: str | Promise
    name: str
    url: str = ""
    note: str = ""


@dataclass(frozen=True)
class LedgerRow:
    """Lines that share their entries; `fates`: one, or stored and reported; `became`: by kind."""

    first: int
    last: int
    fates: list[str]
    became: list[tuple[str, list[Became]]]
    reason: str

    @property
    def is_range(self) -> bool:
        return self.last > self.first


@dataclass(frozen=True)
class LedgerPage:
    page: Page
    ignored: list[Ignored]
    rows: list[LedgerRow]
    counts: dict[str, int]


def ledger_page(source: Source, data) -> LedgerPage:
    """A hundred lines of it; an entry that goes on over the page’s end is on both pages."""
    page, ignored = page_of(range(1, (source.lines or 0) + 1), data, ON_PAGE)
    entries = list(source.ledger.order_by("first", "last", "fate"))
    asked = page.object_list
    shown = [entry for entry in entries if entry.first <= asked[-1] and entry.last >= asked[0]]
    records = _records_named(source, shown, asked)
    rows = [
        _row(first, last, list(group), records)
        for (first, last), group in groupby(shown, lambda entry: (entry.first, entry.last))
    ]
    return LedgerPage(page, ignored, rows, line_counts(entries))


def _row(first, last, entries, records):
    # stored comes before reported, as a reader would tell it
    entries = sorted(entries, key=lambda entry: Fate.values.index(entry.fate))
    addresses = [address for entry in entries for address in entry.addresses]
    return LedgerRow(
        first,
        last,
        [entry.get_fate_display() for entry in entries],
        _by_kind(records.get(address) or Became(_("Not shown"), address) for address in addresses),
        next((entry.reason for entry in entries if entry.reason), ""),
    )


def _by_kind(items: Iterable[Became]):
    kinds: dict[str, list[Became]] = {}
    for item in items:
        kinds.setdefault(str(item.kind), []).append(item)
    return list(kinds.items())


def _records_named(source, entries: Iterable[LedgerEntry], asked) -> dict[str, Became]:
    """{address: record} of those that the entries name: only their tables are read."""
    addresses = {address for entry in entries for address in entry.addresses}
    kinds = {address.partition("/")[0] for address in addresses}
    found = {}
    for table in cited_tables():
        if first_part(table) in kinds:
            for record in with_keys(table, _shown(table.model, source)):
                if lines_of(record.locator) & set(asked):
                    found[address_in(table, record)] = _became(record)
    if "guides" in kinds:
        found |= {f"guides/{guide.slug}": _guide(guide) for guide in Guide.objects.defer("body")}
    if "notes" in kinds:
        found |= {f"notes/{note.key}": _note(note) for note in Note.objects.all()}
    return found


def _shown(model, source):
    if issubclass(model, Figure):
        return model.objects.visible().with_subjects().from_source(source)
    related = [field.name for field in _relations(model)]
    records = model._default_manager.filter(model.shown_where, source=source)
    return records.select_related("source", *related)


def _relations(model):
    """What a record is about: its keys but the source, as declared."""
    keys = [field for field in model._meta.concrete_fields if field.is_relation]
    return [key for key in keys if key.related_model is not Source]


def _became(record) -> Became:
    if isinstance(record, Figure):
        name = f"{record.subject_name}: {record.measure_label}, {record.in_words}"
        return Became(_("Figure"), name, record.get_absolute_url())
    about = [getattr(record, field.name) for field in _relations(type(record))]
    place = next((place for place in [record, *about] if hasattr(place, "get_absolute_url")), None)
    return Became(
        _capital(record._meta.verbose_name),
        _name(record, place),
        place.get_absolute_url() if place else "",
    )


def _name(record, place) -> str:
    """With what it is about, where its own words leave that out."""
    name = str(record)
    return name if place is None or name.startswith(str(place)) else f"{place}: {name}"


def _guide(guide) -> Became:
    return Became(_("Guide"), guide.title, guide.get_absolute_url())


def _note(note) -> Became:
    words = Truncator(note.text).words(WORDS_OF_A_NOTE)
    return Became(_("Note"), words, note=note.key)


def _capital(words) -> str:
    text = str(words)
    return text[:1].upper() + text[1:]
