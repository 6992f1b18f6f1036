"""The account of a document, line by line, and what of it follows from the records. Pure."""

import re
from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping

from reference.enumerations import Fate
from reference.imports.cells import SEPARATOR
from reference.models import LedgerEntry, Source

LINE = re.compile(r"\bline (\d{1,9})\b")

# {(line, fate): addresses of the records that the line became}
Named = Mapping[tuple[int, str], Collection[str]]


def lines_of(locator: str) -> set[int]:
    """The lines that a locator names: “line 166; line 275” → {166, 275}."""
    return {int(number) for number in LINE.findall(locator)}


def entries_from(source: Source, named: Named) -> list[LedgerEntry]:
    """The entries that follow from the records, unsaved, one a line and fate, in their order."""
    return [
        LedgerEntry(
            source=source, first=line, last=line, fate=fate, refs=SEPARATOR.join(sorted(addresses))
        )
        for (line, fate), addresses in sorted(named.items())
    ]


def left_of(entry: LedgerEntry, named: Named) -> list[LedgerEntry]:
    """What stays ignored of an entry, in unbroken runs: a line that a record names is not."""
    taken = {line for line, _fate in named}
    runs: list[LedgerEntry] = []
    for line in entry.span:
        if line in taken:
            continue
        if runs and runs[-1].last == line - 1:
            runs[-1].last = line
        else:
            runs.append(_ignored(entry, line))
    return runs


def uncovered(lines: int, entries: Iterable[LedgerEntry]) -> list[int]:
    """The lines of a document of so many that no entry accounts for."""
    covered = {line for entry in entries for line in entry.span}
    return sorted(set(range(1, lines + 1)) - covered)


def line_counts(entries: Iterable[LedgerEntry]) -> dict[str, int]:
    """{fate: how many lines have it}; a line that is stored and reported counts for both."""
    lines: dict[str, set[int]] = defaultdict(set)
    for entry in entries:
        lines[entry.fate] |= set(entry.span)
    return {fate: len(lines[fate]) for fate in Fate.values}


def _ignored(entry, line):
    same = {name: getattr(entry, name) for name in ("source", "reason", "origin", "edited")}
    return LedgerEntry(first=line, last=line, fate=Fate.IGNORED, **same)
