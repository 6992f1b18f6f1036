import sys
from pathlib import Path

from django.core.management.base import BaseCommand, CommandError
from django.db import transaction
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from programs.catalog_faults import program_faults
from programs.facts import refresh_facts
from reference.catalog_faults import catalog_faults
from reference.imports.errors import ImportRunning
from reference.imports.lock import import_lock
from reference.refresh import refresh_all_headlines
from reference.search.documents import refresh_all_documents

FOUND = 1
UNUSABLE = 2


class Command(BaseCommand):
    help = (
        "Name what is stale, missing, contradictory or orphaned in the catalogue. What is marked "
        "“copy” (a source read from a copy: import the publisher’s file) or “unassigned” (a named "
        "master’s without a CIP code) is worth a look, but no fault. Exit status: 0 no fault, "
        "1 a fault was found, 2 the documents cannot be read or an import is running."
    )

    def add_arguments(self, parser):
        parser.add_argument(
            "--documents",
            type=Path,
            metavar="DIR",
            help="compare the copies of source documents in this folder with what was read",
        )
        parser.add_argument(
            "--refresh",
            action="store_true",
            help="first set headlines, facts and search documents by the rules, where they are not",
        )

    def handle(self, documents=None, refresh=False, **options):
        if refresh:
            number = _refresh()
            words = ngettext("%d row was out of step", "%d rows were out of step", number)
            self.stdout.write(words % number)
        found = _faults(documents)
        for fault in found:
            self.stdout.write(str(fault))
        faults = [fault for fault in found if not fault.is_notice]
        self.stdout.write(_summary(len(faults), len(found) - len(faults)))
        if faults:
            sys.exit(FOUND)


def _refresh() -> int:
    try:
        with import_lock(), transaction.atomic():
            return refresh_all_headlines() + refresh_facts() + refresh_all_documents()
    except ImportRunning:
        raise CommandError(
            _("Another import is running; wait until it has ended"), returncode=2
        ) from None


def _faults(documents):
    try:
        return [*catalog_faults(documents), *program_faults()]
    except OSError as error:
        words = {"path": error.filename, "reason": error.strerror}
        raise CommandError(
            _("%(path)s cannot be read: %(reason)s.") % words, returncode=UNUSABLE
        ) from None


def _summary(faults, notices):
    words = ngettext("%d fault found", "%d faults found", faults) % faults
    if notices:
        words += ngettext(", %d thing to look at", ", %d things to look at", notices) % notices
    return words
