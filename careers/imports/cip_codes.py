"""The code list of CIP 2020: a title and a definition for each field of four or six digits."""

import re
from collections.abc import Mapping
from pathlib import Path

from django.utils.translation import gettext as _

from careers.models import FieldOfStudy
from reference.enumerations import Origin
from reference.federal.cells import cip, plain
from reference.federal.editions import NCES, Edition
from reference.federal.feeds import Fault, Feed, Parse
from reference.federal.layouts import Layout
from reference.federal.merging import Merge, Says
from reference.federal.run import Writing
from reference.federal.staging import Stage
from reference.imports.cells import LONGEST_CELL
from reference.imports.errors import UnusableFile, quoted
from reference.models import Source

URL = "https://nces.ed.gov/ipeds/cipcode/"
EDITION = Edition("cip-2020", NCES, "CIP", "Classification of Instructional Programs", "2020", URL)
COLUMNS = ("CIPCode", "Action", "CIPTitle", "CIPDefinition")
LAYOUT = Layout("code list (CIPCode2020.csv)", COLUMNS)

# What the list says of a code since CIP 2010; those of the second line stand only for the record.
VALID = {"No substantive changes", "New", "Moved to"}
NOT_VALID = {"Moved from", "Deleted"}

FAMILY = re.compile(r'(=")?\d{2}"?', re.ASCII)
OTHER_EDITION = re.compile(r"CIPCode(?!2020)\d{4}", re.IGNORECASE)


def parser(path: Path, places: Mapping[str, int]) -> Parse:
    """Cells → (cip, title, definition, no SOC code, no occupation)."""
    if OTHER_EDITION.match(path.name):  # that of 2010 has the same columns
        raise UnusableFile(
            path, _("is of another edition than CIP 2020, which the catalogue holds")
        )
    at_code, at_action, at_title, at_definition = (places[name.upper()] for name in COLUMNS)

    def parse(cells):
        if FAMILY.fullmatch(cells[at_code]):
            return _("of a family of fields, with two digits")
        if cells[at_action] in NOT_VALID:
            return _("of a code that is no longer valid")
        _check_action(cells[at_action])
        code = cip(cells[at_code], "CIPCode")
        return code, title_of(cells[at_title], "CIPTitle"), _said(cells[at_definition]), None, None

    return parse


def title_of(text: str, column: str) -> str:
    """Without the full stop that NCES ends it with."""
    title = plain(text, column, 200).removesuffix(".")
    if not title:
        raise Fault(column, _("is blank; every code has a title"))
    return title


def write(feed: Feed, writing: Writing) -> None:
    writing.merge(_fields(feed.stage, writing.source(EDITION, feed.path, Origin.CROSSWALK)))


def _check_action(text: str) -> None:
    if text not in VALID:
        known = ", ".join(sorted(VALID | NOT_VALID))
        words = {"text": quoted(text), "known": known}
        raise Fault("Action", _("%(text)s is not one of %(known)s") % words)


def _said(definition: str) -> str:
    return " ".join(plain(definition, "CIPDefinition", LONGEST_CELL).split())


def _fields(stage: Stage, source: Source) -> Merge:
    return Merge(
        model=FieldOfStudy,
        rows=f"FROM {stage.table} AS s",
        values={
            "cip": "s.cip",
            "title": "s.title",
            "definition": "s.definition",
            "source_id": Says(source.pk),
            "locator": "'CIP ' || s.cip",
        },
        keys=("cip",),
        origin=Origin.CROSSWALK,
    )
