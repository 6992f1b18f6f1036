import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from careers.models import OnetOccupation
from tests.catalogue import refresh
from tests.factories import (
    AlternateTitleFactory,
    OccupationFactory,
    OccupationFigureFactory,
    OnetOccupationFactory,
)

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("catalogue")]

BY_TITLE = [
    "Computer and Information Research Scientists",
    "Data Scientists",
    "Engineers, All Other",
    "Information Security Analysts",
    "Marketing Managers",
    "Operations Research Analysts",
    "Software Developers",
]


@pytest.fixture
def listed(show):
    """listed("q=data"): the occupations of the list, in its order."""
    return lambda query="": [
        row.one("th").one("a").seen for row in show(f"/occupations/?{query}").rows
    ]


def figure(occupation, measure, value, **fields):
    fields = {"source__kind": "government", "statistic": "median"} | fields
    return OccupationFigureFactory(subject=occupation, measure=measure, value=value, **fields)


def test_it_lists_every_occupation_by_title(show, listed):
    page = show("/occupations/")
    assert (page.title, page.heading) == ("Occupations | Gradpath", "Occupations")
    assert page.one(role="status").text == "7 occupations"
    assert listed() == BY_TITLE


def test_it_names_onet_whose_ratings_and_names_its_filters_ask(show):
    page = show("/occupations/?zone=5")
    told = "Preparation, and the other names by which an occupation is found, are from O*NET 29.3"
    assert told in page.main.seen
    assert "O*NET 29.3 Database by the U.S. Department of Labor" in page.one(id="sources").seen
    OnetOccupation.objects.all().delete()
    assert "O*NET" not in show("/occupations/").main.seen


def test_an_occupation_shows_its_newest_federal_figures_with_their_years(show):
    row = show("/occupations/").row("Software Developers")
    assert row.one("th").seen == "Software Developers 15-1252"
    assert [cell.seen for cell in row.all("td")] == [
        "$135,980 May 2025",
        "15.8% 2024–34",
        "115,200 2024–34",
    ]


@pytest.mark.parametrize(
    ("query", "found"),
    [
        ("q=software+developers", ["Software Developers"]),
        ("q=brand+manager", ["Marketing Managers"]),  # another name of it
        ("q=robotics", ["Engineers, All Other"]),  # a specialty
        ("q=15-20", ["Data Scientists", "Operations Research Analysts"]),
        ("q=astronaut", []),
        ("zone=5", [BY_TITLE[0], BY_TITLE[5]]),
        ("zone=none", ["Engineers, All Other"]),
        ("zone=none&zone=5", [BY_TITLE[0], BY_TITLE[2], BY_TITLE[5]]),
        ("zone=1", []),
    ],
)
def test_filters_narrow_the_list(listed, query, found):
    assert listed(query) == found


def test_a_name_in_several_codes_finds_its_occupation_once(listed):
    part = OnetOccupationFactory(code="15-1252.01", title="Zymurgy developers")
    OnetOccupationFactory(code="15-1252.02", occupation=part.occupation, title="More zymurgy")
    AlternateTitleFactory(subject=part, name="Zymurgist")
    AlternateTitleFactory(subject=part, name="Zymurgy lead")
    refresh()
    assert len(listed("q=zymurg")) == 1


@pytest.mark.parametrize(
    ("sort", "first", "last"),
    [
        ("title", BY_TITLE[0], "Software Developers"),
        ("-title", "Software Developers", BY_TITLE[0]),
        ("pay", "Operations Research Analysts", "Marketing Managers"),
        ("-pay", "Marketing Managers", "Operations Research Analysts"),
        ("growth", "Engineers, All Other", "Data Scientists"),
        ("-openings", "Software Developers", BY_TITLE[0]),
    ],
)
def test_it_sorts_both_ways(listed, sort, first, last):
    found = listed(f"sort={sort}")
    assert (found[0], found[-1]) == (first, last)


@pytest.mark.parametrize("sort", ["pay", "-pay"])
def test_an_occupation_without_an_estimate_comes_last_and_says_so(show, listed, sort):
    occupation = OccupationFactory(soc="99-0001", title="Actors")
    figure(occupation, "pay", "not_estimated")
    assert listed(f"sort={sort}")[-1] == "Actors"
    assert show("/occupations/").row("Actors").all("td")[0].seen == "Not estimated"


def test_an_older_estimate_stands_where_the_newest_edition_has_none(show):
    occupation = OccupationFactory(soc="99-0001", title="Actors")
    figure(occupation, "pay", "not_estimated", period="2025")
    figure(occupation, "pay", "50000", period="2024")
    figure(occupation, "pay", "40000", period="2023")
    assert show("/occupations/").row("Actors").all("td")[0].seen == "$50,000 2024"


def test_only_federal_medians_stand_in_the_list(show):
    occupation = OccupationFactory(soc="99-0001", title="Actors")
    figure(occupation, "pay", "1", source__kind="article")
    figure(occupation, "pay", "2", statistic="mean")
    figure(occupation, "pay", "3", status="disputed")
    figure(occupation, "pay", "4", status="withdrawn")
    assert show("/occupations/").row("Actors").all("td")[0].seen == "Not recorded"


def test_what_it_cannot_read_is_named_and_left_out(show):
    page = show("/occupations/?zone=9&sort=luck&page=two")
    assert page.ignored == ["Preparation: “9”", "Sort by: “luck”", "Page: “two”"]
    assert len(page.rows) == 7


def test_a_filter_that_is_on_can_be_taken_off(show):
    chips = show("/occupations/?q=research&zone=5").chips
    assert chips == {
        "Title, other name or code: research": "?zone=5",
        "Preparation: Extensive preparation": "?q=research",
    }


def test_an_empty_answer_leads_back(show):
    page = show("/occupations/?q=astronaut")
    assert "No occupation fits all of these." in page.main.seen
    [onet] = page.sources  # which says that no other name fits either
    assert "O*NET" in onet


def test_it_asks_few_queries_and_no_more_for_more_occupations(client):
    def queries():
        with CaptureQueriesContext(connection) as found:
            assert client.get("/occupations/?q=zymurgist&sort=-pay").status_code == 200
        return len(found)

    def add(number):
        for occupation in OccupationFactory.create_batch(number, title="Zymurgist"):
            figure(occupation, "pay", "1")
            figure(occupation, "growth", "1")

    add(1)
    few = queries()
    add(29)
    assert queries() == few <= 6


def test_a_long_list_comes_in_pages_that_keep_the_filters(show):
    OccupationFactory.create_batch(30, title="Zymurgist")
    refresh()
    page = show("/occupations/?q=zymurgist&sort=-title")
    assert len(page.rows) == 25
    assert page.one("a", rel="next")["href"] == "?q=zymurgist&sort=-title&page=2"
