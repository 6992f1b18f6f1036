"""What a row of the directory means for a university that the catalogue holds."""

from collections.abc import Collection, Mapping
from typing import Any

from programs.enumerations import Control
from programs.models import Institution, InstitutionAlias
from reference.enumerations import Origin
from reference.imports.cells import SEPARATOR

# What a record of an editor or a seed file takes from the directory, where it is blank.
FILLED = ("unitid", "city", "state_id", "control", "website", "latitude", "longitude")
ALIASES = "aliases"
FOR_PRIVATE = (Control.PRIVATE_NONPROFIT, Control.PRIVATE_FOR_PROFIT)


def differing(record: Institution, told: Mapping[str, Any]) -> set[str]:
    """Attributes to change: of our own import all that differ, of any other what is blank."""
    if record.origin == Origin.IPEDS:
        names = {name for name in told if name != ALIASES and getattr(record, name) != told[name]}
    else:
        names = {name for name in FILLED if _fills(getattr(record, name), told[name])}
    return names | ({ALIASES} if _names_differ(record, told[ALIASES]) else set())


def field_name(attribute: str) -> str:
    """state_id → state, as `edited` has it."""
    return attribute.removesuffix("_id")


def forget_edits(record: Institution, names: Collection[str]) -> None:
    """The file wins: what it tells is no longer an editor’s."""
    left = record.edited_fields - {field_name(name) for name in names}
    record.edited = SEPARATOR.join(sorted(left))


def replace_names(names: Mapping[int, list[str]]) -> None:
    """{university: its names by IPEDS}, in place of those from an earlier file."""
    InstitutionAlias.objects.filter(institution__in=names, curated=False).delete()
    InstitutionAlias.objects.bulk_create(
        InstitutionAlias(institution_id=pk, name=name, curated=False)
        for pk, listed in names.items()
        for name in listed
    )


def _fills(value: Any, told: Any) -> bool:
    if value == Control.PRIVATE and told in FOR_PRIVATE:
        return True
    return value in ("", None) and told not in ("", None)


def _names_differ(record, told) -> bool:
    """An editor’s list of names is left as it is."""
    aliases = record.aliases.all()
    if any(alias.curated for alias in aliases):
        return False
    return [alias.name for alias in aliases] != told
