"""What a file is, by its bytes and never by its name."""

import re
from pathlib import Path

from django.utils.translation import gettext as _

from reference.downloads.archives import open_download
from reference.downloads.faults import DownloadFault
from reference.imports.decoding import OTHER_KINDS, UTF_16_OR_32
from reference.imports.errors import one_line, quoted

HEAD = 2048
ZIP = b"PK\x03\x04"
FORMS = {"zip": "a zip archive", "xlsx": "an Excel workbook", "csv": "a CSV file"}
WORKBOOK = "xl/workbook.xml"
LARGEST_ARCHIVE = 1024 * 1024 * 1024  # bytes unpacked; a file’s own limit is narrower
TITLE = re.compile(rb"<title[^>]*>(.*?)</title", re.IGNORECASE | re.DOTALL)


def form_of(name: str) -> str:
    """The form that a member has to have."""
    return "xlsx" if name.lower().endswith(".xlsx") else "csv"


def check_head(form: str, head: bytes) -> None:
    """By the first bytes; raises DownloadFault that says what came instead."""
    fits = head.startswith(ZIP) if form in ("zip", "xlsx") else not _other_kind(head)
    if not fits:
        raise _wrong(_other_kind(head) or _("something else"), form)


def check_file(form: str, path: Path) -> None:
    """A whole file, by what only the whole can show; raises DownloadFault."""
    with path.open("rb") as file:
        check_head(form, file.read(HEAD))
    if form == "csv":
        return
    with open_download(path, LARGEST_ARCHIVE) as archive:
        if (WORKBOOK in archive.namelist()) != (form == "xlsx"):
            raise _wrong(FORMS["zip" if form == "xlsx" else "xlsx"], form)
        if form == "xlsx" and archive.testzip():  # those of a zip are read when it is unpacked
            raise DownloadFault(_("the archive is cut short or damaged; download it again"))


def _wrong(kind: str, form: str) -> DownloadFault:
    words = {"kind": kind, "form": FORMS[form]}
    return DownloadFault(_("what came is %(kind)s, not %(form)s") % words)


def _other_kind(head: bytes) -> str:
    """Blank for what may be CSV."""
    begins = head.removeprefix(b"\xef\xbb\xbf").lstrip().lower()
    if not begins:
        return _("an empty file")
    kind = next((kind for mark, kind in OTHER_KINDS.items() if begins.startswith(mark)), "")
    if not kind and (head.startswith(UTF_16_OR_32) or b"\0" in head):
        return _("binary data")
    title = TITLE.search(head)
    return f"{kind} {_quoted(title[1])}" if kind and title else kind


def _quoted(title: bytes) -> str:
    return quoted(one_line(" ".join(title.decode("utf-8", "replace").split())))
