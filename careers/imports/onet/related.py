"""Related Occupations: up to twenty near ones, in three tiers."""

from collections.abc import Set

from django.utils.translation import gettext as _

from careers.enumerations import Relatedness
from careers.imports.onet.cells import onet_code, whole
from careers.imports.onet.file_kinds import FileKind, known_codes, not_listed, records
from careers.models import RelatedOccupation
from reference.federal.feeds import Fault, Staged
from reference.federal.merging import Merge
from reference.imports.cells import unknown_choice
from reference.models import Source

TIERS = {
    "Primary-Short": Relatedness.PRIMARY_SHORT.value,
    "Primary-Long": Relatedness.PRIMARY_LONG.value,
    "Supplemental": Relatedness.SUPPLEMENTAL.value,
}


def related_occupation(known: Set[str], code, related, tier, index) -> Staged:
    if onet_code(related, "Related O*NET-SOC Code") not in known:
        return not_listed()
    if related == code:
        return _("of an occupation beside itself")
    if tier not in TIERS:
        raise Fault("Relatedness Tier", unknown_choice(tier, TIERS))
    return related, TIERS[tier], whole(index, "Index", 1, 999)


def related_records(source: Source) -> Merge:
    rows = "FROM stage_onet_related AS s JOIN careers_onetoccupation AS r ON r.code = s.related"
    values = {"related_id": "r.id", "tier": "s.tier", "position": "s.position"}
    return records(RelatedOccupation, RELATED.title, rows, values, ("related_id",), source)


RELATED = FileKind(
    title="Related Occupations",
    stage="onet_related",
    columns=("Related O*NET-SOC Code", "Relatedness Tier", "Index"),
    staged={"related": "text", "tier": "text", "position": "integer"},
    keys=("related",),
    row=related_occupation,
    merge=related_records,
    knows=lambda _files: (known_codes(),),
)
