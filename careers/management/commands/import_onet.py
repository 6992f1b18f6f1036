from pathlib import Path

from careers.imports.onet.database import OnetDatabase
from reference.federal.command import FederalCommand
from reference.federal.run import import_files


class Command(FederalCommand):
    help = "Import one edition of O*NET: skills, technologies, titles, job zones, near occupations."

    def add_arguments(self, parser):
        parser.add_argument("folder", type=Path, metavar="DIR", help="the files of one edition")
        super().add_arguments(parser)

    def load(self, options, arguments):
        database = OnetDatabase(Path(arguments["folder"]), arguments["edition"])
        return import_files(database.feeds, database.write, options)
