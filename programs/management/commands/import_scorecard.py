from pathlib import Path

from django.core.management.base import CommandError
from django.utils.translation import gettext as _

from programs.imports.scorecard_fields import FieldsFile
from programs.imports.scorecard_institutions import InstitutionsFile
from reference.federal.command import FederalCommand
from reference.federal.run import import_files


class Command(FederalCommand):
    help = "Import College Scorecard: rates of universities, earnings and debt by field of study."

    def add_arguments(self, parser):
        parser.add_argument("--institutions", type=Path, metavar="F", help="the institution file")
        parser.add_argument("--fields", type=Path, metavar="F", help="the file by field of study")
        super().add_arguments(parser)

    def load(self, options, arguments):
        kinds = {"institutions": InstitutionsFile, "fields": FieldsFile}
        given = {name: kind for name, kind in kinds.items() if arguments[name]}
        if not given:
            raise CommandError(_("Give --institutions, --fields or both."), returncode=2)
        files = [kind(arguments[name], arguments["edition"]) for name, kind in given.items()]

        def write(writing):
            for file in files:
                file.write(writing)

        return import_files([file.feed for file in files], write, options)
