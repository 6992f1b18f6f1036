"""A small edition of O*NET with the true headers of both editions, and ways to change it."""

from pathlib import Path

from careers.models import OccupationSkill
from tests.federal_files import save_workbook

CODE = "O*NET-SOC Code"
ESTIMATE = ("N", "Standard Error", "Lower CI Bound", "Upper CI Bound", "Recommend Suppress")
SOURCE = ("Date", "Domain Source")
EDUCATION = "Education, Training, and Experience"
CATEGORIES = "Education, Training, and Experience Categories"

# As the Excel edition has them.
HEADERS = {
    "Occupation Data": (CODE, "Title", "Description"),
    "Job Zones": (CODE, "Title", "Job Zone", *SOURCE),
    "Skills": (
        *(CODE, "Title", "Element ID", "Element Name", "Scale ID", "Scale Name", "Data Value"),
        *(*ESTIMATE, "Not Relevant", *SOURCE),
    ),
    "Technology Skills": (
        *(CODE, "Title", "Example", "Commodity Code", "Commodity Title", "Hot Technology"),
        "In Demand",
    ),
    "Alternate Titles": (CODE, "Title", "Alternate Title", "Short Title", "Source(s)"),
    "Related Occupations": (
        *(CODE, "Title", "Related O*NET-SOC Code", "Related Title", "Relatedness Tier", "Index"),
    ),
    EDUCATION: (
        *(CODE, "Title", "Element ID", "Element Name", "Scale ID", "Scale Name", "Category"),
        *("Data Value", *ESTIMATE, *SOURCE),
    ),
    CATEGORIES: (
        *("Element ID", "Element Name", "Scale ID", "Scale Name", "Category"),
        "Category Description",
    ),
}
# The text edition leaves them out.
ONLY_IN_EXCEL = ("Title", "Related Title", "Scale Name")
SCIENTISTS, ANALYSTS, MANAGERS = "15-2051.00", "15-2051.01", "15-2051.02"
ENGINEERS = "17-2199.05"


def occupation(code, title="Data Scientists", description="Turn raw data into meaning."):
    return {CODE: code, "Title": title, "Description": description}


def zone(code, number):
    return {CODE: code, "Job Zone": number}


def skill(scale, value, code=SCIENTISTS, name="Mathematics", **cells):
    relevant = {"Not Relevant": "N"} if scale == "LV" else {}
    usual = {CODE: code, "Element ID": "2.A.1.e", "Element Name": name, "Scale ID": scale}
    return usual | {"Data Value": value, "N": 8, "Recommend Suppress": "N"} | relevant | cells


def technology(example="Python", hot="Y", demand="Y", code=SCIENTISTS, **cells):
    usual = {CODE: code, "Example": example, "Commodity Title": "Object oriented software"}
    return usual | {"Hot Technology": hot, "In Demand": demand} | cells


def title(name="Data Miner", short="", code=SCIENTISTS):
    return {CODE: code, "Alternate Title": name, "Short Title": short, "Source(s)": "08"}


def related(near=ANALYSTS, tier="Primary-Short", index=1, code=SCIENTISTS):
    return {
        CODE: code,
        "Related O*NET-SOC Code": near,
        "Relatedness Tier": tier,
        "Index": index,
    }


def education(category, share, code=SCIENTISTS, scale="RL", suppress="N"):
    usual = {CODE: code, "Element ID": "2.D.1", "Scale ID": scale, "Category": category}
    return usual | {"Data Value": share, "Recommend Suppress": suppress}


def category(number, description, scale="RL"):
    return {"Scale ID": scale, "Category": number, "Category Description": description}


ROWS = {
    "Occupation Data": [
        occupation(SCIENTISTS),
        occupation(ANALYSTS, "Business Intelligence Analysts"),
        occupation("17-2199.00", "Engineers, All Other", ""),
        occupation(ENGINEERS, "Mechatronics Engineers"),
    ],
    "Job Zones": [zone(SCIENTISTS, 5), zone(ANALYSTS, 4), zone(ENGINEERS, 4)],
    "Skills": [skill("IM", 4.12), skill("LV", 4.5), skill("IM", 3, name="Writing")],
    "Technology Skills": [technology(), technology("SAS", "N", "N")],
    "Alternate Titles": [title(), title("Data Analyst", "DA")],
    "Related Occupations": [related(), related(ENGINEERS, "Supplemental", 11)],
    EDUCATION: [education(6, 25.5), education(8, 74.5), education(12, 0)],
    CATEGORIES: [category(8, "Master's Degree"), category(6, "Bachelor's Degree - of 4 years")],
}


def excel(folder: Path, **changed) -> Path:
    """The folder of an Excel edition. `changed`: {title with _ for a blank: rows, or None}."""
    folder.mkdir(exist_ok=True)
    for name, rows in _changed(changed).items():
        header = HEADERS[name]
        cells = [[row.get(column) for column in header] for row in rows]
        save_workbook(folder / f"{name}.xlsx", {name[:31]: [header, *cells]})
    return folder


def text(folder: Path, **changed) -> Path:
    """The folder of a text edition, which has n/a where nothing is given."""
    folder.mkdir(exist_ok=True)
    for name, rows in _changed(changed).items():
        gone = () if name == "Occupation Data" else ONLY_IN_EXCEL
        header = [column for column in HEADERS[name] if column not in gone]
        save_text(folder / f"{name}.txt", header, rows)
    return folder


def save_text(path: Path, header, rows) -> None:
    """Tab-delimited, nothing quoted."""
    lines = [header, *([_said(row.get(name)) for name in header] for row in rows)]
    path.write_text("".join("\t".join(line) + "\n" for line in lines), "utf-8")


def _said(value):
    return "n/a" if value in (None, "") else str(value)


def _changed(changed):
    rows = ROWS | {name.replace("_", " "): rows for name, rows in changed.items()}
    if "Education" in rows:
        rows[EDUCATION] = rows.pop("Education")
    return {name: said for name, said in rows.items() if said is not None}


EDITIONS = {"29.3": (excel, "db_29_3_excel"), "29.0": (text, "text-29.0")}


def records(model, *fields, **where):
    return sorted(model.objects.filter(**where).values_list(*fields))


def skills(**where):
    return records(OccupationSkill, "name", "importance", "level", kind="skill", **where)
