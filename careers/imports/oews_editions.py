"""Of which May a file of OEWS is, and from which wage on that edition prints “#”."""

import re
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from django.utils.translation import gettext as _

from reference.federal.editions import BLS, Edition, year_in_name
from reference.federal.sheets import is_workbook
from reference.federal.workbooks import open_workbook
from reference.imports.errors import UnusableFile

URL = "https://www.bls.gov/oes/tables.htm"
TITLE = "Occupational Employment and Wage Statistics, national estimates"
NAMED = r"M(?P<year>20\d\d)"

# Where BLS says what its columns and marks mean.
DESCRIPTIONS = "Field Descriptions"
STATED_YEAR = re.compile(r"May (20\d\d) OEW?S Estimates")
STATED_TOP = re.compile(r"#.*\$([\d,]+) per year")

# Dollars a year, for files without that sheet.
TOP_WAGES = dict.fromkeys((2024, 2025), "239200")
# The editions before count by codes of SOC 2010, some of which mean something else by now.
FIRST_YEAR = 2019


@dataclass(frozen=True)
class May:
    """`top_wage`: dollars a year, blank where nothing states it."""

    year: int
    top_wage: str

    @property
    def edition(self) -> Edition:
        return Edition(f"oews-{self.year}", BLS, "OEWS", TITLE, f"May {self.year}", URL)

    @property
    def period(self) -> tuple[date, date]:
        return date(self.year, 5, 1), date(self.year, 5, 31)


def may_of(path: Path, given: str) -> May:
    """By the file’s name, else as the operator says, else as the workbook says.

    Raises UnusableFile where none tells, where name and workbook differ, or for codes of SOC 2010.
    """
    text = _descriptions(path)
    stated = found[1] if (found := STATED_YEAR.search(text)) else ""
    otherwise = "" if re.search(NAMED, path.name, re.IGNORECASE) else given or stated
    year = year_in_name(path, NAMED, otherwise, "national_M2025_dl.xlsx")
    _check(path, year, stated)
    top = STATED_TOP.search(text)
    return May(year, top[1].replace(",", "") if top else TOP_WAGES.get(year, ""))


def _descriptions(path: Path) -> str:
    """Blank for delimited text, and for a workbook without that sheet."""
    if not is_workbook(path):
        return ""
    with open_workbook(path) as book:
        rows = book.rows(DESCRIPTIONS) if DESCRIPTIONS in book.sheet_names else ()
        return "\n".join(" ".join(cells) for _number, cells in rows)


def _check(path: Path, year: int, stated: str) -> None:
    if stated and int(stated) != year:
        words = {"year": year, "stated": stated, "sheet": DESCRIPTIONS}
        reason = _("is named May %(year)d, but its sheet %(sheet)s says May %(stated)s; rename it")
        raise UnusableFile(path, reason % words)
    if year < FIRST_YEAR:
        words = {"year": year, "first": FIRST_YEAR}
        reason = _("is of May %(year)d, with codes of SOC 2010; give one of May %(first)d or later")
        raise UnusableFile(path, reason % words)
