from pathlib import Path

from careers.imports.oews import read_all
from reference.federal.command import FederalCommand
from reference.federal.run import import_files


class Command(FederalCommand):
    help = "Import employment and wages of occupations: national files of OEWS, one for each year."

    def add_arguments(self, parser):
        parser.add_argument(
            "files", nargs="+", type=Path, metavar="F", help="national_M2025_dl.xlsx, or as CSV"
        )
        super().add_arguments(parser)

    def load(self, options, arguments):
        files = read_all(arguments["files"], arguments["edition"])

        def write(writing):
            for file in files:
                file.write(writing)

        return import_files([file.feed for file in files], write, options)
