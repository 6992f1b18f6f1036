"""Occupation Data: O*NET’s codes, and under which SOC code (the part before the dot) they stand."""

from careers.imports.onet.cells import name
from careers.imports.onet.file_kinds import OCCUPATIONS, FileKind
from careers.models import OnetOccupation
from reference.enumerations import Origin
from reference.federal.cells import plain
from reference.federal.feeds import Staged
from reference.federal.merging import MOST_MISSING, Merge, Says
from reference.models import Source
from reference.sql import rows_of

LONGEST_DESCRIPTION = 5000

# What a newer edition has said of a code, an older one does not turn back.
ROWS = (
    "FROM stage_onet_occupations AS s JOIN careers_occupation AS q ON q.soc = s.soc "
    "LEFT JOIN careers_onetoccupation AS o ON o.code = s.code "
    "LEFT JOIN reference_source AS e ON e.id = o.source_id"
)
NEWER = "COALESCE(e.short_name = 'O*NET' AND e.edition > '{number}', 1 = 0)"


def occupation(code, title, description) -> Staged:
    """(SOC code, title, description)"""
    words = plain(description, "Description", LONGEST_DESCRIPTION)
    return code.partition(".")[0], name(title, "Title", 200), words


def occupation_records(source: Source, has_zones: bool) -> Merge:
    """Beside the job zones of the folder, where it has them."""
    zones = "LEFT JOIN stage_onet_job_zones AS z ON z.code = s.code" if has_zones else ""
    return Merge(
        model=OnetOccupation,
        rows=f"{ROWS} {zones}",
        values={
            "code": "s.code",
            "occupation_id": "q.id",
            "title": "s.title",
            "description": "s.description",
            **({"job_zone": "z.zone"} if has_zones else {}),
            "source_id": Says(source.pk),
            "locator": "'O*NET-SOC ' || s.code || ', Occupation Data'",
        },
        keys=("code",),
        origin=Origin.ONET,
        where=(f"NOT {_newer(source)}",),
    )


def no_longer_listed(source: Source) -> list[str]:
    """Those that this edition described before; a hundred at most."""
    listed = [code for (code,) in rows_of("SELECT code FROM", OCCUPATIONS)]
    described = OnetOccupation.objects.filter(source=source, origin=Origin.ONET)
    label = OnetOccupation._meta.verbose_name_plural
    missing = described.exclude(code__in=listed)[:MOST_MISSING]
    return [f"{label}: {record}" for record in missing]


def said_by_a_newer_edition(source: Source) -> int:
    return rows_of("SELECT COUNT(*)", ROWS, "WHERE", _newer(source))[0][0]


def _newer(source) -> str:
    return NEWER.format(number=source.edition)


OCCUPATION_DATA = FileKind(
    title="Occupation Data",
    stage=OCCUPATIONS.removeprefix("stage_"),
    columns=("Title", "Description"),
    staged={"soc": "text", "title": "text", "description": "text"},
    keys=(),
    row=occupation,
    lists_occupations=True,
)
