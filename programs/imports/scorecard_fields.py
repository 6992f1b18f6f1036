"""College Scorecard by field of study: what federally aided graduates of a master’s earn and owe.

One row for each university, four-digit CIP code and credential.
"""

from collections import Counter
from collections.abc import Mapping
from functools import cache
from pathlib import Path

from django.utils.translation import gettext as _

from careers.cip_families import FAMILIES
from careers.models import FieldOfStudy
from programs.enumerations import Level
from programs.imports.institution_names import not_held
from programs.imports.parents import link_parents
from programs.imports.scorecard_editions import fields_release, first_edition
from programs.imports.scorecard_figures import current_figures, first_figures
from programs.models import Institution, InstitutionField, InstitutionFieldFigure
from reference.enumerations import Origin
from reference.federal.cells import count, number, plain, unitid
from reference.federal.feeds import Fault, Feed
from reference.federal.figures import FigureRows
from reference.federal.layouts import Layout
from reference.federal.merging import Merge, Says
from reference.federal.run import Writing
from reference.federal.staging import Stage
from reference.imports.errors import quoted
from reference.sql import rows_of, run_sql

MASTERS = "5"
HELD = "institution IS NOT NULL"
WHO = ("UNITID", "OPEID6", "CIPCODE", "CIPDESC", "CREDLEV")
# {stage column: column of the file}
FIRST_VALUES = {
    "earnings_1": "MD_EARN_WNE",
    "earned": "EARNINGSCOUNT",
    "debt": "DEBTMEDIAN",
    "owing": "COUNT",
    "count_1": "IPEDSCOUNT1",
    "count_2": "IPEDSCOUNT2",
}
CURRENT_VALUES = {
    "earnings_1": "EARN_MDN_1YR",
    "earnings_4": "EARN_MDN_4YR",
    "earnings_5": "EARN_MDN_5YR",
    "earned": "EARN_COUNT_WNE_1YR",
    "debt": "DEBT_ALL_STGP_EVAL_MDN",
    "count_1": "IPEDSCOUNT1",
    "count_2": "IPEDSCOUNT2",
}
PUBLISHED = ("earnings_1", "earnings_4", "earnings_5", "debt", "count_1", "count_2")
COUNTS = ("earned", "owing")

FIRST = Layout("field of study, first layout (2019)", (*WHO, *FIRST_VALUES.values()))
PREFIXED = Layout(f"{FIRST.name} with P_", tuple(f"P_{column}" for column in FIRST.columns))
CURRENT = Layout("field of study, layout of 2026", (*WHO, *CURRENT_VALUES.values()))


class FieldsFile:
    """One file and what its layout makes of it. `given`: the release, where its name is silent."""

    def __init__(self, path: Path, given: str = ""):
        self.path, self.given = path, given
        self.layout = CURRENT
        who = {"institution": "integer", "unitid": "text", "opeid": "text"}
        texts = dict.fromkeys(("cip", "title", *PUBLISHED, *COUNTS), "text")
        self.stage = Stage("scorecard_fields", who | texts)

    @property
    def feed(self) -> Feed:
        layouts = (CURRENT, FIRST, PREFIXED)
        return Feed(self.path, layouts, self.stage, self._parser, ("unitid", "cip"))

    def write(self, writing: Writing) -> None:
        """Fields, then their figures."""
        source = writing.source(self._edition(), self.path, Origin.SCORECARD)
        writing.report.leave_out(self.path.name, _outside(self.stage))
        _save_new_fields(self.stage, source)
        writing.merge(_institution_fields(self.stage))
        link_parents()
        rows = _figure_rows(self.stage, source)
        columns = current_figures() if self.layout is CURRENT else first_figures()
        writing.merge_all(rows.merges(columns))

    def _parser(self, layout: Layout, places: Mapping[str, int]):
        self.layout = layout
        self._edition()  # a file that does not say its release is refused before it is read
        return parser(layout, places)

    def _edition(self):
        is_current = self.layout is CURRENT
        return fields_release(self.path, self.given) if is_current else first_edition(self.path)


