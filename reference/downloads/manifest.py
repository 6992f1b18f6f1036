"""downloads.json: which files of a directory are the publishers' own, and since when."""

import json
from dataclasses import asdict, dataclass
from datetime import date
from hashlib import file_digest
from pathlib import Path

MANIFEST = "downloads.json"
LARGEST = 1024 * 1024


@dataclass(frozen=True)
class Entry:
    """One file. `member` is its name in the publisher's zip; `retrieved_on` is a day in UTC."""

    key: str
    url: str
    member: str
    edition: str
    retrieved_on: str
    bytes: int
    sha256: str


def read_manifest(directory: Path) -> dict[str, Entry]:
    """By file name inside the directory; empty where there is none, or none that can be read."""
    path = directory / MANIFEST
    try:
        rows = json.loads(path.read_bytes() if path.stat().st_size <= LARGEST else b"")["files"]
        return {name: Entry(**row) for name, row in rows.items()}
    except (OSError, ValueError, KeyError, TypeError, AttributeError, RecursionError):
        return {}


def add_to_manifest(directory: Path, entries: dict[str, Entry]) -> None:
    """Whole or not at all."""
    files = {name: asdict(entry) for name, entry in (read_manifest(directory) | entries).items()}
    text = json.dumps({"files": files}, indent=2, ensure_ascii=False, sort_keys=True) + "\n"
    part = directory / f"{MANIFEST}.part"
    part.write_text(text, encoding="utf-8")
    part.replace(directory / MANIFEST)


def sha256_of(path: Path) -> str:
    with path.open("rb") as file:
        return file_digest(file, "sha256").hexdigest()


def is_whole(path: Path, entry: Entry) -> bool:
    """Whether the file is the one the entry speaks of."""
    try:
        return path.stat().st_size == entry.bytes and sha256_of(path) == entry.sha256
    except OSError:
        return False


def whole_entry(path: Path) -> Entry | None:
    """Of a publisher's own file; None for any other file, and for a changed one."""
    entry = _entry_of(path.absolute())
    return entry if entry and is_whole(path, entry) else None


def retrieved_on(path: Path) -> date | None:
    """The day the publisher's own file came, where it is one."""
    entry = whole_entry(path)
    if entry is None:
        return None
    try:
        return date.fromisoformat(entry.retrieved_on)
    except (TypeError, ValueError):
        return None


def _entry_of(path: Path) -> Entry | None:
    """From the manifest of the file's folder, else of the folder above."""
    for directory in path.parents[:2]:
        if entry := read_manifest(directory).get(path.relative_to(directory).as_posix()):
            return entry
    return None
