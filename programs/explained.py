"""Which finding each editor’s note explains, and what a note that explains none is about."""

from collections.abc import Collection, Iterable

from programs.checks import CHECKS
from programs.finding_kinds import AREA_OF_SUBJECT, Area
from programs.findings import ADDRESSED, address_of
from reference.ledger.account import lines_of
from reference.ledger.note_places import numbered_lines
from reference.models import Note


def told_beside(rows: Collection, notes: Iterable[Note]) -> list[Note]:
    """Each note goes to the row it explains best; those that explain none are returned.

    A row has `rule`, by which it was found, its `records`, their `subjects`, and `notes`.
    """
    alone: list[Note] = []
    for note in notes:
        found = [row for row in rows if row.rule in note.rules and _same_lines(note, row)]
        row = max(found, key=lambda row: _nearness(note, row), default=None)
        (row.notes if row else alone).append(note)
    return alone


def area_of_note(note: Note, asked: dict[str, Area]) -> Area:
    """By the check that it explains, else by what it is about; `asked`: {question: its area}."""
    by_rule = [CHECKS[rule].area for rule in note.rules if rule in CHECKS]
    about = [address.partition("/") for address in note.about_addresses]
    by_topic = [asked[key] for kind, _slash, key in about if kind == "topic" and key in asked]
    by_kind = [AREA_OF_SUBJECT[kind] for kind, _slash, _key in about if kind in AREA_OF_SUBJECT]
    return Area([*by_rule, *by_topic, *by_kind, Area.OTHER][0])


def _nearness(note, row):
    return _same_subjects(note, row), _same_lines(note, row)


def _same_subjects(note, row):
    named = {address_of(subject) for subject in row.subjects if type(subject) in ADDRESSED}
    return len(named & set(note.about_addresses))


def _same_lines(note, row):
    lines = {(r.source.slug, n) for r in row.records for n in _lines(r) if r.source}
    return len(lines & numbered_lines(note))


def _lines(record):
    """A note names its lines."""
    if isinstance(record, Note):
        return {line for _slug, line in numbered_lines(record)}
    return lines_of(record.locator)
