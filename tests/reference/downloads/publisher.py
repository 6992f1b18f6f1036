"""A publisher on loopback, and federal files to ask it for."""

import io
import zipfile
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field, replace
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from threading import Event, Thread
from typing import Any

from reference.downloads.federal_file import FederalFile, Member
from reference.downloads.line import Line

CSV = b"CIPCode,CIPTitle\n" + b"11.0701,Computer Science\n" * 400
PAGE = b"<!DOCTYPE html><html><head><title>Access Denied</title></head></html>"


@dataclass
class Answer:
    """What the server says to one request; `cut` bytes are left out at the end."""

    data: bytes = b""
    status: int = 200
    headers: dict[str, str] = field(default_factory=dict)
    cut: int = 0
    ranges: bool = True
    length: bool = True
    silent: bool = False


@dataclass
class Publisher:
    """`answers` by path; the last of a list stays. `asked` holds (path, headers) in order."""

    address: str = ""
    answers: dict[str, list[Answer]] = field(default_factory=dict)
    asked: list[tuple[str, Any]] = field(default_factory=list)
    closing: Event = field(default_factory=Event)

    def serve(self, path: str, *answers: Answer) -> str:
        """The address of the path."""
        self.answers[path] = list(answers)
        return self.address + path

    def next_answer(self, path: str) -> Answer:
        answers = self.answers.get(path) or [Answer(status=404)]
        return answers.pop(0) if len(answers) > 1 else answers[0]

    def ranges(self) -> list[str | None]:
        return [headers["Range"] for _path, headers in self.asked]


@contextmanager
def publisher() -> Iterator[Publisher]:
    here = Publisher()
    handler = type("Handler", (_Handler,), {"publisher": here})
    with ThreadingHTTPServer(("127.0.0.1", 0), handler) as server:
        here.address = f"http://127.0.0.1:{server.server_port}"
        thread = Thread(target=server.serve_forever, kwargs={"poll_interval": 0.01})
        thread.start()
        try:
            yield here
        finally:
            here.closing.set()
            server.shutdown()
            thread.join()


class _Handler(BaseHTTPRequestHandler):
    publisher: Publisher

    def do_GET(self):
        self.publisher.asked.append((self.path, self.headers))
        answer = self.publisher.next_answer(self.path)
        if answer.silent:
            self.publisher.closing.wait(5)
            return
        self._answer(self._part(answer) if answer.ranges else answer)

    def _part(self, answer):
        """As RFC 9110 has it: the rest, all of it, or 416."""
        asked = self.headers["Range"]
        version = {answer.headers.get("ETag"), answer.headers.get("Last-Modified"), None}
        if not asked or answer.status != 200 or self.headers["If-Range"] not in version:
            return answer
        start, total = int(asked.removeprefix("bytes=").removesuffix("-")), len(answer.data)
        if start >= total:
            return Answer(b"", 416, {"Content-Range": f"bytes */{total}"})
        headers = {"Content-Range": f"bytes {start}-{total - 1}/{total}"} | answer.headers
        return replace(answer, data=answer.data[start:], status=206, headers=headers)

    def _answer(self, answer):
        self.send_response(answer.status)
        for name, value in answer.headers.items():
            self.send_header(name, value)
        if answer.length:
            self.send_header("Content-Length", str(len(answer.data)))
        self.end_headers()
        self.wfile.write(answer.data[: len(answer.data) - answer.cut])

    def log_message(self, *_args):
        """Not on the terminal of the tests."""


def line(**options) -> Line:
    """One that reaches loopback and does not wait."""
    usual: dict[str, Any] = {"loopback": True, "pauses": (0, 0), "wait": lambda _seconds: None}
    return Line(**usual | options)


def csv_file(*addresses: str, **options) -> FederalFile:
    usual: dict[str, Any] = {
        "key": "cip-codes",
        "publisher": "NCES",
        "edition": "CIP 2020",
        "addresses": addresses,
        "page": "https://nces.ed.gov/",
        "form": "csv",
        "least": 100,
        "most": 100_000,
        "layout": "cip-codes",
        "lands": "CIPCode2020.csv",
    }
    return FederalFile(**usual | options)


def zip_file(*addresses: str, **options) -> FederalFile:
    usual = {
        "key": "ipeds-completions",
        "form": "zip",
        "members": (Member("c2024_a.csv", "c2024_a.csv"),),
        "unpacked": 1_000_000,
        "lands": "",
    }
    return csv_file(*addresses, **usual | options)


def zipped(members: dict[str | zipfile.ZipInfo, bytes], **options) -> bytes:
    data = io.BytesIO()
    with zipfile.ZipFile(data, "w", zipfile.ZIP_DEFLATED, **options) as archive:
        for name, content in members.items():
            archive.writestr(name, content)
    return data.getvalue()


def workbook() -> bytes:
    return zipped({"[Content_Types].xml": b"<Types/>", "xl/workbook.xml": b"<workbook/>" * 50})


def names(folder) -> list[str]:
    """What lies in a folder and below it."""
    files = (path for path in folder.rglob("*") if not path.is_dir())
    return sorted(str(path.relative_to(folder)) for path in files)
