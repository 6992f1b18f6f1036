"""The rows that are measured: a catalogue, and beside it the same rows as one flat table.

`flat.sqlite3` of a size holds `listed`, in the order of the site’s list without parameters, and
`every`, the master’s programs of all fields, each with full-text search over the site’s own
search documents. Tuition is what the site compares by: with the required fees, where these are
known. Indexes on each facet; `narrow_…` and `counts` are for the hand-written SQL.
"""

import hashlib
import json
import sqlite3
import sys
from contextlib import closing
from pathlib import Path

from tests.benchmarks.finding_speed_questions import FACETS, WAYS

BASE_DIR = Path(__file__).resolve().parents[2]
FOLDER = BASE_DIR / "build" / "bench"
TEXTS = ("title", "institution", "city", "slug")
CODES = ("state", "award", "control", "field", "delivery", "level")
NUMBERS = ("tuition", "tuition_out", "earnings", "completions", "duration", "rank")
# what a row of the site’s list says beside these, and what a search reads
SAID = (
    *("summary", "unitid", "cip"),
    *("tuition_value", "fees_value", "tuition_scope", "tuition_source"),
    *("tuition_out_value", "fees_out_value", "tuition_out_scope", "tuition_out_source"),
    *("completions_value", "completions_cip", "completions_scope", "completions_source"),
    *("completions_from", "completions_to"),
    *("earnings_value", "earnings_measure", "earnings_basis", "earnings_cip", "earnings_source"),
    *("earnings_from", "earnings_to", "duration_value", "rank_source"),
)
# with a type each: without one Datasette finds no number
COLUMNS = (
    *(f"{column} TEXT" for column in (*TEXTS, *CODES)),
    *(f"{column} INTEGER" for column in WAYS),
    *(f"{column} REAL" for column in NUMBERS),
    *(f"{column} TEXT" for column in SAID),
)
TABLES = ("listed", "every")
# whatever decides what is in the databases
MAKERS = (
    *("programs/synthetic", "programs/facts", "programs/search*", "reference/search"),
    *("*/migrations", "tests/benchmarks/finding_speed_data.py"),
)


def catalogue(size: int) -> Path:
    return FOLDER / f"{size}.sqlite3"


def flat(size: int) -> Path:
    return FOLDER / str(size) / "flat.sqlite3"


def stale(size: int) -> bool:
    """Whether the databases of this size are missing, or made by other code than now."""
    stamp = flat(size).with_suffix(".stamp")
    return not stamp.is_file() or stamp.read_text("utf-8") != made_by()


def made_by() -> str:
    files = {path for pattern in MAKERS for path in BASE_DIR.glob(pattern)}
    files |= {path for folder in files for path in folder.rglob("*.py")}
    digest = hashlib.sha256()
    for path in sorted(path for path in files if path.suffix == ".py"):
        digest.update(path.read_bytes())
    return digest.hexdigest()


def make(size: int) -> None:
    """Inside a process with Django and the catalogue’s DATABASE_URL."""
    from django.core.management import call_command
    from django.db import connection

    call_command("migrate", verbosity=0)
    call_command("make_catalog", programs=size, stdout=sys.stderr)
    with connection.cursor() as cursor:
        cursor.execute("PRAGMA wal_checkpoint(TRUNCATE)")
    path = flat(size)
    path.parent.mkdir(exist_ok=True)
    path.unlink(missing_ok=True)
    with closing(sqlite3.connect(path)) as database:
        _fill(database)
    path.with_suffix(".stamp").write_text(made_by(), "utf-8")


def _fill(database) -> None:
    from programs.models import Program

    texts = _documents()
    listed = Program.objects.published().listed().masters()
    for table, programs in zip(TABLES, (listed.named_or_core(), listed), strict=True):
        _create(database, table)
        ordered = programs.sorted_by("rank").select_related("institution", "facts")
        for place, (pk, *row) in enumerate(_rows(ordered), start=1):
            _run(database, "INSERT INTO", table, "VALUES", _marks(row, 1), values=(place, *row))
            text = (place, texts.get(pk, ""))
            _run(
                database, "INSERT INTO", f"{table}_fts", "(rowid, words) VALUES (?, ?)", values=text
            )
        _index(database, table)
    database.execute("ANALYZE")
    database.commit()
    database.execute("VACUUM")


