from functools import partial
from pathlib import Path

from careers.imports.cip_files import CipFile, write_all
from reference.federal.run import import_files
from reference.imports.command import ReportingCommand


class Command(ReportingCommand):
    help = "Import fields of study, and occupations they lead to: CIP code list, CIP–SOC crosswalk."

    def add_arguments(self, parser):
        parser.add_argument("files", nargs="+", type=Path, metavar="F", help="in any order")
        super().add_arguments(parser)

    def load(self, options, arguments):
        files = [CipFile(path, number) for number, path in enumerate(arguments["files"])]
        return import_files([file.feed for file in files], partial(write_all, files), options)
