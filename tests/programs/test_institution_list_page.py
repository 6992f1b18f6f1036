import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from programs.models import Institution, InstitutionFigure
from reference.search.documents import refresh_all_documents
from tests.catalogue import refresh
from tests.factories import (
    InstitutionAliasFactory,
    InstitutionFactory,
    InstitutionFigureFactory,
    RankingEntryFactory,
    SourceFactory,
)

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("catalogue")]

IN_STATE, ANYWHERE = "%s in state", "%s in or out of state"


@pytest.fixture
def listed(show):
    """listed("state=CA"): the universities of the first page of the list, in its order."""
    return lambda query="": [row.all("a")[0].text for row in show(f"/institutions/?{query}").rows]


def cells(page, university):
    return [cell.seen for cell in page.row(university).all("td")]


def test_it_lists_every_university_the_ranked_ones_first(show, listed):
    page = show("/institutions/")
    assert (page.title, page.heading) == ("Universities | Gradpath", "Universities")
    assert page.one(role="status").text == "33 universities"
    universities = listed() + listed("page=2")
    assert universities[:2] == ["Carnegie Mellon University", "University of Southern California"]
    assert universities[24:27] == [
        "Saint Louis University",
        "Cornell University",
        "Duke University",
    ]
    assert len(set(universities)) == 33


def test_a_university_shows_what_is_printed_about_it_with_marks(show):
    page = show("/institutions/")
    assert cells(page, "Carnegie Mellon University") == ["1", ANYWHERE % "$48,496", "98%"]
    row = page.row("Carnegie Mellon University")
    assert [head.seen for head in page.one("thead").all("th")][2] == "Graduate charge a year"
    assert [len(cell.all("a", class_="mark")) for cell in row.all("td")] == [1, 1, 1]
    assert row.one("th").seen.endswith("Pittsburgh, PA · Private nonprofit")


def test_a_charge_that_is_no_federal_one_is_called_printed(show):
    place = InstitutionFactory(name="Zymurgy University")
    figure = InstitutionFigureFactory(
        subject=place, measure="tuition", value="10000", headline=True
    )

    def charge():
        refresh_all_documents()
        return cells(show("/institutions/?q=zymurgy"), "Zymurgy")[1]

    assert charge() == "$10,000 as printed; who is charged is not stated"
    InstitutionFigure.objects.filter(pk=figure.pk).update(terms="one semester")
    assert charge() == "$10,000 as printed: one semester"


def test_it_says_how_many_a_document_names_and_how_many_only_ipeds(show):
    def lede():
        return show("/institutions/").one("p", class_="lede").seen

    assert lede() == "33 universities that a ranking or an article names."
    InstitutionFactory(source=SourceFactory(kind="government"))
    assert lede().endswith(
        "names, and 1 more of which only IPEDS says that it has a master’s in our fields."
    )


def test_penns_two_rates_stand_beside_each_other(show):
    page = show("/institutions/")
    assert cells(page, "University of Pennsylvania")[2] == "100% 1%"
    link = page.row("University of Pennsylvania").one("a", class_="neq")
    address, _hash, anchor = link["href"].partition("#")
    assert show(address).one(id=anchor).all("td")[0].seen == "1%"


def test_a_rate_that_the_source_leaves_out_is_not_given(show):
    cell = show("/institutions/").row("New York University").all("td")[2]
    assert cell.seen == "Not given"
    assert cell.all("a", class_="mark")


def test_what_nobody_has_recorded_is_said_in_words(show):
    page = show("/institutions/?q=duke")
    assert cells(page, "Duke University") == [
        "Not in the first 25",
        ANYWHERE % "$62,620",
        "Not recorded",
    ]


def test_a_university_without_a_city_shows_its_state(show):
    Institution.objects.filter(slug="massachusetts-institute-of-technology").update(city="")
    place = show("/institutions/?q=MIT").rows[0].one("th").seen
    assert place.endswith("Massachusetts · Private nonprofit")


def test_a_university_that_nobody_places_says_so(show):
    InstitutionFactory(name="Nowhere University", state=None)
    refresh()
    row = show("/institutions/?q=nowhere").row("Nowhere University")
    assert row.one("th").seen == "Nowhere University Place not recorded"


