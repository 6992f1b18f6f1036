"""Skills: two rows an element, its importance (IM, 1 to 5) and its level (LV, 0 to 7)."""

from django.utils.translation import gettext as _

from careers.enumerations import SkillKind
from careers.imports.onet.cells import flag, name, score
from careers.imports.onet.file_kinds import FileKind, records
from careers.models import OccupationSkill
from reference.federal.feeds import Staged
from reference.federal.merging import Merge, Says
from reference.models import Source

COLUMNS = ("Element Name", "Scale ID", "Data Value", "Recommend Suppress", "Not Relevant")
IMPORTANCE, LEVEL = "IM", "LV"
RANGES = {IMPORTANCE: (1, 5), LEVEL: (0, 7)}

# one record an element, whose two rows meet in the database
JOINED = (
    "FROM (SELECT MIN(line) AS line, code, name, MAX(importance) AS importance, "
    "MAX(level) AS level FROM stage_onet_skills GROUP BY code, name) AS s"
)


def skill(_code, element, scale, value, suppress, irrelevant) -> Staged:
    """(name, scale, importance or None, level or None)"""
    if scale not in RANGES:
        return _("of another scale than importance and level")
    if flag(suppress, "Recommend Suppress"):
        return _("that O*NET recommends to suppress")
    if flag(irrelevant, "Not Relevant") and scale == LEVEL:
        return _("of the level of a skill that is not relevant")
    if not value:
        return _("without a value")
    number = score(value, "Data Value", *RANGES[scale])
    figures = (number, None) if scale == IMPORTANCE else (None, number)
    return name(element, "Element Name", 200), scale, *figures


def skill_records(source: Source) -> Merge:
    return records(
        OccupationSkill,
        SKILLS.title,
        JOINED,
        {
            "kind": Says(SkillKind.SKILL),
            "name": "s.name",
            "group": Says(""),
            "importance": "CAST(s.importance AS NUMERIC)",
            "level": "CAST(s.level AS NUMERIC)",
        },
        ("kind", "name", "group"),
        source,
        {"kind": SkillKind.SKILL.value},
    )


SKILLS = FileKind(
    title="Skills",
    other_titles=("Essential Skills",),  # from 30.3 on
    stage="onet_skills",
    columns=COLUMNS,
    staged=dict.fromkeys(("name", "scale", "importance", "level"), "text"),
    keys=("name", "scale"),
    row=skill,
    merge=skill_records,
)
