import csv

import pytest

from careers.models import CrosswalkLink, FieldOfStudy, Occupation
from reference.models import Source
from tests.factories import FieldOfStudyFactory, SourceFactory
from tests.federal_files import refusal, save_workbook
from tests.samples import run

pytestmark = pytest.mark.django_db

LINKS = ("CIP2020Code", "CIP2020Title", "SOC2018Code", "SOC2018Title")
ROWS = (
    ("11.0102", "Artificial Intelligence.", "15-1221", "Computer Scientists"),
    ("11.0102", "Artificial Intelligence.", "15-1252", "Software Developers"),
    ("30.7001", "Data Science, General.", "15-2051", "Data Scientists"),
    ("01.0508", "Taxidermy/Taxidermist.", "99-9999", "NO MATCH"),
    ("99.9999", "NO MATCH", "53-3054", "Taxi Drivers"),
)
CODES = (
    *("CIPFamily", "CIPCode", "Action", "TextChange"),
    *("CIPTitle", "CIPDefinition", "CrossReferences", "Examples"),
)


@pytest.fixture
def crosswalk(tmp_path):
    """Writes the workbook of NCES: its first sheet is a guide."""

    def write(rows=ROWS, header=LINKS, sheet="CIP-SOC"):
        guide = [("File Name", "Description"), ("CIP-SOC", "In order of the CIP code.")]
        return save_workbook(
            tmp_path / "crosswalk.xlsx", {"File Guide": guide, sheet: [header, *rows]}
        )

    return write


@pytest.fixture
def codes(tmp_path):
    """Writes the code list; `guard` as the publisher’s current file writes its codes."""

    def write(*rows, header=CODES, guard=False, name="CIPCode2020.csv"):
        path = tmp_path / name
        with path.open("w", newline="", encoding="utf-8") as file:
            out = csv.writer(file)
            out.writerow(header)
            for code, action, title, definition in rows:
                said = f'="{code}"' if guard else code
                row = dict(
                    zip(CODES, (code[:2], said, action, "no", title, definition), strict=False)
                )
                out.writerow(row.get(name, "") for name in header)
        return path

    return write


CODE_ROWS = (
    ("11", "No substantive changes", "COMPUTER SCIENCES.", "Instructional programs."),
    ("11.01", "No substantive changes", "Computer Sciences, General.", "Codes 11.0101 - 11.0199."),
    ("11.0102", "New", "Artificial Intelligence.", "A program.  Includes  robotics."),
    ("11.0103", "Moved to", "Information Technology.", "A program."),
    ("11.0104", "Moved from", "Informatics.", ""),
    ("11.0105", "Deleted", "Old.", ""),
)


def test_fields_occupations_and_links_come_of_the_crosswalk_alone(crosswalk):
    status, lines = run("import_crosswalk", crosswalk())
    assert status == 0
    assert "left out 2 rows: 2 as links, since they say that a code has no match" in lines[0]
    assert lines[-1] == "read 10 = created 10 + updated 0 + unchanged 0 + kept 0 + rejected 0"
    assert dict(FieldOfStudy.objects.values_list("cip", "title")) == {
        "01.0508": "Taxidermy/Taxidermist",
        "11.0102": "Artificial Intelligence",
        "30.7001": "Data Science, General",
    }
    assert set(Occupation.objects.values_list("soc", "title", "origin")) == {
        ("15-1221", "Computer Scientists", "crosswalk"),
        ("15-1252", "Software Developers", "crosswalk"),
        ("15-2051", "Data Scientists", "crosswalk"),
        ("53-3054", "Taxi Drivers", "crosswalk"),
    }
    links = CrosswalkLink.objects.values_list("field__cip", "occupation__soc", "locator")
    assert set(links) == {
        ("11.0102", "15-1221", "CIP 11.0102, SOC 15-1221"),
        ("11.0102", "15-1252", "CIP 11.0102, SOC 15-1252"),
        ("30.7001", "15-2051", "CIP 30.7001, SOC 15-2051"),
    }


def test_a_crosswalk_in_which_every_code_has_a_match_leaves_nothing_out(crosswalk):
    _status, lines = run("import_crosswalk", crosswalk(ROWS[:3]))
    assert not any("left out" in line for line in lines)


