import csv
import io

import pytest

from programs.exports.csv_file import HEADER
from reference.imports.formulas import rearmed
from tests.catalogue import refresh
from tests.factories import FieldOfStudyFactory, ProgramFactory, ProgramFigureFactory

pytestmark = pytest.mark.django_db

ARMED = [
    "=HYPERLINK(1)",
    "+1+1",
    "-2+3",
    "@SUM(A1)",
    "\t=1+1",
    "\r=1+1",
    "'=1+1",
    "＝1+1",
]


def program(**more):
    found = ProgramFactory(field=FieldOfStudyFactory(cip="11.0102"), **more)
    refresh()
    return found


def test_its_type_says_that_it_has_a_header_and_is_in_utf_8(download):
    response = download("/programs.csv")
    assert response["Content-Type"] == "text/csv; charset=utf-8; header=present"
    assert next(csv.reader(io.StringIO(response.written))) == HEADER


def test_no_column_is_there_twice():
    assert len(set(HEADER)) == len(HEADER)


@pytest.mark.parametrize("text", ARMED)
def test_a_cell_that_a_spreadsheet_would_run_begins_with_an_apostrophe(csv_rows, text):
    program(title=text, institution__name=text)
    (row,) = csv_rows()
    assert row["title"] == row["university"] == f"'{text}"
    assert rearmed(row["title"]) == text


def test_words_come_back_as_they_are(csv_rows):
    title = 'MS in “AI”, "Robotics"; C++\nand Ümläuts — 機械学習 👩‍🎓'
    program(title=title, delivery=["online", "evening"])
    (row,) = csv_rows()
    assert row["title"] == title
    assert row["delivery"] == "online; evening"


def test_lines_end_as_the_standard_has_it(download):
    program(title="MS in AI")
    assert download("/programs.csv").written.count("\r\n") == 2


def test_every_row_has_a_cell_for_each_column(download):
    program(title="a, b")
    rows = csv.reader(io.StringIO(download("/programs.csv").written, newline=""), strict=True)
    assert {len(row) for row in rows} == {len(HEADER)}


def test_a_byte_order_mark_is_there_if_asked_for_and_only_then(client):
    def first_bytes(query):
        return b"".join(client.get(f"/programs.csv?{query}").streaming_content)[:4]

    assert first_bytes("encoding=utf-8-sig") == b"\xef\xbb\xbfs"
    assert first_bytes("") == first_bytes("encoding=utf-8") == b"slug"


def test_numbers_are_plain(csv_rows):
    found = program()
    ProgramFigureFactory(subject=found, measure="total_cost", value="61320.5")
    refresh()
    (row,) = csv_rows()
    assert row["total_cost_low"] == row["total_cost_value"] == "61320.5"
    assert row["contradictions"] == "0"
