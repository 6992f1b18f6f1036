"""What the invented universities stand on: two sources, and states, fields and careers."""

import csv
from dataclasses import dataclass
from datetime import date

from careers.models import Career, FieldOfStudy
from programs.models import Ranking, State
from programs.synthetic.dice import Popular
from programs.synthetic.popular import FIELDS, STATES_FIRST
from reference.enumerations import SourceKind
from reference.imports.files import bundled
from reference.models import Source

NOTE = "Every name and number was invented by the command make_catalog, to measure the site with."
# Lists take the figures of a field only from a government’s file, and own prices from a university.
SOURCES = {
    "synthetic-data": ("Synthetic data", SourceKind.GOVERNMENT),
    "synthetic-data-universities": ("Synthetic pages", SourceKind.UNIVERSITY),
}


@dataclass(frozen=True)
class Ground:
    record: Source
    pages: Source
    ranking: Ranking
    states: Popular
    fields: Popular
    careers: Popular


def laid() -> Ground:
    """Makes what is missing of it."""
    record, pages = [_source(slug, *of) for slug, of in SOURCES.items()]
    ranking, _made = Ranking.objects.get_or_create(
        slug="synthetic-ranking",
        defaults={"title": "Synthetic ranking", "source": record, "year": 2026},
    )
    return Ground(record, pages, ranking, _states(), _fields(), _careers())


def _source(slug, name, kind):
    stated = {"publisher": "make_catalog", "short_name": name, "title": name, "kind": kind}
    dated = {"edition": "invented", "published_on": date(2026, 1, 1), "note": NOTE}
    return Source.objects.get_or_create(slug=slug, defaults=stated | dated)[0]


def _states():
    for row in _bundled("programs", "states.csv"):
        placed = {name: value or None for name, value in row.items()}  # some have no tile
        State.objects.get_or_create(code=placed.pop("code"), defaults=placed)
    by_code = {state.code: state for state in State.objects.order_by("code")}
    first = [by_code.pop(code) for code in STATES_FIRST]
    return Popular([*first, *by_code.values()], flatness=3)


def _fields():
    fields = [
        FieldOfStudy.objects.get_or_create(cip=cip, defaults={"title": title})[0]
        for cip, title in FIELDS
    ]
    return Popular(fields, flatness=2)


def _careers():
    careers = [
        Career.objects.get_or_create(slug=row["slug"], defaults={"title": row["title"]})[0]
        for row in _bundled("careers", "careers.csv")
    ]
    return Popular(careers, flatness=2)


def _bundled(app, file):
    with (bundled(app) / file).open(encoding="utf-8", newline="") as lines:
        return [{name: cell or None for name, cell in row.items()} for row in csv.DictReader(lines)]
