"""The publisher’s own files, where a checkout has them, against a plain reading of them."""

import csv
from collections import Counter
from decimal import Decimal

import pytest

from careers.cip_families import FAMILIES
from programs.models import (
    Institution,
    InstitutionField,
    InstitutionFieldFigure,
    InstitutionFigure,
    Program,
    ProgramFacts,
)
from tests.factories import FieldOfStudyFactory, ProgramFactory
from tests.federal_files import FEDERAL_FILES
from tests.programs.imports.ipeds_samples import import_ipeds
from tests.samples import run

pytestmark = [pytest.mark.django_db, pytest.mark.files]

FILES = {
    "directory": FEDERAL_FILES / "ipeds" / "hd2024.csv",
    "completions": FEDERAL_FILES / "ipeds" / "c2024_a.cut.csv",
    "charges": FEDERAL_FILES / "ipeds" / "ic2023_ay.csv",
}
CHARGES = [f"{kind}{n}" for kind in ("TUITION", "FEE", "HRCHG") for n in (1, 2, 3, 5, 6, 7)]


def rows_of(kind):
    with FILES[kind].open(encoding="utf-8-sig", newline="") as file:
        return list(csv.DictReader(file))


def masters():
    return [
        row
        for row in rows_of("completions")
        if row["AWLEVEL"] == "7"
        and len(row["CIPCODE"]) == len("11.0701")
        and any(row["CIPCODE"].startswith(family) for family in FAMILIES)
    ]


if FEDERAL_FILES.is_dir():

    @pytest.fixture
    def imported(catalogue):
        run("import_crosswalk", FEDERAL_FILES / "nces" / "CIPCode2020.csv")
        return import_ipeds(**FILES)

    def test_every_count_is_that_of_the_files(imported):
        status, lines = imported
        graduates = masters()
        awarding = {row["UNITID"] for row in graduates}
        held = set(Institution.objects.values_list("unitid", flat=True))
        assert status == 0
        assert held - {""} == awarding | set(
            Institution.objects.exclude(origin="ipeds").values_list("unitid", flat=True)
        )
        fields = InstitutionField.objects.filter(origin="ipeds")
        assert fields.count() == len(graduates) == 3923
        counted = Counter(int(row["CTOTALT"]) > 0 for row in graduates)
        named = {
            (p.institution.unitid, p.field.cip)
            for p in Program.objects.filter(
                identity="curated", status="published", level="masters", field__isnull=False
            ).select_related("institution", "field")
        }
        taken = sum(
            (row["UNITID"], row["CIPCODE"]) in named and row["CTOTALT"] != "0" for row in graduates
        )
        reported = Program.objects.filter(identity="reported")
        assert reported.count() == counted[True] - taken
        charged = [row for row in rows_of("charges") if row["UNITID"] in held]
        figures = InstitutionFigure.objects.filter(source__slug="ipeds-ic-2023")
        assert figures.count() == len(charged) * len(CHARGES)
        absent = sum(row[column].strip() == "." for row in charged for column in CHARGES)
        assert figures.exclude(absence="").count() == absent

    def test_every_number_is_that_of_the_files(imported):
        counts = {(row["UNITID"], row["CIPCODE"]): int(row["CTOTALT"]) for row in masters()}
        figures = InstitutionFieldFigure.objects.filter(source__slug="ipeds-c-2024")
        stored = figures.values_list("subject__institution__unitid", "subject__field__cip", "low")
        assert {(unitid, cip): low for unitid, cip, low in stored} == counts
        charges = {row["UNITID"]: row for row in rows_of("charges")}
        for unitid, column, low, absence in InstitutionFigure.objects.filter(
            source__slug="ipeds-ic-2023"
        ).values_list("subject__unitid", "item", "low", "absence"):
            assert charges[unitid][column] == ("." if absence else f"{low:.0f}")

    def test_every_new_university_is_that_of_the_directory(imported):
        def said(text):
            return " ".join(text.split())

        directory = {row["UNITID"]: row for row in rows_of("directory")}
        new = Institution.objects.filter(origin="ipeds").select_related("state")
        assert new.count() > 800
        for institution in new:
            row = directory[institution.unitid]
            assert (institution.name, institution.city) == (said(row["INSTNM"]), said(row["CITY"]))
            assert institution.state is None or institution.state.code == row["STABBR"]
            assert institution.latitude == Decimal(row["LATITUDE"])
            assert institution.longitude == Decimal(row["LONGITUD"])

    def test_ten_programs_are_as_the_files_have_them(imported):
        graduates = {(row["UNITID"], row["CIPCODE"]): row for row in masters()}
        charges = {row["UNITID"]: row for row in rows_of("charges")}
        facts = ProgramFacts.objects.filter(program__identity="reported", tuition__isnull=False)
        facts = list(facts.select_related("program__institution", "program__field"))
        for found in facts[:: len(facts) // 10][:10]:
            unitid, cip = found.program.institution.unitid, found.program.field.cip
            assert found.completions == int(graduates[unitid, cip]["CTOTALT"]) > 0
            assert found.tuition == int(charges[unitid]["TUITION6"])
            assert found.tuition_out == int(charges[unitid]["TUITION7"])
            assert found.listed

    def test_a_second_run_changes_nothing(imported):
        _status, lines = import_ipeds(**FILES)
        read, _is, outcomes = lines[-1].partition(" = ")
        rows = read.removeprefix("read ")
        assert outcomes == f"created 0 + updated 0 + unchanged {rows} + kept 0 + rejected 0"

    def test_a_named_degree_keeps_its_place_among_thousands(catalogue):
        run("import_crosswalk", FEDERAL_FILES / "nces" / "CIPCode2020.csv")
        carnegie_mellon = Institution.objects.get(unitid="211440")
        field = FieldOfStudyFactory(cip="11.0101")
        ProgramFactory(institution=carnegie_mellon, field=field, title="MS in Computing")
        import_ipeds(**FILES)
        here = Program.objects.filter(institution=carnegie_mellon, field=field)
        assert [program.title for program in here] == ["MS in Computing"]