def parser(layout: Layout, places: Mapping[str, int]):
    """Cells → (institution, unitid, opeid, cip, title, values …), or why the row is left out.

    Rows of universities that the catalogue does not hold (institution: None) are staged too: they
    tell which figures are repeated over the campuses of a school.
    """
    values = CURRENT_VALUES if layout is CURRENT else FIRST_VALUES
    prefix = "P_" if layout is PREFIXED else ""
    at_unitid, at_opeid, at_cip, at_title, at_level = (places[f"{prefix}{name}"] for name in WHO)
    published = [_place(places, prefix, values.get(name)) for name in PUBLISHED]
    counts = [_place(places, prefix, values.get(name)) for name in COUNTS]
    institutions = dict(Institution.objects.exclude(unitid="").values_list("unitid", "pk"))

    def parse(cells):
        if cells[at_level] != MASTERS:
            return _("of another credential than a master’s")
        code = _four_digits(cells[at_cip])
        if code is None:
            raise Fault("CIPCODE", _("%s is not a four-digit CIP code") % quoted(cells[at_cip]))
        if not _is_wanted(code):
            return _("of another field")
        if cells[at_unitid] in ("NULL", "NA", ""):
            return _("of a school without a UNITID")
        institution = institutions.get(unitid(cells[at_unitid], "UNITID"))
        figures = [number(cells[at], name) if name else None for at, name in published]
        counted = [count(cells[at]) if name else None for at, name in counts]
        title = plain(cells[at_title], "CIPDESC", 200).removesuffix(".")
        opeid = cells[at_opeid].zfill(6)
        return institution, cells[at_unitid], opeid, code, title, *figures, *counted

    return parse


def _place(places, prefix, column) -> tuple[int, str]:
    return (places[f"{prefix}{column}"], column) if column else (0, "")


@cache
def _four_digits(text: str) -> str | None:
    """111, 0111 and 01.11 are all 01.11: the first layout lost its leading zeros."""
    digits = text.replace(".", "", 1)
    if not (digits.isascii() and digits.isdecimal() and 3 <= len(digits) <= 4):
        return None
    digits = digits.zfill(4)
    return f"{digits[:2]}.{digits[2:]}"


@cache
def _is_wanted(code: str) -> bool:
    return any(family.startswith(code) or code.startswith(family) for family in FAMILIES)


def _outside(stage: Stage) -> Counter:
    ((rows,),) = rows_of("SELECT COUNT(*) FROM", stage.table, "WHERE institution IS NULL")
    return +Counter({not_held(): rows})


def _save_new_fields(stage: Stage, source) -> None:
    """The codes of 2010 that CIP 2020 has no more; import_crosswalk brings the others."""
    titles = dict(rows_of("SELECT cip, MIN(title) FROM", stage.table, f"WHERE {HELD} GROUP BY cip"))
    known = set(FieldOfStudy.objects.filter(cip__in=titles).values_list("cip", flat=True))
    FieldOfStudy.objects.bulk_create(
        FieldOfStudy(
            cip=code,
            title=title,
            source=source,
            locator=f"CIP {code}",
            origin=Origin.SCORECARD,
        )
        for code, title in sorted(titles.items())
        if code not in known
    )


def _institution_fields(stage: Stage) -> Merge:
    return Merge(
        model=InstitutionField,
        rows=f"FROM {stage.table} AS s JOIN careers_fieldofstudy AS f ON f.cip = s.cip",
        values={
            "institution_id": "s.institution",
            "field_id": "f.id",
            "level": Says(Level.MASTERS),
        },
        keys=("institution_id", "field_id", "level"),
        origin=Origin.SCORECARD,
        where=(f"s.{HELD}",),
    )


def _figure_rows(stage: Stage, source) -> FigureRows:
    """Beside each row, whether its school’s figures are repeated on other campuses."""
    run_sql("DROP TABLE IF EXISTS stage_campuses")
    run_sql(
        *("CREATE TEMPORARY TABLE stage_campuses AS SELECT opeid, cip FROM", stage.table),
        "GROUP BY opeid, cip HAVING COUNT(*) > 1",
    )
    rows = (
        f"FROM {stage.table} AS s JOIN careers_fieldofstudy AS f ON f.cip = s.cip "
        "JOIN programs_institutionfield AS n ON n.institution_id = s.institution "
        f"AND n.field_id = f.id AND n.level = '{Level.MASTERS}' "
        "LEFT JOIN stage_campuses AS c ON c.opeid = s.opeid AND c.cip = s.cip"
    )
    locator = "'UNITID ' || s.unitid || ', CIP ' || s.cip || ', credential level 5'"
    return FigureRows(InstitutionFieldFigure, rows, "n.id", locator, source, Origin.SCORECARD)
