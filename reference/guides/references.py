"""What a guide cites: `{{ figure:… }}` and `{{ line:… }}` in its text. Knows no database."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from reference.measures import MEASURES

REFERENCE = re.compile(r"\{\{([^{}]*)\}\}")
LINES = re.compile(r"\d{1,6}(, ?\d{1,6})*", re.ASCII)


@dataclass(frozen=True)
class FigureReference:
    """`{{ figure:topic/part-time-study/part_time_share/hakia-2026/format }}`"""

    kind: str
    subject: str
    measure: str
    source: str
    item: str

    def __str__(self):
        parts = (self.kind, self.subject, self.measure, self.source, self.item)
        return f"figure:{'/'.join(parts)}"


@dataclass(frozen=True)
class LineReference:
    """`{{ line:hakia-2026/12,13 }}`"""

    source: str
    lines: tuple[int, ...]

    def __str__(self):
        return f"line:{self.source}/{','.join(map(str, self.lines))}"


Reference = FigureReference | LineReference


def read_reference(text: str) -> Reference | None:
    """What stands between the braces, or None where it is neither."""
    kind, _colon, address = " ".join(text.split()).partition(":")
    read = {"figure": _figure, "line": _line}.get(kind)
    return read(address.strip()) if read else None


def references_in(body: str) -> Iterator[tuple[str, Reference | None]]:
    """(as written, what it means) for everything in double braces, in order."""
    for found in REFERENCE.finditer(body):
        yield found[0], read_reference(found[1])


def _figure(address):
    """The measure tells where the subject ends: the key of some has parts of its own."""
    parts = address.split("/")
    at = next((i for i, part in enumerate(parts) if i >= 2 and part in MEASURES), 0)
    if not at or len(parts) < at + 3 or not all(parts):
        return None
    subject, item = "/".join(parts[1:at]), "/".join(parts[at + 2 :])
    return FigureReference(parts[0], subject, parts[at], parts[at + 1], item)


def _line(address):
    source, _slash, lines = address.rpartition("/")
    if not source or not LINES.fullmatch(lines):
        return None
    return LineReference(source, tuple(int(line) for line in lines.split(",")))
