"""What every import command shares: arguments in, report out, exit status."""

import json
import os
import sys
from pathlib import Path

from django.core.management.base import BaseCommand, CommandError
from django.db import DatabaseError
from django.utils.translation import gettext as _

from reference.imports.errors import ImportRunning, UnusableFile, one_line
from reference.imports.files import bundled
from reference.imports.interrupts import Stopped
from reference.imports.options import Options
from reference.imports.report import Report
from reference.imports.run import run_import

REJECTIONS = 1
UNUSABLE = 2


class ReportingCommand(BaseCommand):
    """Exit status: 0 clean, 1 rows were rejected, 2 a file (or the catalogue) could not be used."""

    def add_arguments(self, parser):
        parser.add_argument("--dry-run", action="store_true", help="report, but write nothing")
        parser.add_argument("--report", type=Path, metavar="FILE", help="write the report as JSON")
        parser.add_argument(
            "--keep-going", action="store_true", help="load the good rows and name the others"
        )
        parser.add_argument(
            "--overwrite", action="store_true", help="let the files win over editors’ changes"
        )

    def handle(self, *_args, **arguments):
        choices = {name: arguments[name] for name in ("dry_run", "keep_going", "overwrite")}
        report_path = None if arguments["report"] is None else Path(arguments["report"])
        _check_report_path(report_path)
        report = _said_plainly(self.load, Options(**choices), arguments)
        _write_report(report_path, report)
        for line in report.lines():
            self.stdout.write(line)
        if report.rejections:
            sys.exit(REJECTIONS)

    def load(self, options: Options, arguments: dict) -> Report:
        """What this command imports, done."""
        raise NotImplementedError


class ImportCommand(ReportingCommand):
    """Of seed files: those of one app, or of several in this order."""

    apps: tuple[str, ...] = ()
    takes_path = True

    def add_arguments(self, parser):
        if self.takes_path:
            parser.add_argument(
                "path",
                nargs="?",
                type=Path,
                help="a seed directory, an export’s root or one file (default: the bundled seeds)",
            )
        super().add_arguments(parser)

    def load(self, options, arguments):
        path = arguments.get("path")
        return run_import({app: path or bundled(app) for app in self.apps}, options)


def _said_plainly(load, options, arguments) -> Report:
    try:
        return load(options, arguments)
    except UnusableFile as error:
        raise _failure(str(error)) from None
    except ImportRunning:
        raise _failure(_("Another import is running; wait until it has ended")) from None
    except DatabaseError as error:
        hint = _("Is it up, writable and migrated (manage.py migrate), with room on its disk?")
        raise _failure(_("The database could not do it: %s") % error, hint) from None
    except OSError as error:
        raise _failure(f"{error.filename}: {error.strerror}") from None
    except Stopped as stop:
        raise _failure(_("Stopped"), status=stop.status) from None


def _failure(message: str, hint: str = "", status: int = UNUSABLE) -> CommandError:
    said = one_line(message.strip())
    stop = "" if said.endswith((".", "?")) else "."
    sentences = [said + stop, hint, _("Nothing was changed.")]
    return CommandError(" ".join(filter(None, sentences)), returncode=status)


def _check_report_path(path):
    """Before the import, so that a report that cannot be written stops it."""
    if path is None:
        return
    folder = path.absolute().parent
    place = path if os.path.exists(path) else folder
    if os.path.isdir(path) or not os.path.isdir(folder) or not os.access(place, os.W_OK):
        message = _("%s: a report cannot be written there; name a file in a folder that is yours")
        raise _failure(message % path)


def _write_report(path, report):
    if path is None:
        return
    text = json.dumps(report.as_data(), indent=2, ensure_ascii=False) + "\n"
    try:
        path.write_text(text, encoding="utf-8")
    except OSError as error:
        message = _(
            "The import has ended, but its report cannot be written to %(path)s: %(reason)s."
        )
        words = {"path": path, "reason": error.strerror}
        raise CommandError(message % words, returncode=UNUSABLE) from None
