"""One federal file from its publisher to the directory and its manifest."""

import fcntl
import os
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime
from pathlib import Path

from django.utils.translation import gettext as _

from reference.downloads.faults import DownloadFault, disk_fault
from reference.downloads.federal_file import FederalFile
from reference.downloads.fetching import Progress, fetch
from reference.downloads.kinds import check_file
from reference.downloads.line import Line
from reference.downloads.manifest import (
    Entry,
    add_to_manifest,
    is_whole,
    read_manifest,
    sha256_of,
)
from reference.downloads.partial import Partial
from reference.downloads.unpacking import unpack


class UnusableFolder(Exception):
    """Nothing can be put there; the message says why."""


@contextmanager
def folder(directory: Path) -> Iterator[None]:
    """Made if missing, tried, and ours alone; raises UnusableFolder."""
    handle = _opened(directory)
    try:
        fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
        yield
    except BlockingIOError:
        message = _("Another download into %s is running; wait until it has ended")
        raise UnusableFolder(message % directory) from None
    finally:
        os.close(handle)


def _opened(directory: Path) -> int:
    try:
        directory.mkdir(parents=True, exist_ok=True)
        with tempfile.TemporaryFile(dir=directory):
            return os.open(directory, os.O_RDONLY)
    except (FileExistsError, NotADirectoryError):
        raise UnusableFolder(_("%s is a file; name a folder") % directory) from None
    except OSError as error:
        words = {"path": directory, "reason": error.strerror}
        message = _("%(path)s cannot be written: %(reason)s. Name a folder that is yours")
        raise UnusableFolder(message % words) from None


def is_there(file: FederalFile, directory: Path) -> bool:
    """Whether all that this file leaves is there, of this edition and unchanged."""
    manifest = read_manifest(directory)
    entries = {name: manifest.get(name) for name in file.landings}
    return all(
        entry and entry.edition == file.edition and is_whole(directory / name, entry)
        for name, entry in entries.items()
    )


def obtain(file: FederalFile, directory: Path, line: Line, progress: Progress) -> dict[str, Entry]:
    """{name in the directory: its entry}, by the first address that has it.

    Raises DownloadFault; then the directory holds what it held, and perhaps a part to go on from.
    """
    faults = []
    for address in file.addresses:
        try:
            return _obtain_from(address, file, directory, line, progress)
        except DownloadFault as fault:
            faults.append(f"{address}: {fault}.")
        except OSError as error:
            raise DownloadFault(f"{disk_fault(error)}.") from None
    raise DownloadFault(" ".join(faults))


def _obtain_from(address, file, directory, line, progress):
    partial = Partial(directory, file.name)
    fetch(file, address, partial, line, progress)
    try:
        check_file(file.form, partial.path)
        members = _put_in_place(file, directory, partial)
    except DownloadFault:
        partial.drop()
        raise
    entries = {
        name: _entry(file, address, member, directory / name) for name, member in members.items()
    }
    add_to_manifest(directory, entries)
    return entries


def _put_in_place(file, directory, partial):
    """{name in the directory: name in the zip, blank for a file that came as it is}"""
    if not file.members:
        partial.become(directory / file.lands)
        return {file.lands: ""}
    members = unpack(partial.path, file, directory)
    partial.drop()
    return members


def _entry(file: FederalFile, address: str, member: str, path: Path) -> Entry:
    return Entry(
        key=file.key,
        url=address,
        member=member,
        edition=file.edition,
        retrieved_on=datetime.now(UTC).date().isoformat(),
        bytes=path.stat().st_size,
        sha256=sha256_of(path),
    )
