"""No address breaks a file, and none gets into its headers as more than text."""

import csv
import io
import json
from urllib.parse import quote

import pytest

from programs.exports.csv_file import HEADER
from programs.exports.selection import ProgramFileFilterSet
from tests.catalogue import kept_for_a_module, refresh
from tests.factories import ProgramFactory
from tests.test_strange_parameters import LOOKUPS, STRANGE

PARAMETERS = (*ProgramFileFilterSet.base_filters, "page")
FILES = ("/programs.csv", "/programs.json")

pytestmark = [pytest.mark.django_db, pytest.mark.thorough]


@pytest.fixture(scope="module", autouse=True)
def zymurgy(django_db_setup, django_db_blocker):
    with kept_for_a_module(django_db_blocker):
        ProgramFactory(slug="zymurgy")
        refresh()
        yield


@pytest.fixture
def ask(client):
    """ask(address, query): what is written, whole and well formed."""

    def ask(address, query):
        response = client.get(f"{address}?{query}")
        assert response.status_code == 200
        assert not response.cookies
        for name, value in response.headers.items():
            assert (name + value).isprintable()
            assert len(value) <= 1000
        written = b"".join(response.streaming_content).decode()
        assert_well_formed(address, written)
        return written

    return ask


def assert_well_formed(address, written):
    if address.endswith("json"):
        found = json.loads(written)
        assert len(found["programs"]) == found["count"]
    else:
        rows = list(
            csv.reader(io.StringIO(written.removeprefix("\ufeff"), newline=""), strict=True)
        )
        assert rows[0] == HEADER
        assert {len(row) for row in rows} == {len(HEADER)}


@pytest.mark.parametrize("strange", STRANGE)
@pytest.mark.parametrize("address", FILES)
def test_a_value_given_to_all_that_a_file_reads_breaks_nothing(ask, address, strange):
    value = quote(STRANGE[strange], safe="%+")
    names = (*PARAMETERS, "unknown", value or "empty")
    ask(address, "&".join(f"{name}={value}" for name in names))


@pytest.mark.parametrize("name", PARAMETERS)
@pytest.mark.parametrize("address", FILES)
def test_no_value_of_a_parameter_alone_breaks_anything(ask, address, name):
    for value in STRANGE.values():
        ask(address, f"{name}={quote(value, safe='%+')}")


@pytest.mark.parametrize("lookup", LOOKUPS)
def test_a_lookup_of_the_database_changes_nothing(ask, lookup):
    assert ask("/programs.csv", lookup) == ask("/programs.csv", "")


@pytest.mark.parametrize("address", FILES)
def test_a_parameter_given_a_thousand_times_is_read_as_far_as_it_makes_sense(ask, address):
    for name in PARAMETERS:
        ask(address, "&".join(f"{name}={number}" for number in range(999)))


@pytest.mark.parametrize("address", FILES)
def test_more_parameters_than_any_form_has_are_refused(client, address):
    assert client.get(f"{address}?{'&'.join(['page=1'] * 1500)}").status_code == 400
