"""A whole invented catalogue into an empty database, so many universities at a time."""

from collections.abc import Iterator
from itertools import chain, islice

from django.db import transaction
from django.db.models import Model

from careers.models import Career, FieldOfStudy
from programs.models import (
    Institution,
    InstitutionAlias,
    InstitutionField,
    InstitutionFieldFigure,
    InstitutionFigure,
    Program,
    ProgramFacts,
    ProgramFigure,
    Ranking,
    RankingEntry,
    RoleLink,
    State,
)
from programs.synthetic.dice import dice, shares
from programs.synthetic.ground import SOURCES, Ground, laid
from programs.synthetic.university import University
from reference.enumerations import Origin
from reference.models import Source
from reference.signals import evidence_changed

PROGRAMS_A_UNIVERSITY = 25
LOT = 100  # universities in memory at once, each with some 25 programs
RANKED = 50
NAMES = (InstitutionAlias, RoleLink, RankingEntry)
FIGURES = (ProgramFigure, InstitutionFieldFigure, InstitutionFigure)
# Those that others point to come after them.
TABLES = (*NAMES, *FIGURES, InstitutionField, ProgramFacts, Program, Institution)
# What facts and search documents follow from; no field here is part of another.
WRITTEN = {*TABLES, State, FieldOfStudy, Career, Ranking, Source} - {InstitutionField}


class Held(Exception):
    """The database holds what this did not make; the message says what."""


def make_catalogue(programs: int, seed: int = 1) -> int:
    """In place of what it made before; how many universities. Raises Held."""
    _refuse_what_others_made()
    sizes = _sizes(programs, seed)
    with transaction.atomic():
        _clear()
        ground = laid()
    universities = (
        University(number, size, seed, ground) for number, size in enumerate(sizes) if size
    )
    while lot := list(islice(universities, LOT)):
        with transaction.atomic():
            _write(lot)
    with transaction.atomic():
        _rank(ground, seed)
        evidence_changed.send(sender=None, tables=WRITTEN)
    return sum(1 for size in sizes if size)


def _refuse_what_others_made() -> None:
    for model, ours in ((Source, "slug__in"), (Institution, "source__slug__in")):
        stranger = model._base_manager.exclude(**{ours: SOURCES}).order_by("pk").first()
        if stranger:
            raise Held(f"{model._meta.verbose_name} “{stranger}”")
    strange = Program.objects.exclude(source__slug__in=SOURCES).order_by("pk").first()
    if strange:
        raise Held(f"{Program._meta.verbose_name} “{strange}”")


def _sizes(programs, seed):
    chance = dice(seed, "sizes")
    universities = max(1, programs // PROGRAMS_A_UNIVERSITY)
    return shares(programs, [chance.lognormvariate(0, 0.8) for _ in range(universities)])


def _clear() -> None:
    for model in TABLES:
        rows = model._base_manager.all()
        rows._raw_delete(rows.db)


def _write(universities: list[University]) -> None:
    _insert(university.institution for university in universities)
    _insert(_all("programs", universities))
    _insert(_all("fields", universities))
    for part in ("aliases", "role_links", "charges", "fees", "outcomes", "own_figures"):
        _insert(_all(part, universities))


def _all(part: str, universities) -> Iterator[Model]:
    return chain.from_iterable(getattr(university, part) for university in universities)


def _insert(records) -> None:
    made = list(records)
    if made:
        type(made[0])._base_manager.bulk_create(made)


def _rank(ground: Ground, seed) -> None:
    keys = list(Institution.objects.order_by("pk").values_list("pk", flat=True))
    chosen = dice(seed, "ranks").sample(keys, min(RANKED, len(keys) // 2))
    _insert(
        RankingEntry(
            ranking=ground.ranking,
            institution_id=key,
            rank=place,
            source=ground.record,
            locator="invented",
            origin=Origin.SEED,
        )
        for place, key in enumerate(chosen, start=1)
    )
