"""The occupation tables of one edition of Employment Projections, whose headers carry its years."""

import re
from dataclasses import dataclass
from itertools import islice
from pathlib import Path

from django.utils.translation import gettext as _

from careers.imports.entry_education import CHANGE, EDUCATION, EDUCATION_COLUMN
from reference.federal.editions import BLS, Edition
from reference.federal.layouts import Layout
from reference.federal.sheets import Sheet
from reference.federal.workbooks import Workbook, open_workbook
from reference.imports.errors import UnusableFile

URL = "https://www.bls.gov/emp/tables.htm"
TITLE = "Employment Projections, occupation tables"
OCCUPATIONS, SEPARATIONS = "Table 1.2", "Table 1.10"
HEADER = 2  # row 1 is a title
GROWTH, OPENINGS = "growth", "openings"

SPAN = re.compile(r"(20\d\d) ?[–—-] ?(?:20)?(\d\d)(?!\d)")
FOOTNOTE_MARK = re.compile(r"\[\d+\]")
AFTER_DATA = ("Footnote", "[", "Note:", "Source:")


@dataclass(frozen=True)
class Tables:
    """`first`, `last`: the years of the edition. `sheets`: those that hold what is imported."""

    first: int
    last: int
    sheets: tuple[str, ...]

    @property
    def span(self) -> str:
        """As BLS writes it: 2024–34."""
        return f"{self.first}–{self.last % 100:02}"

    @property
    def edition(self) -> Edition:
        slug = f"projections-{self.first}"
        return Edition(slug, BLS, "Employment Projections", TITLE, self.span, URL)

    @property
    def who(self) -> tuple[str, str]:
        return f"{self.first} National Employment Matrix code", "Occupation type"

    def values(self, sheet: str) -> dict[str, str]:
        """{stage column: column of the sheet}."""
        openings = {OPENINGS: f"Occupational openings, {self.span} annual average"}
        if sheet == SEPARATIONS:
            return openings
        jobs = {
            GROWTH: f"Employment change, percent, {self.span}",
            "jobs_now": f"Employment, {self.first}",
            "jobs_then": f"Employment, {self.last}",
        }
        return jobs if SEPARATIONS in self.sheets else jobs | openings

    def others(self, sheet: str) -> dict[str, str]:
        """{stage column: column of the sheet} of what is read where the sheet has it."""
        if sheet != OCCUPATIONS:
            return {}
        return {CHANGE: f"Employment change, numeric, {self.span}", EDUCATION: EDUCATION_COLUMN}

    def layout(self, sheet: str) -> Layout:
        return Layout(f"{sheet} of {self.span}", (*self.who, *self.values(sheet).values()))

    def open(self, sheet: str) -> Sheet:
        return Sheet(sheet, HEADER, is_after_data, plain_names)


def tables_of(path: Path) -> Tables:
    """Raises UnusableFile for a workbook without Table 1.2, or whose table does not say its years.

    Openings stand in Table 1.2 of recent editions, else in Table 1.10.
    """
    with open_workbook(path) as book:
        beginning = _beginning(book)
        there = any("openings" in name.lower() for name in beginning[-1])
        sheets = (OCCUPATIONS,) if there else (OCCUPATIONS, SEPARATIONS)
        found = SPAN.search("\n".join(" ".join(cells) for cells in beginning))
        if not found:
            reason = _("names no years such as 2024–34 in its first rows; is it the right file?")
            raise UnusableFile(f"{path}, sheet {OCCUPATIONS}", reason, HEADER)
        first = int(found[1])
        last = first - first % 100 + int(found[2])
        return Tables(first, last, tuple(name for name in sheets if name in book.sheet_names))


def _beginning(book: Workbook) -> list[list[str]]:
    """Title and header; never empty."""
    return [cells for _number, cells in islice(book.rows(OCCUPATIONS), HEADER)] or [[]]


def is_after_data(cells: list[str]) -> bool:
    return cells[0].strip().startswith(AFTER_DATA)


def plain_names(header: list[str]) -> list[str]:
    """Without marks of footnotes, years always as 2024–34."""
    unmarked = (" ".join(FOOTNOTE_MARK.sub("", name).split()) for name in header)
    return [SPAN.sub(r"\1–\2", name) for name in unmarked]
