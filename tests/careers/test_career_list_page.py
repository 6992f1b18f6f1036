import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from tests.catalogue import refresh
from tests.factories import CareerAliasFactory, CareerFactory, CareerFigureFactory, SourceFactory

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("catalogue")]

EVERYONE = [
    "AI product manager",
    "Computer vision engineer",
    "Data scientist",
    "Machine learning engineer",
    "Machine learning research scientist",
    "Natural language processing engineer",
    "Quantitative analyst",
    "Robotics engineer",
]


@pytest.fixture
def listed(show):
    """listed("pay_min=1"): the careers of the list, in its order."""
    return lambda query="": [row.all("a")[0].text for row in show(f"/careers/?{query}").rows]


def cells(page, career):
    return [cell.seen for cell in page.row(career).all("td")]


def test_it_lists_every_career_by_name(show, listed):
    page = show("/careers/")
    assert (page.title, page.heading) == ("Careers | Gradpath", "Careers")
    assert page.one(role="status").text == "8 careers"
    assert listed() == EVERYONE


def test_a_career_shows_its_pay_and_growth_as_published_with_their_terms(show):
    page = show("/careers/")
    pay, growth, occupation = cells(page, "Machine learning engineer")
    assert (pay, growth) == ("$157,000 median", "40% to 2032")
    assert occupation == "Software Developers SOC 15-1252"


def test_figures_of_two_sources_lead_to_each_of_them(show):
    page = show("/careers/")
    hakia, research = page.row("Machine learning engineer"), page.row("Data scientist")
    assert "Hakia" in page.source_of(hakia.all("td")[0])
    assert "Research.com" in page.source_of(research.all("td")[0])


def test_what_nobody_has_recorded_is_said_in_words(show):
    assert cells(show("/careers/"), "Quantitative")[:2] == ["Not recorded", "Not recorded"]


def test_a_code_that_hardly_fits_is_called_doubtful(show):
    assert "doubtful match" in cells(show("/careers/"), "AI product manager")[2]


def test_a_career_that_no_source_gives_a_code_says_so(show):
    CareerFactory(title="Prompt engineer")
    assert cells(show("/careers/"), "Prompt engineer")[2] == "Not given"


def test_other_names_stand_beneath_the_name(show):
    row = show("/careers/").row("Machine learning engineer")
    assert row.one("th").seen.endswith("AI/ML Engineer, ML Engineer, AI Engineer")


@pytest.mark.parametrize(
    ("query", "careers"),
    [
        ("q=computer+vision", EVERYONE[1:2]),
        ("q=AI+ENGINEER", ["Machine learning engineer"]),  # by its other name
        ("q=scientist", ["Data scientist", "Machine learning research scientist"]),
        ("occupation=15-1252", [EVERYONE[1], EVERYONE[3], EVERYONE[5]]),
        ("occupation=15-1252&occupation=15-2051", [*EVERYONE[1:4], EVERYONE[5]]),
        ("occupation=none", []),
        ("occupation=none&occupation=17-2199", ["Robotics engineer"]),
        ("pay_min=0", [*EVERYONE[1:5], "Robotics engineer"]),
        ("pay_min=157000", EVERYONE[3:5]),
        ("pay_min=%24155%2C000", [EVERYONE[1], *EVERYONE[3:5]]),
        ("pay_min=157001", EVERYONE[4:5]),  # a range reaches its upper end
        ("pay_min=180001", []),
        ("q=engineer&occupation=15-1252&pay_min=156000", ["Machine learning engineer"]),
    ],
)
def test_filters_narrow_the_list(listed, query, careers):
    assert listed(query) == careers


@pytest.mark.parametrize(
    ("sort", "first"),
    [
        ("", EVERYONE[0]),
        ("title", EVERYONE[0]),
        ("-title", EVERYONE[-1]),
        ("pay", "Robotics engineer"),
        ("-pay", "Machine learning engineer"),
    ],
)
def test_it_sorts_both_ways(listed, sort, first):
    assert listed(f"sort={sort}")[0] == first


