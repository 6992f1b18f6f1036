"""How fast a federal file comes in, beside a bare `executemany` of the very rows it writes.

`make bench-import` prints, for 10,000, 100,000 and 1,000,000 rows: CPU seconds of both in one run,
their ratio, and the import’s peak of memory. Each import and each bare write has a process and a
fresh SQLite file of its own; what is compared is CPU time without starting Django. Counted apart:
the upkeep of the index once the rows are written (headlines, facts of programs, documents of the
search), for which the catalogue holds a program for each row of the file.
"""

import json
import os
import resource
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from itertools import islice, product
from pathlib import Path
from unittest import mock

SIZES = (10_000, 100_000, 1_000_000)
TABLES = (
    *("reference_source", "careers_fieldofstudy"),
    *("programs_institutionfield", "programs_institutionfieldfigure"),
)
BATCH = 5000
MEGABYTE = 1024 * 1024


def main(sizes) -> None:
    _say(
        "rows read | rows written | import CPU s | bare CPU s | bare / import | upkeep CPU s | "
        "upkeep / import | again | peak MB"
    )
    with tempfile.TemporaryDirectory() as folder:
        for size in sizes:
            _say(_line(Path(folder), size))


def _say(line: str) -> None:
    sys.stdout.write(f"{line}\n")
    sys.stdout.flush()


def _line(folder: Path, size: int) -> str:
    file, filled, bare = (folder / f"{size}{end}" for end in (".csv", ".sqlite3", ".bare.sqlite3"))
    _child(filled, "prepare", file, size)
    bare.write_bytes(filled.read_bytes())
    imported = _child(filled, "import", file)
    written = _child(bare, "bare", filled)
    again = _child(filled, "import", file)
    share = written["cpu"] / imported["cpu"]
    for path in (file, filled, bare):
        path.unlink()
    return (
        f"{size:9,} | {written['rows']:12,} | {imported['cpu']:12.2f} | {written['cpu']:10.2f} | "
        f"{share:12.0%} | {imported['upkeep']:12.2f} | "
        f"{imported['upkeep'] / imported['cpu']:15.0%} | {again['cpu']:5.2f} | "
        f"{imported['peak']:7.0f}"
    )


def _child(database: Path, *arguments) -> dict:
    environment = os.environ | {"DATABASE_URL": f"sqlite:///{database}"}
    command = [sys.executable, "-m", "tests.benchmarks.import_speed", *map(str, arguments)]
    answer = subprocess.run(command, env=environment, check=True, capture_output=True, text=True)
    return json.loads(answer.stdout.splitlines()[-1])


def prepare(file: str, size: str) -> dict:
    """The catalogue before the import: the universities that the file names, and their programs."""
    from django.core.management import call_command

    from programs.models import Institution
    from tests.benchmarks.field_of_study import FIRST_UNITID, write_file

    call_command("migrate", verbosity=0)
    universities = write_file(Path(file), int(size))
    numbers = range(FIRST_UNITID, FIRST_UNITID + universities)
    Institution.objects.bulk_create(
        [
            Institution(slug=f"u{number}", name=f"U {number}", unitid=str(number))
            for number in numbers
        ],
        batch_size=BATCH,
    )
    _save_programs(int(size))
    _flush()
    return {}


def _save_programs(size: int) -> None:
    """One for each row, listed and found before the import changes what they rest on."""
    from careers.models import FieldOfStudy
    from programs.models import Institution, Program
    from reference.signals import evidence_changed
    from tests.benchmarks.field_of_study import field_codes

    fields = FieldOfStudy.objects.bulk_create(
        FieldOfStudy(cip=f"{code[:2]}.{code[2:]}", title=f"Field {code}") for code in field_codes()
    )
    universities = Institution.objects.order_by("unitid")
    pairs = islice(product(universities, fields), size)
    programs = (
        Program(
            slug=f"{university.slug}-{field.cip.replace('.', '-')}",
            title=field.title,
            institution=university,
            field=field,
            identity="reported",
        )
        for university, field in pairs
    )
    Program.objects.bulk_create(programs, batch_size=BATCH)
    evidence_changed.send(sender=None)


@contextmanager
def _upkeep_timed() -> Iterator[list[float]]:
    """CPU seconds of what an import does once its rows are written."""
    from reference.federal.run import Writing

    refresh = Writing.refresh
    taken: list[float] = []

    def timed(writing: Writing) -> None:
        before = time.process_time()
        refresh(writing)
        taken.append(time.process_time() - before)

    with mock.patch.object(Writing, "refresh", timed):
        yield taken


def bring_in(file: str) -> dict:
    """The import as its command runs it."""
    from django.core.management import call_command

    before = time.process_time()
    with _upkeep_timed() as taken:
        call_command("import_scorecard", fields=Path(file), stdout=sys.stderr)
    cpu = time.process_time() - before
    return {
        "cpu": cpu - sum(taken),
        "upkeep": sum(taken),
        "peak": resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * 1024 / MEGABYTE,
    }


def write_bare(filled: str) -> dict:
    """Every row that the import wrote, into the same tables with the same indexes."""
    from django.db import connection

    connection.ensure_connection()
    database = connection.connection
    cursor = database.cursor()
    cursor.execute("ATTACH DATABASE ? AS filled", (filled,))
    rows, cpu = 0, 0.0
    cursor.execute("BEGIN")
    for table in TABLES:
        newest = " ".join(["SELECT COALESCE(MAX(id), 0) FROM", f"main.{table}"])
        ((last,),) = database.cursor().execute(newest)
        written = " ".join(["SELECT * FROM", f"filled.{table}", "WHERE id > ?"])
        reader = database.cursor().execute(written, (last,))
        marks = ", ".join("?" * len(reader.description))
        insert = " ".join(["INSERT INTO", f"main.{table}", "VALUES (", marks, ")"])
        while batch := reader.fetchmany(BATCH):
            before = time.process_time()
            cursor.executemany(insert, batch)
            cpu += time.process_time() - before
            rows += len(batch)
    before = time.process_time()
    cursor.execute("COMMIT")
    return {"cpu": cpu + time.process_time() - before, "rows": rows}


def _flush() -> None:
    from django.db import connection

    with connection.cursor() as cursor:
        cursor.execute("PRAGMA wal_checkpoint(TRUNCATE)")


if __name__ == "__main__":
    todo: dict[str, Callable[..., dict]] = {
        "prepare": prepare,
        "import": bring_in,
        "bare": write_bare,
    }
    name, *arguments = sys.argv[1:] or [""]
    if name in todo:
        import django

        django.setup()
        _say(json.dumps(todo[name](*arguments)))
    else:
        main([int(size) for size in sys.argv[1:]] or SIZES)
