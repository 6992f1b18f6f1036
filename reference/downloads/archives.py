"""A downloaded zip: behind the limits of every archive, and nothing in it but plain files."""

import re
import stat
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from zipfile import ZipFile, ZipInfo

from django.utils.translation import gettext as _

from reference.downloads.faults import DownloadFault
from reference.federal.archives import BROKEN, Limits, damaged, open_archive
from reference.imports.errors import UnusableFile, one_line, quoted

# The archives of O*NET hold some forty workbooks, each an archive of a dozen members.
MOST_MEMBERS = 2000
# The publishers' CSV files shrink to a tenth, the sheets of a workbook to a fortieth.
MOST_RATIO = 100

DEVICE = re.compile(r"(con|prn|aux|nul|conin\$|conout\$|(com|lpt)[0-9¹²³]) *(\..*)?", re.IGNORECASE)


@contextmanager
def open_download(path: Path, unpacked: int) -> Iterator[ZipFile]:
    """Raises DownloadFault, also for what comes to light while a member is read."""
    limits = Limits(path.stat().st_size, unpacked, MOST_RATIO, MOST_MEMBERS)
    try:
        with path.open("rb") as file, open_archive(path, file, limits) as archive:
            _check_kinds(archive)
            yield archive
    except UnusableFile as error:
        raise _fault(error) from None
    except OSError:  # of the disk that is written to
        raise
    except BROKEN:
        raise _fault(damaged(path)) from None


def _fault(error: UnusableFile) -> DownloadFault:
    return DownloadFault(one_line(_("the archive %s") % error.message))


def _check_kinds(archive: ZipFile) -> None:
    """One bad member condemns the archive: no publisher makes such a thing."""
    for member in archive.infolist():
        if reason := _wrong_kind(member):
            words = {"member": quoted(one_line(member.orig_filename)), "reason": reason}
            raise DownloadFault(_("the archive holds %(member)s, %(reason)s") % words)


def _wrong_kind(member: ZipInfo) -> str:
    if stat.S_IFMT(member.external_attr >> 16) not in (0, stat.S_IFREG, stat.S_IFDIR):
        return _("which is a link or a device")
    parts = re.split(r"[/\\]", member.orig_filename)
    if any(DEVICE.fullmatch(part.rstrip(" .")) for part in parts):
        return _("which is the name of a device")
    if member.header_offset < 0:
        return _("which lies before its start")
    return ""
