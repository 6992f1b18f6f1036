"""Whatever is wrong with a federal file: what, where and how to mend it, and nothing is changed."""

import gzip
import os
import resource
import time
from io import StringIO

import pytest
from django.core.management import CommandError, call_command

from programs.models import InstitutionField, InstitutionFieldFigure
from reference.models import Source
from tests.factories import FieldOfStudyFactory, InstitutionFactory
from tests.programs.imports.scorecard_samples import FIRST, FIRST_ROWS, text

GOOD = text(FIRST, FIRST_ROWS)
HEADER_LINE, ROW = FIRST, FIRST_ROWS[0]
LONGEST_SECONDS, MOST_MEGABYTES = 10, 200  # beside what Django takes


def cell(column, value):
    """The good file with another cell in its first row."""
    cells = ROW.replace('"Computing, General."', "Computing.").split(",")
    cells[FIRST.split(",").index(column)] = value
    return text(FIRST, [",".join(cells), *FIRST_ROWS[1:]])


# what the file is → what the one line says after its name; exit status 2
UNUSABLE = {
    "empty": ("", ": is empty; download it again"),
    "byte order mark only": ("\ufeff", ": is empty"),
    "blank lines only": ("\n\n\n", ": is empty"),
    "header only": (f"{FIRST}\n", ": has a header but no rows; download it again"),
    "no header": (text(ROW, FIRST_ROWS[1:]), ", line 1: is of an edition that is not known"),
    "title above the header": (f"Field of study\n{GOOD}", ", line 1: is of an edition"),
    "a column is missing": (
        GOOD.replace("MD_EARN_WNE", "EARNINGS"),
        ", line 1: is of an edition that is not known: nearest is “field of study, first layout",
    ),
    "what is missing is named": (
        GOOD.replace("MD_EARN_WNE", "EARNINGS"),
        "of which it lacks MD_EARN_WNE. Known are: ",
    ),
    "two columns are missing": (
        GOOD.replace("MD_EARN_WNE", "EARNINGS").replace("UNITID", "ID"),
        "of which it lacks UNITID, MD_EARN_WNE",
    ),
    "a column twice": (
        GOOD.replace("CREDDESC", "CREDLEV", 1),
        ", line 1, column CREDLEV: stands twice in the header; remove one",
    ),
    "semicolons": (GOOD.replace(",", ";"), ", line 1: separates its columns by “;”"),
    "tabs under the name of csv": (
        GOOD.replace(",", "\t"),
        ", line 1: separates its columns by tabs",
    ),
    "another federal file": ("UNITID,INSTNM,CITY\n1,2,3\n", ", line 1: is of an edition"),
    "open quote": (
        GOOD.replace("Statistics.", '"Statistics.'),
        ", line 3: cannot be split into cells (unexpected end of data); look for a quote",
    ),
    "quote within a cell": (
        GOOD.replace("Statistics.", '"Stat"istics.'),
        ", line 3: cannot be split into cells",
    ),
    "NUL": (GOOD.replace("Statistics", "Stat\0istics"), ", line 3, column 67: a NUL byte"),
    "a cell of two million letters": (
        GOOD.replace("Statistics", "S" * 2_000_001),
        ", line 3: the line is longer than 2000000 characters; is it the right file?",
    ),
    "one line of ten million letters": ("S" * 10_000_000, ", line 1: the line is longer"),
    "a hundred thousand columns": (
        ",".join(f"c{n}" for n in range(100_000)) + "\n1\n",
        ", line 1: has 100000 cells, the most is 10000; is it the right file?",
    ),
    "a million commas": ("," * 1_000_000, ", line 1: has 1000001 cells"),
    "a web page": (
        "<!DOCTYPE html><html><body>404</body></html>",
        ", line 1: is a web page that the server sent in place of the file; download it again",
    ),
    "XML": ('<?xml version="1.0"?><rows/>', ", line 1: is a web page or XML"),
    "JSON": ('{"rows": []}', ", line 1: is JSON, not delimited text"),
    "a list in JSON": ("[1, 2]", ", line 1: is JSON"),
}

