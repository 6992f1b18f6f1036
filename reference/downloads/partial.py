"""A file that is still coming: NAME.part, and beside it what the server said of it."""

import json
from pathlib import Path
from typing import BinaryIO

from reference.downloads.kinds import HEAD
from reference.downloads.unpacking import not_through_links


class Partial:
    """`total` is the size of the whole file in bytes, None where the server did not say it."""

    def __init__(self, directory: Path, name: str):
        self.path = directory / f"{name}.part"
        self._said_path = directory / f"{name}.said.part"

    @property
    def size(self) -> int:
        return self.path.stat().st_size if self.path.is_file() else 0

    @property
    def total(self) -> int | None:
        return self._said().get("total")

    def head(self) -> bytes:
        with self.path.open("rb") as file:
            return file.read(HEAD)

    def headers_from(self, address: str) -> dict[str, str]:
        """What asks for the rest only; empty where all has to come."""
        said = self._said()
        if not self.size or not said.get("total") or said.get("address") != address:
            return {}
        condition = {"If-Range": said["version"]} if said.get("version") else {}
        return {"Range": f"bytes={self.size}-", **condition}

    def begin(self, address: str, version: str, total: int | None) -> BinaryIO:
        """Empty, to write the first byte to."""
        said = {"address": address, "version": version, "total": total}
        with open(self._said_path, "w", encoding="utf-8", opener=not_through_links) as file:
            json.dump(said, file)
        return open(self.path, "wb", opener=not_through_links)

    def resume(self) -> BinaryIO:
        return open(self.path, "ab", opener=not_through_links)

    def drop(self) -> None:
        self.path.unlink(missing_ok=True)
        self._said_path.unlink(missing_ok=True)

    def become(self, path: Path) -> None:
        self.path.replace(path)
        self.drop()

    def _said(self) -> dict:
        try:
            said = json.loads(self._said_path.read_bytes())
        except (OSError, ValueError, RecursionError):
            return {}
        return said if isinstance(said, dict) else {}
