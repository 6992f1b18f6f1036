"""What no longer holds in the catalogue: missing, contradictory, stale, orphaned."""

from collections.abc import Iterator
from pathlib import Path

from django.utils.translation import gettext as _

from reference.faults import Fault, FaultKind
from reference.guides.evidence import broken_references
from reference.ledger.documents import document_faults, documents_in
from reference.ledger.upkeep import ledger_faults
from reference.models import Guide, Source


def catalog_faults(documents: Path | None = None) -> list[Fault]:
    """All of them; `documents`: a folder with copies of the sources. Raises OSError."""
    copies = documents_in(documents) if documents else []
    return [
        *ledger_faults(),
        *_guide_faults(),
        *_undated(),
        *document_faults(Source.objects.with_ledger(), copies),
    ]


def _guide_faults() -> Iterator[Fault]:
    for guide in Guide.objects.all():
        for reference in broken_references(guide):
            says = _("it cites what is not there: %s") % reference
            yield Fault(FaultKind.ORPHANED, f"guides/{guide.slug}", says)


def _undated() -> Iterator[Fault]:
    """A document may well print no date; then the note says so."""
    for source in Source.objects.unexplained_age():
        says = _("it has no date and no edition, and its note does not say why")
        yield Fault(FaultKind.MISSING, f"sources/{source.slug}", says)