# bytes that are no text
UNUSABLE_BYTES = {
    "UTF-16": (GOOD.encode("utf-16"), ", line 1: is UTF-16 or UTF-32; save it as UTF-8"),
    "UTF-16 without a mark": (FIRST.encode("utf-16-le"), ", line 1, column 2: a NUL byte"),
    "UTF-32": (GOOD.encode("utf-32"), ", line 1: is UTF-16 or UTF-32"),
    "Latin-1": (
        GOOD.replace("Statistics", "Bayamón").encode("latin-1"),
        ", line 3, column 68: the byte 0xF3 is not UTF-8; convert it, as with iconv",
    ),
    "two encodings": (
        GOOD.encode() + ROW.replace("Computing", "Bayamón").encode("latin-1"),
        ", line 8, column 58: the byte 0xF3 is not UTF-8",
    ),
    "cut within a letter": (GOOD.encode() + "é".encode()[:1], ", line 8, column 1: the byte 0xC3"),
    "gzip": (gzip.compress(GOOD.encode()), ", line 1: is a gzip archive, not delimited text"),
    "zip": (b"PK\x03\x04" + bytes(40), ", line 1: is a spreadsheet or zip archive"),
    "an old spreadsheet": (b"\xd0\xcf\x11\xe0" + bytes(40), ", line 1: is a spreadsheet"),
    "PDF": (b"%PDF-1.7\n", ", line 1: is a PDF"),
    "a picture": (b"\x89PNG\r\n\x1a\n", ", line 1: is a picture"),
    "a database": (b"SQLite format 3\0", ", line 1: is a database"),
    "random bytes": (bytes(range(128, 256)) * 9, ", line 1, column 1: the byte 0x80 is not UTF-8"),
}

# one row is at fault → line, column and reason; exit status 1
BROKEN_ROWS = {
    "a comma in a number": (cell("MD_EARN_WNE", '"64,000"'), "column MD_EARN_WNE: “64,000” is not"),
    "dollars": (cell("MD_EARN_WNE", "$64000"), "column MD_EARN_WNE: “$64000” is not a number"),
    "infinity": (cell("MD_EARN_WNE", "1e400"), "column MD_EARN_WNE: “1e400” is not a number"),
    "NaN": (cell("MD_EARN_WNE", "NaN"), "column MD_EARN_WNE: “NaN” is not a number"),
    "minus zero": (cell("MD_EARN_WNE", "-0"), "column MD_EARN_WNE: “-0” is not a number"),
    "below zero": (cell("DEBTMEDIAN", "-5"), "column DEBTMEDIAN: “-5” is below 0"),
    "a long number": (cell("DEBTMEDIAN", "1" * 40), "column DEBTMEDIAN: “1111"),
    "a percent sign": (cell("DEBTMEDIAN", "5%"), "column DEBTMEDIAN: “5%” is not a number"),
    "other digits": (cell("DEBTMEDIAN", "１２"), "column DEBTMEDIAN: “１２” is not a number"),
    "a space in a number": (cell("DEBTMEDIAN", "21 000"), "column DEBTMEDIAN: “21 000” is not"),
    "a marker misspelt": (cell("DEBTMEDIAN", "Suppressed"), "“Suppressed” is not a number; write"),
    "the markers are named": (
        cell("DEBTMEDIAN", "n/a"),
        "as one of PrivacySuppressed, PS, NULL",
    ),
    "letters for graduates": (cell("IPEDSCOUNT1", "eleven"), "column IPEDSCOUNT1: “eleven”"),
    "a code of five digits": (
        cell("CIPCODE", "11011"),
        "column CIPCODE: “11011” is not",
    ),
    "a code of letters": (cell("CIPCODE", "ll01"), "column CIPCODE: “ll01” is not a four-digit"),
    "no code": (cell("CIPCODE", ""), "column CIPCODE: “” is not a four-digit CIP code"),
    "a code of other digits": (cell("CIPCODE", "１１０１"), "column CIPCODE: “１１０１” is not"),
    "a short UNITID": (cell("UNITID", "10065"), "column UNITID: “10065” is not a UNITID of six"),
    "a UNITID with a letter O": (cell("UNITID", "1OO654"), "column UNITID: “1OO654” is not"),
    "a UNITID with a space": (cell("UNITID", " 100654"), "column UNITID: “ 100654” is not"),
    "a title of 500 letters": (cell("CIPDESC", "x" * 500), "column CIPDESC: has 500 characters"),
    "an invisible letter": (cell("CIPDESC", "Compu\u200bting"), "column CIPDESC: holds U+200B"),
    "a control character": (cell("CIPDESC", "Computing\x92"), "column CIPDESC: holds U+0092"),
    "a cell too few": (text(FIRST, [ROW.rpartition(",")[0]]), "has 17 cells, the header 18; look"),
    "a cell too many": (text(FIRST, [f"{ROW},1"]), "has 19 cells, the header 18; look for a"),
    "a row cut off": (text(FIRST, [ROW[:30]]), "has 3 cells, the header 18"),
    "a row of commas": (text(FIRST, ["," * 30]), "has 31 cells, the header 18"),
    "the same row twice": (
        text(FIRST, [FIRST_ROWS[1], ROW, ROW]).replace(f"{FIRST_ROWS[1]}\n", ""),
        "names the same record as line 2; remove",
    ),
    "swapped columns": (
        GOOD.replace("UNITID,OPEID6", "OPEID6,UNITID", 1),
        "column UNITID: “1002” is not a UNITID of six digits",
    ),
}


