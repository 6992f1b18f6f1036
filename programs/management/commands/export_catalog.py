from pathlib import Path

from django.core.management.base import BaseCommand, CommandError
from django.utils.translation import gettext as _

from reference.imports.export import export_tables
from reference.imports.run import tables_of

APPS = ("reference", "careers", "programs")


class Command(BaseCommand):
    help = "Write the catalogue as seed files; importing them again changes nothing."

    def add_arguments(self, parser):
        parser.add_argument("directory", type=Path, metavar="DIR")

    def handle(self, directory, **options):
        try:
            for app in APPS:
                for file, rows in export_tables(tables_of(app), directory / app).items():
                    self.stdout.write(f"{app}/{file}: {rows}")
        except OSError as error:
            message = _("%(path)s cannot be written: %(reason)s. Name a folder you may write to.")
            words = {"path": error.filename or directory, "reason": error.strerror}
            raise CommandError(message % words, returncode=2) from None
