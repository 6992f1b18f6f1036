"""Whoever writes what lists show, and however: every process notices."""

import pytest
from django.db import IntegrityError, connection, transaction

from programs.models import Institution, Program, ProgramFacts
from reference.data_version import data_version, unwatched_tables
from reference.models import DataChange, Source
from tests.factories import InstitutionFactory, ProgramFactory, SourceFactory

pytestmark = pytest.mark.django_db


@pytest.fixture
def program():
    SourceFactory()
    return ProgramFactory(slug="zymurgy")


def changed_by(write) -> bool:
    before = data_version()
    write()
    return data_version() != before


def by_hand(sql):
    with connection.cursor() as cursor:
        cursor.execute(sql)


WRITES = {
    "a save": lambda p: p.save(),
    "an update": lambda p: Program.objects.update(summary="New."),
    "an update of another table": lambda p: Source.objects.update(title="New"),
    "new records": lambda p: Institution.objects.bulk_create([Institution(slug="a", name="A")]),
    "new records that may be there": lambda p: Institution.objects.bulk_create(
        [Institution(slug="b", name="B")], ignore_conflicts=True
    ),
    "facts": lambda p: ProgramFacts.objects.create(program=p),
    "a deletion": lambda p: p.delete(),
    "SQL": lambda p: by_hand("UPDATE programs_institution SET name = 'New'"),
}


@pytest.mark.parametrize("write", WRITES.values(), ids=WRITES)
def test_a_write_changes_the_version(program, write):
    assert changed_by(lambda: write(program))


def test_each_write_changes_it_again(program):
    seen = {data_version()}
    for number in range(5):
        Program.objects.update(summary=str(number))
        seen.add(data_version())
    assert len(seen) == 6


def test_reading_changes_nothing(program):
    assert not changed_by(lambda: list(Program.objects.all()))


def test_a_rollback_brings_back_the_version_of_its_data(program):
    before = data_version()
    with transaction.atomic():
        InstitutionFactory()
        during = data_version()
        transaction.set_rollback(True)
    assert (data_version(), during == before) == (before, False)


def test_a_write_that_fails_changes_nothing(program):
    before = data_version()
    with pytest.raises(IntegrityError), transaction.atomic():
        SourceFactory(slug=SourceFactory().slug)
    assert data_version() == before


def test_every_table_of_lists_is_watched():
    assert unwatched_tables() == []


def test_a_table_without_its_triggers_is_named():
    table = Institution._meta.db_table
    on = f" ON {table}" if connection.vendor == "postgresql" else ""
    by_hand(f"DROP TRIGGER {table}_noted_update{on}")
    assert unwatched_tables() == [table]


def test_where_nothing_notes_changes_nothing_is_kept():
    DataChange.objects.all().delete()
    assert data_version() != data_version()