@pytest.fixture
def catalogue(db):
    FieldOfStudyFactory(cip="11.01")
    InstitutionFactory(unitid="100654")
    InstitutionFactory(unitid="100706")


def refused(path):
    """(exit status, what is said), within the bounds of time and memory."""
    out, began, before = StringIO(), time.monotonic(), _peak()
    try:
        call_command("import_scorecard", fields=path, stdout=out)
        status, said = 0, out.getvalue()
    except CommandError as error:
        status, said = error.returncode, str(error)
    except SystemExit as stop:
        status, said = stop.code, out.getvalue()
    assert time.monotonic() - began < LONGEST_SECONDS
    assert _peak() - before < MOST_MEGABYTES
    assert not InstitutionField.objects.exists()
    assert not InstitutionFieldFigure.objects.exists()
    assert not Source.objects.exists()
    return status, said


def _peak():
    """Megabytes; of the whole process so far, other tests included."""
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024


@pytest.mark.parametrize("kind", UNUSABLE)
def test_an_unusable_file_is_refused_whole(catalogue, tmp_path, kind):
    content, reason = UNUSABLE[kind]
    path = tmp_path / "fields.csv"
    path.write_text(content, encoding="utf-8")
    status, said = refused(path)
    assert status == 2
    assert reason in said
    assert said.startswith(str(path))
    assert said.endswith("Nothing was changed.")


@pytest.mark.parametrize("kind", UNUSABLE_BYTES)
def test_what_is_no_text_is_refused_whole(catalogue, tmp_path, kind):
    content, reason = UNUSABLE_BYTES[kind]
    path = tmp_path / "fields.csv"
    path.write_bytes(content)
    status, said = refused(path)
    assert status == 2
    assert reason in said


@pytest.mark.parametrize("kind", BROKEN_ROWS)
def test_a_broken_row_is_named_and_nothing_is_changed(catalogue, tmp_path, kind):
    content, reason = BROKEN_ROWS[kind]
    path = tmp_path / "fields.csv"
    path.write_text(content, encoding="utf-8")
    status, said = refused(path)
    assert status == 1
    assert "fields.csv, line " in said
    assert reason in said
    assert "Nothing was changed." in said


def test_a_folder_is_refused(catalogue, tmp_path):
    assert refused(tmp_path)[0] == 2


def test_a_file_that_is_not_there_is_refused(catalogue, tmp_path):
    status, said = refused(tmp_path / "nowhere.csv")
    assert (status, "there is no such file; check the path" in said) == (2, True)


def test_a_pipe_is_refused_without_waiting(catalogue, tmp_path):
    os.mkfifo(tmp_path / "fields.csv")
    status, said = refused(tmp_path / "fields.csv")
    assert (status, "is not a regular file" in said) == (2, True)


def test_a_link_to_nowhere_is_refused(catalogue, tmp_path):
    (tmp_path / "fields.csv").symlink_to(tmp_path / "nowhere.csv")
    assert refused(tmp_path / "fields.csv")[0] == 2


def test_a_link_to_a_good_file_is_read(catalogue, tmp_path):
    (tmp_path / "good.csv").write_text(GOOD)
    (tmp_path / "fields.csv").symlink_to(tmp_path / "good.csv")
    call_command("import_scorecard", fields=tmp_path / "fields.csv", stdout=StringIO())
    assert InstitutionField.objects.count() == 2


def test_lone_returns_end_lines_too(catalogue, tmp_path):
    (tmp_path / "fields.csv").write_bytes(GOOD.replace("\n", "\r").encode())
    call_command("import_scorecard", fields=tmp_path / "fields.csv", stdout=StringIO())
    assert InstitutionField.objects.count() == 2


def test_a_million_broken_rows_are_counted_but_not_all_named(catalogue, tmp_path):
    path = tmp_path / "fields.csv"
    path.write_text(text(FIRST, [cell("UNITID", "x").splitlines()[1]] * 20_000))
    status, said = refused(path)
    assert status == 1
    assert "rejected 20000" in said.splitlines()[-1]
    assert said.count("is not a UNITID") == 1000


def test_there_are_enough_of_them():
    assert len(UNUSABLE) + len(UNUSABLE_BYTES) + len(BROKEN_ROWS) >= 60
