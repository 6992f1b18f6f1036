"""Whatever is wrong with a file: one line says where, what and how, and nothing is changed."""

import gzip
import io
import os
import re
import zipfile

import pytest
from django.core.management import CommandError, call_command
from django.db import transaction

from tests.samples import SEEDS, copy_of_samples, load, run, stored


def swap(old, new):
    """Replace what stands in the file once."""

    def change(data):
        assert data.count(old) == 1, data.count(old)
        return data.replace(old, new)

    return change


def becomes(data):
    return lambda _data: data


def zipped(data):
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("xl/worksheets/sheet1.xml", data)
    return packed.getvalue()


def encoded(encoding):
    return lambda data: data.decode().encode(encoding)


HEADER = b"key,question,summary,origin,edited\n"
MANY_COLUMNS = b",".join(b"c%d" % n for n in range(100_000))

# what is done to topics.csv → what the line says after its name
UNUSABLE_TOPICS = {
    "empty": (becomes(b""), ": is empty; write a header and rows"),
    "byte order mark only": (becomes(b"\xef\xbb\xbf"), ": is empty; write a header and rows"),
    "blank lines only": (becomes(b"\n \n,,\n"), ": is empty; write a header and rows"),
    "header only": (becomes(HEADER), ": has a header but no rows; add rows or remove the file"),
    "no header": (
        lambda data: data.removeprefix(HEADER),
        ", line 1, column ml-engineer-pay: is not a column of this file; it has key, question",
    ),
    "UTF-16": (encoded("utf-16"), ", line 1: is UTF-16 or UTF-32; save it as UTF-8"),
    "UTF-16 without a mark": (encoded("utf-16-le"), ", line 1, column 2: a NUL byte; remove it"),
    "UTF-32": (encoded("utf-32"), ", line 1: is UTF-16 or UTF-32; save it as UTF-8"),
    "Latin-1": (
        swap(b"What does", b"O\xf9 est"),
        ", line 2, column 18: the byte 0xF9 is not UTF-8; save the file as UTF-8",
    ),
    "two encodings": (
        swap(b"What does", "Où est".encode() + b" \xf9"),
        ", line 2, column 24: the byte 0xF9 is not UTF-8; save the file as UTF-8",
    ),
    "cut within a letter": (
        lambda data: data + "é".encode()[:1],
        ", line 3, column 1: the byte 0xC3 is not UTF-8; save the file as UTF-8",
    ),
    "NUL": (swap(b"What does", b"What\0does"), ", line 2, column 21: a NUL byte; remove it"),
    "open quote": (
        swap(b",What does", b',"What does'),
        ", line 2: cannot be split into cells (unexpected end of data); look for a quote",
    ),
    "quote within a cell": (
        swap(b",What does", b',"What" does'),
        ", line 2: cannot be split into cells (',' expected after '\"'); look for a quote",
    ),
    "unknown column": (
        swap(b"question,", b"qestion,"),
        ", line 1, column qestion: is not a column of this file; did you mean “question”?",
    ),
    "column in capitals": (
        swap(b"key,", b"KEY,"),
        ", line 1, column KEY: is not a column of this file; it has key, question, summary",
    ),
    "additional column": (
        swap(b"edited", b"edited,remark"),
        ", line 1, column remark: is not a column of this file; it has key, question, summary",
    ),
    "missing column": (
        becomes(b"key,question\na,b\n"),
        ", line 1: the header lacks summary; add the column (its cells may be blank)",
    ),
    "column twice": (
        swap(b"question,", b"key,"),
        ", line 1, column key: stands twice in the header; remove one",
    ),
    "column without name": (
        swap(b"edited\n", b"edited,\n"),
        ", line 1: a column has no name; give it one, or remove the comma too many",
    ),
    "semicolons": (
        lambda data: data.replace(b",", b";"),
        ", line 1: cells are separated by “;”; save the file with commas",
    ),
    "tabs": (
        lambda data: data.replace(b",", b"\t"),
        r", line 1: cells are separated by “\t”; save the file with commas",
    ),
    "many columns": (becomes(MANY_COLUMNS), ", line 1, column c0: is not a column of this file"),
    "spreadsheet": (zipped, ", line 1: is a spreadsheet or zip archive, not CSV; save it as CSV"),
    "zip bomb": (
        becomes(zipped(b"0" * 10_000_000)),
        ", line 1: is a spreadsheet or zip archive, not CSV; save it as CSV",
    ),
    "old spreadsheet": (
        becomes(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"),
        ", line 1: is a spreadsheet, not CSV",
    ),
    "gzip": (gzip.compress, ", line 1: is a gzip archive, not CSV; save it as CSV in UTF-8"),
    "PDF": (becomes(b"%PDF-1.7\n"), ", line 1: is a PDF, not CSV; save it as CSV in UTF-8"),
    "web page": (
        becomes(b"\n<!DOCTYPE html>\n<title>404</title>"),
        ", line 1: is a web page or XML, not CSV; save it as CSV in UTF-8",
    ),
    "entity bomb": (
        becomes(b'<?xml version="1.0"?><!DOCTYPE a [<!ENTITY b "&b;&b;">]>'),
        ", line 1: is a web page or XML, not CSV; save it as CSV in UTF-8",
    ),
    "JSON": (becomes(b'[{"key": "a"}]'), ", line 1: is JSON, not CSV; save it as CSV in UTF-8"),
    "picture": (becomes(b"\x89PNG\r\n\x1a\n"), ", line 1: is a picture, not CSV"),
    "database": (becomes(b"SQLite format 3\0"), ", line 1: is a database, not CSV"),
}


def refusal(app, path):
    with pytest.raises(CommandError) as refused:
        call_command(f"import_{app}", path)
    assert refused.value.returncode == 2
    message = str(refused.value)
    assert message.endswith(" Nothing was changed.")
    assert "\n" not in message
    return message


@pytest.fixture(scope="module")
def catalog(django_db_setup, django_db_blocker):
    """The samples, loaded once: no test of this file changes a row."""
    with django_db_blocker.unblock(), transaction.atomic():
        load()
        yield
        transaction.set_rollback(True)


@pytest.fixture
def samples(catalog, tmp_path):
    """Seed files to break, all of them loaded already."""
    return copy_of_samples(tmp_path)


@pytest.mark.parametrize("what", UNUSABLE_TOPICS)
def test_a_file_that_cannot_be_used(samples, what):
    change, expected = UNUSABLE_TOPICS[what]
    before = stored()
    topics = samples / "reference" / "topics.csv"
    topics.write_bytes(change(topics.read_bytes()))
    assert refusal("reference", samples).startswith(f"{topics}{expected}")
    assert stored() == before


def make_fifo(path):
    os.mkfifo(path)


def make_folder(path):
    path.mkdir()


def make_broken_link(path):
    path.symlink_to("nowhere")


@pytest.mark.parametrize(
    ("make", "expected"),
    [
        (make_fifo, "is not a regular file; give a CSV file"),
        (make_folder, "is not a regular file; give a CSV file"),
        (make_broken_link, "there is no such file; check the path"),
    ],
)
def test_what_bears_the_name_of_a_seed_file_but_is_none(samples, make, expected):
    before = stored()
    topics = samples / "reference" / "topics.csv"
    topics.unlink()
    make(topics)
    assert refusal("reference", samples).startswith(f"{topics}: {expected}")
    assert stored() == before


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("nowhere", "there is no such file or folder; check the path"),
        ("careers/careers.csv", "is not a seed file of this command; it reads sources.csv, topics"),
        ("empty", "holds no seed files; expected some of sources.csv"),
        ("topics.csv.bak", "is not a seed file of this command; did you mean “topics.csv”?"),
    ],
)
def test_a_path_that_leads_to_no_seed_file(samples, name, expected):
    before = stored()
    (samples / "empty").mkdir()
    (samples / "topics.csv.bak").touch()
    assert refusal("reference", samples / name).startswith(f"{samples / name}: {expected}")
    assert stored() == before


