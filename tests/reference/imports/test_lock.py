import fcntl
from types import SimpleNamespace

import psycopg
import pytest
from django.db import DatabaseError, connection

from reference.imports import lock
from reference.imports.errors import ImportRunning
from reference.imports.lock import ADVISORY_LOCK, import_lock


class Database:
    """A connection that answers whether the advisory lock is free, and can be lost."""

    vendor = "postgresql"

    def __init__(self, free=True):
        self.free, self.lost, self.asked = free, False, []

    def cursor(self):
        return self

    def __enter__(self):
        return self

    def __exit__(self, *error):
        return False

    def execute(self, statement, values):
        if self.lost:
            raise DatabaseError
        self.asked.append((statement, values))

    def fetchone(self):
        return (self.free,)


@pytest.fixture
def database_file(monkeypatch, tmp_path):
    """SQLite in a file."""
    file = tmp_path / "db.sqlite3"
    database = SimpleNamespace(
        vendor="sqlite", is_in_memory_db=lambda: False, settings_dict={"NAME": file}
    )
    monkeypatch.setattr(lock, "connection", database)
    return file


def test_a_second_import_into_a_database_file_is_refused_at_once(database_file):
    with import_lock(), pytest.raises(ImportRunning):
        import_lock().__enter__()


def test_the_lock_stands_beside_the_database_file(database_file):
    with (database_file.parent / "db.sqlite3.import.lock").open("w") as file:
        fcntl.flock(file, fcntl.LOCK_EX)
        with pytest.raises(ImportRunning):
            import_lock().__enter__()


def test_the_lock_is_free_again_after_an_import_or_its_failure(database_file):
    with pytest.raises(ValueError, match="bad"), import_lock():
        raise ValueError("bad")
    for _time in range(2):
        with import_lock():
            pass


def test_a_database_in_memory_is_nobody_elses(monkeypatch):
    database = SimpleNamespace(vendor="sqlite", is_in_memory_db=lambda: True)
    monkeypatch.setattr(lock, "connection", database)
    with import_lock(), import_lock():
        pass


def test_postgresql_is_asked_for_its_own_lock_and_given_it_back(monkeypatch):
    database = Database()
    monkeypatch.setattr(lock, "connection", database)
    with import_lock():
        assert len(database.asked) == 1
    assert database.asked == [
        ("SELECT pg_try_advisory_lock(%s)", [ADVISORY_LOCK]),
        ("SELECT pg_advisory_unlock(%s)", [ADVISORY_LOCK]),
    ]


def test_a_second_import_into_postgresql_is_refused_at_once(monkeypatch):
    monkeypatch.setattr(lock, "connection", Database(free=False))
    with pytest.raises(ImportRunning):
        import_lock().__enter__()


def test_a_connection_that_is_lost_has_taken_its_lock_with_it(monkeypatch):
    database = Database()
    monkeypatch.setattr(lock, "connection", database)
    with import_lock():
        database.lost = True


if connection.vendor == "postgresql":

    @pytest.mark.django_db
    def test_another_session_of_postgresql_holds_the_lock():
        names = {"dbname": "NAME", "host": "HOST", "port": "PORT", "user": "USER"}
        names["password"] = "PASSWORD"
        address = {name: connection.settings_dict[key] or None for name, key in names.items()}
        with psycopg.connect(**address) as other:
            other.execute("SELECT pg_advisory_lock(%s)", [ADVISORY_LOCK])
            with pytest.raises(ImportRunning):
                import_lock().__enter__()
            # a closed connection gives it up too, but at a moment of the server's choosing
            other.execute("SELECT pg_advisory_unlock(%s)", [ADVISORY_LOCK])
            with import_lock():
                pass
