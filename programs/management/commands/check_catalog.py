import sys
from pathlib import Path

from django.core.management.base import BaseCommand, CommandError
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from reference.catalog_faults import catalog_faults

FOUND = 1
UNUSABLE = 2


class Command(BaseCommand):
    help = (
        "Name what is stale, missing, contradictory or orphaned in the catalogue. Exit status: "
        "0 clean, 1 something was found, 2 the documents cannot be read."
    )

    def add_arguments(self, parser):
        parser.add_argument(
            "--documents",
            type=Path,
            metavar="DIR",
            help="compare the copies of source documents in this folder with what was read",
        )

    def handle(self, documents=None, **options):
        faults = _faults(documents)
        for fault in faults:
            self.stdout.write(str(fault))
        words = ngettext("%d fault found", "%d faults found", len(faults)) % len(faults)
        self.stdout.write(words)
        if faults:
            sys.exit(FOUND)


def _faults(documents):
    try:
        return catalog_faults(documents)
    except OSError as error:
        words = {"path": error.filename, "reason": error.strerror}
        raise CommandError(
            _("%(path)s cannot be read: %(reason)s.") % words, returncode=UNUSABLE
        ) from None
