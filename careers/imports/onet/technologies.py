"""Technology Skills: software that an occupation uses, by example and commodity."""

from careers.enumerations import SkillKind
from careers.imports.onet.cells import flag, name
from careers.imports.onet.file_kinds import FileKind, records
from careers.models import OccupationSkill
from reference.federal.feeds import Staged
from reference.federal.merging import Merge, Says
from reference.models import Source


def technology(_code, example, commodity, is_hot, in_demand) -> Staged:
    return (
        name(example, "Example", 200),
        name(commodity, "Commodity Title", 200),
        flag(is_hot, "Hot Technology"),
        flag(in_demand, "In Demand"),
    )


def technology_records(source: Source) -> Merge:
    return records(
        OccupationSkill,
        TECHNOLOGIES.title,
        "FROM stage_onet_technologies AS s",
        {
            "kind": Says(SkillKind.TECHNOLOGY),
            "name": "s.example",
            "group": "s.commodity",
            "is_hot": "s.is_hot",
            "in_demand": "s.in_demand",
        },
        ("kind", "name", "group"),
        source,
        {"kind": SkillKind.TECHNOLOGY.value},
    )


TECHNOLOGIES = FileKind(
    title="Technology Skills",
    stage="onet_technologies",
    columns=("Example", "Commodity Title", "Hot Technology", "In Demand"),
    staged={"example": "text", "commodity": "text", "is_hot": "integer", "in_demand": "integer"},
    keys=("example", "commodity"),
    row=technology,
    merge=technology_records,
)
