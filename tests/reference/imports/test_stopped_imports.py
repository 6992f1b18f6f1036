"""Stopped at any moment, an import has changed all or nothing, and the next one needs no help."""

import fcntl
import json
import os
import shutil
import signal
import sqlite3
import subprocess
import sys
from contextlib import closing

import pytest

from config.env import BASE_DIR
from tests.programs.imports.scorecard_samples import FIRST, FIRST_ROWS, text

pytestmark = pytest.mark.thorough

# Carnegie Mellon and Washington, in fields of which the bundled catalogue holds no earnings
OF_BUNDLED_UNIVERSITIES = [
    row.replace("100654", "211440")
    .replace("100706", "236948")
    .replace(",1101,", ",1109,")
    .replace(",2705,", ",2799,")
    for row in FIRST_ROWS
]

# module, function, after which of its calls
READING = ("reference.imports.run", "read_sheet", 3)
FIRST_WRITE = ("reference.imports.load", "write", 1)
LATER_WRITE = ("reference.imports.load", "write", 9)
HEADLINES = ("reference.imports.run", "refresh_all_headlines", 1)
STAGING = ("reference.federal.feeds", "recognize", 1)
STAGED = ("reference.federal.staging", "_append", 1)
MERGING = ("programs.imports.scorecard_fields", "link_parents", 1)
FEDERAL_HEADLINES = ("reference.federal.run", "refresh_headlines", 1)
COMMIT = ("reference.imports.interrupts", "_ignore", 1)
REPORT = ("reference.imports.command", "_write_report", 1)
NEVER = ("reference.imports.load", "write", 0)


class Site:
    """Tables without rows in a database file, and a process that runs imports into it."""

    def __init__(self, file):
        self.file, self.empty = file, file.with_name("empty")
        self.process = subprocess.Popen(
            [sys.executable, "-m", "tests.reference.imports.signalled"],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            text=True,
            cwd=BASE_DIR,
            env=os.environ
            | {"DJANGO_SETTINGS_MODULE": "tests.settings", "DATABASE_URL": f"sqlite:///{file}"},
        )
        assert self._answer() == "ready"

    def load(self, moment=NEVER, number=0, command=("load_catalog",)):
        """[exit status, last words] of an import that gets the signal at this moment."""
        self.process.stdin.write(json.dumps([*moment, number, *command]) + "\n")
        self.process.stdin.flush()
        return self._answer()

    def _answer(self):
        return json.loads(self.process.stdout.readline())

    def rows(self):
        with closing(sqlite3.connect(self.file)) as connection:
            assert connection.execute("PRAGMA integrity_check").fetchone() == ("ok",)
            return [line for line in connection.iterdump() if line.startswith("INSERT")]

    def is_empty(self):
        with closing(sqlite3.connect(self.file)) as connection:
            return connection.execute("SELECT count(*) FROM reference_source").fetchone() == (0,)


@pytest.fixture(scope="module")
def started(tmp_path_factory):
    """One for all tests of the file, since making the tables takes longest."""
    site = Site(tmp_path_factory.mktemp("site") / "db.sqlite3")
    shutil.copy(site.file, site.empty)
    yield site
    with site.process:
        site.process.stdin.close()


@pytest.fixture
def site(started):
    for file in started.file.parent.glob("db.sqlite3*"):
        file.unlink()
    shutil.copy(started.empty, started.file)
    return started


def test_stopped_before_it_has_ended_it_leaves_everything_as_it_was(site):
    before = site.rows()
    for moment in (READING, FIRST_WRITE, LATER_WRITE, HEADLINES, COMMIT):
        assert site.load(moment, signal.SIGKILL) == [-signal.SIGKILL]
        assert site.rows() == before
    for number, status in ((signal.SIGINT, 130), (signal.SIGTERM, 143)):
        said = "CommandError: Stopped. Nothing was changed."
        assert site.load(LATER_WRITE, number) == [status, said]
        assert site.rows() == before
    status, last = site.load()
    assert (status, last.endswith(" + updated 0 + unchanged 0 + kept 0 + rejected 0")) == (0, True)


def test_killed_after_it_has_ended_it_has_changed_everything(site):
    assert site.load(REPORT, signal.SIGKILL) == [-signal.SIGKILL]
    after = site.rows()
    status, last = site.load()
    assert (status, last.partition(" = ")[2].startswith("created 0 + updated 0 + ")) == (0, True)
    assert site.rows() == after


def test_a_signal_while_it_commits_comes_too_late(site):
    status, last = site.load(COMMIT, signal.SIGTERM)
    assert (status, last.endswith("+ rejected 0")) == (0, True)
    assert not site.is_empty()


def test_beside_another_import_it_says_so_and_stops(site):
    with open(f"{site.file}.import.lock", "w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        assert site.load() == [
            2,
            "CommandError: Another import is running; wait until it has ended. "
            "Nothing was changed.",
        ]
    assert site.is_empty()
    assert site.load()[0] == 0


def test_a_federal_import_stopped_before_it_has_ended_leaves_everything_as_it_was(site, tmp_path):
    site.load()
    file = tmp_path / "Most-Recent-Field-Data-Elements.csv"
    file.write_text(text(FIRST, OF_BUNDLED_UNIVERSITIES))
    command = ("import_scorecard", "--fields", str(file))
    before = site.rows()
    for moment in (STAGING, STAGED, MERGING, FEDERAL_HEADLINES, COMMIT):
        assert site.load(moment, signal.SIGKILL, command) == [-signal.SIGKILL]
        assert site.rows() == before
    for number, status in ((signal.SIGINT, 130), (signal.SIGTERM, 143)):
        said = "CommandError: Stopped. Nothing was changed."
        assert site.load(MERGING, number, command) == [status, said]
        assert site.rows() == before
    status, last = site.load(command=command)
    assert (status, last) == (
        0,
        "read 10 = created 10 + updated 0 + unchanged 0 + kept 0 + rejected 0",
    )
