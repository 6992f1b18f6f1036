from pathlib import Path

from careers.imports.projections import ProjectionsFile
from reference.federal.run import import_files
from reference.imports.command import ReportingCommand


class Command(ReportingCommand):
    help = "Import jobs, growth and openings of occupations: occupation.xlsx of BLS."

    def add_arguments(self, parser):
        parser.add_argument("file", type=Path, metavar="F", help="occupation.xlsx, of any edition")
        super().add_arguments(parser)

    def load(self, options, arguments):
        file = ProjectionsFile(arguments["file"])
        return import_files(file.feeds, file.write, options)
