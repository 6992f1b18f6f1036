"""A row of the IPEDS directory: an institution, its place, control and website."""

import re
from collections.abc import Mapping
from typing import NamedTuple

from django.utils.translation import gettext as _

from programs.enumerations import Control
from reference.federal.cells import plain, unitid
from reference.federal.feeds import Fault
from reference.federal.layouts import Layout
from reference.imports.errors import quoted

WORDS = {"INSTNM": 200, "IALIAS": 2000, "CITY": 100, "STABBR": 10}  # and how long they may be
LAYOUT = Layout(
    "directory of institutions (HD)",
    (*("UNITID", *WORDS, "WEBADDR", "CONTROL"), *("LATITUDE", "LONGITUD", "CYACTIVE", "CLOSEDAT")),
)
NOT_SAID = ("", ".", "-1", "-2", "-3")
CONTROLS = {
    "1": Control.PUBLIC.value,
    "2": Control.PRIVATE_NONPROFIT.value,
    "3": Control.PRIVATE_FOR_PROFIT.value,
    **dict.fromkeys(NOT_SAID, ""),
}
CLOSED = ("2", "3")  # CYACTIVE: 1 is open
DEGREES = re.compile(r"-?\d{1,3}(\.\d{1,20})?", re.ASCII)


class DirectoryRow(NamedTuple):
    """As its stage holds it; coordinates are decimal degrees as text, None where not told."""

    line: int
    unitid: str
    name: str
    aliases: str
    city: str
    state: str
    control: str
    website: str
    latitude: str | None
    longitude: str | None
    closed: int


def parser(places: Mapping[str, int]):
    """Cells → a DirectoryRow without its line."""
    words = [(places[column], column, longest) for column, longest in WORDS.items()]
    at_unitid, at_website, at_control = (places[n] for n in ("UNITID", "WEBADDR", "CONTROL"))
    at_latitude, at_longitude = places["LATITUDE"], places["LONGITUD"]
    at_active, at_closed = places["CYACTIVE"], places["CLOSEDAT"]

    def parse(cells):
        code = unitid(cells[at_unitid], "UNITID")
        name, aliases, city, state = (_words(cells[at], *of) for at, *of in words)
        if not name:
            raise Fault("INSTNM", _("is blank; give the name of the institution"))
        return (
            *(code, name, aliases, city, state),
            _control(cells[at_control].strip()),
            cells[at_website].strip(),
            _degrees(cells[at_latitude].strip(), "LATITUDE", 90),
            _degrees(cells[at_longitude].strip(), "LONGITUD", 180),
            int(cells[at_active] in CLOSED or cells[at_closed].strip() not in NOT_SAID),
        )

    return parse


def _words(text: str, column: str, longest: int) -> str:
    said = " ".join(plain(text, column, longest).split())
    return "" if said in NOT_SAID else said


def _control(text: str) -> str:
    if text in CONTROLS:
        return CONTROLS[text]
    reason = _(
        "%s is no control of IPEDS; it is 1 (public), 2 (private nonprofit) or 3 (for-profit)"
    )
    raise Fault("CONTROL", reason % quoted(text))


def _degrees(text: str, column: str, most: int) -> str | None:
    if text in NOT_SAID:
        return None
    if DEGREES.fullmatch(text) and abs(float(text)) <= most:
        return text
    reason = _("%(text)s is not between -%(most)d and %(most)d degrees; write it as 40.44357")
    raise Fault(column, reason % {"text": quoted(text), "most": most})
