import json
import sys

from django.core.management.base import BaseCommand, CommandError
from django.utils.translation import gettext as _

from programs.audit.gathered import every_claim
from programs.audit.told import has_found, line_of, record_of, totals_of
from reference.audit import Outcome
from reference.models import Source

FOUND = 1
UNUSABLE = 2


class Command(BaseCommand):
    help = (
        "Lay every published claim beside the federal record. Exit status: 0 all agree or cannot "
        "be checked, 1 one is another measure or differs, 2 there is no such source."
    )

    def add_arguments(self, parser):
        parser.add_argument("--source", metavar="SLUG", help="only what this source claims")
        parser.add_argument("--json", action="store_true", dest="as_json", help="for programs")

    def handle(self, source=None, as_json=False, **options):
        rows = _claims_of(source)
        self.stdout.write(_as_json(rows) if as_json else _as_lines(rows))
        if has_found(rows):
            sys.exit(FOUND)


def _claims_of(slug):
    if slug and not Source.objects.filter(slug=slug).exists():
        words = _("There is no source “%s”. The page /sources/ lists them.") % slug
        raise CommandError(words, returncode=UNUSABLE)
    return [row for row in every_claim() if slug in (None, row.claim.source.slug)]


def _as_json(rows):
    told = {"claims": [record_of(row) for row in rows], "totals": totals_of(rows)}
    return json.dumps(told, ensure_ascii=False, indent=2)


def _as_lines(rows):
    counts = ", ".join(
        f"{Outcome(verdict).label.lower()} {n}" for verdict, n in totals_of(rows).items()
    )
    total = _("%(claims)d claims: %(counts)s") % {"claims": len(rows), "counts": counts}
    return "\n".join([*map(line_of, rows), total])
