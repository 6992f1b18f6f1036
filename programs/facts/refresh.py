"""Keeps the facts of programs in step with what they rest on, so many programs at a time."""

from collections.abc import Collection, Iterator

from django.db.models import Count

from programs.facts.evidence import Evidence
from programs.facts.row import BLANK, row_of
from programs.models import Program, ProgramFacts

BATCH = 500
# What is in memory at once: programs with their figures, and universities with theirs.
MOST_PROGRAMS = 1000
MOST_INSTITUTIONS = 200
COLUMNS = [field.name for field in ProgramFacts._meta.concrete_fields if not field.primary_key]


def refresh_facts(institutions: Collection[int] | None = None) -> int:
    """Recompute the facts of these universities’ programs, or of all; how many rows it wrote."""
    return sum(_write(changed) for changed in _changed(institutions))


def stale_facts() -> Iterator[int]:
    """The programs whose facts are not what they would be now, by key."""
    for changed in _changed(None):
        yield from (facts.pk for facts, _is_new in changed)


def _changed(institutions):
    """A list for each lot of universities: (facts as they should be, whether they are new)."""
    for lot in _lots(institutions):
        yield list(_differing(Evidence(lot), _existing(lot)))


def _differing(evidence, existing):
    for program in evidence.programs:
        row = row_of(program, evidence)
        if existing.get(program.pk) != tuple(row.values()):
            yield ProgramFacts(pk=program.pk, **row), program.pk not in existing


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


def _write(changed) -> int:
    new = [facts for facts, is_new in changed if is_new]
    others = [facts for facts, is_new in changed if not is_new]
    ProgramFacts.objects.bulk_create(new, batch_size=BATCH)
    ProgramFacts.objects.bulk_create(
        others,
        batch_size=BATCH,
        update_conflicts=True,
        update_fields=COLUMNS,
        unique_fields=["program"],
    )
    return len(changed)
