"""How fast lists are found at 1,000 and 100,000 programs: see docs/benchmarks.md.

`make bench` makes the catalogues, serves the site as it is deployed and Datasette on the same rows,
checks that both and plain SQL find the same numbers, and measures them in alternating rounds.
"""

import json
import re
import subprocess
import sys
from collections.abc import Callable

from tests.benchmarks.finding_speed_data import BASE_DIR, FOLDER, catalogue, make, stale, told
from tests.benchmarks.finding_speed_load import fetched, load
from tests.benchmarks.finding_speed_questions import FACETS, QUESTIONS, WAYS, dealt
from tests.benchmarks.finding_speed_report import Report
from tests.benchmarks.finding_speed_servers import (
    collect_static_files,
    datasette,
    environment,
    site,
)

SIZES = (1000, 100_000)
AGAINST_DATASETTE = 100_000
ROUNDS = 3
SECONDS = 2.0
VISITORS = (1, 8)
MOST_TEXTS = 60  # new ones, of each round and side
COUNT = re.compile(r'class="count"[^>]*>(?:<[^>]*>|\s)*([\d,]+) program')


def main(sizes) -> None:
    FOLDER.mkdir(parents=True, exist_ok=True)
    report = Report(sizes)
    for size in filter(stale, sizes):
        _say(f"making {size:,} programs …")
        for old in FOLDER.glob(f"{size}.sqlite3*"):
            old.unlink()
        _child(size, "make", size)
    collect_static_files(sizes[0])
    against = AGAINST_DATASETTE if AGAINST_DATASETTE in sizes else max(sizes)
    _in_process(sizes, report)
    _over_http(against, report)
    report.write(against)
    _say(report.text(against))


def _say(line: str) -> None:
    sys.stdout.write(f"{line}\n")
    sys.stdout.flush()


def _child(size: int, *arguments):
    command = [sys.executable, "-m", "tests.benchmarks.finding_speed", *map(str, arguments)]
    there = environment(size)
    answer = subprocess.run(
        command, env=there, cwd=BASE_DIR, check=True, stdout=subprocess.PIPE, text=True
    )
    return json.loads(answer.stdout.splitlines()[-1])


def _in_process(sizes, report) -> None:
    for lot in range(ROUNDS):
        for size in sizes:
            _say(f"in process: {size:,} programs, round {lot + 1} of {ROUNDS}")
            report.note_pages(size, _child(size, "measure", size, lot, ROUNDS))


def _over_http(size: int, report) -> None:
    counted = _child(size, "counted", size)
    rows, stems = counted["rows"], counted["stems"].__getitem__
    report.rows = rows
    with site(size) as ours, datasette(size) as theirs:
        for question in QUESTIONS:
            other = question.datasette(rows, stems, ending=".json")
            answers = counted["answers"][question.key]
            report.note_counts(question, *_numbers(ours, theirs, question, rows, other), answers)
        for question in QUESTIONS:
            for visitors in VISITORS:
                _say(f"over HTTP: {question.key}, {visitors} at a time")
                _compare(question, visitors, (ours, theirs), (rows, stems), report)


def _numbers(ours, theirs, question, rows, other):
    """What the site, and Datasette with its facets, say that they found."""
    shown = COUNT.search(fetched(ours, question.site(rows)))
    answer = json.loads(fetched(theirs, other))
    facets = {
        facet: {str(found["value"]): found["count"] for found in told["results"]}
        for facet, told in answer["facet_results"].items()
    }
    return int(shown[1].replace(",", "")) if shown else None, {
        "count": answer["filtered_table_rows_count"],
        **{facet: facets[facet] for facet in FACETS if facet != "delivery"},
        "delivery": _by_way(facets["delivery"]),
    }


def _by_way(combined):
    """Datasette counts sets of ways; a program of two counts for both."""
    ways = {way: 0 for way in (*WAYS, "none")}
    for value, number in combined.items():
        for way in value.split("+"):
            ways[way] += number
    return ways


def _compare(question, visitors, ports, asked, report) -> None:
    ours, theirs = ports
    rows, stems = asked
    lots = list(dealt(question.texts, ROUNDS * len(VISITORS)))
    for number in range(ROUNDS):
        texts = lots[number * len(VISITORS) + VISITORS.index(visitors)][:MOST_TEXTS]
        site_asks = [question.site(rows, text) for text in texts] or question.site(rows)
        their_asks = [question.datasette(rows, stems, text) for text in texts]
        if not number and not question.texts:
            load(ours, question.site(rows), 8, 0.5)  # both workers have been asked before
        one = load(theirs, their_asks or question.datasette(rows, stems), visitors, SECONDS)
        other = load(ours, site_asks, visitors, SECONDS)
        report.note_load(question, visitors, other, one)


def _made(size: str):
    make(int(size))
    return {"made": str(catalogue(int(size)))}


def _measured(*numbers: str):
    from tests.benchmarks.finding_speed_page import measure

    return measure(*map(int, numbers))


def _counted(size: str):
    from tests.benchmarks.finding_speed_page import counted

    return counted(int(size))


if __name__ == "__main__":
    todo: dict[str, Callable] = {"make": _made, "measure": _measured, "counted": _counted}
    name, *arguments = sys.argv[1:] or [""]
    if name in todo:
        import django

        django.setup()
        told(todo[name](*arguments))
    else:
        main([int(size.replace(",", "")) for size in sys.argv[1:]] or SIZES)
