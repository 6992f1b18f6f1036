"""Workbooks written part by part, sound ones and such as no spreadsheet program would write."""

from collections.abc import Sequence
from pathlib import Path
from string import ascii_uppercase
from zipfile import ZIP_DEFLATED, ZipFile

import openpyxl
import pytest

from reference.federal.workbooks import open_workbook
from reference.imports.errors import UnusableFile

OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
PACKAGE = "http://schemas.openxmlformats.org/package/2006/relationships"
SHEETS = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"

SHEET = "xl/worksheets/sheet1.xml"
STRINGS = "xl/sharedStrings.xml"
STYLES = "xl/styles.xml"


def relationships(**targets: str) -> str:
    """One of each role, its id the role."""
    found = (
        f'<Relationship Id="{role}" Type="{OFFICE}/{role}" Target="{target}"/>'
        for role, target in targets.items()
    )
    return f'<Relationships xmlns="{PACKAGE}">{"".join(found)}</Relationships>'


def sheet(rows: str, before: str = "", after: str = "") -> str:
    return f'<worksheet xmlns="{SHEETS}">{before}<sheetData>{rows}</sheetData>{after}</worksheet>'


def cell(value: str, kind: str = "n", place: str = "A1") -> str:
    """One row with one cell, as it is stored."""
    number = place.lstrip(ascii_uppercase)
    return sheet(f'<row r="{number}"><c r="{place}" t="{kind}"><v>{value}</v></c></row>')


def strings(*texts: str) -> str:
    return f'<sst xmlns="{SHEETS}">{"".join(f"<si>{text}</si>" for text in texts)}</sst>'


def sheet_list(*names: str, before: str = "") -> str:
    """All of them show the first sheet’s rows."""
    listed = "".join(f'<sheet name="{name}" r:id="worksheet"/>' for name in names)
    inside = f"{before}<sheets>{listed}</sheets>"
    return f'<workbook xmlns="{SHEETS}" xmlns:r="{OFFICE}">{inside}</workbook>'


def parts() -> dict[str, str]:
    """A workbook of one sheet, “Data”."""
    return {
        "[Content_Types].xml": "<Types/>",
        "_rels/.rels": relationships(officeDocument="xl/workbook.xml"),
        "xl/workbook.xml": sheet_list("Data"),
        "xl/_rels/workbook.xml.rels": relationships(
            worksheet="worksheets/sheet1.xml",
            sharedStrings="sharedStrings.xml",
            styles="/xl/styles.xml",
        ),
        STYLES: f'<styleSheet xmlns="{SHEETS}"/>',
        STRINGS: strings("<t>title</t>"),
        SHEET: cell("0", "s"),
    }


def write(path: Path, changed: dict[str, str | bytes | None] | None = None) -> Path:
    """Under other parts where `changed` has some; None leaves a part out."""
    with ZipFile(path, "w", ZIP_DEFLATED) as archive:
        for name, content in {**parts(), **(changed or {})}.items():
            if content is not None:
                archive.writestr(name, content)
    return path


def styles(formats: str, *used: int) -> str:
    """Style 0 has the first format used, style 1 the second."""
    of_cells = "".join(f'<xf numFmtId="{number}"/>' for number in used)
    listed = f'<cellStyleXfs><xf numFmtId="14"/></cellStyleXfs><cellXfs>{of_cells}</cellXfs>'
    return f'<styleSheet xmlns="{SHEETS}"><numFmts>{formats}</numFmts>{listed}</styleSheet>'


def rows(path: Path, name: str = "Data") -> list[tuple[int, list[str]]]:
    with open_workbook(path) as workbook:
        return list(workbook.rows(name))


def refusal(path: Path, changed: dict[str, str | bytes | None] | None = None) -> str:
    """What is said of such a workbook, without its path; of the file there if nothing changed."""
    if changed:
        write(path, changed)
    with pytest.raises(UnusableFile) as refused, open_workbook(path) as workbook:
        [list(workbook.rows(name)) for name in workbook.sheet_names]
    return str(refused.value).removeprefix(str(path)).lstrip(",: ")


def saved(path: Path, *lines: Sequence) -> Path:
    """A workbook as another program writes it."""
    book = openpyxl.Workbook()
    book.active.title = "Data"
    for line in lines:
        book.active.append(line)
    book.save(path)
    return path