def test_an_unknown_file_among_the_seed_files(samples):
    before = stored()
    stray = samples / "reference" / "careers.csv"
    stray.write_bytes((SEEDS / "careers" / "careers.csv").read_bytes())
    assert refusal("reference", samples).startswith(f"{stray}: is not a seed file of this command")
    assert stored() == before


# file, what is done to it → the line of the report
TOPICS, SOURCES = "reference/topics.csv", "reference/sources.csv"
CAREERS, OCCUPATIONS = "careers/careers.csv", "careers/occupations.csv"
FIGURES, ENTRIES = "programs/figures.csv", "programs/ranking_entries.csv"
INSTITUTIONS, RANKINGS = "programs/institutions.csv", "programs/rankings.csv"
STATES, PROGRAMS = "programs/states.csv", "programs/programs.csv"

REJECTED_ROWS = {
    "cell too many": (TOPICS, swap(b"pay,What", b"pay,,What"), "line 2: has 6 cells, the header 5"),
    "cell missing": (TOPICS, swap(b",seed,\n", b",seed\n"), "line 2: has 4 cells, the header 5"),
    "overlong cell": (
        TOPICS,
        swap(b"?,,", b"?," + b"x" * 20_001 + b","),
        "line 2, column summary: has 20001 characters, the most is 20000; shorten it",
    ),
    "text longer than its field": (
        TOPICS,
        swap(b"What", b"x" * 300),
        "line 2, column question: “xxxxxx",
    ),
    "invisible character": (
        TOPICS,
        swap(b"What ", "What\u200b ".encode()),
        "line 2, column question: holds U+200B, which nobody can see; type the text again",
    ),
    "letter lost": (
        TOPICS,
        swap(b"What ", "Wh\ufffdt ".encode()),
        "line 2, column question: holds U+FFFD, which nobody can see; type the text again",
    ),
    "look-alike letter": (
        TOPICS,
        swap(b"ml-engineer-pay", "ml-engineer-pаy".encode()),
        "line 2, column key: “ml-engineer-pаy”: ",
    ),
    "blank key": (TOPICS, swap(b"ml-engineer-pay", b""), "line 2, column key: must not be blank"),
    "duplicate key": (
        OCCUPATIONS,
        swap(b"15-2051", b"15-1252"),
        "line 3, column soc: has the same key as line 2; remove one of the two",
    ),
    "unknown choice": (
        SOURCES,
        swap(b",ranking,", b",rankings,"),
        "line 3, column kind: “rankings” is not one of government, university, ranking, article",
    ),
    "day that is none": (
        SOURCES,
        swap(b"2024-05-31", b"2024-02-31"),
        "line 2, column retrieved_on: “2024-02-31” is not a day of the calendar",
    ),
    "date of another form": (
        SOURCES,
        swap(b"2024-05-31", b"31.05.2024"),
        "line 2, column retrieved_on: “31.05.2024” is not a date: write 2024, 2024-05 or",
    ),
    "address that may run": (
        SOURCES,
        swap(b"https://nces.ed.gov/", b"javascript:alert(1)"),
        "line 2, column url: “javascript:alert(1)”: ",
    ),
    "unknown reference": (
        CAREERS,
        swap(b"yes,,rankings-2026", b"yes,,rankings-2025"),
        "line 3, column source: “rankings-2025” is not a known source; add it first, or correct",
    ),
    "unknown occupation": (
        CAREERS,
        swap(b"15-1252", b"15-9999"),
        "line 3, column soc: “15-9999” is not a known occupation; add it first, or correct",
    ),
    "code of another form": (
        OCCUPATIONS,
        swap(b"15-2051", b"152051"),
        "line 3, column soc: “152051”: Write a SOC code as 15-1252.",
    ),
    "neither yes nor blank": (
        CAREERS,
        swap(b",yes,", b",true,"),
        "line 3, column soc_doubtful: “true” is neither yes nor blank",
    ),
    "name twice in a list": (
        CAREERS,
        swap(b"ML Engineer|AI Engineer", b"AI Engineer|AI Engineer"),
        "line 3, column aliases: “AI Engineer” stands twice",
    ),
    "name of another record": (
        CAREERS,
        swap(b"Data scientist,,", b"Data scientist,AI Engineer,"),
        "line 2, column aliases: the database refuses it: “AI Engineer” is already a name of",
    ),
    "value with a sign of money": (
        FIGURES,
        swap(b"table,62260", b"table,$62260"),
        "line 2, column value: “$62260” is not a value",
    ),
    "value with a comma": (
        FIGURES,
        swap(b"table,62260", b'table,"62,260"'),
        "line 2, column value: “62,260” is not a value",
    ),
    "value that is no number": (
        FIGURES,
        swap(b"table,62260", b"table,NaN"),
        "line 2, column value: “NaN” is not a value",
    ),
    "value with an exponent": (
        FIGURES,
        swap(b"table,62260", b"table,1e400"),
        "line 2, column value: “1e400” is not a value",
    ),
    "value too large": (
        FIGURES,
        swap(b"table,62260", b"table,99999999999"),
        "line 2, column value: 99999999999 is too large to store",
    ),
    "absence of another file": (
        FIGURES,
        swap(b"not_reported", b"PrivacySuppressed"),
        "line 4, column value: “PrivacySuppressed” is not a value",
    ),
    "range backwards": (
        FIGURES,
        swap(b"18..24", b"24..18"),
        "line 6, column value: the lower end of a range must be below its upper end",
    ),
    "count below zero": (
        FIGURES,
        swap(b"CTOTALT,57", b"CTOTALT,-57"),
        "line 5, column value: “-57” is not between 0 and 2147483647",
    ),
    "unit of another measure": (
        FIGURES,
        swap(b"62260,usd/year", b"62260,percent"),
        "line 2, column unit: tuition is in usd/year, not in “percent”",
    ),
    "measure of another kind": (
        FIGURES,
        swap(b"tuition,table", b"growth,table"),
        "line 2, column measure: This kind of subject does not have this measure.",
    ),
    "unknown kind of subject": (
        FIGURES,
        swap(b"state,CA", b"country,CA"),
        "line 8, column subject_kind: “country” is not one of institution, field, program, state",
    ),
    "period backwards": (
        FIGURES,
        swap(b"2023-07,2024-06", b"2024-07,2023-06"),
        "line 3, column period_to: The period ends before it begins.",
    ),
    "columns swapped": (
        FIGURES,
        swap(b"measure,item,value", b"measure,value,item"),
        "line 2, column value: “table” is not a value",
    ),
    "number with a separator": (
        RANKINGS,
        swap(b",50,2,", b',"1,000",2,'),
        "line 2, column says_ranked: “1,000” is not a whole number from 0 to 2147483647",
    ),
    "number of another script": (
        RANKINGS,
        swap(b",50,2,", ",５０,2,".encode()),
        "line 2, column says_ranked: “５０” is not a whole number from 0 to 2147483647",
    ),
    "number too large for a database": (
        RANKINGS,
        swap(b",2026,None", b",40000,None"),
        "line 2, column year: “40000” is not a whole number from 0 to 32767",
    ),
    "number too large for any": (
        RANKINGS,
        swap(b",50,2,", b"," + b"9" * 5000 + b",2,"),
        "line 2, column says_ranked: “99999",
    ),
    "rank zero": (
        ENTRIES,
        swap(b"river-college,1,", b"river-college,0,"),
        "line 2, column rank: the database refuses it: Constraint “ranking_entry_rank_from_one”",
    ),
    "score with an exponent": (
        ENTRIES,
        swap(b",94.4,r", b",1e2,r"),
        "line 2, column score: “1e2” is not a number; write it as 64 or 65.4",
    ),
    "score too precise": (
        ENTRIES,
        swap(b",94.4,r", b",94.44444,r"),
        "line 2, column score: “94.44444”: Ensure that there are no more than 3 decimal places.",
    ),
    "UNITID of another form": (
        INSTITUTIONS,
        swap(b"123456", b"12345"),
        "line 2, column unitid: “12345”: A UNITID has six digits.",
    ),
    "name that is taken": (
        STATES,
        swap(b"Puerto Rico", b"California"),
        "line 3, column name: the database refuses it: State with this Name already exists.",
    ),
    "place that is taken": (
        STATES,
        swap(b"Puerto Rico,,", b"Puerto Rico,4,0"),
        "line 3, column tile_row, tile_column: the database refuses it: State with this Tile row",
    ),
    "degree without a title": (
        PROGRAMS,
        swap(b"MS in Artificial Intelligence", b""),
        "line 2, column title, identity: the database refuses it: Constraint “program_has_a_title”",
    ),
    "circle of parents": (
        "programs/organizations.csv",
        swap(b"AWS,company,,", b"AWS,company,amazon-robotics,"),
        "line 2, column parent: “amazon-robotics” leads back to itself or to a circle",
    ),
    "lines backwards": (
        "reference/ledger.csv",
        swap(b",5,9,", b",9,5,"),
        "line 3, column first, last: the database refuses it: Constraint “ledger_lines_in_order”",
    ),
    "unknown origin": (
        TOPICS,
        swap(b",seed,", b",web,"),
        "line 2, column origin: “web” is not one of seed, editor, ipeds, scorecard, oews",
    ),
}


