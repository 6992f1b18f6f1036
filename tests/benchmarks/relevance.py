"""How well search answers: success at 1, 3 and 10, and the mean reciprocal rank.

Reads tests/benchmarks/relevance.csv: `expected` are keys of records, any of which will do. Asks the
database of DATABASE_URL as it is, else the bundled catalogue, loaded for this.
"""

import csv
import os
import sys
from collections.abc import Iterator
from pathlib import Path
from tempfile import TemporaryDirectory

QUERIES = Path(__file__).with_suffix(".csv")
DEEPEST = 10
KEY_OF = {"field": "cip", "occupation": "soc", "state": "code", "topic": "key"}


def main() -> None:
    with TemporaryDirectory() as folder:
        _set_up(Path(folder) / "catalogue.sqlite3")
        ranks = [*_ranks()]
    _say("")
    _say(" · ".join(report(ranks)))


def _ranks() -> Iterator[int | None]:
    for row in csv.DictReader(QUERIES.read_text("utf-8").splitlines()):
        rank = rank_of(row["query"], row["kind"], row["expected"].split("|"))
        if rank != 1:
            _say(f"{rank or '-':>3}  {row['kind']:<12} {row['query']}")
        yield rank


def rank_of(text: str, kind: str, expected: list[str]) -> int | None:
    """Of the first one expected among the ten best, from 1."""
    for place, key in enumerate(found(text, kind), 1):
        if key in expected:
            return place
    return None


def found(text: str, kind: str) -> Iterator[str]:
    """Of any kind: the best of each, the best kind first, as /search/ shows them."""
    from reference.search import engine, read

    if kind == "any":
        best = engine().of_each_kind(read(text))
        for other, keys in best.items():
            yield from _keys(other, keys[:1])
    else:
        yield from _keys(kind, engine().ranked(read(text, kind), kind)[:DEEPEST])


def _keys(kind, keys) -> Iterator[str]:
    from reference.search.kinds import kind_named

    records = kind_named(kind).records().in_bulk(keys)
    for key in keys:
        yield str(getattr(records[key], KEY_OF.get(kind, "slug"), ""))


def report(ranks: list[int | None]) -> Iterator[str]:
    yield f"{len(ranks)} queries"
    for most in (1, 3, DEEPEST):
        yield f"success@{most} {sum(1 for rank in ranks if rank and rank <= most) / len(ranks):.3f}"
    yield f"MRR {sum(1 / rank for rank in ranks if rank) / len(ranks):.3f}"


def _set_up(own: Path) -> None:
    given = os.environ.get("DATABASE_URL")
    os.environ["DATABASE_URL"] = given or f"sqlite:///{own}"
    import django

    django.setup()
    if not given:
        from django.core.management import call_command

        call_command("migrate", verbosity=0)
        call_command("load_catalog", verbosity=0)


def _say(line: str) -> None:
    sys.stdout.write(f"{line}\n")


if __name__ == "__main__":
    main()
