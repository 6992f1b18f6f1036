"""A row of IPEDS completions → how many took which master’s, or why it is left out."""

from collections.abc import Mapping
from functools import lru_cache
from pathlib import Path

from django.utils.translation import gettext as _

from careers.cip_families import FAMILIES
from careers.models import FieldOfStudy
from programs.imports.ipeds import reported
from reference.enumerations import Absence, Origin
from reference.federal.cells import cip, unitid
from reference.federal.feeds import Fault
from reference.federal.layouts import Layout
from reference.imports.errors import UnusableFile, quoted

WHO = ("UNITID", "CIPCODE", "MAJORNUM", "AWLEVEL")
TOTAL, STATUS = "CTOTALT", "XCTOTALT"
WHOLE = Layout("completions (C_A)", (*WHO, STATUS, TOTAL))
CUT = Layout("completions (C_A) without columns of status", (*WHO, TOTAL))

MASTERS = "7"
SUMS_OF_LEVELS = ("12", "13", "14", "15", "16")
SUM_OF_FIELDS = "99"
FIRST, SECOND = "1", "2"


def parser(path: Path, places: Mapping[str, int]):
    """Cells → (institution, not known yet; field, unitid, cip, major, total, status)."""
    at_unitid, at_cip, at_major, at_level = (places[name] for name in WHO)
    at_total, at_status = places[TOTAL], places.get(STATUS)
    fields = _Fields(path)

    def parse(cells):
        code = cells[at_cip].strip()
        if reason := _why_not(cells[at_level].strip(), code):
            return reason
        who = unitid(cells[at_unitid].strip(), "UNITID")
        status = cells[at_status].strip() if at_status is not None else ""
        total = _count(reported(cells[at_total].strip(), TOTAL, status, STATUS))
        return None, fields.key(code), who, code, _major(cells[at_major].strip()), total, status

    return parse


@lru_cache(20_000)  # more than the pairs of level and code that there are
def _why_not(level: str, code: str) -> str:
    """Blank for a master’s in one of our families."""
    if not level.isdecimal():
        raise Fault("AWLEVEL", _("%s is no award level; a master’s is 7") % quoted(level))
    if level in SUMS_OF_LEVELS:
        return _("that sum up award levels")
    if level != MASTERS:
        return _("of another award level than a master’s")
    if code == SUM_OF_FIELDS:
        return _("that sum up a university (CIP 99)")
    if code.isdecimal() and len(code) == 2 or len(cip(code, "CIPCODE")) < 7:
        return _("that sum up several fields")
    return "" if code.startswith(FAMILIES) else _("of another field")


class _Fields:
    """{CIP: key} of the fields that the catalogue has a title for."""

    def __init__(self, path: Path):
        self.path = path
        self.keys = dict(FieldOfStudy.objects.values_list("cip", "pk"))
        self.has_code_list = FieldOfStudy.objects.filter(origin=Origin.CROSSWALK).exists()

    def key(self, code: str) -> int:
        """Raises UnusableFile where the list of CIP codes has not come yet."""
        if code in self.keys:
            return self.keys[code]
        if self.has_code_list:
            reason = _("%s is not in the list of CIP codes; give import_crosswalk the newest one")
            raise Fault("CIPCODE", reason % quoted(code))
        reason = _(
            "needs titles for CIP codes such as %s, which the catalogue does not have: run "
            "import_crosswalk with the list of CIP codes first"
        )
        raise UnusableFile(self.path, reason % code)


def _major(text: str) -> str:
    if text in (FIRST, SECOND):
        return text
    reason = _("%s is neither 1 (first major) nor 2 (second major)")
    raise Fault("MAJORNUM", reason % quoted(text))


def _count(value: str) -> str:
    """0012 → 12; an absence stays one."""
    if value in Absence.values:
        return value
    if value.isdecimal():
        return str(int(value))
    raise Fault(
        TOTAL, _("%s is no count of graduates, who are counted in whole numbers") % quoted(value)
    )
