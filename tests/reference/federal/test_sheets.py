import pytest

from reference.federal.sheets import Sheet, is_workbook
from reference.imports.errors import UnusableFile
from tests.federal_files import save_workbook
from tests.samples import as_nobody

SHEETS = {
    "Guide": [("Read this first",)],
    "Data": [
        ("A table",),
        ("code", "count ", "note"),
        ("a", 1),
        ("b", 2, "x", "y"),
        ("Source: us",),
    ],
    "Nothing": [],
}


@pytest.fixture
def path(tmp_path):
    return save_workbook(tmp_path / "data.xlsx", SHEETS)


def read(sheet, path):
    with sheet(path) as (header, lines):
        return header, list(lines)


def refusal(sheet, path):
    with pytest.raises(UnusableFile) as caught:
        read(sheet, path)
    return str(caught.value)


def is_source(cells):
    return cells[0].startswith("Source")


def test_rows_come_with_their_numbers_and_have_the_width_of_the_header_at_least(path):
    header, lines = read(Sheet("Data", 2, is_source), path)
    assert header == ["code", "count", "note"]
    assert lines == [(3, ["a", "1", ""]), (4, ["b", "2", "x", "y"])]


def test_without_an_end_the_data_goes_to_the_last_row(path):
    _header, lines = read(Sheet("Data", 2), path)
    assert lines[-1] == (5, ["Source: us", "", ""])


def test_names_of_a_header_may_be_changed(path):
    header, _lines = read(
        Sheet("Data", 2, names=lambda names: [name.upper() for name in names]), path
    )
    assert header == ["CODE", "COUNT", "NOTE"]


def test_a_sheet_may_be_named_by_its_place_and_is_called_by_its_name(path):
    sheet = Sheet(0)
    assert read(sheet, path) == (["Read this first"], [])
    assert sheet.place("data.xlsx") == "data.xlsx, sheet Guide"


def test_a_place_beyond_the_sheets_is_refused(path):
    assert refusal(Sheet(3), path).endswith("data.xlsx: has no sheet 4")


@pytest.mark.parametrize(("sheet", "row"), [("Nothing", 1), ("Guide", 2)])
def test_a_sheet_that_ends_before_its_header_is_refused(path, sheet, row):
    message = refusal(Sheet(sheet, row), path)
    assert message.endswith(f"sheet {sheet}: has no header in row {row}; is it the right file?")


def test_a_blank_row_is_no_header(tmp_path):
    path = save_workbook(tmp_path / "data.xlsx", {"Data": [("title",), (), ("a", "b")]})
    assert "has no header in row 2" in refusal(Sheet("Data", 2), path)


def test_a_workbook_is_known_by_its_beginning_or_its_name(path, tmp_path):
    renamed = path.rename(tmp_path / "data.csv")
    text, old = tmp_path / "text.csv", tmp_path / "old"
    text.write_text("a,b\n")
    old.write_bytes(b"\xd0\xcf\x11\xe0")
    assert [is_workbook(each) for each in (renamed, old, text)] == [True, True, False]
    assert [is_workbook(tmp_path / name) for name in ("none.xlsx", "none.csv")] == [True, False]


def test_a_file_that_cannot_be_read_says_so_only_when_it_is_opened(tmp_path):
    path = tmp_path / "data.csv"
    path.write_text("a,b\n")
    path.chmod(0)
    with as_nobody():
        assert not is_workbook(path)
