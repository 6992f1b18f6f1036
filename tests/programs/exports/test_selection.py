"""A file holds the list of the page with the same address, whole and in its order."""

import pytest
from django.http import QueryDict

from programs.filters import SORTS, ProgramFilterSet
from programs.models import Program, ProgramFacts
from reference.models import Source

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("catalogue")]

QUERIES = (
    "",
    "state=CA&state=PA",
    "q=machine+learning",
    "level=doctorate",
    "award=none",
    "delivery=online",
    "residency=out_of_state&tuition_max=30000&sort=-tuition",
    "earnings_min=100000",
    *(f"sort={sort}" for sort, _label in SORTS),
)


def listed(query):
    """The slugs of the page’s list, in its order."""
    answer = ProgramFilterSet(QueryDict(query)).answer
    slugs = dict(Program.objects.values_list("pk", "slug"))
    return [slugs[key] for keys in answer.all_keys() for key in keys]


@pytest.mark.parametrize("query", QUERIES)
def test_both_files_hold_the_list_of_the_page_in_its_order(csv_rows, json_object, query):
    expected = listed(query)
    assert [row["slug"] for row in csv_rows(query)] == expected
    found = json_object(query)
    assert [program["slug"] for program in found["programs"]] == expected
    assert found["count"] == len(expected)


def test_a_page_of_the_list_is_the_whole_list_too(csv_rows):
    assert len(csv_rows("page=2")) == len(csv_rows()) == 40


def test_a_list_without_programs_has_its_header_alone(download, json_object):
    response = download("/programs.csv?q=zymurgy")
    assert response.written.startswith("slug,url,title,")
    assert response.written.count("\r\n") == 1
    assert json_object("q=zymurgy")["programs"] == []


def test_what_is_not_published_is_in_no_file(csv_rows):
    Program.objects.filter(slug="carnegie-mellon-ms-machine-learning").update(status="draft")
    slugs = [row["slug"] for row in csv_rows()]
    assert len(slugs) == 39
    assert "carnegie-mellon-ms-machine-learning" not in slugs


def test_a_program_gone_while_the_file_is_written_is_left_out(client):
    response = client.get("/programs.csv")
    ProgramFacts.objects.filter(program__slug="carnegie-mellon-ms-machine-learning").delete()
    written = b"".join(response.streaming_content).decode()
    assert written.count("\r\n") == 1 + 39


@pytest.mark.parametrize("address", ["/programs.csv", "/programs.json"])
def test_it_names_what_it_holds_and_asks_to_be_saved(download, address):
    response = download(address)
    suffix = address.rpartition(".")[2]
    # no source of the bundled catalogue says when it was retrieved or published
    saved = f'attachment; filename="gradpath-programs.{suffix}"'
    assert response["Content-Disposition"] == saved
    assert not response.cookies
    assert "Cookie" not in response.get("Vary", "")


def test_the_name_of_a_file_ends_with_the_day_of_the_newest_source(client):
    Source.objects.filter(slug="hakia-2026").update(retrieved_on="2026-11-02")
    Source.objects.filter(slug="duke-outcomes").update(published_on="2025-01-31")
    response = client.head("/programs.json")
    saved = 'attachment; filename="gradpath-programs-2026-11-02.json"'
    assert response["Content-Disposition"] == saved


@pytest.mark.parametrize("address", ["/programs.csv?state=ZZ", "/programs.json"])
def test_asked_for_its_headers_it_reads_no_program(client, django_assert_max_num_queries, address):
    with django_assert_max_num_queries(6) as captured:
        response = client.head(address)
        assert b"".join(response.streaming_content) == b""
    assert not [
        query for query in captured if '"programs_programfacts"."tuition_value"' in query["sql"]
    ]
    whole = client.get(address)
    assert dict(response.headers) == dict(whole.headers)
    b"".join(whole.streaming_content)


@pytest.mark.parametrize("address", ["/programs.csv", "/programs.json"])
def test_nothing_can_be_sent_to_it(client, address):
    assert client.post(address).status_code == 405


def test_what_it_could_not_read_is_named_in_a_header_and_in_the_object(download, json_object):
    query = "state=ZZ&award=%E2%80%9Cx%E2%80%9D&state=CA&encoding=latin-1"
    named = "state=ZZ; award=%E2%80%9Cx%E2%80%9D; encoding=latin-1"
    assert download(f"/programs.csv?{query}")["Ignored-Parameters"] == named
    found = json_object(query)
    assert found["ignored"][:2] == [
        {"parameter": "state", "value": "ZZ"},
        {"parameter": "award", "value": "“x”"},
    ]
    assert found["query"] == {"state": ["CA"]}
    assert found["url"] == "http://localhost:8000/programs/?state=CA"


def test_the_header_of_what_it_could_not_read_stays_short(download):
    query = "&".join(f"state={chr(0x1F600 + n) * 80}" for n in range(60))
    named = download(f"/programs.csv?{query}")["Ignored-Parameters"]
    assert 500 < len(named) <= 1000
    assert named.isascii()


def test_an_address_that_is_all_understood_has_no_such_header(download):
    assert "Ignored-Parameters" not in download("/programs.csv?state=CA")


def test_the_number_of_queries_does_not_grow_with_the_list(client, django_assert_max_num_queries):
    client.get("/programs/")  # the first page after a change puts the choices of all in memory
    with django_assert_max_num_queries(14):
        b"".join(client.get("/programs.csv?q=carnegie").streaming_content)
    with django_assert_max_num_queries(14):
        b"".join(client.get("/programs.csv").streaming_content)


@pytest.mark.parametrize("where", ["in_state", "out_of_state"])
def test_the_list_goes_by_the_sum_of_its_own_columns(csv_rows, where):
    rows = csv_rows(f"sort=tuition&residency={where}")
    charges = [float(row[f"charge_{where}"]) for row in rows]
    parts = ([row[f"{part}_{where}_low"] for part in ("tuition", "fees")] for row in rows)
    assert charges == sorted(charges) == [float(tuition) + float(fees) for tuition, fees in parts]
    assert len(charges) == 40
