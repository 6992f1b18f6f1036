"""What an import command takes and prints, and how it ends."""

import json
import os
import subprocess
import sys

import pytest
from django.core.management import CommandError, call_command
from django.db import OperationalError

from reference.imports import command, load, run
from reference.imports.errors import ImportRunning
from reference.imports.interrupts import Stopped
from reference.models import Source
from tests.samples import SEEDS, copy_of_samples, edit
from tests.samples import run as run_command

pytestmark = pytest.mark.django_db

CLEAN = "read 11 = created 11 + updated 0 + unchanged 0 + kept 0 + rejected 0"
ONE_REJECTED = "read 11 = created 10 + updated 0 + unchanged 0 + kept 0 + rejected 1"


@pytest.fixture
def broken(tmp_path):
    """Seed files with one row that is rejected."""
    folder = copy_of_samples(tmp_path)
    edit(folder / "reference" / "ledger.csv", ",5,9,", ",9,5,")
    return folder


def failure(*args, **options):
    with pytest.raises(CommandError) as failed:
        call_command("import_reference", *args, **options)
    return failed.value.returncode, str(failed.value)


def fail_with(monkeypatch, error):
    def fail(*_args):
        raise error

    monkeypatch.setattr(command, "run_import", fail)


def test_a_clean_import_ends_with_status_0_and_its_sum():
    status, lines = run_command("import_reference", SEEDS)
    assert (status, lines[-1]) == (0, CLEAN)


def test_without_a_path_it_loads_the_bundled_seeds():
    status, lines = run_command("import_reference")
    assert status == 0
    assert lines[0].startswith("reference/sources.csv: read ")


def test_a_rejection_ends_with_status_1_and_nothing_changed(broken):
    status, lines = run_command("import_reference", broken)
    assert (status, lines[-2:]) == (1, ["Nothing was changed.", ONE_REJECTED])
    assert lines[-3].startswith("reference/ledger.csv, line 3, column first, last: ")


def test_keep_going_ends_with_status_1_too(broken):
    status, lines = run_command("import_reference", broken, keep_going=True)
    assert (status, lines[-1]) == (1, ONE_REJECTED)
    assert "Nothing was changed." not in lines
    assert Source.objects.count() == 2


def test_a_dry_run_says_that_nothing_was_changed():
    status, lines = run_command("import_reference", SEEDS, dry_run=True)
    assert (status, lines[-2:]) == (0, ["Nothing was changed.", CLEAN])


def test_a_file_that_cannot_be_used_ends_with_status_2(tmp_path):
    assert failure(tmp_path / "x") == (
        2,
        f"{tmp_path / 'x'}: there is no such file or folder; check the path. Nothing was changed.",
    )


def test_a_question_in_the_message_needs_no_full_stop(tmp_path):
    (tmp_path / "topcs.csv").write_text("")
    assert failure(tmp_path)[1].endswith("did you mean “topics.csv”? Nothing was changed.")


def test_a_second_import_ends_with_status_2(monkeypatch):
    fail_with(monkeypatch, ImportRunning())
    assert failure() == (
        2,
        "Another import is running; wait until it has ended. Nothing was changed.",
    )


def test_trouble_with_the_database_ends_with_status_2(monkeypatch):
    fail_with(monkeypatch, OperationalError("no such table: x\nLINE 1"))
    assert failure() == (
        2,
        r"The database could not do it: no such table: x\nLINE 1. Is it up, writable and migrated "
        "(manage.py migrate), with room on its disk? Nothing was changed.",
    )


def test_a_lock_that_cannot_be_written_ends_with_status_2(monkeypatch):
    fail_with(monkeypatch, PermissionError(13, "Permission denied", "db.import.lock"))
    assert failure() == (2, "db.import.lock: Permission denied. Nothing was changed.")


@pytest.mark.parametrize("number", [2, 15])
def test_a_signal_ends_it_as_shells_expect(monkeypatch, number):
    fail_with(monkeypatch, Stopped(number))
    assert failure() == (128 + number, "Stopped. Nothing was changed.")


def test_the_report_is_written_as_json(tmp_path, broken):
    file = tmp_path / "report.json"
    run_command("import_reference", broken, report=str(file))
    data = json.loads(file.read_text("utf-8"))
    assert data["totals"]["rejected"] == 1
    assert data["rejections"][0]["line"] == 3


def test_the_report_replaces_an_earlier_one(tmp_path):
    file = tmp_path / "report.json"
    file.write_text("old")
    run_command("import_reference", SEEDS, report=file)
    assert json.loads(file.read_text("utf-8"))["written"] is True


@pytest.mark.parametrize("place", ["", "no/such/report.json", "file/report.json"])
def test_a_report_that_cannot_be_written_stops_it_before_it_begins(tmp_path, place):
    (tmp_path / "file").write_text("")
    status, message = failure(SEEDS, report=tmp_path / place)
    assert status == 2
    assert message == (
        f"{tmp_path / place}: a report cannot be written there; name a file in a folder that is "
        "yours. Nothing was changed."
    )
    assert not Source.objects.exists()


def test_a_report_that_fails_at_the_end_does_not_hide_what_was_done(monkeypatch, tmp_path):
    file = tmp_path / "report.json"

    def turn_into_a_folder(*_args, **_options):
        file.mkdir()
        return run.run_import({"reference": SEEDS}, run.Options())

    monkeypatch.setattr(command, "run_import", turn_into_a_folder)
    assert failure(report=file) == (
        2,
        f"The import has ended, but its report cannot be written to {file}: Is a directory.",
    )
    assert Source.objects.count() == 2


def test_an_error_inside_is_not_taken_for_a_rejected_row(monkeypatch):
    def fail(table, changes):
        raise OperationalError("disk full")

    monkeypatch.setattr(load, "write", fail)
    status, message = failure(SEEDS)
    assert (status, message.startswith("The database could not do it: disk full.")) == (2, True)


def test_the_shell_sees_the_status_and_one_line(settings, tmp_path):
    """As operators call it, with a database file of its own that nobody has migrated."""
    ended = subprocess.run(
        [sys.executable, "manage.py", "import_reference", str(SEEDS)],
        cwd=settings.BASE_DIR,
        env=os.environ
        | {"DJANGO_SETTINGS_MODULE": "tests.settings"}
        | {"DATABASE_URL": f"sqlite:///{tmp_path / 'empty.sqlite3'}"},
        capture_output=True,
        text=True,
    )
    assert (ended.returncode, ended.stdout) == (2, "")
    assert ended.stderr.strip().endswith(
        "The database could not do it: no such table: reference_source. Is it up, writable and "
        "migrated (manage.py migrate), with room on its disk? Nothing was changed."
    )
    assert len(ended.stderr.strip().splitlines()) == 1
