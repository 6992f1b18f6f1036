"""Generated files of College Scorecard by field of study: as many rows as asked, none left out."""

import csv
import random
from collections.abc import Iterator
from itertools import islice, product
from pathlib import Path

from careers.cip_families import FAMILIES
from programs.imports.scorecard_fields import PREFIXED

FIRST_UNITID = 100_000
SUPPRESSED = "PrivacySuppressed"
SHARE_SUPPRESSED = 0.9  # of master’s rows in the real file


def field_codes() -> list[str]:
    """As the file writes them: 1101."""
    return sorted({f"{family:0<7}"[:5].replace(".", "") for family in FAMILIES} | _made_up(40))


def write_file(path: Path, rows: int) -> int:
    """Returns how many universities the file names, from FIRST_UNITID on."""
    fields = field_codes()
    universities = -(-rows // len(fields))
    with path.open("w", encoding="utf-8-sig", newline="") as file:
        writer = csv.writer(file)
        writer.writerow(PREFIXED.columns)
        pairs = product(range(FIRST_UNITID, FIRST_UNITID + universities), fields)
        writer.writerows(_rows(islice(pairs, rows)))
    return universities


def _made_up(number: int) -> set[str]:
    """Other four-digit codes of the family of computing: 1150, 1151 …"""
    return {f"11{50 + place}" for place in range(number)}


def _rows(pairs) -> Iterator[list]:
    dice = random.Random(4)
    for unitid, field in pairs:
        yield [unitid, unitid - FIRST_UNITID, field, f"Field {field}.", "5", *_values(dice)]


def _values(dice) -> list[str]:
    """COUNT, DEBTMEDIAN, EARNINGSCOUNT, MD_EARN_WNE, IPEDSCOUNT1, IPEDSCOUNT2."""
    counts = [str(dice.randrange(300)), str(dice.randrange(300))]
    if dice.random() < SHARE_SUPPRESSED:
        return [SUPPRESSED] * 4 + counts
    return [
        counts[0],
        str(dice.randrange(9000, 90000)),
        counts[0],
        str(dice.randrange(30000, 160000)),
        *counts,
    ]
