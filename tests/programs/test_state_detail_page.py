import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from programs.models import Ranking
from tests.catalogue import refresh
from tests.factories import (
    FieldOfStudyFactory,
    InstitutionFactory,
    InstitutionFigureFactory,
    ProgramFactory,
    RankingEntryFactory,
    StateFactory,
    StateFigureFactory,
)

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("catalogue")]

CALIFORNIA = "/states/CA/"


def claims(page):
    rows = page.one("section", id="facts").all("table")[0].all("tr")[1:]
    return {row.one("th").seen: [cell.seen for cell in row.all("td")] for row in rows}


def names(page, section):
    return [row.one("th").all("a")[0].seen for row in page.one(id=section).all("tr")[1:]]


def test_it_is_named_after_its_state(show):
    page = show(CALIFORNIA)
    assert (page.heading, page.title) == ("California", "Programs in California | Gradpath")


def test_it_counts_what_is_listed_there(show):
    page = show(CALIFORNIA)
    assert page.stands("master’s programs listed here, our count") == "8"
    assert page.stands("universities listed here, our count") == "6"
    assert page.stands("median of the printed tuitions, our calculation") == "$11,834"
    assert page.stands("highest rank here") == "2nd"
    assert "rests on 5 universities" in page.one("dl", class_="figs").seen


def test_what_the_ranking_claims_stands_beside_its_own_rows(show):
    assert claims(show(CALIFORNIA)) == {
        "Programs": ["23", "8"],
        "Median tuition": ["$28,400", "$11,834 of 5"],
        "Top program": [
            "Stanford University not the highest ranked",
            "University of Southern California, 2",
        ],
    }


def test_a_claim_stands_with_the_line_it_is_printed_on(show):
    row = show(CALIFORNIA).one("tr", id="tuition-hakia-2026-state-table")
    assert row.one("th").seen == "Hakia line 384: “$28,400”"
    assert row.all("td")[1].seen == "Median Tuition"


def test_its_universities_stand_by_rank_those_without_one_last(show):
    assert names(show(CALIFORNIA), "universities") == [
        "University of Southern California",
        "University of California-Irvine",
        "University of San Diego",
        "San Jose State University",
        "University of California-Santa Cruz",
        "Stanford University",
    ]


def test_its_programs_are_those_of_the_list(show):
    page = show(CALIFORNIA)
    assert len(names(page, "programs")) == 8
    assert "/programs/?state=CA" in page.links
    assert show("/programs/?state=CA").one("p", class_="count").text == "8 programs"


def test_of_many_programs_it_shows_the_first_and_leads_to_all(show):
    place = InstitutionFactory(state=StateFactory(code="AK"))
    ProgramFactory.create_batch(30, institution=place)
    refresh()
    page = show("/states/AK/")
    assert len(names(page, "programs")) == 25
    assert "All 30, with filters" in page.one("section", id="programs").seen


def test_a_state_with_one_top_and_no_row_says_so(show):
    page = show("/states/MI/")
    assert claims(page)["Top program"] == [
        "University of Michigan - Ann Arbor",
        "None among the 25 rows shown",
    ]
    assert names(page, "universities") == ["University of Michigan-Ann Arbor"]
    assert page.one("section", id="programs").seen.endswith("None is listed here.")


def test_a_state_of_which_nothing_is_known_says_so_in_words(show):
    page = show("/states/AK/")
    assert page.stands("master’s programs listed here, our count") == "None"
    assert page.stands("highest rank here") == "None among the 25 rows shown"
    assert "No source we hold says anything" in page.one("section", id="facts").seen
    assert (
        "The catalogue holds no university here yet." in page.one("section", id="universities").seen
    )
    assert page.sources == []


def test_a_state_may_be_asked_for_in_small_letters(client):
    answer = client.get("/states/ca/")
    assert (answer.status_code, answer.headers["Location"]) == (301, CALIFORNIA)


@pytest.mark.parametrize("code", ["ZZ", "zz", "C", "CAL", "california", "none", "C-A"])
def test_a_code_that_is_none_has_no_page(client, code):
    assert client.get(f"/states/{code}/").status_code == 404


def test_two_claims_of_one_source_that_differ_are_a_contradiction(show):
    claim = StateFigureFactory(subject=StateFactory(code="AK"), value="4")
    StateFigureFactory(subject=claim.subject, source=claim.source, value="9")
    refresh()
    page = show("/states/AK/")
    assert "like for like, and not the same" in page.one(id="disagree").seen


def test_universities_lead_to_their_state_and_to_what_calls_them_top(show):
    page = show("/institutions/stanford-university/")
    assert CALIFORNIA in page.links
    lede = page.one(class_="head").one("p", class_="lede").seen
    assert lede == "Also Stanford. Private nonprofit, Stanford, California."
    rankings = page.one("section", id="rankings").seen
    assert "called top of California" in rankings
    assert "It is not among the 25 rows shown." in rankings
    assert "No source we hold names a degree of it." in page.one("section", id="programs").seen
    assert "called top of" in show("/institutions/carnegie-mellon-university/").text


def test_only_of_a_ranking_that_shows_all_its_rows_a_state_is_known_to_have_none(show):
    Ranking.objects.update(shown=50)
    assert show("/states/AK/").stands("highest rank here") == "None ranked"
    assert "It has no row in the list itself." in show("/institutions/stanford-university/").text
    assert "Not ranked" in show("/programs/?institution=duke-university").text


def test_of_a_state_with_many_universities_the_first_show_with_a_link_to_all(show):
    state = StateFactory(code="AK")
    field = FieldOfStudyFactory(cip="11.0701")
    for institution in InstitutionFactory.create_batch(30, state=state):
        ProgramFactory(institution=institution, identity="reported", field=field)
    refresh()
    page = show("/states/AK/")
    assert (len(names(page, "universities")), len(names(page, "programs"))) == (25, 25)
    link = page.one(id="universities").one(class_="sec-head").one("a")
    assert (link.seen, link["href"]) == ("All 30, with filters", "/institutions/?state=AK")
    assert "30 of them known from IPEDS alone" in page.one("dl", class_="figs").seen


def test_it_asks_few_queries_and_no_more_for_more_rows(client):
    state = StateFactory(code="AK")

    def queries():
        with CaptureQueriesContext(connection) as found:
            assert client.get("/states/AK/").status_code == 200
        return len(found)

    def add(number):
        for entry in RankingEntryFactory.create_batch(number, institution__state=state):
            InstitutionFigureFactory(subject=entry.institution)
            ProgramFactory(institution=entry.institution)
            StateFigureFactory(subject=state)
        refresh()

    add(1)
    few = queries()
    add(30)
    assert queries() == few <= 17
