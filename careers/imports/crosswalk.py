"""The crosswalk of NCES and BLS: which fields of study prepare for which occupations."""

from collections import Counter
from collections.abc import Mapping
from pathlib import Path

from django.utils.translation import gettext as _

from careers.imports.cip_codes import URL, title_of
from careers.models import CrosswalkLink, FieldOfStudy, Occupation
from reference.enumerations import Origin
from reference.federal.cells import cip, plain, soc
from reference.federal.editions import BLS, NCES, Edition
from reference.federal.feeds import Feed, Parse
from reference.federal.layouts import Layout
from reference.federal.merging import Merge, Says
from reference.federal.run import Writing
from reference.federal.staging import Stage
from reference.models import Source
from reference.sql import rows_of

EDITION = Edition(
    "cip-soc-2020",
    f"{NCES} and {BLS}",
    "CIP–SOC crosswalk",
    "Crosswalk of CIP 2020 to SOC 2018 codes",
    "2020",
    URL,
)
COLUMNS = ("CIP2020Code", "CIP2020Title", "SOC2018Code", "SOC2018Title")
LAYOUT = Layout("crosswalk (CIP2020_SOC2018_Crosswalk.xlsx, sheet CIP-SOC)", COLUMNS)
SHEET = "CIP-SOC"
NO_FIELD, NO_OCCUPATION = "99.9999", "99-9999"


def parser(_path: Path, places: Mapping[str, int]) -> Parse:
    """Cells → (cip, title, no definition, soc, occupation), where a code has no match None."""
    at_cip, at_field, at_soc, at_occupation = (places[name.upper()] for name in COLUMNS)

    def parse(cells):
        field = occupation = None, None
        if cells[at_cip] != NO_FIELD:
            field = cip(cells[at_cip], COLUMNS[0]), title_of(cells[at_field], COLUMNS[1])
        if cells[at_soc] != NO_OCCUPATION:
            title = plain(cells[at_occupation], COLUMNS[3], 200)
            occupation = soc(cells[at_soc], COLUMNS[2]), title
        return *field, None, *occupation

    return parse


def write(feed: Feed, writing: Writing) -> None:
    """Fields and occupations, also those without a match, then what links them."""
    stage, source = feed.stage, writing.source(EDITION, feed.path, Origin.CROSSWALK)
    writing.report.leave_out(feed.name, _unmatched(stage))
    writing.merge_all((_fields(stage, source), _occupations(stage), _links(stage, source)))


def _unmatched(stage: Stage) -> Counter:
    ((rows,),) = rows_of("SELECT COUNT(*) FROM", stage.table, "WHERE cip IS NULL OR soc IS NULL")
    reason = _("as links, since they say that a code has no match")
    return Counter({reason: rows} if rows else {})


def _fields(stage: Stage, source: Source) -> Merge:
    """Those that no other source defines: the code list says more of a field."""
    codes = _codes(stage, "cip", "title")
    return Merge(
        model=FieldOfStudy,
        rows=f"{codes} LEFT JOIN careers_fieldofstudy AS f ON f.cip = s.cip",
        values={
            "cip": "s.cip",
            "title": "s.title",
            "source_id": Says(source.pk),
            "locator": "'CIP ' || s.cip",
        },
        keys=("cip",),
        origin=Origin.CROSSWALK,
        where=(f"(f.source_id IS NULL OR f.source_id = {source.pk:d})",),
    )


def _occupations(stage: Stage) -> Merge:
    return Merge(
        model=Occupation,
        rows=_codes(stage, "soc", "occupation"),
        values={"soc": "s.soc", "title": "s.occupation"},
        keys=("soc",),
        origin=Origin.CROSSWALK,
    )


def _codes(stage: Stage, code: str, title: str) -> str:
    """One row for each code, however many matches it has."""
    columns = f"{code}, MIN({title}) AS {title}, MIN(line) AS line"
    named = f"{stage.table} WHERE {code} IS NOT NULL GROUP BY {code}"
    return " ".join(["FROM (SELECT", columns, "FROM", named, ") AS s"])


def _links(stage: Stage, source: Source) -> Merge:
    return Merge(
        model=CrosswalkLink,
        rows=(
            f"FROM {stage.table} AS s JOIN careers_fieldofstudy AS f ON f.cip = s.cip "
            "JOIN careers_occupation AS o ON o.soc = s.soc"
        ),
        values={
            "field_id": "f.id",
            "occupation_id": "o.id",
            "source_id": Says(source.pk),
            "locator": "'CIP ' || s.cip || ', SOC ' || s.soc",
        },
        keys=("field_id", "occupation_id", "source_id"),
        origin=Origin.CROSSWALK,
        within={"source_id": source.pk},
    )