@pytest.mark.parametrize(
    ("query", "number"),
    [
        ("q=carnegie", 1),
        ("q=CMU", 1),
        ("q=boston", 2),  # the university, and one in the city
        ("q=boston+northeastern", 1),
        ("q=nothing", 0),
        ("state=CA", 6),
        ("state=CA&state=WA", 7),
        ("state=MI", 1),  # none of its programs is listed
        ("state=none", 0),
        ("control=public", 13),
        ("control=none", 0),
        ("control=none&control=public", 13),
        ("state=CA&control=public", 3),
        ("state=CA&state=WA&control=private_nonprofit&control=public", 7),
        ("state=WA&control=private_nonprofit", 0),
    ],
)
def test_filters_narrow_the_list(show, query, number):
    page = show(f"/institutions/?{query}")
    words = "university" if number == 1 else "universities"
    assert page.one(role="status").text == f"{number} {words}"
    assert len(page.rows) == number


def test_a_university_with_several_fitting_names_is_listed_once(listed):
    assert listed("q=washington") == ["University of Washington-Seattle Campus"]


def test_it_sorts_by_name(listed):
    assert listed("sort=name")[:2] == ["Boston University", "Brandeis University"]


@pytest.mark.parametrize(
    ("query", "said"),
    [
        ("state=ZZ", "State: “ZZ”"),
        ("control=mine", "Control: “mine”"),
        ("sort=luck", "Sort by: “luck”"),
        ("page=-1", "Page: “-1”"),
        ("q=%00", "Name or city contains: “ ”"),
    ],
)
def test_what_it_cannot_read_is_named_and_left_out(show, query, said):
    page = show(f"/institutions/?{query}")
    assert page.ignored == [said]
    assert page.one(role="status").text == "33 universities"


def test_a_filter_that_is_on_can_be_taken_off(show):
    page = show("/institutions/?q=university&state=CA&control=public&sort=name&page=1")
    assert page.chips == {
        "Name or city contains: university": "?control=public&sort=name&state=CA",
        "State: California": "?control=public&q=university&sort=name",
        "Control: Public": "?q=university&sort=name&state=CA",
    }


def test_the_form_shows_what_was_asked(show):
    form = show("/institutions/?q=a&state=CA&control=public&sort=name").one("form", class_="calc")
    assert form.one("input", id="q")["value"] == "a"
    chosen = [option["value"] for option in form.all("option", selected=True)]
    assert chosen == ["CA", "public", "name"]


def test_it_offers_only_what_some_university_has_and_what_is_chosen(show):
    def offered(query=""):
        form = show(f"/institutions/?{query}").one("form", class_="calc")
        return [option["value"] for option in form.all("option")]

    assert {"CA", "public", "private_nonprofit"} < set(offered())
    assert "private" not in offered()
    assert "none" not in offered()  # every university has a state, and somebody who controls it
    assert offered("state=none").count("none") == 1
    InstitutionFactory(control="", state=None)
    assert offered().count("none") == 2


def test_an_empty_answer_says_so_and_leads_back(show):
    page = show("/institutions/?q=hogwarts")
    assert "No university fits all of these." in page.main.text
    assert "?" in [link["href"] for link in page.all("a") if link.text == "All universities"]


def test_a_long_list_comes_in_pages_that_keep_the_filters(show):
    InstitutionFactory.create_batch(30, city="Zymurgy")
    refresh()
    page = show("/institutions/?q=zymurgy&sort=name")
    assert len(page.rows) == 25
    following = page.one("a", rel="next")["href"]
    assert following == "?q=zymurgy&sort=name&page=2"
    assert len(show(f"/institutions/{following}").rows) == 5
    show("/institutions/?q=zymurgy&page=3", status=404)


def test_withdrawn_figures_are_not_shown(show):
    university = InstitutionFactory(name="Zymurgy University")
    InstitutionFigureFactory(subject=university, value="10000", status="withdrawn")
    refresh()
    assert cells(show("/institutions/?q=zymurgy"), "Zymurgy")[1] == "Not recorded"


def test_it_asks_few_queries_and_no_more_for_more_universities(client):
    def queries():
        with CaptureQueriesContext(connection) as found:
            assert client.get("/institutions/?q=zymurgy").status_code == 200
        return len(found)

    def add(number):
        for university in InstitutionFactory.create_batch(number, city="Zymurgy"):
            InstitutionAliasFactory(institution=university)
            InstitutionFigureFactory(subject=university, headline=True)
            RankingEntryFactory(institution=university)

    add(1)
    few = queries()
    add(49)
    assert queries() == few <= 8
