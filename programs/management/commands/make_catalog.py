from argparse import ArgumentTypeError

from django.core.management.base import BaseCommand, CommandError
from django.utils.translation import gettext as _

from programs.synthetic import Held, make_catalogue
from reference.imports.errors import ImportRunning
from reference.imports.lock import import_lock

UNUSABLE = 2


def from_one(text: str) -> int:
    number = int(text)
    if number < 1:
        raise ArgumentTypeError(_("at least 1"))
    return number


class Command(BaseCommand):
    help = (
        "Fill a database with an invented catalogue to measure the site with: the same seed makes "
        "the same catalogue. What an earlier run made goes first. Exit status: 0 made, 2 refused, "
        "because the database holds what this command did not make."
    )

    def add_arguments(self, parser):
        parser.add_argument("--programs", type=from_one, required=True, metavar="N")
        parser.add_argument("--seed", type=int, default=1, metavar="S")

    def handle(self, programs, seed, **options):
        universities = _made(programs, seed)
        words = {"programs": programs, "universities": universities}
        self.stdout.write(
            _("made %(programs)d programs of %(universities)d universities, all invented") % words
        )


def _made(programs, seed) -> int:
    try:
        with import_lock():
            return make_catalogue(programs, seed)
    except ImportRunning:
        raise CommandError(
            _("Another import is running; wait until it has ended"), returncode=UNUSABLE
        ) from None
    except Held as held:
        words = _(
            "This database holds a catalogue that is not invented (%s). Name an empty one by "
            "DATABASE_URL and run `manage.py migrate` first."
        )
        raise CommandError(words % held, returncode=UNUSABLE) from None
