"""Which files are the publishers' own, and since when."""

import json
from dataclasses import replace
from datetime import date
from hashlib import sha256
from pathlib import Path

import pytest

from reference.downloads.manifest import (
    MANIFEST,
    Entry,
    add_to_manifest,
    is_whole,
    read_manifest,
    retrieved_on,
)
from tests.reference.downloads.publisher import CSV, names

ENTRY = Entry(
    key="cip-codes",
    url="https://nces.ed.gov/CIPCode2020.csv",
    member="",
    edition="CIP 2020",
    retrieved_on="2026-07-01",
    bytes=len(CSV),
    sha256=sha256(CSV).hexdigest(),
)


@pytest.fixture
def folder(tmp_path):
    """One file, and a manifest that names it."""
    (tmp_path / "CIPCode2020.csv").write_bytes(CSV)
    add_to_manifest(tmp_path, {"CIPCode2020.csv": ENTRY})
    return tmp_path


def test_a_file_the_manifest_names_has_its_day(folder):
    assert retrieved_on(folder / "CIPCode2020.csv") == date(2026, 7, 1)


def test_so_it_has_by_a_relative_path(folder, monkeypatch):
    monkeypatch.chdir(folder)
    assert retrieved_on(Path("CIPCode2020.csv")) == date(2026, 7, 1)


def test_the_manifest_of_the_folder_above_counts(folder):
    (folder / "onet").mkdir()
    (folder / "onet" / "Skills.xlsx").write_bytes(CSV)
    add_to_manifest(folder, {"onet/Skills.xlsx": ENTRY})
    assert retrieved_on(folder / "onet" / "Skills.xlsx") == date(2026, 7, 1)


@pytest.mark.parametrize("content", [CSV + b"x", CSV.replace(b"1", b"2")])
def test_a_changed_file_has_none(folder, content):
    (folder / "CIPCode2020.csv").write_bytes(content)
    assert retrieved_on(folder / "CIPCode2020.csv") is None


def test_a_file_the_manifest_does_not_name_has_none(folder):
    (folder / "other.csv").write_bytes(CSV)
    assert retrieved_on(folder / "other.csv") is None
    assert retrieved_on(folder / "missing.csv") is None


def test_a_missing_file_has_none(folder):
    (folder / "CIPCode2020.csv").unlink()
    assert retrieved_on(folder / "CIPCode2020.csv") is None


@pytest.mark.parametrize("day", ["yesterday", 7, None])
def test_a_day_that_is_none_counts_as_none(folder, day):
    add_to_manifest(folder, {"CIPCode2020.csv": replace(ENTRY, retrieved_on=day)})
    assert retrieved_on(folder / "CIPCode2020.csv") is None


@pytest.mark.parametrize(
    "text", ["", "{", "[]", "{}", '{"files": 1}', '{"files": {"a": 1}}', '{"files": {"a": {}}}']
)
def test_a_manifest_that_cannot_be_read_names_nothing(folder, text):
    (folder / MANIFEST).write_text(text)
    assert read_manifest(folder) == {}
    assert retrieved_on(folder / "CIPCode2020.csv") is None


def test_a_huge_manifest_is_not_read(folder):
    (folder / MANIFEST).write_text(" " * 1024 * 1024 + (folder / MANIFEST).read_text())
    assert read_manifest(folder) == {}


def test_an_entry_joins_those_before_it(folder):
    add_to_manifest(folder, {"b.csv": replace(ENTRY, key="b")})
    files = json.loads((folder / MANIFEST).read_text())["files"]
    assert {name: row["key"] for name, row in files.items()} == {
        "CIPCode2020.csv": "cip-codes",
        "b.csv": "b",
    }
    assert names(folder) == ["CIPCode2020.csv", MANIFEST]


def test_a_folder_is_not_a_whole_file(folder):
    assert not is_whole(folder, ENTRY)
