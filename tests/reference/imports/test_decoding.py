import os
from pathlib import Path

import pytest

from reference.imports import decoding
from reference.imports.decoding import open_text
from reference.imports.errors import UnusableFile
from tests.samples import as_nobody


@pytest.fixture
def file(tmp_path):
    return tmp_path / "topics.csv"


def text_of(file, data):
    file.write_bytes(data)
    return open_text(file).read()


def refusal(file, data):
    file.write_bytes(data)
    with pytest.raises(UnusableFile) as refused:
        open_text(file)
    return refused.value


def test_text_is_read_as_utf_8(file):
    assert text_of(file, "key\nzoë\n".encode()) == "key\nzoë\n"


def test_a_byte_order_mark_is_dropped(file):
    assert text_of(file, "key\n".encode("utf-8-sig")) == "key\n"


def test_line_ends_stay_as_they_are(file):
    assert text_of(file, b"a\r\nb\rc\n") == "a\r\nb\rc\n"


@pytest.mark.parametrize("encoding", ["utf-16", "utf-32", "utf-16-be"])
def test_another_encoding_of_unicode_is_named(file, encoding):
    text = "\ufeffkey" if encoding == "utf-16-be" else "key"
    assert refusal(file, text.encode(encoding)).message == "is UTF-16 or UTF-32; save it as UTF-8"


def test_a_byte_that_is_not_utf_8_is_placed_by_line_and_character(file):
    refused = refusal(file, "é,é\r\né,a".encode() + b"\xe9,x")
    assert (refused.line, refused.column) == (2, "4")
    assert refused.message == "the byte 0xE9 is not UTF-8; save the file as UTF-8"


def test_a_nul_byte_is_placed_by_line_and_character(file):
    refused = refusal(file, b"key\rab\x00")
    assert (refused.line, refused.column) == (2, "3")
    assert refused.message.startswith("a NUL byte")


@pytest.mark.parametrize(
    ("data", "kind"),
    [
        (b"PK\x03\x04...", "a spreadsheet or zip archive"),
        (b"\xd0\xcf\x11\xe0", "a spreadsheet"),
        (b"\x1f\x8b\x08", "a gzip archive"),
        (b"BZh9", "a bzip2 archive"),
        (b"\xfd7zXZ\x00", "an xz archive"),
        (b"%PDF-1.7", "a PDF"),
        (b"\x89PNG\r\n", "a picture"),
        (b"\xff\xd8\xff\xe0", "a picture"),
        (b"SQLite format 3\x00", "a database"),
        (b"\n <!DOCTYPE html>", "a web page or XML"),
        (b'{"slug": 1}', "JSON"),
        (b"[1]", "JSON"),
    ],
)
def test_a_file_of_another_kind_is_named(file, data, kind):
    assert refusal(file, data).message == f"is {kind}, not CSV; save it as CSV in UTF-8"


def test_a_file_that_is_not_there_is_refused(file):
    with pytest.raises(UnusableFile, match="there is no such file; check the path"):
        open_text(file)


def test_a_link_to_nothing_is_refused(file):
    file.symlink_to("nowhere")
    with pytest.raises(UnusableFile, match="there is no such file"):
        open_text(file)


@pytest.mark.parametrize("make", [os.mkdir, os.mkfifo])
def test_what_is_not_a_regular_file_is_not_opened(file, make):
    make(file)
    with pytest.raises(UnusableFile, match="is not a regular file; give a CSV file"):
        open_text(file)


def test_a_file_larger_than_any_seed_file_is_not_read(file, monkeypatch):
    monkeypatch.setattr(decoding, "LARGEST_FILE", 3)
    assert refusal(file, b"1234").message.startswith("is larger than 50 MB")


def test_a_file_that_one_may_not_read_is_refused(file, monkeypatch):
    file.write_text("key\n")
    file.chmod(0)
    file.parent.chmod(0o755)
    monkeypatch.chdir(file.parent)
    with as_nobody(), pytest.raises(UnusableFile) as refused:
        open_text(Path("topics.csv"))
    assert str(refused.value) == (
        "topics.csv: cannot be read (Permission denied); check its permissions"
    )
