"""The bundled catalogue, loaded once for the tests of a module."""

import csv
import tempfile
from collections import Counter

import pytest
from django.conf import settings
from django.core.management import call_command
from django.db import transaction

from programs.facts import refresh_facts
from reference.refresh import refresh_all_headlines


@pytest.fixture(scope="module")
def catalogue(django_db_setup, django_db_blocker, tmp_path_factory):
    """The bundled seed files; what a test adds is gone after it, the catalogue after its module.

    Use it for all tests of a module or for none: those in between would see it or not by their
    order.
    """
    with (
        pytest.MonkeyPatch.context() as patch,
        django_db_blocker.unblock(),
        transaction.atomic(),
    ):
        # the import's lock lies there, and would stop another run of the tests on this machine
        patch.setattr(tempfile, "tempdir", str(tmp_path_factory.getbasetemp()))
        call_command("load_catalog", verbosity=0)
        yield
        transaction.set_rollback(True)


def refresh() -> None:
    """Compute what follows from the figures that a test has added."""
    refresh_all_headlines()
    refresh_facts()


def rows_by_file(**wanted: str) -> Counter:
    """{seed file: how many of its rows hold these cells}, over all apps."""
    counts: Counter = Counter()
    for path in settings.BASE_DIR.glob("*/seeds/*.csv"):
        rows = csv.DictReader(path.read_text("utf-8").splitlines())
        counts[path.name] += sum(wanted.items() <= row.items() for row in rows)
    return +counts
