import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from tests.catalogue import refresh
from tests.factories import (
    CareerAliasFactory,
    CareerFactory,
    CareerFigureFactory,
    CareerListingFactory,
    OccupationFactory,
    OccupationFigureFactory,
    SourceFactory,
)

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("catalogue")]

EVERYONE = [
    "AI ethicist",
    "AI product manager",
    "AI research scientist",
    "AI software developer",
    "AI specialist",
    "Bioinformatics",
    "Business intelligence analyst",
    "Business intelligence developer",
    "Computer vision engineer",
    "Data analyst",
    "Data scientist",
    "Human-computer interaction",
    "Machine learning engineer",
    "Natural language processing engineer",
    "Quantitative analyst",
    "Research scientist",
    "Robotics engineer",
    "Technical consulting",
]
DEVELOPERS = [
    "Computer vision engineer",
    "Machine learning engineer",
    "Natural language processing engineer",
]
# by the median of their occupation, the highest first; a doubtful code lends none
PAID = ["AI research scientist", *DEVELOPERS, "Robotics engineer", "Data scientist"]
ENTRY_LEVEL = [
    "AI software developer",
    "Business intelligence developer",
    "Data analyst",
    "Data scientist",
    "Machine learning engineer",
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
    assert page.one(role="status").text == "18 careers"
    assert listed() == EVERYONE


def test_a_career_shows_the_pay_of_its_occupation_what_is_printed_of_it_and_its_lists(show):
    pay, occupation, lists = cells(show("/careers/"), "Machine learning engineer")
    assert pay == (
        "$135,980 median, all Software Developers, OEWS May 2025 "
        "printed of the role: 2 figures, $110,000 to $160,000"
    )
    assert occupation == "Software Developers SOC 15-1252"
    assert lists == (
        "Prominent, highest paying, entry level, open without further study, "
        "needs a certificate or degree, career path of a master’s"
    )


def test_one_figure_that_is_printed_stands_as_it_is(show):
    pay = cells(show("/careers/"), "Data scientist")[0]
    assert pay.endswith("printed of the role: $95,000–150,000")


def test_its_occupation_is_a_link(show):
    row = show("/careers/").row("Machine learning engineer")
    assert "/occupations/15-1252/" in [link["href"] for link in row.all("a")]


def test_a_career_without_an_occupation_shows_what_is_printed_of_it(show):
    career = CareerFactory(title="Astronaut", slug="astronaut")
    CareerFigureFactory(subject=career, value="90000", statistic="median")
    refresh()
    assert cells(show("/careers/?q=astronaut"), "Astronaut")[0] == "$90,000 median"


def test_a_career_shows_its_own_pay_where_its_occupation_has_no_estimate(show, listed):
    career = CareerFactory(title="Actor", occupation=OccupationFactory(soc="99-0001"))
    CareerFigureFactory(subject=career, value="250000..300000")
    fields = {"source__kind": "government", "statistic": "median"}
    OccupationFigureFactory(subject=career.occupation, value="not_estimated", **fields)
    refresh()
    assert cells(show("/careers/?q=actor"), "Actor")[0] == "$250,000–300,000"
    assert listed("sort=-pay")[0] == "Actor"
    assert listed("pay_min=300000") == ["Actor"]


def test_pay_is_drawn_on_one_scale_a_single_number_as_a_thin_line(show):
    career = CareerFactory(title="Astronaut")
    CareerFigureFactory(subject=career, value="100000..200000")
    refresh()
    page = show("/careers/")
    ends = {
        name: [page.row(name).one("line", class_="span")[end] for end in ("x1", "x2")]
        for name in ("Robotics engineer", "Astronaut", "Machine learning engineer")
    }
    assert ends["Astronaut"][1] == "100%"
    low, high = (float(end.rstrip("%")) for end in ends["Machine learning engineer"])
    assert 0 < high - low < 2
    assert page.row("AI ethicist").all("svg") == []


def test_no_scale_is_drawn_where_no_pay_is_known(show):
    assert show("/careers/?q=ethicist").all("svg") == []


def test_pay_that_a_source_withholds_is_not_drawn(show):
    for title, value in (("Astronaut", "suppressed"), ("Astronaut in training", "80000")):
        CareerFigureFactory(subject=CareerFactory(title=title), value=value)
    refresh()
    page = show("/careers/?q=astronaut")
    assert [len(row.all("line", class_="span")) for row in page.rows] == [0, 1]
    assert "Not published (privacy)" in page.rows[0].seen


def test_pay_that_is_open_is_drawn_to_the_end_of_the_scale(show):
    career = CareerFactory(title="Astronaut")
    CareerFigureFactory(subject=career, value="90000+")
    other = CareerFactory(title="Astronaut in training")
    CareerFigureFactory(subject=other, value="<=80000")
    refresh()
    bars = [line for line in show("/careers/?q=astronaut").all("line", class_="span")]
    assert [(bars[0]["x2"], bars[1]["x1"])] == [("100%", "0%")]


def test_the_median_leads_to_the_survey_and_the_code_to_who_gives_it(show):
    page = show("/careers/")
    pay, occupation, _lists = page.row("Data scientist").all("td")
    assert "Bureau of Labor Statistics" in page.source_of(pay)
    assert "Hakia" in page.source_of(occupation)


def test_what_nobody_has_recorded_is_said_in_words(show):
    assert cells(show("/careers/"), "Research scientist Not")[:2] == ["Not recorded"] * 2


def test_a_code_that_hardly_fits_is_called_doubtful(show):
    assert "doubtful match" in cells(show("/careers/"), "AI product manager")[1]


def test_a_doubtful_code_lends_a_career_no_pay(show, listed):
    occupation = OccupationFactory(soc="99-0001")
    fields = {"source__kind": "government", "statistic": "median"}
    OccupationFigureFactory(subject=occupation, value="900000", **fields)
    for title in ("Doubtful", "Doubtful but printed"):
        career = CareerFactory(title=title, occupation=occupation, soc_doubtful=True)
    CareerFigureFactory(subject=career, value="250000", statistic="median")
    refresh()
    alone, printed = show("/careers/?q=doubtful").rows
    assert alone.all("td")[0].seen == "Not recorded its occupation code is doubtful"
    assert printed.all("td")[0].seen == "$250,000 median its occupation code is doubtful"
    assert len(printed.all("line", class_="span")) == 1
    assert listed("pay_min=250000") == ["Doubtful but printed"]
    assert listed("sort=-pay")[0] == "Doubtful but printed"


def test_a_career_that_no_source_gives_a_code_says_so(show):
    CareerFactory(title="Prompt engineer")
    assert cells(show("/careers/"), "Prompt engineer")[1:] == ["Not recorded", "On no list"]


def test_other_names_stand_beneath_the_name(show):
    row = show("/careers/").row("Machine learning engineer")
    assert row.one("th").seen.endswith("AI/ML Engineer; ML Engineer; AI Engineer")


@pytest.mark.parametrize(
    ("query", "careers"),
    [
        ("q=computer+vision", ["Computer vision engineer"]),
        ("q=AI+ENGINEER", ["Machine learning engineer"]),  # by its other name
        ("q=researcher", ["AI research scientist", "Research scientist"]),
        ("q=scientist", ["AI research scientist", "Data scientist", "Research scientist"]),
        ("q=finance", ["Quantitative analyst"]),
        ("occupation=15-1252", DEVELOPERS),
        ("occupation=15-1252&occupation=15-2051", sorted([*DEVELOPERS, "Data scientist"])),
        ("occupation=none&q=business+intelligence", EVERYONE[6:8]),
        ("occupation=none&occupation=17-2199&q=rob", ["Robotics engineer"]),
        ("pay_min=0", sorted(PAID)),
        ("pay_min=135980", PAID[:4]),  # by the median, not by what is printed
        ("pay_min=135981", PAID[:1]),
        ("pay_min=%24140%2C300", PAID[:1]),
        ("pay_min=140301", []),
        ("list=entry_level", ENTRY_LEVEL),
        (
            "list=prominent&list=alternative",
            [
                "AI product manager",
                "AI specialist",
                "Bioinformatics",
                "Data scientist",
                "Human-computer interaction",
                "Machine learning engineer",
                "Quantitative analyst",
                "Research scientist",
                "Technical consulting",
            ],
        ),
        (
            "list=entry_level&list=needs_credential&occupation=none",
            [
                "AI ethicist",
                "AI software developer",
                "Business intelligence developer",
                "Data analyst",
                "Research scientist",
            ],
        ),
        ("list=career_paths&list=none&occupation=11-2021", ["AI product manager"]),
        ("q=engineer&occupation=15-1252&pay_min=130000", DEVELOPERS),
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
        ("pay", "Data scientist"),
        ("-pay", "AI research scientist"),
    ],
)
def test_it_sorts_both_ways(listed, sort, first):
    assert listed(f"sort={sort}")[0] == first


def test_it_says_by_which_end_of_a_range_it_is_sorted(show):
    rule = "Sorted by the pay shown: a median, or the {} end of a range."
    assert rule.format("lower") in show("/careers/?sort=pay").main.text
    assert rule.format("upper") in show("/careers/?sort=-pay").main.text
    assert "Sorted by the pay" not in show("/careers/").main.text


def test_it_does_not_claim_every_job_name_that_is_printed(show):
    lede = show("/careers/").one("p", class_="lede").seen
    assert lede.startswith("Every role that a source describes")
    assert "Other job names that sources print stand on the pages of their universities." in lede


@pytest.mark.parametrize("sort", ["pay", "-pay"])
def test_unknown_pay_comes_last_both_ways(listed, sort):
    assert listed(f"sort={sort}")[len(PAID) :] == [name for name in EVERYONE if name not in PAID]


def test_careers_of_one_occupation_stand_together_when_sorted_by_pay(listed):
    assert listed("sort=-pay")[: len(PAID)] == PAID


@pytest.mark.parametrize(
    ("query", "said"),
    [
        ("pay_min=much", "Pay reaches, dollars a year: “much”"),
        ("pay_min=-1", "Pay reaches, dollars a year: “-1”"),
        ("occupation=99-9999", "Occupation: “99-9999”"),
        ("list=luckiest", "Listed as: “luckiest”"),
        ("list=none", "Listed as: “none”"),
        ("sort=luck", "Sort by: “luck”"),
        ("page=two", "Page: “two”"),
    ],
)
def test_what_it_cannot_read_is_named_and_left_out(show, query, said):
    page = show(f"/careers/?{query}")
    assert page.ignored == [said]
    assert page.one(class_="ignored").text.startswith("Not understood, so left out of this list:")
    assert len(page.rows) == 18


def test_what_it_understands_is_not_called_a_mistake(show):
    assert show("/careers/?q=data&pay_min=1").ignored == []


def test_a_filter_that_is_on_can_be_taken_off(show):
    page = show("/careers/?q=engineer&occupation=15-1252&list=entry_level&list=prominent&page=1")
    assert page.chips == {
        "Name contains: engineer": "?list=entry_level&list=prominent&occupation=15-1252",
        "Listed as: Entry level": "?list=prominent&occupation=15-1252&q=engineer",
        "Listed as: Prominent": "?list=entry_level&occupation=15-1252&q=engineer",
        "Occupation: Software Developers (15-1252)": "?list=entry_level&list=prominent&q=engineer",
    }
    assert "?" in [link["href"] for link in page.all("a") if link.text == "Clear all"]


def test_the_form_shows_what_was_asked(show):
    form = show("/careers/?q=engineer&occupation=none&pay_min=%245&sort=-pay").one(
        "form", class_="calc"
    )
    assert [form.one("input", id=name)["value"] for name in ("q", "pay_min")] == ["engineer", "$5"]
    assert [option["value"] for option in form.all("option", selected=True)] == ["none", "-pay"]


def test_the_form_keeps_every_list_that_was_chosen(show):
    form = show("/careers/?list=entry_level&list=alternative").one("form", class_="calc")
    chosen = [box["value"] for box in form.all("input", type="checkbox", checked=True)]
    assert chosen == ["entry_level", "alternative"]


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


def _zoologists(number):
    occupations = OccupationFactory.create_batch(number)
    return [CareerFactory(title="Zoologist", occupation=each) for each in occupations]


def test_it_asks_few_queries_and_no_more_for_more_careers(client):
    def queries():
        with CaptureQueriesContext(connection) as found:
            assert client.get("/careers/?q=Zoologist").status_code == 200
        return len(found)

    def add(number):
        for career in _zoologists(number):
            CareerAliasFactory(career=career)
            CareerFigureFactory(subject=career, headline=True)
            CareerListingFactory(career=career)
            OccupationFigureFactory(
                subject=career.occupation, statistic="median", source__kind="government"
            )

    add(1)
    few = queries()
    add(49)
    assert queries() == few <= 7


def test_a_long_list_comes_in_pages_that_keep_the_filters(show):
    CareerFactory.create_batch(30, title="Zoologist")
    refresh()
    page = show("/careers/?q=Zoologist&sort=-title")
    assert len(page.rows) == 25
    following = page.one("a", rel="next")["href"]
    assert following == "?q=Zoologist&sort=-title&page=2"
    assert len(show(f"/careers/{following}").rows) == 5