def test_the_code_list_brings_fields_of_four_and_six_digits_with_their_definitions(codes):
    status, lines = run("import_crosswalk", codes(*CODE_ROWS))
    assert status == 0
    assert "2 of a code that is no longer valid, 1 of a family of fields" in lines[0]
    fields = FieldOfStudy.objects.values_list("cip", "title", "definition", "locator")
    assert list(fields) == [
        ("11.01", "Computer Sciences, General", "Codes 11.0101 - 11.0199.", "CIP 11.01"),
        ("11.0102", "Artificial Intelligence", "A program. Includes robotics.", "CIP 11.0102"),
        ("11.0103", "Information Technology", "A program.", "CIP 11.0103"),
    ]


def test_codes_guarded_against_excel_are_the_same_codes(codes):
    run("import_crosswalk", codes(*CODE_ROWS, guard=True))
    assert list(FieldOfStudy.objects.values_list("cip", flat=True)) == [
        "11.01",
        "11.0102",
        "11.0103",
    ]


def test_a_guard_without_quotes_of_its_own_is_understood(codes):
    path = codes()
    path.write_text(
        f'{",".join(CODES)}\r\n="11",="11.0102",New,no,Artificial Intelligence.,A,,\r\n'
    )
    run("import_crosswalk", path)
    assert FieldOfStudy.objects.get().cip == "11.0102"


@pytest.mark.parametrize("reverse", [False, True])
def test_two_files_in_any_order_give_one_record(crosswalk, codes, reverse):
    paths = [crosswalk(), codes(*CODE_ROWS)]
    run("import_crosswalk", *(reversed(paths) if reverse else paths))
    cited = dict(FieldOfStudy.objects.values_list("cip", "source__slug"))
    assert cited == {
        "01.0508": "cip-soc-2020",
        "11.01": "cip-2020",
        "11.0102": "cip-2020",
        "11.0103": "cip-2020",
        "30.7001": "cip-soc-2020",
    }


def test_the_crosswalk_leaves_fields_of_the_code_list_as_they_are(crosswalk, codes):
    run("import_crosswalk", codes(*CODE_ROWS))
    run("import_crosswalk", crosswalk())
    field = FieldOfStudy.objects.get(cip="11.0102")
    assert (field.source.slug, field.definition) == ("cip-2020", "A program. Includes robotics.")


def test_a_second_run_changes_nothing(crosswalk, codes):
    paths = crosswalk(), codes(*CODE_ROWS)
    run("import_crosswalk", *paths)
    _status, lines = run("import_crosswalk", *paths)
    assert lines[-1] == "read 12 = created 0 + updated 0 + unchanged 12 + kept 0 + rejected 0"


def test_sources_are_said_as_of_the_publisher_and_no_longer_as_copies(crosswalk, codes):
    SourceFactory(slug="cip-2020", is_copy=True, note="Read from a copy.")
    run("import_crosswalk", crosswalk(), codes(*CODE_ROWS))
    source = Source.objects.get(slug="cip-2020")
    assert (source.is_copy, source.note, source.short_name) == (False, "", "CIP")
    assert Source.objects.get(slug="cip-soc-2020").edition == "2020"


def test_a_seed_is_taken_over_and_an_editors_title_stays(codes):
    seed = FieldOfStudyFactory(cip="11.0103", title="IT", origin="seed")
    edited = FieldOfStudyFactory(cip="11.0102", title="AI", origin="seed", edited="title")
    _status, lines = run("import_crosswalk", codes(*CODE_ROWS))
    assert "updated 1 + unchanged 0 + kept 1" in lines[-1]
    seed.refresh_from_db()
    edited.refresh_from_db()
    assert (seed.title, seed.origin) == ("Information Technology", "crosswalk")
    assert (edited.title, edited.definition) == ("AI", "A program. Includes robotics.")


def test_a_link_that_the_file_no_longer_has_is_named_and_stays(crosswalk):
    run("import_crosswalk", crosswalk())
    _status, lines = run("import_crosswalk", crosswalk(ROWS[:2]))
    assert any("no longer in its file" in line and "Data Science" in line for line in lines)
    assert CrosswalkLink.objects.count() == 3


