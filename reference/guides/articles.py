"""A guide as its page shows it: safe HTML, and in its place each figure with its source."""

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import groupby
from operator import attrgetter

from django.utils.safestring import SafeString
from django.utils.translation import ngettext

from reference.figure_groups import FigureRow
from reference.guides.evidence import Evidence, evidence_of
from reference.guides.references import LineReference
from reference.guides.text import Slot, read_guide
from reference.models import Guide, GuidePart, Source


@dataclass(frozen=True)
class Piece:
    """One of: HTML, a figure, a source with the lines that are cited; none where nothing is found.

    `in_link`: a figure there shows no mark, which is a link itself.
    """

    html: SafeString | None = None
    row: FigureRow | None = None
    source: Source | None = None
    lines: str = ""
    in_link: bool = False


@dataclass(frozen=True)
class Article:
    """`headings`: [(anchor, words)]. `previous`, `following`: the guides before and after it."""

    guide: Guide
    pieces: tuple[Piece, ...]
    headings: tuple[tuple[str, str], ...]
    previous: Guide | None
    following: Guide | None

    @property
    def has_sources(self) -> bool:
        return any(piece.row or piece.source for piece in self.pieces)


def article_of(guide: Guide) -> Article:
    text = read_guide(guide.body)
    slots = (piece for piece in text.pieces if isinstance(piece, Slot))
    evidence = evidence_of(slot.reference for slot in slots if slot.reference)
    pieces = (_piece(piece, evidence) for piece in text.pieces)
    return Article(guide, tuple(pieces), text.headings, *_beside(guide))


def guides_by_part() -> Iterator[tuple[str, list[Guide]]]:
    """(name of the part, its guides) in the order in which they are read."""
    for part, guides in groupby(Guide.objects.in_reading_order(), attrgetter("part")):
        yield str(GuidePart(part).label), list(guides)


def _piece(piece: str | Slot, evidence: Evidence) -> Piece:
    if isinstance(piece, str):
        # it went through nh3, which let out only the tags of a text
        return Piece(html=SafeString(piece))
    found = evidence.get(piece.reference) if piece.reference else None
    if isinstance(found, FigureRow):
        return Piece(row=found, in_link=piece.in_link)
    if isinstance(found, Source) and isinstance(piece.reference, LineReference):
        return Piece(source=found, lines=_in_words(piece.reference), in_link=piece.in_link)
    return Piece()


def _in_words(reference):
    lines = reference.lines
    words = {"lines": ", ".join(map(str, lines))}
    line = ngettext("Line %(lines)s", "Lines %(lines)s", len(lines))
    return line % words


def _beside(guide: Guide) -> tuple[Guide | None, Guide | None]:
    guides = list(Guide.objects.in_reading_order())
    at = guides.index(guide)
    return (guides[at - 1] if at else None), (guides[at + 1] if guides[at + 1 :] else None)
