"""An address → a whole file at NAME.part, going on where an earlier try has stopped."""

import re
from collections.abc import Callable
from http import HTTPStatus
from http.client import HTTPException
from typing import Any, BinaryIO

from django.utils.translation import gettext as _

from reference.downloads.faults import DownloadFault, Gone, PassingFault
from reference.downloads.federal_file import FederalFile
from reference.downloads.kinds import HEAD, check_head
from reference.downloads.line import Line, no_answer
from reference.downloads.partial import Partial

CHUNK = 256 * 1024
BUSY = {408, 425, 429, 500, 502, 503, 504}
CONTENT_RANGE = re.compile(r"bytes (?:(\d+)-\d+|\*)/(\d+|\*)")

# (bytes that are there, bytes in all or None)
Progress = Callable[[int, int | None], None]


def fetch(
    file: FederalFile, address: str, partial: Partial, line: Line, progress: Progress
) -> None:
    """Raises DownloadFault when no try has brought it."""
    for pause in line.pauses:
        try:
            return _try(file, address, partial, line, progress)
        except PassingFault:
            line.wait(pause)
    _try(file, address, partial, line, progress)


def _try(file, address, partial, line, progress):
    with line.ask(address, partial.headers_from(address)) as answer:
        if answer.status != HTTPStatus.REQUESTED_RANGE_NOT_SATISFIABLE:
            _receive(file, address, partial, answer, progress)
        elif not partial.size or _range(answer) != (None, partial.size):
            partial.drop()
            raise PassingFault(_("the server has another version by now; try again"))
    _check_whole(file, partial)


def _receive(file, address, partial, answer, progress):
    try:
        with _target(file, address, partial, answer) as target:
            _copy(file, partial, answer, target, progress)
    except PassingFault:
        raise
    except DownloadFault:
        partial.drop()
        raise


def _target(file: FederalFile, address: str, partial: Partial, answer: Any) -> BinaryIO:
    """Where the bytes of this answer belong."""
    if answer.headers.get("Content-Encoding", "identity") != "identity":
        raise DownloadFault(_("the server packed the answer, which nobody asked for"))
    if answer.status == HTTPStatus.PARTIAL_CONTENT:
        if _range(answer) != (partial.size, partial.total):
            partial.drop()
            raise PassingFault(_("the server went on at another place; try again"))
        return partial.resume()
    if answer.status != HTTPStatus.OK:
        raise _refusal(answer.status)
    total = _number(answer.headers.get("Content-Length"))
    return partial.begin(address, _version(answer.headers), total)


def _copy(file, partial, answer, target, progress):
    total, is_checked = partial.total, False
    _check_most(file, total or 0)
    while chunk := _read(answer):
        target.write(chunk)
        _check_most(file, target.tell())
        progress(target.tell(), total)
        if not is_checked and target.tell() >= HEAD:
            target.flush()
            check_head(file.form, partial.head())
            is_checked = True


def _read(answer: Any) -> bytes:
    try:
        return answer.read1(CHUNK)
    except (OSError, HTTPException) as error:
        raise no_answer(error) from None


def _check_whole(file: FederalFile, partial: Partial) -> None:
    size, total = partial.size, partial.total
    if total is not None and size < total:
        words = {"size": size, "total": total}
        raise PassingFault(
            _("only %(size)s of %(total)s bytes came; run it again: it goes on from there") % words
        )
    try:
        check_head(file.form, partial.head())
        _check_least(file, size)
    except DownloadFault:
        partial.drop()
        raise


def _check_least(file: FederalFile, size: int) -> None:
    if size < file.least:
        words = {"size": size, "least": file.least}
        raise DownloadFault(
            _("only %(size)s bytes came, the least is %(least)s: it cannot be the file") % words
        )


def _check_most(file: FederalFile, size: int) -> None:
    if size > file.most:
        words = {"size": size, "most": file.most}
        raise DownloadFault(
            _("it has %(size)s bytes or more, the most is %(most)s: it cannot be the file") % words
        )


def _refusal(status: int) -> DownloadFault:
    if status in (HTTPStatus.NOT_FOUND, HTTPStatus.GONE):
        return Gone(_("nothing is there (HTTP %d)") % status)
    if status in (HTTPStatus.UNAUTHORIZED, HTTPStatus.FORBIDDEN):
        return DownloadFault(
            _(
                "the publisher refuses programs (HTTP %d); say who you are with --contact, or save "
                "the file with a browser and give that one to the import"
            )
            % status
        )
    if status in BUSY:
        return PassingFault(_("the server is busy (HTTP %d); try again later") % status)
    return DownloadFault(_("the server answered with HTTP %d") % status)


def _range(answer: Any) -> tuple[int | None, int | None]:
    """(first byte of the answer, bytes in all)"""
    match = CONTENT_RANGE.fullmatch(answer.headers.get("Content-Range", ""))
    return (_number(match[1]), _number(match[2])) if match else (None, None)


def _number(text: str | None) -> int | None:
    return int(text) if text and re.fullmatch(r"[0-9]{1,18}", text) else None


def _version(headers: Any) -> str:
    """What If-Range may name: an ETag unless it is weak, else the day of change."""
    tag = headers.get("ETag", "")
    return tag if tag.startswith('"') else headers.get("Last-Modified", "")
