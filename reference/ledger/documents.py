"""Source documents at hand, compared with what the catalogue says of them."""

from collections.abc import Iterable
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path

from django.utils.translation import gettext as _

from reference.faults import Fault, FaultKind
from reference.models import Source


@dataclass(frozen=True)
class Document:
    """`lines`: as an editor counts them, the last one with or without a line feed."""

    name: str
    lines: int
    digest: str


def read_document(path: Path) -> Document:
    content = path.read_bytes()
    return Document(path.name, len(content.splitlines()), sha256(content).hexdigest())


def documents_in(folder: Path) -> list[Document]:
    """Every file of a folder but hidden ones; raises OSError."""
    files = sorted(path for path in folder.iterdir() if path.is_file())
    return [read_document(path) for path in files if not path.name.startswith(".")]


def document_faults(sources: Iterable[Source], documents: Iterable[Document]) -> list[Fault]:
    """Copies of other text or length than we read. A source whose document is not at hand passes.

    A file is a source’s document by its digest, or by its name: <slug>.txt.
    """
    measured = [source for source in sources if source.sha256]
    by_digest = {source.sha256: source for source in measured}
    by_name = {source.slug: source for source in measured}
    found = []
    for document in documents:
        known = by_digest.get(document.digest)
        named = by_name.get(Path(document.name).stem)
        found += _faults(document, known, named)
    return found


def _faults(document, known, named):
    if known is None:
        yield Fault(FaultKind.STALE, document.name, _unknown(named))
    elif known.lines != document.lines:
        words = {"lines": document.lines, "source": known.slug, "known": known.lines or 0}
        says = _("it has %(lines)d lines; the catalogue says %(known)d of %(source)s")
        yield Fault(FaultKind.CONTRADICTORY, document.name, says % words)


def _unknown(named):
    if named is None:
        return _("no source was read from this text: it is another document, or it has changed")
    return _("it has changed since it was read: its digest is not the one of %s") % named.slug
