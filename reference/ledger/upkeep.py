"""Keeps the ledger in step with the records: what is stored or reported follows from them."""

from dataclasses import dataclass, field
from pathlib import Path

from django.db import transaction

from reference.enumerations import Fate
from reference.faults import Fault
from reference.imports.export import write_rows
from reference.imports.reading import Row
from reference.imports.run import tables_of
from reference.ledger.account import entries_from, left_of
from reference.ledger.cited_lines import named_lines
from reference.ledger.faults import faults_of
from reference.models import LedgerEntry, Source

WRITTEN = ("last", "refs", "reason")
BATCH = 500


@dataclass
class Changes:
    """How many entries; `no_longer_ignored`: lines that records have come to name."""

    created: int = 0
    updated: int = 0
    deleted: int = 0
    no_longer_ignored: list[str] = field(default_factory=list)


def ledger_faults() -> list[Fault]:
    """What is wrong with the ledger of any document whose lines are counted."""
    named = named_lines()
    return [
        fault
        for source in Source.objects.with_ledger().prefetch_related("ledger")
        for fault in faults_of(source, source.ledger.all(), named[source.pk])
    ]


@transaction.atomic
def refresh_ledger() -> Changes:
    """Write the entries that follow from the records.

    What is ignored, and why, is for people to say; it stays as it is but for lines that a record
    names.
    """
    named, changes = named_lines(), Changes()
    for source in Source.objects.with_ledger():
        lines = named[source.pk]
        kept = {(entry.first, entry.fate): entry for entry in source.ledger.select_for_update()}
        ignored = [entry for entry in kept.values() if entry.fate == Fate.IGNORED]
        left = _left(ignored, lines)
        changes.no_longer_ignored += _taken(source, ignored, left)
        _write([*left, *entries_from(source, lines)], kept, changes)
    return changes


def write_ledger(path: Path) -> int:
    """All entries as a seed file, by document and line; returns how many."""
    [table] = [
        table for table in tables_of(LedgerEntry._meta.app_label) if table.model is LedgerEntry
    ]
    entries = LedgerEntry.objects.select_related("source").order_by("source__slug", "first", "fate")
    header = tuple(table.column_names)
    rows = [
        Row(place, header, tuple(column.render(entry) for column in table.columns))
        for place, entry in enumerate(entries)
    ]
    write_rows(path, rows)
    return len(rows)


def _left(ignored, lines):
    """Of ranges that now begin on one line the longest."""
    runs = [run for entry in ignored for run in left_of(entry, lines)]
    return list({run.first: run for run in sorted(runs, key=lambda run: run.last)}.values())


def _taken(source, ignored, left):
    before = {line for entry in ignored for line in entry.span}
    after = {line for entry in left for line in entry.span}
    return [f"{source.slug}, line {line}" for line in sorted(before - after)]


def _write(entries, kept, changes):
    new, changed = [], []
    for entry in entries:
        old = kept.pop((entry.first, entry.fate), None)
        if old is None:
            new.append(entry)
        elif any(getattr(old, name) != getattr(entry, name) for name in WRITTEN):
            entry.pk = old.pk
            changed.append(entry)
    LedgerEntry.objects.filter(pk__in=[entry.pk for entry in kept.values()]).delete()
    LedgerEntry.objects.bulk_create(new)
    LedgerEntry.objects.bulk_update(changed, WRITTEN, batch_size=BATCH)
    changes.created += len(new)
    changes.updated += len(changed)
    changes.deleted += len(kept)
