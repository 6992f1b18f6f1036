"""Why a federal file could not be had."""

import errno

from django.utils.translation import gettext as _

FULL = {errno.ENOSPC, errno.EDQUOT}


class DownloadFault(Exception):
    """The message says what is wrong and how to mend it."""


class PassingFault(DownloadFault):
    """One that the next try may not meet."""


class Gone(DownloadFault):
    """Nothing is at the address."""


def disk_fault(error: OSError) -> str:
    """What the disk would not do, in words."""
    reason = error.strerror or str(error)
    if error.errno in FULL:
        return _("%s. Make room and run it again: it goes on where it stopped") % reason
    words = {"path": error.filename or _("the folder"), "reason": reason}
    return _("%(path)s cannot be written: %(reason)s") % words
