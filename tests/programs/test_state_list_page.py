import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from programs.models import Ranking, State, StateFigure, StateTop
from programs.state_table import StateTable
from tests.catalogue import refresh
from tests.factories import (
    FieldOfStudyFactory,
    InstitutionFactory,
    InstitutionFigureFactory,
    ProgramFactory,
    RankingEntryFactory,
    RankingFactory,
    SourceFactory,
    StateFactory,
    StateFigureFactory,
    StateTopFactory,
)

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("catalogue")]


@pytest.fixture
def states(show):
    return show("/states/")


def cells(row):
    return [cell.seen for cell in row.all("td")]


def order(page):
    return [row["id"].upper() for row in page.rows]


def test_it_says_what_it_counts_and_what_the_ranking_claims(states):
    assert states.title == "Programs by state | Gradpath"
    assert states.one(class_="head").one("p", class_="lede").seen == (
        "40 master’s programs are listed here. Top 50 Machine Learning Master’s Programs 2026 "
        "counts 63 in 10 states. Both stand here."
    )


def test_programs_outside_the_states_are_counted_beside_them(show):
    ProgramFactory.create_batch(2, institution__state=None)
    refresh()
    lede = show("/states/").one(class_="head").one("p", class_="lede")
    assert lede.seen.startswith(
        "40 master’s programs are listed here. 2 more are of universities whose state is not "
        "recorded."
    )
    assert len(show(lede.all("a")[0]["href"]).rows) == 2


def test_every_state_with_anything_has_a_row_that_leads_to_its_page(states):
    assert len(states.rows) == 13
    assert {row.one("th").one("a")["href"] for row in states.rows} == {
        f"/states/{code}/" for code in order(states)
    }


def test_states_without_anything_are_named_beneath_the_table(states):
    [told] = [line for line in states.all("p") if line.seen.startswith("Nothing is listed")]
    assert len(told.all("a")) == 51 - 13
    assert told.one("a", id="ak")["href"] == "/states/AK/"
    [told] = [line for line in states.all("p") if line.seen.startswith("The same holds for")]
    assert [link["href"] for link in told.all("a")] == [
        f"/states/{code}/" for code in ("AS", "FM", "GU", "MH", "MP", "PW", "PR", "VI")
    ]


def test_where_every_state_has_something_none_is_named_beneath(show):
    for state in State.objects.all():
        InstitutionFactory(state=state)
    page = show("/states/")
    assert len(page.rows) == 51 + 8
    assert "Nothing is listed in these states" not in page.main.seen
    assert "The same holds for these places" not in page.main.seen


def test_our_count_and_the_claim_stand_side_by_side(states):
    assert cells(states.row("California")) == [
        *("8", "6", "$11,834 of 5", "University of Southern California, 2"),
        *("23", "$28,400", "Stanford University not the highest ranked"),
    ]


def test_every_claim_has_its_mark(states):
    row = states.row("Michigan")
    assert cells(row)[4:] == ["3", "$28,700", "University of Michigan - Ann Arbor"]
    assert all(cell.all("a", class_="mark") for cell in row.all("td")[4:])


def test_a_state_of_which_nothing_is_claimed_says_so_in_words(states):
    assert cells(states.row("Florida"))[2:] == [
        *("$4,478 of 1", "University of Central Florida, 18"),
        *("Not recorded", "Not recorded", "Not recorded"),
    ]
    assert cells(states.row("Michigan"))[:4] == [
        *("None listed", "1", "None printed", "None among the 25 rows shown"),
    ]


def test_a_top_that_heads_the_rows_of_the_ranking_has_no_sign(states):
    signed = {row["id"] for row in states.rows if row.all(class_="neq")}
    assert signed == {"ca", "ny", "ma", "tx", "il", "ga"}


def test_what_the_ranking_contradicts_of_its_own_is_said_at_the_top(states):
    told = states.one(class_="clash").seen
    assert "adds up to 63 programs, of 50 that the ranking says it ranks." in told
    assert "In 6 states the “top program” is not at the university" in told
    assert len(states.one(class_="clash").all("a", class_="mark")) == 2


def test_claims_that_agree_with_the_rows_are_no_contradiction(show):
    Ranking.objects.update(says_ranked=63)
    for row in [row for row in StateTable().rows if row.top_is_not_best]:
        StateTop.objects.filter(pk=row.top.pk).update(institution=row.best.institution)
    assert show("/states/").all(class_="clash") == []


def test_it_begins_with_the_states_that_have_most_programs(states):
    assert order(states)[:4] == ["CA", "MA", "NY", "PA"]
    assert states.one("th", aria_sort="descending").text == "Programs listed here"


