"""What of search does not follow the records."""

from collections.abc import Iterator

from django.utils.translation import gettext as _

from reference.data_version import unwatched_tables
from reference.faults import Fault, FaultKind
from reference.search.documents import stale_documents
from reference.search.installing import missing_triggers


def search_faults(most: int) -> Iterator[Fault]:
    """Of stale documents it names as many as `most`, and says how many more there are."""
    for table in unwatched_tables():
        says = _("its changes are not noted, so lists may show what was; run migrate")
        yield Fault(FaultKind.MISSING, table, says)
    for name in missing_triggers():
        yield Fault(FaultKind.MISSING, name, _("search does not follow the records; run migrate"))
    stale = list(stale_documents())
    for kind, pk in stale[:most]:
        says = _("search does not know it as it is; check_catalog --refresh mends it")
        yield Fault(FaultKind.STALE, f"{kind} {pk}", says)
    if len(stale) > most:
        yield Fault(FaultKind.STALE, _("search"), _("%d more of them") % (len(stale) - most))
