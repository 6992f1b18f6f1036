"""The wanted members of a zip → files of the directory, and nothing else anywhere."""

import os
import zipfile
from collections.abc import Sequence
from pathlib import Path, PurePosixPath

from django.utils.translation import gettext as _

from reference.downloads.archives import open_download
from reference.downloads.faults import DownloadFault
from reference.downloads.federal_file import FederalFile, Member
from reference.downloads.kinds import check_file, form_of
from reference.imports.errors import quoted

CHUNK = 1024 * 1024


def unpack(path: Path, file: FederalFile, directory: Path) -> dict[str, str]:
    """{where it landed: the member’s own name}; raises DownloadFault, then nothing has changed."""
    parts = {member: unfinished(directory, member.lands) for member in file.members}
    try:
        chosen = _write_all(path, file, parts)
    except DownloadFault:
        for part in parts.values():
            part.unlink(missing_ok=True)
        raise
    for member, part in parts.items():
        part.replace(directory / member.lands)
    return {member.lands: PurePosixPath(info.filename).name for member, info in chosen.items()}


def unfinished(directory: Path, lands: str) -> Path:
    """Where it is written before it is whole; raises DownloadFault where a link leads elsewhere."""
    path = directory / f"{lands}.part"
    path.parent.mkdir(exist_ok=True)
    if not path.parent.resolve().is_relative_to(directory.resolve()):
        raise DownloadFault(_("%s is a link that leads out of the folder") % path.parent)
    return path


def not_through_links(path: str, flags: int) -> int:
    """An opener for open()."""
    return os.open(path, flags | os.O_NOFOLLOW, 0o666)


def _write_all(path, file, parts):
    with open_download(path, file.unpacked) as archive:
        chosen = {member: _choose(archive, member) for member in file.members}
        for member, part in parts.items():
            _write(archive, chosen[member], part)
            check_file(form_of(member.name), part)
    return chosen


def _choose(archive: zipfile.ZipFile, wanted: Member) -> zipfile.ZipInfo:
    """In any folder and any case; a revised file, which publishers mark _rv, before the first."""
    stem, dot, ending = wanted.name.lower().rpartition(".")
    for name in (f"{stem}_rv{dot}{ending}", wanted.name.lower()):
        found = [info for info in archive.infolist() if _basename(info) == name]
        if len(found) > 1:
            raise DownloadFault(_("the archive holds %s more than once") % quoted(name))
        if found:
            return found[0]
    names = [info.filename for info in archive.infolist() if not info.is_dir()]
    words = {"name": quoted(wanted.name), "names": _some(names)}
    raise DownloadFault(_("the archive has no %(name)s; it holds %(names)s") % words)


def _basename(info: zipfile.ZipInfo) -> str:
    return "" if info.is_dir() else PurePosixPath(info.filename).name.lower()


def _some(names: Sequence[str]) -> str:
    shown = [quoted(name) for name in names[:5]]
    return ", ".join([*shown, "…"] if len(names) > 5 else shown) or _("nothing")


def _write(archive: zipfile.ZipFile, info: zipfile.ZipInfo, path: Path) -> None:
    """zipfile gives at most the size that was checked, and compares the checksum at the end."""
    with archive.open(info) as source, open(path, "wb", opener=not_through_links) as target:
        while chunk := source.read(CHUNK):
            target.write(chunk)
