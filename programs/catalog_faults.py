"""What no longer holds of programs: lists out of step with the figures, degrees without a field."""

from collections.abc import Iterator
from itertools import islice

from django.utils.translation import gettext as _

from programs.facts import stale_facts
from programs.models import Program, ProgramFacts
from reference.catalog_faults import MOST_NAMED, and_more
from reference.faults import Fault, FaultKind


def program_faults() -> Iterator[Fault]:
    yield from _stale_facts()
    yield from _unassigned()


def _stale_facts():
    stale = stale_facts()
    named = Program.objects.in_bulk(list(islice(stale, MOST_NAMED)))
    for program in named.values():
        says = _("lists do not show what its figures say; check_catalog --refresh mends it")
        yield Fault(FaultKind.STALE, f"programs/{program.slug}", says)
    yield from and_more(
        len(named) + sum(1 for _key in stale), ProgramFacts._meta.verbose_name_plural
    )


def _unassigned():
    """One of those reported may be the very degree; only an editor can tell."""
    for program in Program.objects.without_field_beside_reported():
        says = _(
            "a named master’s without a CIP code; of its university IPEDS reports %d: is it one?"
        )
        where = f"programs/{program.slug}"
        yield Fault(FaultKind.UNASSIGNED, where, says % program.reported_there)
