import sys
from pathlib import Path

from django.core.management.base import BaseCommand, CommandError
from django.utils.translation import gettext as _

from reference.ledger.upkeep import ledger_faults, refresh_ledger, write_ledger
from reference.models import Source

FAULTS = 1


class Command(BaseCommand):
    help = (
        "Bring the ledger of every document in step with the records that name its lines, and name "
        "what is still wrong. Exit status: 0 clean, 1 something is wrong, 2 no file was written."
    )

    def add_arguments(self, parser):
        parser.add_argument(
            "file", nargs="?", type=Path, help="write the whole ledger there as a seed file"
        )

    def handle(self, file, **options):
        if file and not Source.objects.with_ledger().exists():
            message = _(
                "No document here has lines. Load the catalogue first; nothing was written."
            )
            raise CommandError(message, returncode=2)
        changes = refresh_ledger()
        self.stdout.write(
            _("created %(created)d + updated %(updated)d + deleted %(deleted)d") % vars(changes)
        )
        for line in changes.no_longer_ignored:
            self.stdout.write(_("%s: no longer ignored, since a record names it") % line)
        if file:
            self.stdout.write(f"{file}: {_written(file)}")
        faults = ledger_faults()
        for fault in faults:
            self.stdout.write(str(fault))
        if faults:
            sys.exit(FAULTS)


def _written(file):
    try:
        return write_ledger(file)
    except OSError as error:
        words = {"path": error.filename or file, "reason": error.strerror}
        message = _(
            "%(path)s cannot be written: %(reason)s. Name a file in a folder that is yours."
        )
        raise CommandError(message % words, returncode=2) from None
