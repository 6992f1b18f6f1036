"""Education, Training, and Experience: which share of respondents asks for which education."""

from collections.abc import Mapping
from pathlib import Path

from django.utils.translation import gettext as _

from careers.imports.onet.cells import flag, name, score, stated, whole
from careers.imports.onet.file_kinds import LAYOUT, FileKind, opened, records
from careers.models import RequiredEducation
from reference.federal.feeds import Fault, Staged
from reference.federal.layouts import Layout, recognize
from reference.federal.merging import Merge
from reference.imports.errors import UnusableFile
from reference.models import Source

SCALE = "RL"  # of element 2.D.1, Required Level of Education
COLUMNS = ("Scale ID", "Category", "Data Value", "Recommend Suppress")

CATEGORIES = "Education, Training, and Experience Categories"
CATEGORY_COLUMNS = ("Scale ID", "Category", "Category Description")
# As that file names them, for folders that lack it.
NAMES = {
    1: "Less than a High School Diploma",
    2: "High School Diploma",
    3: "Post-Secondary Certificate",
    4: "Some College Courses",
    5: "Associate's Degree (or other 2-year degree)",
    6: "Bachelor's Degree",
    7: "Post-Baccalaureate Certificate",
    8: "Master's Degree",
    9: "Post-Master's Certificate",
    10: "First Professional Degree",
    11: "Doctoral Degree",
    12: "Post-Doctoral Training",
}


def required_education(names: Mapping[int, str], _code, scale, category, share, suppress) -> Staged:
    """(category, its name, percent of respondents)"""
    if scale != SCALE:
        return _("of experience and training")
    if flag(suppress, "Recommend Suppress"):
        return _("that O*NET recommends to suppress")
    if not share:
        return _("without a value")
    number = whole(category, "Category", 1, len(NAMES))
    percent = score(share, "Data Value", 0, 100)
    return (number, names[number], percent) if float(percent) else _("with a share of 0")


def category_names(path: Path | None) -> dict[int, str]:
    """{category: its name} from the file, else as known. Raises UnusableFile."""
    if path is None:
        return NAMES
    with opened(path)(path) as (header, lines):
        layout = Layout(LAYOUT % CATEGORIES, CATEGORY_COLUMNS)
        _layout, places = recognize(path, 1, header, (layout,))
        at = [places[column.upper()] for column in CATEGORY_COLUMNS]
        return NAMES | dict(_categories(path, lines, at))


def _categories(path, lines, at):
    for line, cells in lines:
        if len(cells) <= max(at):
            raise UnusableFile(path, _("has too few cells; download it again"), line)
        scale, category, described = (stated(cells[place]) for place in at)
        try:
            if scale == SCALE:
                yield whole(category, "Category", 1, len(NAMES)), _short(described)
        except Fault as fault:
            raise UnusableFile(path, str(fault), line, fault.column) from None


def _short(described: str) -> str:
    """Without what the category is explained by."""
    return name(described.partition(" - ")[0], "Category Description", 200)


def education_records(source: Source) -> Merge:
    values = {"category": "s.category", "name": "s.name", "share": "CAST(s.share AS NUMERIC)"}
    rows = "FROM stage_onet_education AS s"
    return records(RequiredEducation, EDUCATION.title, rows, values, ("category",), source)


EDUCATION = FileKind(
    title="Education, Training, and Experience",
    stage="onet_education",
    columns=COLUMNS,
    staged={"category": "integer", "name": "text", "share": "text"},
    keys=("category",),
    row=required_education,
    merge=education_records,
    knows=lambda files: (category_names(files.get(CATEGORIES)),),
)
