from pathlib import Path
from typing import Any

from django.core.management.base import CommandError
from django.utils.translation import gettext as _

from programs.imports.ipeds_charges import ChargesFile
from programs.imports.ipeds_completions import CompletionsFile
from programs.imports.ipeds_directory import DirectoryFile
from reference.federal.command import FederalCommand
from reference.federal.run import import_files

KINDS = {"directory": DirectoryFile, "completions": CompletionsFile, "charges": ChargesFile}


class Command(FederalCommand):
    help = "Import IPEDS: universities, their graduates by field of study, what they charge."

    def add_arguments(self, parser):
        parser.add_argument("--directory", type=Path, metavar="F", help="HD, as hd2024.csv")
        parser.add_argument("--completions", type=Path, metavar="F", help="C_A, as c2024_a.csv")
        parser.add_argument("--charges", type=Path, metavar="F", help="IC_AY, as ic2023_ay.csv")
        super().add_arguments(parser)

    def load(self, options, arguments):
        files = _files(arguments)
        if not files:
            raise CommandError(_("Give --directory, --completions or --charges."), returncode=2)

        def write(writing):
            for file in files:
                file.write(writing)

        return import_files([file.feed for file in files], write, options)


def _files(arguments) -> list[DirectoryFile | CompletionsFile | ChargesFile]:
    """In the order in which they are written: figures need their universities."""
    given: dict[str, Any] = {
        name: kind(arguments[name], arguments["edition"])
        for name, kind in KINDS.items()
        if arguments[name]
    }
    if given.keys() >= {"directory", "completions"}:
        given["directory"].awarding = given["completions"].awarding
    return list(given.values())
