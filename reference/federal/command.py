"""What the import commands of federal files share."""

from reference.imports.command import ReportingCommand


class FederalCommand(ReportingCommand):
    """Reads publishers’ files as they are; `--edition` where a file’s name does not tell."""

    def add_arguments(self, parser):
        super().add_arguments(parser)
        parser.add_argument(
            "--edition",
            default="",
            help="the edition, where the file’s name does not tell: 2023, 2023-24, 29.3",
        )
