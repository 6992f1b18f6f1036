"""What a file is, by its bytes."""

import pytest

from reference.downloads.faults import DownloadFault
from reference.downloads.kinds import check_file
from tests.reference.downloads.publisher import CSV, PAGE, workbook, zipped

ZIP = zipped({"a.csv": CSV})
CONTENT = {"zip": ZIP, "xlsx": workbook(), "csv": CSV}


@pytest.fixture
def check(tmp_path):
    def run(form, data):
        (tmp_path / "a").write_bytes(data)
        check_file(form, tmp_path / "a")

    return run


@pytest.mark.parametrize("form", CONTENT)
def test_each_form_is_known(check, form):
    check(form, CONTENT[form])


def test_csv_may_begin_with_a_mark_and_blanks(check):
    check("csv", b"\xef\xbb\xbf\r\n" + CSV)


@pytest.mark.parametrize(
    ("form", "data", "said"),
    [
        ("zip", PAGE, "a web page or XML “Access Denied”, not a zip archive"),
        ("zip", b"<html>", "a web page or XML, not a zip archive"),
        ("zip", CSV, "something else, not a zip archive"),
        ("zip", b"%PDF-1.7", "a PDF, not a zip archive"),
        ("zip", workbook(), "an Excel workbook, not a zip archive"),
        ("xlsx", ZIP, "a zip archive, not an Excel workbook"),
        ("xlsx", b'{"error": 1}', "JSON, not an Excel workbook"),
        ("csv", b"\xff\xfea\0,\0", "binary data, not a CSV file"),
        ("csv", b"a\0b", "binary data, not a CSV file"),
        ("csv", b" \n", "an empty file, not a CSV file"),
        ("csv", b"<title>\x1b[31m " + b"x" * 80 + b"</title>", "x…”, not a CSV file"),
    ],
)
def test_anything_else_is_named(check, form, data, said):
    with pytest.raises(DownloadFault) as failed:
        check(form, data)
    assert str(failed.value).startswith("what came is ")
    assert str(failed.value).endswith(said)
    assert str(failed.value).isprintable()


def test_a_workbook_with_a_wrong_byte_is_damaged(check):
    data = bytearray(zipped({"xl/workbook.xml": CSV}))
    data[data.index(b"xl/workbook.xml") + 40] ^= 0xFF
    with pytest.raises(DownloadFault, match="cut short or damaged"):
        check("xlsx", bytes(data))


def test_a_workbook_whose_checksum_is_wrong_is_damaged(check):
    data = bytearray(zipped({"xl/workbook.xml": CSV}))
    data[data.index(b"PK\x01\x02") + 16] ^= 0xFF
    with pytest.raises(DownloadFault, match="cut short or damaged"):
        check("xlsx", bytes(data))