@pytest.mark.parametrize("what", REJECTED_ROWS)
def test_a_row_that_is_rejected(samples, what):
    name, change, expected = REJECTED_ROWS[what]
    before = stored()
    file = samples / name
    file.write_bytes(change(file.read_bytes()))
    status, lines = run(f"import_{file.parent.name}", samples)
    assert status == 1
    assert any(line.startswith(f"{name}, {expected}") for line in lines), lines
    assert lines[-2] == "Nothing was changed."
    assert re.search(r" \+ rejected [1-9]\d*$", lines[-1])
    assert stored() == before


# what is done to topics.csv and yet does no harm
HARMLESS = {
    "byte order mark": lambda data: b"\xef\xbb\xbf" + data,
    "line ends of Windows": lambda data: data.replace(b"\n", b"\r\n"),
    "line ends of old": lambda data: data.replace(b"\n", b"\r"),
    "no line end at the end": lambda data: data.rstrip(b"\n"),
    "blank lines": lambda data: b"\n" + data.replace(b"\n", b"\n\n"),
    "row of commas": lambda data: data + b",,,,\n",
    "space around cells": swap(b",What does", b", What does"),
    "quotes around a cell": swap(b"ml-engineer-pay", b'"ml-engineer-pay"'),
}


@pytest.mark.parametrize("what", HARMLESS)
def test_what_does_no_harm(samples, what):
    before = stored()
    topics = samples / "reference" / "topics.csv"
    topics.write_bytes(HARMLESS[what](topics.read_bytes()))
    status, lines = run("import_reference", topics)
    assert (status, lines[-1]) == (
        0,
        "read 1 = created 0 + updated 0 + unchanged 1 + kept 0 + rejected 0",
    )
    assert stored() == before
