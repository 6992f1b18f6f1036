import json
import os
import subprocess
import sys

import pytest
from django.conf import settings

from tests.reference.federal.hostile_workbooks import ATTACKS
from tests.reference.federal.workbook_files import refusal, write

pytestmark = pytest.mark.thorough

MEMORY = 100 * 1024 * 1024
SECONDS = 5  # of CPU; below 1 on a quiet machine, but tests run beside others

# Reads each file as an import would, in no more than this memory beside what Python itself has.
READER = """
import json, resource, sys, time
from pathlib import Path
from django.conf import settings
settings.configure(USE_I18N=False)
from reference.federal.workbooks import open_workbook
from reference.imports.errors import UnusableFile

def said(path):
    try:
        with open_workbook(path) as workbook:
            return sum(len(list(workbook.rows(name))) for name in workbook.sheet_names)
    except UnusableFile as refused:
        return str(refused)

pages = int(Path("/proc/self/statm").read_text().split()[0])
limit = pages * resource.getpagesize() + int(sys.argv[1])
resource.setrlimit(resource.RLIMIT_AS, (limit, limit))
for path in map(Path, sys.argv[2:]):
    began = time.process_time()
    print(json.dumps([path.stem, said(path), time.process_time() - began]), flush=True)
"""


@pytest.mark.parametrize("name", ATTACKS)
def test_it_says_what_is_wrong_with_a_hostile_file(tmp_path, name):
    attack, words = ATTACKS[name]
    path = tmp_path / "data.xlsx"
    attack(path)
    assert words in refusal(path)


def test_it_refuses_a_workbook_named_as_one_with_macros(tmp_path):
    assert "holds macros" in refusal(write(tmp_path / "data.xlsm"))


def test_it_refuses_a_file_larger_than_any_workbook(tmp_path):
    path = tmp_path / "data.xlsx"
    with path.open("wb") as file:
        file.truncate(64 * 1024 * 1024 + 1)
    assert "is larger than 64 MB" in refusal(path)


def test_no_hostile_file_costs_more_than_100_mb_or_a_few_seconds(tmp_path):
    for name, (attack, _words) in ATTACKS.items():
        attack(tmp_path / f"{name}.xlsx")
    files = sorted(tmp_path.iterdir())
    command = [sys.executable, "-c", READER, str(MEMORY), *map(str, files)]
    # measuring coverage would take most of the time and memory
    plain = {key: value for key, value in os.environ.items() if not key.startswith("COVERAGE")}
    run = subprocess.run(command, cwd=settings.BASE_DIR, env=plain, capture_output=True, text=True)
    results = [json.loads(line) for line in run.stdout.splitlines()]
    assert (run.stderr, len(results)) == ("", len(ATTACKS))
    for name, said, seconds in results:
        assert ATTACKS[name][1] in said
        assert seconds < SECONDS, name