@pytest.mark.parametrize(
    ("sort", "first"),
    [
        ("name", ["CA", "FL", "GA"]),
        ("-name", ["WA", "TX", "PA"]),
        ("programs", ["FL", "MD", "MO"]),
        ("-universities", ["CA", "MA", "NY"]),
        ("universities", ["FL", "MD", "MI"]),
        ("tuition", ["FL", "TX", "WA"]),
        ("-tuition", ["MA", "MD", "NY"]),
        ("claimed_programs", ["GA", "MI", "NC"]),
        ("-claimed_programs", ["CA", "NY", "TX"]),
        ("claimed_tuition", ["GA", "TX", "NC"]),
        ("-claimed_tuition", ["MA", "PA", "NY"]),
        ("rank", ["PA", "CA", "NY"]),
        ("-rank", ["MO", "TX", "MD"]),
    ],
)
def test_it_is_sorted_by_a_column(show, sort, first):
    assert order(show(f"/states/?sort={sort}"))[:3] == first


@pytest.mark.parametrize(
    ("column", "blank"),
    [("programs", 1), ("tuition", 2), ("claimed_tuition", 3)],
)
def test_what_is_not_known_comes_last_both_ways(show, column, blank):
    up, down = (order(show(f"/states/?sort={way}{column}")) for way in ("", "-"))
    assert up[-blank:] == down[-blank:]
    assert set(up[:-blank]) == set(down[:-blank])


def test_a_header_sorts_by_its_column_and_then_the_other_way(show, states):
    assert "?sort=claimed_tuition" in states.links
    assert "?sort=-claimed_tuition" in show("/states/?sort=claimed_tuition").links


def test_an_order_it_does_not_know_is_named_and_left_out(show):
    page = show("/states/?sort=beauty")
    assert page.ignored == ["Sort by: “beauty”"]
    assert order(page)[0] == "CA"


def test_every_tile_of_its_map_leads_to_a_state(states):
    tiles = {
        tile["aria-label"]: tile["href"] for tile in states.one("svg", class_="tiles").all("a")
    }
    assert len(tiles) == 51
    assert (tiles["CA 8: California"], tiles["AK: Alaska"]) == ("/states/CA/", "/states/AK/")


def test_home_and_every_footer_lead_here(show):
    assert "/states/" in [link["href"] for link in show("/").main.all("a")]
    assert "/states/" in [link["href"] for link in show("/careers/").one("footer").all("a")]


def test_without_a_ranking_that_speaks_of_states_it_claims_nothing(show):
    StateTop.objects.all().delete()
    StateFigure.objects.all().delete()
    page = show("/states/")
    assert page.one(class_="head").one("p").seen == "40 master’s programs are listed here."
    assert cells(page.row("California"))[4:] == ["Not recorded"] * 3


def test_without_any_ranking_it_still_counts(show):
    Ranking.objects.all().delete()
    page = show("/states/")
    assert cells(page.row("California"))[:4] == ["8", "6", "None printed", "None ranked"]


def test_a_place_outside_the_states_is_in_the_table_and_not_on_the_map(show):
    program = ProgramFactory(institution__state=State.objects.get(code="PR"))
    refresh()
    page = show("/states/")
    assert cells(page.row("Puerto Rico"))[:2] == ["1", "1"]
    assert len(page.one("svg", class_="tiles").all("a")) == 51
    assert (
        page.one(class_="head")
        .one("p")
        .seen.startswith(
            "41 master’s programs are listed here. 1 of them is outside the states, where the map "
            "has no tile."
        )
    )
    assert "8 of 41 listed programs" in page.main.seen
    assert program.institution.name in show("/states/PR/").text
    assert program.get_absolute_url() in show("/programs/?state=PR").links


def test_withdrawn_claims_are_not_shown(show):
    StateFigure.objects.filter(subject__code="CA").update(status="withdrawn")
    assert cells(show("/states/").row("California"))[4:6] == ["Not given", "Not given"]


def test_what_ipeds_alone_reports_is_counted_apart(show):
    assert "from IPEDS alone" not in show("/states/").main.seen
    ProgramFactory(institution__state__code="AK")
    reported = {"identity": "reported", "field": FieldOfStudyFactory(cip="11.0701")}
    ProgramFactory.create_batch(2, institution__state__code="AK", **reported)
    InstitutionFactory(state__code="AK", source=SourceFactory(kind="government"))
    refresh()
    page = show("/states/")
    assert cells(page.row("Alaska"))[0] == "3 2 by IPEDS alone"
    assert cells(page.row("Alaska"))[1] == "4 1 by IPEDS alone"
    assert "2 more are known from IPEDS alone: core fields" in page.main.seen


def test_it_asks_few_queries_and_no_more_for_more_rows(client):
    ranking = RankingFactory(year=2030)

    def queries():
        with CaptureQueriesContext(connection) as found:
            assert client.get("/states/").status_code == 200
        return len(found)

    def add(number):
        for entry in RankingEntryFactory.create_batch(number, ranking=ranking):
            state, place = StateFactory(), entry.institution
            InstitutionFigureFactory(subject=place, source=ranking.source)
            StateFigureFactory(subject=state, source=ranking.source)
            StateTopFactory(ranking=ranking, state=state, institution=place)
            ProgramFactory(institution=place)
        refresh()

    add(1)
    few = queries()
    add(30)
    assert queries() == few <= 8
