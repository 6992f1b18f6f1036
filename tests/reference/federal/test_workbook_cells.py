from datetime import date, datetime, time

import pytest

from tests.reference.federal.workbook_files import (
    SHEET,
    STRINGS,
    STYLES,
    cell,
    refusal,
    rows,
    saved,
    sheet,
    sheet_list,
    strings,
    styles,
    write,
)


@pytest.fixture
def path(tmp_path):
    return tmp_path / "data.xlsx"


def shown(path, content):
    """The one cell of a sheet."""
    return rows(write(path, {SHEET: content}))[0][1][-1]


def test_it_writes_dates_and_times_as_iso(path):
    days = [date(2025, 5, 1), date(1900, 1, 31), datetime(2025, 5, 1, 14, 30, 15), time(9, 30)]
    expected = ["2025-05-01", "1900-01-31", "2025-05-01T14:30:15", "09:30:00"]
    assert rows(saved(path, days)) == [(1, expected)]


def test_it_counts_days_from_1904_where_the_workbook_says_so(path):
    changed = {
        "xl/workbook.xml": sheet_list("Data", before='<workbookPr date1904="1"/>'),
        STYLES: styles('<numFmt numFmtId="200" formatCode="yyyy-mm-dd"/>', 0, 200),
        SHEET: sheet('<row><c s="1"><v>1</v></c><c s="0"><v>1</v></c></row>'),
    }
    assert rows(write(path, changed)) == [(1, ["1904-01-02", "1"])]


@pytest.mark.parametrize(
    "code", ["0.00", "[Red]0", '"days" 0', "[h]:mm:ss", r"0\d", "_d0", "General"]
)
def test_a_number_whose_format_shows_no_date_stays_a_number(path, code):
    formats = f'<numFmt numFmtId="200" formatCode="{code.replace(chr(34), "&quot;")}"/>'
    content = sheet('<row><c s="0"><v>1.5</v></c></row>')
    assert rows(write(path, {STYLES: styles(formats, 200), SHEET: content})) == [(1, ["1.5"])]


@pytest.mark.parametrize(
    ("stored", "text"),
    [
        ("1234", "1234"),
        ("1234.0", "1234"),
        ("1.5E+3", "1500"),
        ("40.299999999999997", "40.3"),
        ("-0", "0"),
        ("007", "7"),
        ("1E-3", "0.001"),
        ("123456789012345678", "123456789012345680"),
    ],
)
def test_a_number_is_written_as_short_as_it_can_be(path, stored, text):
    assert shown(path, cell(stored)) == text


@pytest.mark.parametrize("stored", ["NaN", "1e400", "1_000", "²", " "])
def test_what_is_no_number_is_refused(path, stored):
    said = f"line 1, column A: sheet “Data”: “{stored}” is no number; type the number"
    assert refusal(path, {SHEET: cell(stored)}) == said


def test_a_number_beyond_all_dates_is_refused(path):
    changed = {STYLES: styles("", 14), SHEET: sheet('<row><c s="0"><v>1E9</v></c></row>')}
    assert "“1E9” is no date" in refusal(path, changed)


@pytest.mark.parametrize(
    ("kind", "stored", "text"),
    [
        ("b", "1", "TRUE"),
        ("b", "false", "FALSE"),
        ("str", "00123", "00123"),
        ("e", "#N/A", "#N/A"),
        ("d", "2025-05-01", "2025-05-01"),
        ("s", "0", "title"),
    ],
)
def test_each_kind_of_cell_has_its_text(path, kind, stored, text):
    assert shown(path, cell(stored, kind)) == text


@pytest.mark.parametrize(
    ("kind", "stored", "said"),
    [
        ("b", "2", "“2” is neither true nor false"),
        ("s", "1", "points at a text that is not there"),
        ("s", "-1", "points at a text that is not there"),
        ("z", "1", "a cell of the unknown kind “z”"),
    ],
)
def test_a_cell_that_makes_no_sense_is_refused_with_its_place(path, kind, stored, said):
    message = refusal(path, {SHEET: cell(stored, kind, "B7")})
    assert message.startswith(f"line 7, column B: sheet “Data”: {said}")


def test_a_text_in_several_formats_is_one_text_without_its_pronunciation(path):
    text = "<r><t>ab</t></r><r><t> cd</t></r><rPh><t>xyz</t></rPh>"
    assert shown(path, sheet(f'<row><c t="inlineStr"><is>{text}</is></c></row>')) == "ab cd"
    assert rows(write(path, {STRINGS: strings(text)})) == [(1, ["ab cd"])]


def test_escaped_control_characters_are_given_as_they_are_and_half_letters_are_not(path):
    assert shown(path, cell("a_x000D_b_x0000_c_xD800_", "str")) == "a\rb\0c_xD800_"


def test_a_shared_text_may_be_blank(path):
    assert rows(write(path, {STRINGS: strings("<t/>")})) == []
