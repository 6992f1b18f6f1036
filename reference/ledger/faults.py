"""Where the account of a document is wrong. Pure."""

from collections import defaultdict
from collections.abc import Collection, Iterator

from django.utils.translation import gettext as _

from reference.enumerations import Fate
from reference.faults import Fault, FaultKind
from reference.ledger.account import Named, uncovered
from reference.models import LedgerEntry, Source

SHOWN_ADDRESSES = 3


def faults_of(source: Source, entries: Collection[LedgerEntry], named: Named) -> list[Fault]:
    """Everything that is wrong with the ledger of one document."""
    found = [
        *_uncovered(source, entries),
        *_contradictory(source, entries, named),
        *_differing(source, entries, named),
        *_beyond(source, entries, named),
    ]
    return sorted(found, key=lambda fault: (fault.line, fault.kind))


def _uncovered(source, entries) -> Iterator[Fault]:
    for line in uncovered(source.lines or 0, entries):
        yield _fault(FaultKind.MISSING, source, line, _("no entry says what became of it"))


def _contradictory(source, entries, named) -> Iterator[Fault]:
    on_line = _by_line(entries)
    records: dict[int, set[str]] = defaultdict(set)
    for (line, _fate), addresses in named.items():
        records[line] |= set(addresses)
    for line, found in on_line.items():
        if not any(entry.fate == Fate.IGNORED for entry in found):
            continue
        if len(found) > 1:
            says = _("it is ignored, and has another entry")
            yield _fault(FaultKind.CONTRADICTORY, source, line, says)
        if records[line]:
            says = _("it is ignored, but records name it: %s") % _some(records[line])
            yield _fault(FaultKind.CONTRADICTORY, source, line, says)


def _differing(source, entries, named) -> Iterator[Fault]:
    """Both ways: what an entry names and no record says, and what a record says and none names."""
    said = {
        (line, entry.fate): set(entry.addresses)
        for entry in entries
        if entry.fate != Fate.IGNORED
        for line in entry.span
    }
    for line, fate in {*said, *named}:
        entry, records = said.get((line, fate), set()), set(named.get((line, fate), ()))
        if entry - records or not records:
            says = _("it is %(fate)s as what no record says of it: %(refs)s")
            words = {"fate": Fate(fate).label, "refs": _some(entry - records)}
            yield _fault(FaultKind.ORPHANED, source, line, says % words)
        if records - entry:
            says = _("it is %(fate)s as records that its entry leaves out: %(refs)s")
            words = {"fate": Fate(fate).label, "refs": _some(records - entry)}
            yield _fault(FaultKind.STALE, source, line, says % words)


def _beyond(source, entries, named) -> Iterator[Fault]:
    last = max([entry.last for entry in entries] + [line for line, _fate in named], default=0)
    if last > (source.lines or 0):
        says = _("the document ends at line %d") % (source.lines or 0)
        yield _fault(FaultKind.ORPHANED, source, last, says)


def _by_line(entries):
    on_line = defaultdict(list)
    for entry in entries:
        for line in entry.span:
            on_line[line].append(entry)
    return on_line


def _fault(kind, source, line, says):
    where = _("%(source)s, line %(line)d") % {"source": source.slug, "line": line}
    return Fault(kind, where, says, line)


def _some(addresses):
    """A few of them, since a line may have become dozens of records."""
    shown = sorted(addresses)[:SHOWN_ADDRESSES]
    further = len(addresses) - len(shown)
    more = [_("and %d more") % further] if further else []
    return ", ".join([*shown, *more]) or _("nothing")
