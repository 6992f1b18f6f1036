"""Where in which documents an editor’s note points, as pages say it."""

import re
from collections.abc import Iterable
from dataclasses import dataclass

from reference.models import Note, Source

# a note on several documents names each: “hakia-2026 line 1; research-com-2026 line 9”
SLUG_FIRST = re.compile(r"(?P<slug>[\w-]+) (?=lines? \d)")
LINES = re.compile(r"lines? (?P<first>\d{1,9})(?:[–-](?P<last>\d{1,9}))?")


@dataclass(frozen=True)
class NotePlace:
    """`source`: None where we hold no such document; `lines`: blank for the whole of it."""

    source: Source | None
    lines: str


def with_places(notes: Iterable[Note]) -> list[Note]:
    """The notes, each with `points_to`, whatever their number in one query or none."""
    notes = list(notes)
    named = {slug for note in notes for slug in lines_by_slug(note) if slug}
    sources = {note.source.slug: note.source for note in notes if note.source}
    if unknown := named - sources.keys():
        sources |= Source.objects.in_bulk(unknown, field_name="slug")
    for note in notes:
        note.points_to = [
            NotePlace(sources.get(slug), "; ".join(lines))
            for slug, lines in lines_by_slug(note).items()
        ]
    return notes


def lines_by_slug(note: Note) -> dict[str, list[str]]:
    """{slug of a source: the lines of it that are named}; a slug holds until another is named."""
    slug = note.source.slug if note.source else ""
    found: dict[str, list[str]] = {}
    for part in note.lines.split("; "):
        if named := SLUG_FIRST.match(part):
            slug, part = named["slug"], part[named.end() :]
        found.setdefault(slug, []).append(part)
    return found


def numbered_lines(note: Note) -> set[tuple[str, int]]:
    """{(slug of a source, line)} that a note names."""
    return {
        (slug, line)
        for slug, lines in lines_by_slug(note).items()
        for named in LINES.finditer("; ".join(lines))
        for line in range(int(named["first"]), int(named["last"] or named["first"]) + 1)
    }
