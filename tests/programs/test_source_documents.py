"""What the seeds call printed stands in the source documents, at a line that they name.

The documents are not part of the project; where a checkout has them beside it, they are read.
"""

import csv
import re

import pytest

from config.env import BASE_DIR
from reference.imports.files import bundled
from tests.samples import APPS

DOCUMENTS = BASE_DIR.parent / "shared" / "seeds"
BEGINS_WITH = {"duke-outcomes": "000_", "hakia-2026": "001_", "research-com-2026": "002_"}


def printed_rows():
    """(file, source, locator, printed) of all seed files that have them."""
    for app in APPS:
        for path in sorted(bundled(app).glob("*.csv")):
            for row in csv.DictReader(path.read_text("utf-8").splitlines()):
                if row.get("printed"):
                    yield path.name, row["source"], row["locator"], row["printed"]


def lines_named(locator):
    return [int(number) for number in re.findall(r"line (\d+)", locator)]


def test_a_locator_is_a_list_of_lines():
    for file, _source, locator, _printed in printed_rows():
        assert re.fullmatch(r"line \d+(; line \d+)*", locator), (file, locator)


def test_lines_of_a_locator_come_in_their_order_and_once():
    for file, _source, locator, _printed in printed_rows():
        numbers = lines_named(locator)
        assert numbers == sorted(set(numbers)), (file, locator)


def test_every_source_is_one_of_the_documents():
    assert {source for _file, source, _locator, _printed in printed_rows()} == set(BEGINS_WITH)


if DOCUMENTS.is_dir():

    def lines_of(source):
        [path] = DOCUMENTS.glob(f"{BEGINS_WITH[source]}*")
        return path.read_text("utf-8").splitlines()

    @pytest.mark.parametrize("source", BEGINS_WITH)
    def test_what_is_printed_stands_at_one_of_its_lines(source):
        document = lines_of(source)
        astray = [
            (file, locator, printed)
            for file, of, locator, printed in printed_rows()
            if of == source and not any(printed in document[n - 1] for n in lines_named(locator))
        ]
        assert astray == []
