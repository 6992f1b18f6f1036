"""The bundled catalogue, loaded once for all tests of a process that ask for it."""

import csv
import sqlite3
import tempfile
from collections import Counter
from contextlib import closing, contextmanager

import pytest
from django.conf import settings
from django.core.management import call_command
from django.db import connection, transaction

from programs.facts import refresh_facts
from reference.refresh import refresh_all_headlines
from reference.search.documents import refresh_all_documents


@pytest.fixture(scope="session")
def copies(django_db_setup, django_db_blocker, tmp_path_factory):
    """The test database as it is, and with the bundled catalogue in it; SQLite alone can copy."""
    with (
        closing(sqlite3.connect(":memory:")) as blank,
        closing(sqlite3.connect(":memory:")) as filled,
    ):
        with django_db_blocker.unblock():
            _copy_to(blank)
            _load(tmp_path_factory)
            _copy_to(filled)
            blank.backup(connection.connection)
        yield blank, filled


@pytest.fixture(scope="module")
def catalogue(request, django_db_setup, django_db_blocker, tmp_path_factory):
    """The bundled seed files; what a test adds is gone after it, the catalogue after its module.

    Use it for all tests of a module or for none: those in between would see it or not by their
    order.
    """
    if connection.vendor == "sqlite":
        blank, filled = request.getfixturevalue("copies")
        with django_db_blocker.unblock():
            filled.backup(connection.connection)
            yield
            blank.backup(connection.connection)
    else:
        with kept_for_a_module(django_db_blocker):
            _load(tmp_path_factory)
            yield


@contextmanager
def kept_for_a_module(django_db_blocker):
    """What is written here is there for the tests that run inside, and gone afterwards."""
    with django_db_blocker.unblock(), transaction.atomic():
        yield
        transaction.set_rollback(True)


def _load(tmp_path_factory):
    with pytest.MonkeyPatch.context() as patch:
        # the import's lock lies there, and would stop another run of the tests on this machine
        patch.setattr(tempfile, "tempdir", str(tmp_path_factory.getbasetemp()))
        call_command("load_catalog", verbosity=0)


def _copy_to(other):
    connection.ensure_connection()
    connection.connection.backup(other)


def refresh() -> None:
    """Compute what follows from the records that a test has added: facts, and what search finds."""
    refresh_all_headlines()
    refresh_facts()
    refresh_all_documents()


def rows_by_file(**wanted: str) -> Counter:
    """{seed file: how many of its rows hold these cells}, over all apps."""
    counts: Counter = Counter()
    for path in settings.BASE_DIR.glob("*/seeds/*.csv"):
        rows = csv.DictReader(path.read_text("utf-8").splitlines())
        counts[path.name] += sum(wanted.items() <= row.items() for row in rows)
    return +counts
