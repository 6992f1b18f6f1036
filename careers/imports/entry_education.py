"""What Table 1.2 says beside its figures: the education to enter by, and the growth of all jobs."""

from careers.models import EntryEducation, OverallGrowth
from reference.enumerations import Origin
from reference.federal.merging import Merge, Says
from reference.federal.staging import Stage
from reference.models import Source

ALL_OCCUPATIONS = "00-0000"
EDUCATION, CHANGE = "education", "change"
EDUCATION_COLUMN = "Typical education needed for entry"


def education_records(stage: Stage, source: Source, locator: str) -> Merge:
    """Of the occupations for which the file names one."""
    return Merge(
        model=EntryEducation,
        rows=f"FROM {stage.table} AS s JOIN careers_occupation AS o ON o.id = s.occupation",
        values={
            "subject_id": "s.occupation",
            "name": f"s.{EDUCATION}",
            "source_id": Says(source.pk),
            "locator": locator,
        },
        keys=("subject_id", "source_id"),
        origin=Origin.PROJECTIONS,
        where=(f"s.{EDUCATION} IS NOT NULL",),
        within={"source_id": source.pk},
    )


def overall_growth(stage: Stage, source: Source, locator: str) -> Merge:
    return Merge(
        model=OverallGrowth,
        rows=f"FROM {stage.table} AS s",
        values={
            "growth": "CAST(s.growth AS NUMERIC)",
            "source_id": Says(source.pk),
            "locator": locator,
        },
        keys=("source_id",),
        origin=Origin.PROJECTIONS,
        where=(f"s.soc = '{ALL_OCCUPATIONS}'", "s.growth <> 'not_reported'"),
        within={"source_id": source.pk},
    )