def _run(database, *sql, values=()) -> None:
    database.execute(" ".join(sql), values)


def _marks(row, more) -> str:
    return f"({', '.join('?' * (len(row) + more))})"


def _documents() -> dict[int, str]:
    """{program: the words by which the site finds it}."""
    from reference.models import SearchDocument
    from reference.search.kinds import kind_named

    kind = kind_named("program")
    found = SearchDocument.objects.filter(pk__range=(kind.first, kind.last))
    rows = found.values_list("pk", "names", "context", "body").iterator()
    return {pk - kind.first: " ".join(parts) for pk, *parts in rows}


def _rows(programs):
    from programs.querysets.field_groups import group_of
    from reference.models import Source

    sources = {source.pk: source.short_name for source in Source.objects.all()}
    for program in programs.iterator(chunk_size=2000):
        facts = program.facts
        ways = [way for way in WAYS if getattr(facts, way)]
        yield (
            program.pk,
            *(program.title, program.institution.name, program.institution.city, program.slug),
            *(facts.state or "none", facts.award or "none", facts.control or "none"),
            *(group_of(facts.cip), "+".join(ways) or "none", facts.level),
            *(int(way in ways) for way in WAYS),
            *(None if number is None else float(number) for number in _numbers(facts)),
            *(_said(name, program, sources) for name in SAID),
        )


def _said(name, program, sources) -> str:
    if name.endswith("_source"):
        return sources.get(getattr(program.facts, f"{name}_id"), "")
    told = {"summary": program.summary, "unitid": program.institution.unitid}
    return str(told[name] if name in told else getattr(program.facts, name) or "")


def _numbers(facts):
    money = (facts.charge, facts.charge_out, facts.earnings)
    return (*money, facts.completions, facts.duration_from, facts.rank)


def _create(database, table) -> None:
    _run(database, "CREATE TABLE", table, f"(id INTEGER PRIMARY KEY, {', '.join(COLUMNS)})")
    search = f"""USING fts5 (words, content="{table}", tokenize='ascii')"""
    _run(database, "CREATE VIRTUAL TABLE", f"{table}_fts", search)


def _index(database, table) -> None:
    for column in (*FACETS, *WAYS, "tuition", "rank"):
        _run(database, "CREATE INDEX", f"{table}_{column}", "ON", table, f"({column})")
    _narrow(database, table, (*FACETS[:-1], *WAYS, "tuition", "id"))
    _run(database, "CREATE TABLE", f"counts_{table}", "(facet, value, number)")
    counts = ("INSERT INTO", f"counts_{table}")
    for facet in FACETS[:-1]:
        grouped = ("SELECT ?,", facet, ", COUNT(*) FROM", table, "GROUP BY 2")
        _run(database, *counts, *grouped, values=[facet])
    for way in WAYS:
        _run(database, *counts, "SELECT 'delivery', ?, SUM(", way, ") FROM", table, values=[way])
    none = ("SELECT 'delivery', 'none', COUNT(*) FROM", table, "WHERE delivery = 'none'")
    _run(database, *counts, *none)


def _narrow(database, table, columns) -> None:
    """Only what facets count by, with an index for each way in that holds all of it."""
    narrow = f"narrow_{table}"
    _run(database, "CREATE TABLE", narrow, "AS SELECT", ", ".join(columns), "FROM", table)
    for first in (["id"], *([facet] for facet in FACETS[:-1]), ["online"], ["state", "online"]):
        held = ", ".join((*first, *(column for column in columns if column not in first)))
        _run(database, "CREATE INDEX", f"{narrow}_{'_'.join(first)}", "ON", narrow, f"({held})")


def stems_of(texts) -> dict[str, str]:
    """What the site makes of a text’s words, as the documents hold them."""
    from reference.search.words import stems

    return {text: " ".join(stems(text)) for text in texts}


def told(answer) -> None:
    sys.stdout.write(f"{json.dumps(answer)}\n")
