import os
import subprocess
import sys

import pytest

from config.env import BASE_DIR

pytestmark = pytest.mark.thorough

TESTS = """
import pytest

def test_runs(): pass

@pytest.mark.skip(reason="no browser here")
def test_is_skipped(): pass
"""


@pytest.fixture
def run(tmp_path):
    (tmp_path / "test_sample.py").write_text(TESTS)

    def pytest_with(*args, **variables):
        clean = {name: value for name, value in os.environ.items() if name != "FAIL_ON_SKIP"}
        return subprocess.run(
            [sys.executable, "-m", "pytest", "-p", "no:django", "-p", "tests.skips", *args],
            cwd=tmp_path,
            env=clean | {"PYTHONPATH": str(BASE_DIR)} | variables,
            capture_output=True,
            text=True,
        )

    return pytest_with


def test_a_skipped_test_passes_where_something_may_be_missing(run):
    assert run().returncode == 0


@pytest.mark.parametrize("processes", [[], ["-n", "2"]])
def test_a_skipped_test_fails_the_run_and_is_named_where_nothing_may_be_missing(run, processes):
    outcome = run(*processes, FAIL_ON_SKIP="1")
    assert outcome.returncode == 1
    assert "test_sample.py::test_is_skipped: Skipped: no browser here" in outcome.stdout


def test_a_run_without_skips_passes(run):
    assert run("-k", "runs", FAIL_ON_SKIP="1").returncode == 0
