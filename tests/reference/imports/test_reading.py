import pytest

from reference.imports.errors import UnusableFile
from reference.imports.reading import Row, read_sheet

COLUMNS = ["key", "question"]


@pytest.fixture
def read(tmp_path):
    def read(text, columns=COLUMNS):
        path = tmp_path / "topics.csv"
        path.write_bytes(text.encode())
        return read_sheet(path, columns, ["origin"])

    return read


@pytest.fixture
def refused(read):
    def refused(text, columns=COLUMNS):
        with pytest.raises(UnusableFile) as refusal:
            read(text, columns)
        return str(refusal.value).partition("topics.csv")[2]

    return refused


def rows(sheet):
    return [(row.line, row["key"], row["question"]) for row in sheet.rows]


def test_rows_are_read_with_their_lines(read):
    assert rows(read("key,question\na,b\nc,d\n")) == [(2, "a", "b"), (3, "c", "d")]


@pytest.mark.parametrize("end", ["\r\n", "\r"])
def test_any_line_end_is_taken(read, end):
    assert rows(read(f"key,question{end}a,b{end}c,d")) == [(2, "a", "b"), (3, "c", "d")]


def test_columns_may_stand_in_any_order(read):
    assert rows(read("question,key\nb,a\n")) == [(2, "a", "b")]


def test_an_optional_column_may_be_there(read):
    [row] = read("key,question,origin\na,b,seed\n").rows
    assert ("origin" in row, row["origin"]) == (True, "seed")


def test_an_optional_column_may_be_absent(read):
    [row] = read("key,question\na,b\n").rows
    assert "origin" not in row


def test_space_around_a_cell_is_dropped(read):
    assert rows(read("key,question\n a ,\tb\u00a0\n")) == [(2, "a", "b")]


def test_a_cell_may_hold_commas_quotes_and_lines(read):
    assert rows(read('key,question\n"a,b","say ""c""\nd"\ne,f\n')) == [
        (2, "a,b", 'say "c"\nd'),
        (4, "e", "f"),
    ]


def test_rows_without_text_are_passed_over(read):
    assert rows(read("\nkey,question\n\n,\n , \na,b\n")) == [(6, "a", "b")]


def test_a_formula_that_an_export_disarmed_is_restored(read):
    assert rows(read("key,question\na,'=b\n")) == [(2, "a", "=b")]


@pytest.mark.parametrize(("row", "cells"), [("a", 1), ("a,b,c", 3), ("a,b,", 3)])
def test_a_row_with_another_number_of_cells_is_rejected(read, row, cells):
    sheet = read(f"key,question\n{row}\nc,d\n")
    assert rows(sheet) == [(3, "c", "d")]
    assert [str(rejection) for rejection in sheet.rejections] == [
        f"topics.csv, line 2: has {cells} cells, the header 2; look for a missing quote or comma"
    ]


@pytest.mark.parametrize("text", ["", "\ufeff", " \n\n", ",,\n"])
def test_a_file_without_text_is_empty(refused, text):
    assert refused(text) == ": is empty; write a header and rows, or remove the file"


def test_a_header_needs_rows(refused):
    assert refused("key,question\n,\n") == (
        ": has a header but no rows; add rows or remove the file"
    )


def test_a_column_in_doubt_is_named_with_the_one_that_was_meant(refused):
    assert refused("key,qestion\na,b\n") == (
        ", line 1, column qestion: is not a column of this file; did you mean “question”?"
    )


def test_an_unknown_column_is_named_with_those_known(refused):
    assert refused("key,question,x\na,b,c\n") == (
        ", line 1, column x: is not a column of this file; it has key, question"
    )


def test_a_missing_column_is_named(refused):
    assert refused("key\na\n") == (
        ", line 1: the header lacks question; add the column (its cells may be blank)"
    )


def test_a_column_that_stands_twice_is_named(refused):
    assert refused("key,question,key\na,b,c\n") == (
        ", line 1, column key: stands twice in the header; remove one"
    )


@pytest.mark.parametrize("header", ["key,question,", "key,,question,"])
def test_a_column_needs_a_name(refused, header):
    assert refused(f"{header}\na,b,c\n") == (
        ", line 1: a column has no name; give it one, or remove the comma too many"
    )


@pytest.mark.parametrize("separator", [";", "\t", "|"])
def test_another_separator_is_named(refused, separator):
    shown = {"\t": "\\t"}.get(separator, separator)
    assert refused(f"key{separator}question\na{separator}b\n") == (
        f", line 1: cells are separated by “{shown}”; save the file with commas"
    )


def test_a_file_of_one_column_needs_no_separator(read):
    [row] = read("key\na\n", ["key"]).rows
    assert row.cells == ("a",)


def test_a_quote_that_is_not_closed_is_found_where_its_row_begins(refused):
    assert refused('key,question\na,b\nc,"d\ne,f\n').startswith(
        ", line 3: cannot be split into cells (unexpected end of data); look for a quote"
    )


def test_very_many_columns_are_refused_at_once(refused):
    header = ",".join(f"c{n}" for n in range(200_000))
    assert refused(header).startswith(", line 1, column c0: is not a column of this file")


def test_a_row_gives_its_cells_by_name():
    row = Row(2, ("key", "question"), ("a", "b"))
    assert (row["question"], "key" in row, "x" in row) == ("b", True, False)
