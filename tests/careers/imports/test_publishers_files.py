"""The publishers’ own files, against an independent reading of them: see tests/federal_files.py."""

import csv
from collections import Counter
from decimal import Decimal

import pytest
from django.db import transaction

from careers.models import CrosswalkLink, FieldOfStudy, Occupation, OccupationFigure
from tests.federal_files import FEDERAL_FILES, rows_of_sheet
from tests.samples import run

CROSSWALK = FEDERAL_FILES / "nces" / "CIP2020_SOC2018_Crosswalk.xlsx"
CODES = FEDERAL_FILES / "nces" / "CIPCode2020.csv"
OEWS = {year: FEDERAL_FILES / "bls" / f"national_M{year}_dl.xlsx" for year in (2024, 2025)}
PROJECTIONS = FEDERAL_FILES / "bls" / "occupation_2024-2034.xlsx"
IMPORTS = (
    ("import_crosswalk", CROSSWALK, CODES),
    ("import_oews", *OEWS.values()),
    ("import_projections", PROJECTIONS),
)

ITEMS = ("TOT_EMP", "A_MEAN", "A_PCT10", "A_PCT25", "A_MEDIAN", "A_PCT75", "A_PCT90")
# With top codes, paid by the hour only, counted as one code, and those that the careers name.
TEN = (
    *("11-2021", "15-1221", "15-1252", "15-2031", "15-2051"),
    *("17-2199", "27-2011", "29-1212", "31-1120", "53-2011"),
)

pytestmark = [pytest.mark.django_db, pytest.mark.files]


def national(year):
    header, *rows = rows_of_sheet(OEWS[year], 0)
    found = [dict(zip(header, row, strict=True)) for row in rows]
    return {row["OCC_CODE"]: row for row in found if row["O_GROUP"] == "detailed"}


def matrix():
    rows = rows_of_sheet(PROJECTIONS, "Table 1.2")
    return {row[1]: row for row in rows if row[2] == "Line item"}


def said_of(cell):
    """(lowest value, bound, absence) of a cell of OEWS."""
    if cell == "#":
        return Decimal(239200), "at_least", ""
    return (None, "", "not_estimated") if cell == "*" else (Decimal(cell), "exact", "")


def thousands(cell):
    return (Decimal(str(cell)) * 1000).quantize(Decimal("1.0000"))


def stored(soc, source):
    figures = OccupationFigure.objects.filter(subject__soc=soc, source__slug=source)
    return {figure.item: (figure.low, figure.bound, figure.absence) for figure in figures}


if FEDERAL_FILES.is_dir():

    @pytest.fixture(scope="module", autouse=True)
    def imported(django_db_setup, django_db_blocker):
        """All of them, once; gone after the module."""
        with django_db_blocker.unblock(), transaction.atomic():
            for command in IMPORTS:
                run(*command)
            yield
            transaction.set_rollback(True)

    def test_every_code_and_link_of_the_files_is_there():
        links = rows_of_sheet(CROSSWALK, "CIP-SOC")[1:]
        pairs = {(row[0], row[2]) for row in links}
        matched = {pair for pair in pairs if pair[0] != "99.9999" and pair[1] != "99-9999"}
        with CODES.open(encoding="utf-8", newline="") as file:
            valid = {
                row["CIPCode"]: row["CIPTitle"].removesuffix(".")
                for row in csv.DictReader(file)
                if row["Action"] not in ("Moved from", "Deleted") and len(row["CIPCode"]) > 2
            }
        stored_links = CrosswalkLink.objects.values_list("field__cip", "occupation__soc")
        assert len(matched) == len(stored_links) == 5723
        assert set(stored_links) == matched
        assert dict(FieldOfStudy.objects.values_list("cip", "title")) == valid
        assert Counter(len(cip) for cip in valid) == {7: 2172, 5: 464}
        known = {row[2] for row in links} | set(national(2024)) | set(national(2025))
        assert set(Occupation.objects.values_list("soc", flat=True)) == known - {"99-9999"}

    def test_figures_are_as_many_as_the_files_have():
        by_source = Counter(OccupationFigure.objects.values_list("source__slug", flat=True))
        assert by_source == {
            "oews-2024": 7 * len(national(2024)),
            "oews-2025": 7 * len(national(2025)),
            "projections-2024": 5 * len(matrix()),
        }

    def test_top_codes_and_missing_estimates_are_as_many_as_the_files_have():
        for year in OEWS:
            figures = OccupationFigure.objects.filter(source__slug=f"oews-{year}")
            cells = Counter(row[item] for row in national(year).values() for item in ITEMS)
            assert figures.filter(bound="at_least", low=239200).count() == cells["#"]
            assert figures.filter(absence="not_estimated").count() == cells["*"] == 30

    def test_ten_occupations_are_as_the_raw_rows_say():
        wages = {year: national(year) for year in OEWS}
        tables = matrix()
        for soc in TEN:
            for year in OEWS:
                expected = {item: said_of(wages[year][soc][item]) for item in ITEMS}
                assert stored(soc, f"oews-{year}") == expected
            row = tables[soc]
            assert {item: value[0] for item, value in stored(soc, "projections-2024").items()} == {
                "Employment, 2024": thousands(row[3]),
                "Employment, 2034": thousands(row[4]),
                "Employment change, numeric": thousands(row[7]),
                "Employment change, percent": Decimal(str(row[8])),
                "Occupational openings, annual average": thousands(row[10]),
            }

    def test_the_newest_median_leads():
        leading = OccupationFigure.objects.filter(measure="pay", headline=True)
        assert set(leading.values_list("item", flat=True)) == {"A_MEDIAN"}
        by_year = Counter(leading.values_list("source__slug", flat=True))
        newest = {soc for soc, row in national(2025).items() if row["A_MEDIAN"] != "*"}
        older = {soc for soc, row in national(2024).items() if row["A_MEDIAN"] != "*"} - newest
        assert by_year == {"oews-2025": len(newest), "oews-2024": len(older)}

    def test_a_second_run_changes_nothing():
        for command in IMPORTS:
            status, lines = run(*command)
            assert status == 0
            assert "created 0 + updated 0" in lines[-1]
            assert "kept 0 + rejected 0" in lines[-1]
