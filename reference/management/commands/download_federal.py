import sys
from pathlib import Path

from django.core.management.base import BaseCommand, CommandError
from django.utils.translation import gettext as _
from tqdm import tqdm

from reference.downloads.faults import DownloadFault
from reference.downloads.line import Line
from reference.downloads.publishers import FILES
from reference.downloads.run import UnusableFolder, folder, is_there, obtain
from reference.downloads.words import chosen, contact_of, listed
from reference.imports.errors import one_line
from reference.imports.interrupts import Stopped, stoppable

FAILED = 1
UNUSABLE = 2


class Command(BaseCommand):
    help = (
        "Fetch the federal files from their publishers: see docs/federal.md. Exit status: 0 all "
        "are there, 1 some are not, 2 nothing could be tried."
    )
    files = FILES
    line = Line

    def add_arguments(self, parser):
        parser.add_argument("directory", nargs="?", type=Path, metavar="DIR", help="where they go")
        parser.add_argument(
            "--only", nargs="+", default=[], metavar="KEY", help="these files, named as in --list"
        )
        parser.add_argument(
            "--again", action="store_true", help="fetch also what is there and unchanged"
        )
        parser.add_argument("--list", action="store_true", help="print the table and fetch nothing")
        parser.add_argument(
            "--contact",
            default="",
            metavar="ADDRESS",
            help="an e-mail or web address by which a publisher can reach you, sent to it",
        )

    def handle(self, directory, only, again, contact, **options):
        try:
            files, line = chosen(self.files, only), self.line(contact=contact_of(contact))
        except ValueError as error:
            raise CommandError(str(error), returncode=UNUSABLE) from None
        if options["list"]:
            return self._say(*listed(files))
        if directory is None:
            message = _("Name the folder for the files, or ask for --list.")
            raise CommandError(message, returncode=UNUSABLE)
        self._download_all(files, Path(directory), line, again)

    def _download_all(self, files, directory, line, again):
        try:
            with stoppable(), folder(directory):
                results = [self._download(file, directory, line, again) for file in files]
        except UnusableFolder as error:
            raise CommandError(f"{error}.", returncode=UNUSABLE) from None
        except Stopped as stop:
            message = _("Stopped. Run it again: it goes on from there.")
            raise CommandError(message, returncode=stop.status) from None
        counts = {result: results.count(result) for result in ("fetched", "there", "failed")}
        self._say(
            f"asked {len(files)} = fetched {counts['fetched']} + already there {counts['there']}"
            f" + failed {counts['failed']}"
        )
        if counts["failed"]:
            sys.exit(FAILED)

    def _download(self, file, directory, line, again):
        """What became of it: fetched, there or failed."""
        if not again and is_there(file, directory):
            self._say(_("%s: already there") % file.key)
            return "there"
        if not file.tried:
            self._say(_("%s: address not yet tried against the publisher") % file.key)
        try:
            entries = self._obtain(file, directory, line)
        except DownloadFault as fault:
            words = {"key": file.key, "fault": fault, "page": file.page}
            self._say(_("%(key)s: failed: %(fault)s Its page: %(page)s") % words)
            return "failed"
        for name, entry in entries.items():
            words = {"key": file.key, "name": name, "bytes": entry.bytes, "url": entry.url}
            self._say(_("%(key)s: %(name)s, %(bytes)s bytes from %(url)s") % words)
        return "fetched"

    def _obtain(self, file, directory, line):
        with tqdm(desc=file.key, unit="B", unit_scale=True, leave=False, disable=None) as bar:

            def progress(size, total):
                bar.total = total
                bar.update(size - bar.n)

            return obtain(file, directory, line, progress)

    def _say(self, *lines):
        self.stdout.write("\n".join(map(one_line, lines)))
