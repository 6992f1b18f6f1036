"""Keeps the facts of programs in step with what they rest on, so many programs at a time."""

from collections.abc import Collection, Iterator
from functools import cache

from django.db import connection
from django.db.models import Count, DateField, DecimalField

from programs.facts.evidence import Evidence
from programs.facts.row import BLANK, row_of
from programs.models import Program, ProgramFacts
from reference.sql import quoted

# What is in memory at once: programs with their figures, and universities with theirs.
MOST_PROGRAMS = 1000
MOST_INSTITUTIONS = 200
FIELDS = ProgramFacts._meta.concrete_fields  # the program first, as in a row
# the ORM would ask every field of every row how it is written
ADAPTED = [
    (place, field)
    for place, field in enumerate(FIELDS)
    if isinstance(field, DateField | DecimalField)
]


def refresh_facts(institutions: Collection[int] | None = None) -> int:
    """Recompute the facts of these universities’ programs, or of all; how many rows it wrote."""
    return sum(_write(changed) for changed in _changed(institutions))


def stale_facts() -> Iterator[int]:
    """The programs whose facts are not what they would be now, by key."""
    for changed in _changed(None):
        yield from (program for program, *_columns in changed)


def _changed(institutions):
    """A list for each lot of universities: rows as they should be."""
    for lot in _lots(institutions):
        yield list(_differing(Evidence(lot), _existing(lot)))


def _differing(evidence, existing):
    for program in evidence.programs:
        row = row_of(program, evidence)
        if existing.get(program.pk) != tuple(row.values()):
            yield [program.pk, *row.values()]


def _existing(institutions):
    """{program: its columns} of the rows that are there."""
    rows = ProgramFacts.objects.filter(program__institution__in=institutions)
    return {row[0]: row[1:] for row in rows.values_list("pk", *BLANK).iterator()}


def _lots(institutions) -> Iterator[list[int]]:
    """Universities whose programs fit in memory together; a very large one stands alone."""
    programs = Program.objects.all()
    if institutions is not None:
        programs = programs.filter(institution__in=institutions)
    lot: list[int] = []
    held = 0
    counted = programs.order_by("institution").values_list("institution").annotate(n=Count("pk"))
    for institution, number in counted:
        if lot and (held + number > MOST_PROGRAMS or len(lot) == MOST_INSTITUTIONS):
            yield lot
            lot, held = [], 0
        lot.append(institution)
        held += number
    if lot:
        yield lot


def _write(rows) -> int:
    for row in rows:
        for place, field in ADAPTED:
            if row[place] is not None:
                row[place] = field.get_db_prep_save(row[place], connection)
    if rows:
        with connection.cursor() as cursor:
            cursor.executemany(_statement(), rows)
    return len(rows)


@cache
def _statement() -> str:
    program, *columns = [quoted(str(field.column)) for field in FIELDS]
    marks = ", ".join(["%s"] * len(FIELDS))
    changes = ", ".join(f"{column} = EXCLUDED.{column}" for column in columns)
    return " ".join(
        (
            *("INSERT INTO", quoted(ProgramFacts._meta.db_table)),
            *("(", ", ".join([program, *columns]), ") VALUES (", marks, ")"),
            *("ON CONFLICT (", program, ") DO UPDATE SET", changes),
        )
    )
