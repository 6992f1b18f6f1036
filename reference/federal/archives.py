"""A zip archive behind limits, all checked in its directory before anything is unpacked."""

import re
from collections import Counter
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from struct import error as StructError
from typing import BinaryIO
from zipfile import ZIP_DEFLATED, ZIP_STORED, BadZipFile, ZipFile, ZipInfo
from zlib import error as ZlibError

from django.utils.translation import gettext as _

from reference.imports.errors import UnusableFile, quoted

MEGABYTE = 1024 * 1024
CHUNK = MEGABYTE

# What zipfile raises on bytes that are not what they claim to be.
BROKEN = (BadZipFile, ZlibError, StructError, EOFError, OSError, RuntimeError, ValueError)

ENTRY = b"PK\x01\x02"  # begins the entry of each member in the directory
LOCAL_HEADER = 30  # bytes before a member's name and data
ENCRYPTED = 0x1

# Up a folder, from the root, on a drive, or with a NUL that would cut the name.
LEADS_OUTSIDE = re.compile(r"^[/\\]|(^|[/\\])\.\.([/\\]|$)|:|\x00")


@dataclass(frozen=True)
class Limits:
    """Sizes in bytes; `ratio` is a member's unpacked size over its packed size."""

    packed: int
    unpacked: int
    ratio: int
    members: int


@contextmanager
def open_archive(path: Path, file: BinaryIO, limits: Limits) -> Iterator[ZipFile]:
    """The archive in an open file; raises UnusableFile for what is broken or beyond the limits."""
    # counted before zipfile makes an object of each entry
    if occurrences(file, ENTRY) > limits.members:
        reason = _("holds more than %d members; give the file as it was published")
        raise UnusableFile(path, reason % limits.members)
    with _directory(path, file) as archive:
        _check(path, archive, limits)
        yield archive


def occurrences(file: BinaryIO, mark: bytes) -> int:
    """How often the mark stands in the file, which is read in pieces."""
    file.seek(0)
    found, tail = 0, b""
    while chunk := file.read(CHUNK):
        found += (tail + chunk).count(mark)
        tail = (tail + chunk)[1 - len(mark) :]
    return found


def damaged(path: Path) -> UnusableFile:
    return UnusableFile(path, _("is cut short or damaged; download it again"))


def _directory(path: Path, file: BinaryIO) -> ZipFile:
    try:
        return ZipFile(file)
    except BROKEN:
        raise damaged(path) from None


def _check(path: Path, archive: ZipFile, limits: Limits) -> None:
    members = archive.infolist()
    for reason in (*_wrong_names(members), *_wrong_sizes(members, limits)):
        raise UnusableFile(path, reason)
    if _overlap(members, archive.start_dir):
        raise damaged(path)


def _wrong_names(members: list[ZipInfo]) -> Iterator[str]:
    for member in members:
        if LEADS_OUTSIDE.search(member.orig_filename):
            reason = _("holds %s, a name that leads outside; give the file as it was published")
            yield reason % quoted(member.orig_filename)
    for name, times in Counter(member.filename.casefold() for member in members).items():
        if times > 1:
            reason = _("holds %s twice; give the file as it was published")
            yield reason % quoted(name)


def _wrong_sizes(members: list[ZipInfo], limits: Limits) -> Iterator[str]:
    if any(member.flag_bits & ENCRYPTED for member in members):
        yield _("is encrypted; save it without a password")
    if any(member.compress_type not in (ZIP_STORED, ZIP_DEFLATED) for member in members):
        yield _("is packed in an unusual way; save it anew with a spreadsheet program")
    if sum(member.file_size for member in members) > limits.unpacked:
        reason = _("unpacks to more than %d MB; give the file as it was published")
        yield reason % (limits.unpacked // MEGABYTE)
    for member in members:
        if member.file_size > max(MEGABYTE, member.compress_size * limits.ratio):
            words = {"name": quoted(member.filename), "ratio": limits.ratio}
            reason = _("%(name)s unpacks to more than %(ratio)d times its size; ")
            yield reason % words + _("give the file as it was published")


def _overlap(members: Iterable[ZipInfo], end: int) -> bool:
    """Whether two members share bytes, or one runs into the directory, which begins at `end`."""
    starts = sorted(member.header_offset for member in members)
    following = dict(zip(starts, [*starts[1:], end], strict=True))
    return len(following) < len(starts) or any(
        m.header_offset + LOCAL_HEADER + len(m.filename) + m.compress_size
        > following[m.header_offset]
        for m in members
    )