@pytest.mark.parametrize("sort", ["pay", "-pay"])
def test_unknown_pay_comes_last_both_ways(listed, sort):
    assert listed(f"sort={sort}")[5:] == [EVERYONE[0], *EVERYONE[5:7]]


@pytest.mark.parametrize(
    ("query", "said"),
    [
        ("pay_min=much", "Pay reaches, dollars a year: “much”"),
        ("pay_min=-1", "Pay reaches, dollars a year: “-1”"),
        ("occupation=99-9999", "Occupation: “99-9999”"),
        ("sort=luck", "Sort by: “luck”"),
        ("page=two", "Page: “two”"),
    ],
)
def test_what_it_cannot_read_is_named_and_left_out(show, query, said):
    page = show(f"/careers/?{query}")
    assert page.ignored == [said]
    assert page.one(class_="ignored").text.startswith("Not understood, so left out of this list:")
    assert len(page.rows) == 8


def test_what_it_understands_is_not_called_a_mistake(show):
    assert show("/careers/?q=data&pay_min=1").ignored == []


def test_a_filter_that_is_on_can_be_taken_off(show):
    page = show("/careers/?q=engineer&occupation=15-1252&pay_min=100000&page=1")
    assert page.chips == {
        "Name contains: engineer": "?occupation=15-1252&pay_min=100000",
        "Pay reaches, dollars a year: $100,000": "?occupation=15-1252&q=engineer",
        "Occupation: Software Developers (15-1252)": "?pay_min=100000&q=engineer",
    }
    assert "?" in [link["href"] for link in page.all("a") if link.text == "Clear all"]


def test_the_form_shows_what_was_asked(show):
    form = show("/careers/?q=engineer&occupation=none&pay_min=%245&sort=-pay").one(
        "form", class_="calc"
    )
    assert [form.one("input", id=name)["value"] for name in ("q", "pay_min")] == ["engineer", "$5"]
    assert [option["value"] for option in form.all("option", selected=True)] == ["none", "-pay"]


def test_an_empty_answer_says_so_and_leads_back(show):
    page = show("/careers/?q=astronaut")
    assert page.one(role="status").text == "0 careers"
    assert "No career fits all of these." in page.main.text
    assert "?" in [link["href"] for link in page.all("a") if link.text == "All careers"]
    assert page.sources == []


def test_a_page_past_the_end_is_not_there(show):
    show("/careers/?page=2", status=404)


def test_a_withdrawn_figure_is_not_shown(show):
    career = CareerFactory(title="Astronaut")
    CareerFigureFactory(subject=career, value="90000", status="withdrawn")
    refresh()
    assert cells(show("/careers/?q=astronaut"), "Astronaut")[0] == "Not recorded"


def test_figures_that_contradict_each_other_lead_to_each_other(show):
    career, source = CareerFactory(title="Astronaut", slug="astronaut"), SourceFactory(slug="nasa")
    for item, value in (("high", "90000"), ("low", "50000")):
        CareerFigureFactory(subject=career, source=source, item=item, value=value)
    refresh()
    link = show("/careers/?q=astronaut").one("a", class_="neq")
    assert (link.seen, link["href"]) == ("$50,000", "/careers/astronaut/#pay-nasa-low")


def test_it_asks_few_queries_and_no_more_for_more_careers(client):
    def queries():
        with CaptureQueriesContext(connection) as found:
            assert client.get("/careers/?q=Zoologist").status_code == 200
        return len(found)

    def add(number):
        for career in CareerFactory.create_batch(number, title="Zoologist"):
            CareerAliasFactory(career=career)
            CareerFigureFactory(subject=career, headline=True)

    add(1)
    few = queries()
    add(49)
    assert queries() == few <= 6


def test_a_long_list_comes_in_pages_that_keep_the_filters(show):
    CareerFactory.create_batch(30, title="Zoologist")
    page = show("/careers/?q=Zoologist&sort=-title")
    assert len(page.rows) == 25
    following = page.one("a", rel="next")["href"]
    assert following == "?q=Zoologist&sort=-title&page=2"
    assert len(show(f"/careers/{following}").rows) == 5
