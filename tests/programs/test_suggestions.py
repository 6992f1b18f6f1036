"""What search boxes suggest while one types."""

import pytest

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


def test_it_says_how_many_there_are(suggested):
    answer = suggested("data")
    assert 1 < len(answer["suggestions"]) <= 8
    assert answer["said"] == f"{len(answer['suggestions'])} suggestions; the arrow keys choose one"


@pytest.mark.parametrize("typed", ["", " ", "a", "zzzzqqqq", "'); --", "\x00", "a" * 5000])
def test_nothing_to_suggest_is_no_fault(suggested, typed):
    assert suggested(typed) == {"suggestions": [], "said": ""}


def test_every_suggestion_has_a_page(client, suggested):
    for typed in ("machine", "stanford", "univ", "da"):
        for one in suggested(typed)["suggestions"]:
            assert client.get(one["url"], follow=True).status_code == 200
