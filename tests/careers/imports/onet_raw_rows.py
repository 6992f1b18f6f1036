"""O*NET’s own files read independently of the project’s readers."""

import csv
from collections import defaultdict
from decimal import Decimal

from tests.federal_files import rows_of_sheet

CODE = "O*NET-SOC Code"
EDUCATION = "Education, Training, and Experience"


def rows_of(folder, title):
    """{column: text} of each row, blank where the file has no value; none without a file."""
    paths = [*folder.glob(f"{title}.xlsx"), *folder.glob(f"{title}.cut.xlsx")]
    if paths:
        header, *rows = rows_of_sheet(paths[0], 0)
    elif not (folder / f"{title}.txt").exists():
        return []
    else:
        text = (folder / f"{title}.txt").read_text("utf-8").splitlines()
        header, *rows = csv.reader(text, "excel-tab", quoting=csv.QUOTE_NONE)
    said = ([_said(cell) for cell in row] for row in rows)
    return [dict(zip(header, row, strict=True)) for row in said]


def _said(cell):
    return "" if cell in (None, "n/a") else str(cell)


def by_code(rows):
    found = defaultdict(list)
    for row in rows:
        found[row[CODE]].append(row)
    return found


def skills_in(rows):
    """{element: (importance, level)} as O*NET says they may be shown."""
    found = defaultdict(dict)
    for row in rows:
        if row["Recommend Suppress"] != "Y" and row["Not Relevant"] != "Y":
            found[row["Element Name"]][row["Scale ID"]] = Decimal(row["Data Value"])
    return {name: (said.get("IM"), said.get("LV")) for name, said in found.items()}


def shares_in(rows):
    return {
        int(row["Category"]): Decimal(row["Data Value"])
        for row in rows
        if row["Element ID"] == "2.D.1" and row["Recommend Suppress"] != "Y"
        if float(row["Data Value"])
    }


def technologies_in(rows):
    return {
        (row["Example"], row["Commodity Title"]): (
            row["Hot Technology"] == "Y",
            row["In Demand"] == "Y",
        )
        for row in rows
    }


def related_in(rows):
    return {
        row["Related O*NET-SOC Code"]: (
            row["Relatedness Tier"].lower().replace("-", "_"),
            int(row["Index"]),
        )
        for row in rows
    }


def read(folder):
    """{what: {code: what the files say of it}}"""
    files = {
        "skills": ("Skills", skills_in),
        "technologies": ("Technology Skills", technologies_in),
        "titles": ("Alternate Titles", lambda rows: {row["Alternate Title"] for row in rows}),
        "related": ("Related Occupations", related_in),
        "education": (EDUCATION, shares_in),
    }
    return {
        what: {code: said(rows) for code, rows in by_code(rows_of(folder, title)).items()}
        for what, (title, said) in files.items()
    }
