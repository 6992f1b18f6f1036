import openpyxl
import pytest

from reference.federal.workbooks import open_workbook
from reference.imports.errors import UnusableFile
from tests.reference.federal.workbook_files import (
    SHEET,
    SHEETS,
    STRINGS,
    STYLES,
    cell,
    refusal,
    relationships,
    rows,
    saved,
    sheet,
    sheet_list,
    write,
)
from tests.samples import as_nobody


@pytest.fixture
def path(tmp_path):
    return tmp_path / "data.xlsx"


def test_it_reads_what_another_program_wrote(path):
    lines = [["title", "count", "share"], [" é & <b> ", 1234, 40.3], [None, -5, True]]
    assert rows(saved(path, *lines)) == [
        (1, ["title", "count", "share"]),
        (2, [" é & <b> ", "1234", "40.3"]),
        (3, ["", "-5", "TRUE"]),
    ]


def test_rows_left_out_and_blank_rows_are_passed_over_but_counted(path):
    text = '<row r="2"><c r="C2"><v>1</v></c><c r="XFD2" s="1"/></row><row r="5"/>'
    content = sheet(text + "<row><c><v>2</v></c><c/><c><v>3</v></c></row>")
    assert rows(write(path, {SHEET: content})) == [(2, ["", "", "1"]), (6, ["2", "", "3"])]


def test_a_dimension_is_not_believed(path):
    content = sheet('<row r="1"><c r="B1"><v>1</v></c></row>', '<dimension ref="A1:XFD1048576"/>')
    assert rows(write(path, {SHEET: content})) == [(1, ["", "1"])]


def test_nothing_after_the_rows_is_read(path):
    content = sheet("<row><c><v>1</v></c></row>", after="<c><f>1</f></c>")
    assert rows(write(path, {SHEET: content})) == [(1, ["1"])]


def test_names_with_a_prefix_and_parts_in_other_cases_are_understood(path):
    prefixed = (
        f'<x:worksheet xmlns:x="{SHEETS}"><x:row><x:c><x:v>1</x:v></x:c></x:row></x:worksheet>'
    )
    changed = {SHEET: None, SHEET.upper(): prefixed}
    assert rows(write(path, changed)) == [(1, ["1"])]


def test_a_workbook_may_have_no_strings_and_no_styles(path):
    kept = relationships(worksheet="worksheets/sheet1.xml")
    changed = {"xl/_rels/workbook.xml.rels": kept, STRINGS: None, STYLES: None, SHEET: cell("1")}
    assert rows(write(path, changed)) == [(1, ["1"])]


def test_links_to_the_web_are_no_links_to_other_workbooks(path):
    book = openpyxl.Workbook()
    book.active["A1"].hyperlink = "https://www.bls.gov/"
    book.save(path)
    assert rows(path, "Sheet") == [(1, ["https://www.bls.gov/"])]


def test_hidden_sheets_are_listed_and_charts_are_not(path):
    book = openpyxl.Workbook()
    book.create_sheet("Filler").sheet_state = "hidden"
    book.create_chartsheet("Chart")
    book.save(path)
    with open_workbook(path) as workbook:
        assert workbook.sheet_names == ["Sheet", "Filler"]


def test_a_missing_sheet_is_refused_with_the_names_of_those_there(path):
    write(path, {"xl/workbook.xml": sheet_list("Data", "Notes")})
    with pytest.raises(UnusableFile) as refused:
        rows(path, "All")
    assert refused.value.message == "holds no sheet “All”; its sheets are “Data”, “Notes”"


def test_two_sheets_of_one_name_are_refused(path):
    assert "two sheets of one name" in refusal(path, {"xl/workbook.xml": sheet_list("a", "a")})


@pytest.mark.parametrize("number", ["1", "0", "x", "1048577", "9" * 20])
def test_rows_out_of_order_are_refused(path, number):
    content = sheet(f'<row r="1"/><row r="{number}"/>')
    said = refusal(path, {SHEET: content})
    assert said.startswith(f"line 1: sheet “Data”: the row after this is numbered “{number}”")


def test_cells_out_of_order_are_refused(path):
    content = sheet('<row><c r="B1"><v>1</v></c><c r="A1"><v>1</v></c></row>')
    assert "a cell left of the one before it" in refusal(path, {SHEET: content})


@pytest.mark.parametrize(("cells", "column"), [("<c/>" * 500, "501"), ("<c/>" * 30, "AE")])
def test_cells_without_an_address_are_counted(path, cells, column):
    content = sheet(f"<row>{cells}<c t='z'><v>1</v></c></row>")
    assert refusal(path, {SHEET: content}).startswith(f"line 1, column {column}:")


@pytest.mark.parametrize("part", [SHEET, STRINGS, "xl/workbook.xml"])
def test_broken_xml_is_refused(path, part):
    said = refusal(path, {part: "<a><b></a>"})
    assert "the XML inside is broken (mismatched tag: line 1, column 8)" in said


def test_a_missing_part_is_refused(path):
    assert "a part of it is missing" in refusal(path, {STRINGS: None})


def test_a_missing_file_a_folder_and_one_nobody_may_read_are_refused(path, tmp_path):
    for wrong, said in [(path, "there is no such file"), (tmp_path, "is not a regular file")]:
        with pytest.raises(UnusableFile, match=said):
            rows(wrong)
    write(path).chmod(0)
    with as_nobody(), pytest.raises(UnusableFile, match="cannot be read"):
        rows(path)


def test_rows_are_given_while_the_sheet_is_read(path):
    """The end is broken, the first row is there all the same."""
    many = "".join(f'<row><c t="str"><v>{number:0100}</v></c></row>' for number in range(5_000))
    write(path, {SHEET: sheet(many).replace("</worksheet>", "</broken>")})
    with open_workbook(path) as workbook:
        assert next(workbook.rows("Data"))[0] == 1


def test_texts_may_run_from_one_piece_of_the_file_to_the_next(path):
    texts = [f"{letter * 30_000} end" for letter in "abcdefgh"]
    cells = (f'<row><c t="str"><v>{text}</v></c></row>' for text in texts)
    assert [row[0] for _number, row in rows(write(path, {SHEET: sheet("".join(cells))}))] == texts


def test_what_a_reader_of_rows_raises_is_its_own(path):
    write(path)
    with pytest.raises(ValueError, match="mine"), open_workbook(path) as workbook:
        next(workbook.rows("Data"))
        raise ValueError("mine")
