from django.core.management.base import BaseCommand, CommandError
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from reference.imports.errors import ImportRunning
from reference.imports.lock import import_lock
from reference.search.upkeep import rebuild_search


class Command(BaseCommand):
    help = (
        "Write anew what search knows of every record, and its index. Imports and editors keep it "
        "in step; this is for where check_catalog says that it is not."
    )

    def handle(self, **options):
        try:
            with import_lock():
                number = rebuild_search()
        except ImportRunning:
            raise CommandError(
                _("Another import is running; wait until it has ended"), returncode=2
            ) from None
        words = ngettext("%d record can be found", "%d records can be found", number)
        self.stdout.write(words % number)