def test_columns_may_stand_in_another_order(crosswalk, codes):
    turned = crosswalk([row[::-1] for row in ROWS], LINKS[::-1])
    run("import_crosswalk", turned, codes(*CODE_ROWS, header=CODES[::-1]))
    assert (FieldOfStudy.objects.count(), CrosswalkLink.objects.count()) == (5, 3)


def test_a_dry_run_tells_the_same_and_writes_nothing(crosswalk):
    _status, lines = run("import_crosswalk", crosswalk(), dry_run=True)
    assert lines[-2:] == [
        "Nothing was changed.",
        "read 10 = created 10 + updated 0 + unchanged 0 + kept 0 + rejected 0",
    ]
    assert not Source.objects.exists()


BROKEN = {
    "CIP2020Code": ("11.1", "Artificial Intelligence.", "15-1221", "Computer Scientists"),
    "CIP2020Title": ("11.0103", "", "15-1221", "Computer Scientists"),
    "SOC2018Code": ("11.0103", "Information Technology.", "151221", "Computer Scientists"),
    "SOC2018Title": ("11.0103", "Information Technology.", "15-1221", "x" * 201),
}


@pytest.mark.parametrize("column", BROKEN)
def test_a_broken_cell_is_named_with_sheet_row_and_column(crosswalk, column):
    status, lines = run("import_crosswalk", crosswalk([*ROWS, BROKEN[column]]))
    assert status == 1
    assert any(f"crosswalk.xlsx, sheet CIP-SOC, line 7, column {column}: " in s for s in lines)
    assert not FieldOfStudy.objects.exists()


BROKEN_CODES = {
    "CIPCode": ("1.0101", "New", "Title.", "Definition."),
    "Action": ("11.0101", "Renamed", "Title.", "Definition."),
    "CIPTitle": ("11.0101", "New", " .", "Definition."),
    "CIPDefinition": ("11.0101", "New", "Title.", "Defi\u200bnition."),
}


@pytest.mark.parametrize("column", BROKEN_CODES)
def test_a_broken_cell_of_the_code_list_is_named(codes, column):
    status, lines = run("import_crosswalk", codes(*CODE_ROWS, BROKEN_CODES[column]))
    assert status == 1
    assert any(f"CIPCode2020.csv, line 8, column {column}: " in line for line in lines)


def test_the_good_rows_are_loaded_where_that_is_asked_for(crosswalk):
    rows = [*ROWS, BROKEN["SOC2018Code"]]
    status, _lines = run("import_crosswalk", crosswalk(rows), keep_going=True)
    assert (status, CrosswalkLink.objects.count()) == (1, 3)


def test_a_link_told_twice_is_refused(crosswalk):
    status, lines = run("import_crosswalk", crosswalk([*ROWS, ROWS[0]]))
    assert status == 1
    assert any("line 7: names the same record as line 2" in line for line in lines)


def test_an_unknown_layout_names_what_is_missing_and_what_is_known(crosswalk):
    header = ("CIP2020Code", "CIP2020Title", "SOC2010Code", "SOC2018Title")
    message = refusal("import_crosswalk", crosswalk(header=header))
    assert "sheet CIP-SOC, line 1" in message
    assert "lacks SOC2018Code" in message
    assert "code list (CIPCode2020.csv); crosswalk (CIP2020_SOC2018_Crosswalk.xlsx" in message


def test_a_workbook_without_the_sheet_names_those_it_has(crosswalk):
    message = refusal("import_crosswalk", crosswalk(sheet="SOC-CIP"))
    assert "no sheet “CIP-SOC”; its sheets are “File Guide”, “SOC-CIP”" in message


def test_two_files_of_one_kind_are_refused(codes):
    first, second = codes(*CODE_ROWS), codes(*CODE_ROWS, name="copy.csv")
    message = refusal("import_crosswalk", first, second)
    assert "copy.csv: is the code list (CIPCode2020.csv), as CIPCode2020.csv is" in message


def test_the_code_list_of_2010_is_refused(codes):
    message = refusal("import_crosswalk", codes(*CODE_ROWS, name="CIPCode2010.csv"))
    assert "is of another edition than CIP 2020" in message


def test_a_file_that_is_not_there_says_so(tmp_path):
    assert "nowhere.csv" in refusal("import_crosswalk", tmp_path / "nowhere.csv")
