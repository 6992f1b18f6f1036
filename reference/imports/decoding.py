"""A path → the text of the file there, or a clear refusal."""

import io
from pathlib import Path
from typing import TextIO

from django.utils.translation import gettext as _

from reference.imports.errors import UnusableFile

# Seed files are kilobytes; this keeps a wrong file from filling the memory.
LARGEST_FILE = 50 * 1024 * 1024

LONGEST_MARK = 64
OTHER_KINDS = {
    b"pk": "a spreadsheet or zip archive",
    b"\xd0\xcf\x11\xe0": "a spreadsheet",
    b"\x1f\x8b": "a gzip archive",
    b"bzh": "a bzip2 archive",
    b"\xfd7zxz": "an xz archive",
    b"%pdf": "a PDF",
    b"\x89png": "a picture",
    b"\xff\xd8": "a picture",
    b"sqlite format 3": "a database",
    b"<": "a web page or XML",
    b"{": "JSON",
    b"[": "JSON",
}
WEB_PAGES = (b"<!doctype html", b"<html", b"<head")
UTF_16_OR_32 = (b"\xff\xfe", b"\xfe\xff", b"\x00\x00\xfe\xff")


def open_text(path: Path, form: str = "CSV") -> TextIO:
    """The file as text, its line ends untouched; raises UnusableFile for what is no UTF-8 text."""
    data = _bytes(path, form)
    check_kind(path, data, form)
    check_encoding(path, data)
    # spreadsheets put a byte order mark before the header: utf-8-sig drops it
    return io.TextIOWrapper(io.BytesIO(data), "utf-8-sig", newline="")


def check_regular(path: Path, form: str) -> None:
    """Refuses what is not there, and folders, pipes and devices."""
    if not path.exists():
        raise UnusableFile(path, _("there is no such file; check the path"))
    if not path.is_file():
        raise UnusableFile(path, _("is not a regular file; give a %s file") % form)


def _bytes(path, form):
    try:
        check_regular(path, form)
        if path.stat().st_size > LARGEST_FILE:
            raise UnusableFile(path, _("is larger than 50 MB; a seed file is never that large"))
        return path.read_bytes()
    except OSError as error:
        reason = _("cannot be read (%s); check its permissions") % error.strerror
        raise UnusableFile(path, reason) from None


def check_kind(path: Path, data: bytes, form: str) -> None:
    """Refuses, by how it begins, what is plainly something else."""
    if data.startswith(UTF_16_OR_32):
        raise UnusableFile(path, _("is UTF-16 or UTF-32; save it as UTF-8"), 1)
    begins = data[:LONGEST_MARK].lstrip().lower()
    for mark, kind in OTHER_KINDS.items():
        if begins.startswith(mark):
            words = {"kind": kind, "form": form}
            reason = _("is %(kind)s, not %(form)s; save it as %(form)s in UTF-8")
            raise UnusableFile(path, reason % words, 1)


def is_web_page(beginning: bytes) -> bool:
    """What a server sends in place of a file."""
    return beginning.lstrip(b"\xef\xbb\xbf \t\r\n").lower().startswith(WEB_PAGES)


def check_encoding(path, data):
    if b"\x00" in data:
        where = _position(data, data.index(b"\x00"))
        raise UnusableFile(path, _("a NUL byte; remove it (or save the file as UTF-8)"), *where)
    try:
        data.decode("utf-8")
    except UnicodeDecodeError as error:
        where = _position(data, error.start)
        reason = _("the byte 0x%02X is not UTF-8; save the file as UTF-8") % data[error.start]
        raise UnusableFile(path, reason, *where) from None


def _position(data: bytes, index: int) -> tuple[int, str]:
    """Line, and the place in it as text, both counted from 1."""
    before = data[:index].decode("utf-8", "replace").replace("\r\n", "\n").replace("\r", "\n")
    start = before.rfind("\n") + 1
    return before.count("\n") + 1, str(len(before) - start + 1)
