"""What no longer holds in the catalogue: missing, contradictory, stale, orphaned."""

from collections.abc import Iterator
from pathlib import Path

from django.utils.translation import gettext as _

from reference.faults import Fault, FaultKind
from reference.guides.evidence import broken_references
from reference.ledger.cited_lines import address_in, figure_table
from reference.ledger.documents import document_faults, documents_in
from reference.ledger.upkeep import ledger_faults
from reference.models import Guide, Source, figure_models
from reference.refresh import stale_headlines
from reference.search.faults import search_faults

MOST_NAMED = 20  # of one kind: more would be read by nobody


def catalog_faults(documents: Path | None = None) -> list[Fault]:
    """All of them; `documents`: a folder with copies of the sources. Raises OSError."""
    copies = documents_in(documents) if documents else []
    return [
        *ledger_faults(),
        *_guide_faults(),
        *_undated(),
        *_stale_headlines(),
        *_copies(),
        *search_faults(MOST_NAMED),
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


def _stale_headlines() -> Iterator[Fault]:
    for model in figure_models():
        number, named = stale_headlines(model, MOST_NAMED)
        for figure in named:
            says = _("the rule for headlines says otherwise; check_catalog --refresh sets it")
            yield Fault(FaultKind.STALE, address_in(figure_table(model), figure), says)
        yield from and_more(number, model._meta.verbose_name_plural)


def and_more(number: int, what: object) -> Iterator[Fault]:
    """In place of those that are not named."""
    if number > MOST_NAMED:
        yield Fault(FaultKind.STALE, str(what), _("%d more of them") % (number - MOST_NAMED))


def _copies() -> Iterator[Fault]:
    for source in Source.objects.read_from_copies():
        says = _("read from a copy, not yet compared with the publisher’s file: import that file")
        yield Fault(FaultKind.COPY, f"sources/{source.slug}", says)
