"""What search boxes suggest while one types."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from tests.catalogue import refresh
from tests.factories import OccupationFactory

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("catalogue")]


@pytest.fixture
def suggested(client):
    def suggested(text):
        response = client.get("/search/suggestions/", {"q": text})
        assert response.status_code == 200
        return response.json()

    return suggested


@pytest.mark.parametrize(
    ("typed", "kind", "url"),
    [
        ("carn", "University", "/institutions/carnegie-mellon-university/"),
        ("cmu", "University", "/institutions/carnegie-mellon-university/"),
        ("machine learning eng", "Career", "/careers/machine-learning-engineer/"),
        ("15-1252", "Occupation", "/occupations/15-1252/"),
        ("11.01", "Field of study", "/fields/11.01/"),
        ("californ", "State", "/states/CA/"),
    ],
)
def test_the_page_that_one_begins_to_type_is_suggested(suggested, typed, kind, url):
    found = suggested(typed)["suggestions"]
    assert url in [one["url"] for one in found if one["kind"] == kind]


def test_a_program_is_named_with_its_university(suggested):
    programs = [s for s in suggested("duke artificial")["suggestions"] if s["kind"] == "Program"]
    assert programs
    assert all(one["title"].endswith(", Duke University") for one in programs)


def titles(answer, kind):
    return [one["title"] for one in answer["suggestions"] if one["kind"] == kind]


def test_a_name_that_holds_the_words_comes_before_a_text_that_does(suggested):
    programs = titles(suggested("data scien"), "Program")
    assert programs and all("Data Science" in title for title in programs)
    assert titles(suggested("statistics"), "Field of study")[0] == "Statistics (27.05)"


def test_of_programs_masters_degrees_come_first(suggested):
    programs = titles(suggested("carnegie mellon machine"), "Program")
    assert programs[0] == "MS in Machine Learning, Carnegie Mellon University"
    assert any("PhD" in title for title in programs[1:])


def test_another_level_comes_first_where_it_is_asked_for(suggested):
    assert titles(suggested("phd machine"), "Program")[0].startswith("PhD in Machine Learning")


def test_a_part_of_a_name_with_a_short_form_is_its_beginning(suggested):
    assert suggested("machine lear")["suggestions"][0]["title"] == "Machine learning engineer"


def test_two_letters_that_begin_enough_names_look_through_no_text(suggested):
    with CaptureQueriesContext(connection) as asked:
        assert suggested("ma")["suggestions"]
    finds = ("MATCH", "@@")
    ordered = [q["sql"] for q in asked if any(f in q["sql"] for f in finds)]
    assert not [sql for sql in ordered if "ORDER BY" in sql]


def test_two_letters_that_begin_few_names_find_more(suggested):
    assert titles(suggested("cs"), "Program")


def test_it_says_how_many_there_are(suggested):
    answer = suggested("data")
    assert 1 < len(answer["suggestions"]) <= 8
    assert answer["said"] == f"{len(answer['suggestions'])} suggestions; the arrow keys choose one"


@pytest.mark.parametrize("typed", ["", " ", "a", "zzzzqqqq", "'); --", "\x00", "a" * 5000])
def test_nothing_to_suggest_is_no_fault(suggested, typed):
    readable = typed.strip(" \x00")[:200] == typed
    said = "No suggestions" if readable and typed else ""
    assert suggested(typed) == {"suggestions": [], "said": said}


def test_every_suggestion_has_a_page(client, suggested):
    for typed in ("machine", "stanford", "univ", "da"):
        for one in suggested(typed)["suggestions"]:
            assert client.get(one["url"], follow=True).status_code == 200


def test_after_a_university_come_its_own_programs_in_the_order_of_the_list(suggested):
    found = suggested("carn")["suggestions"]
    assert found[0]["title"] == "Carnegie Mellon University"
    programs = titles({"suggestions": found}, "Program")
    assert "MS in Machine Learning, Carnegie Mellon University" in programs
    assert all(title.endswith(", Carnegie Mellon University") for title in programs)


def test_trades_come_last(suggested):
    OccupationFactory(soc="47-2171", title="Machine Rebar Workers")
    refresh()
    found = suggested("machine")["suggestions"]
    kinds = [one["kind"] for one in found]
    assert kinds == sorted(kinds, key=lambda kind: kind == "Occupation")


def test_what_most_come_for_is_among_the_first_two_kinds(suggested):
    kinds = list(dict.fromkeys(one["kind"] for one in suggested("mach")["suggestions"]))
    assert "Program" in kinds[:2]


def test_the_version_of_the_data_is_not_asked_for_each_find(suggested):
    suggested("carnegie")
    with CaptureQueriesContext(connection) as asked:
        suggested("carnegie")
    assert sum("reference_datachange" in query["sql"] for query in asked) <= 4
