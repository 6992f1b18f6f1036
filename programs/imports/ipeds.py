"""What the three files of IPEDS share: years, marks, letters of status, universities by UNITID."""

from django.utils.translation import gettext as _

from reference.enumerations import Absence
from reference.federal.cells import number
from reference.federal.editions import NCES, Edition
from reference.federal.feeds import Fault
from reference.federal.staging import Stage
from reference.imports.errors import quoted
from reference.models import Source
from reference.sql import run_sql

URL = "https://nces.ed.gov/ipeds/use-the-data"

MARKS = {
    "": Absence.NOT_REPORTED.value,
    ".": Absence.NOT_REPORTED.value,
    "-1": Absence.NOT_REPORTED.value,
    "-2": Absence.NOT_APPLICABLE.value,
}
NOT_APPLICABLE = "A"
# Logical imputation, ratio adjustment, group median, nearest neighbor, carried forward.
IMPUTED = ("J", "K", "L", "N", "P")
SAID_OF_IMPUTED = "; imputed by NCES"
# The institution reported, NCES corrected, generated or implied it; or there is none, and why.
STATUSES = frozenset(["", *"ABCDGHRYZ", *IMPUTED])


def edition(kind: str, year: int, title: str, words: str) -> Edition:
    """`kind`: hd, c or ic; `year`: that of the file’s name; `words`: the year it covers."""
    return Edition(f"ipeds-{kind}-{year}", NCES, "IPEDS", title, words, URL)


def newer_year(source: Source | None, than: Source) -> str:
    """The year of `source` where it is a newer edition of the same file; else blank."""
    kind, _dash, year = than.slug.rpartition("-")
    its_kind, _dash, its_year = source.slug.rpartition("-") if source else ("", "", "")
    return its_year if its_kind == kind and its_year > year else ""


def reported(text: str, column: str, status: str = "", status_column: str = "") -> str:
    """A number, or why there is none; `status`: the letter of the column before it."""
    if status not in STATUSES:
        words = {"status": quoted(status), "known": ", ".join(sorted(STATUSES - {""}))}
        reason = _("%(status)s is no status of IPEDS; known are %(known)s")
        raise Fault(status_column, reason % words)
    value = number(text, column, MARKS)
    if status == NOT_APPLICABLE and value in Absence.values:
        return Absence.NOT_APPLICABLE.value
    return value


def find_institutions(stage: Stage) -> int:
    """Fill the stage’s `institution` by UNITID; how many rows it drops as of none we hold."""
    run_sql(
        *("UPDATE", stage.table, "SET institution = i.id FROM programs_institution AS i"),
        f"WHERE i.unitid = {stage.table}.unitid",
    )
    return run_sql("DELETE FROM", stage.table, "WHERE institution IS NULL")
