"""The text of a federal cell → what a stage holds. Raises Fault, which names the column."""

import re
from collections.abc import Mapping

from django.utils.translation import gettext as _

from reference.enumerations import Absence
from reference.federal.feeds import Fault
from reference.imports.cells import check_cell
from reference.imports.errors import CellError, quoted

# How the publishers of education data mark what has no value; it is never 0.
EDUCATION_MARKS = {
    "PrivacySuppressed": Absence.SUPPRESSED.value,
    "PS": Absence.SUPPRESSED.value,
    "NULL": Absence.NOT_REPORTED.value,
    "NA": Absence.NOT_REPORTED.value,
    ".": Absence.NOT_REPORTED.value,
    "": Absence.NOT_REPORTED.value,
}
NUMBER = re.compile(r"\d{1,9}(\.\d{1,20})?", re.ASCII)
SOC = re.compile(r"\d{2}-\d{4}", re.ASCII)
CIP = re.compile(r"\d{2}\.\d{2}(\d{2})?", re.ASCII)


def number(text: str, column: str, marks: Mapping[str, str] = EDUCATION_MARKS) -> str:
    """A plain number not below 0, or the absence that a mark stands for."""
    if text in marks:
        return marks[text]
    if NUMBER.fullmatch(text):
        return text
    if text[:1] == "-" and NUMBER.fullmatch(text[1:]) and float(text):
        raise Fault(column, _("%s is below 0, which nothing here can be") % quoted(text))
    reason = _("%(text)s is not a number; write it as 1234 or 12.5, or as one of %(marks)s")
    known = ", ".join(mark for mark in marks if mark)
    raise Fault(column, reason % {"text": quoted(text), "marks": known})


def count(text: str) -> str | None:
    """How many were counted, where it is a number at all."""
    return text if text.isdecimal() and len(text) < 10 else None


def plain(text: str, column: str, longest: int) -> str:
    """Words to store: nothing unseen in them, and no more than fit."""
    said = text.strip()
    try:
        check_cell(said)
    except CellError as error:
        raise Fault(column, str(error)) from None
    if len(said) > longest:
        words = {"length": len(said), "most": longest}
        raise Fault(column, _("has %(length)d characters, the most is %(most)d") % words)
    return said


def unitid(text: str, column: str) -> str:
    """Six digits; College Scorecard gives eight to a place that shares its school’s UNITID."""
    if len(text) in (6, 8) and text.isdecimal() and text.isascii():
        return text
    raise Fault(column, _("%s is not a UNITID of six digits") % quoted(text))


def cip(text: str, column: str) -> str:
    """11.0701 or 11.07; also as Excel guards it: ="11.0701"."""
    code = text.removeprefix('="').removesuffix('"')
    if CIP.fullmatch(code):
        return code
    raise Fault(column, _("%s is not a CIP code; write it as 11.0701") % quoted(text))


def soc(text: str, column: str) -> str:
    if SOC.fullmatch(text):
        return text
    raise Fault(column, _("%s is not a SOC code; write it as 15-1252") % quoted(text))
