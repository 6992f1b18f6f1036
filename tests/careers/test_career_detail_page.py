import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from tests.catalogue import refresh
from tests.factories import (
    CareerFactory,
    CareerFigureFactory,
    InstitutionFactory,
    ProgramFactory,
    RoleLinkFactory,
    SourceFactory,
)

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("catalogue")]

ENGINEER = "/careers/machine-learning-engineer/"


def test_it_is_named_after_the_career(show):
    page = show(ENGINEER)
    assert page.title == "Machine learning engineer | Gradpath"
    assert page.heading == "Machine learning engineer"
    assert "Also known as AI/ML Engineer, ML Engineer, AI Engineer." in page.main.seen


def test_each_figure_shows_its_source_terms_years_and_standing(show):
    page = show(ENGINEER)
    row = page.one("tr", id="pay-hakia-2026-takeaway")
    assert row.one("th").seen == "Hakia, naming BLS OES 2024 line 1: “$157,000”"
    assert [cell.seen for cell in row.all("td")] == ["$157,000", "median", "2024", "Headline"]
    row = page.one("tr", id="pay-research-com-2026-highest-paying")
    assert [cell.seen for cell in row.all("td")] == [
        "$110,000–160,000",
        "typical",
        "Not stated",
        "Also published",
    ]


def test_marks_lead_to_three_sources_in_the_order_of_the_page(show):
    page = show(ENGINEER)
    assert list(dict.fromkeys(page.marks)) == [1, 2, 3]
    starts = ("Hakia,", "Research.com,", "Duke University,")
    assert [source.startswith(s) for source, s in zip(page.sources, starts, strict=True)] == [
        True
    ] * 3


def test_it_names_the_careers_that_share_its_occupation(show):
    section = show(ENGINEER).one("section", id="occupation")
    assert section.seen.startswith("Occupation Software Developers SOC 15-1252")
    assert [link.text for link in section.all("a", class_="")] == []
    shared = [link.text for link in section.all("a") if "mark" not in link.classes]
    assert shared == ["Computer vision engineer", "Natural language processing engineer"]


def test_a_code_that_hardly_fits_is_called_that(show):
    section = show("/careers/ai-product-manager/").one("section", id="occupation")
    assert "The source gives this code; it hardly fits the role." in section.seen


def test_the_programs_that_lead_to_it_stand_with_the_words_of_the_source(show):
    page = show(ENGINEER)
    section = page.one("section", id="programs")
    rows = [[c.seen for c in row.all() if c.name in ("th", "td")] for row in section.all("tr")[1:]]
    assert rows == [
        ["Clark University the whole university", "“ML Engineer (research-focused)”"],
        [
            "Master of Engineering in Artificial Intelligence Duke University",
            "“ML Engineer” “Senior ML Engineering” “AI Engineer”",
        ],
        ["University of Southern California the whole university", "“Machine Learning Engineer”"],
    ]
    assert section.all("a")[-1]["href"] == "/programs/?career=machine-learning-engineer"


def test_a_career_of_which_little_is_known_says_so_in_words(show):
    page = show(CareerFactory(title="Astronaut").get_absolute_url())
    assert "No figure for this role is taken from a source yet." in page.main.text
    assert "No source gives it a code." in page.main.text
    assert "No source we hold names a program that leads here." in page.main.text
    assert (page.marks, page.sources) == ([], [])


def test_a_withdrawn_figure_is_hidden_and_a_disputed_one_shown(show):
    career = CareerFactory()
    CareerFigureFactory(subject=career, value="70000", status="withdrawn")
    CareerFigureFactory(subject=career, value="80000", status="disputed")
    refresh()
    page = show(career.get_absolute_url())
    assert "$70,000" not in page.text
    assert [cell.seen for cell in page.rows[0].all("td")][0::3] == ["$80,000", "Disputed"]


def test_figures_that_contradict_each_other_lead_to_each_other(show):
    career, source = CareerFactory(), SourceFactory()
    for item, value in (("high", "90000"), ("low", "50000")):
        CareerFigureFactory(subject=career, source=source, item=item, value=value)
    refresh()
    page = show(career.get_absolute_url())
    links = [link["href"].partition("#")[2] for link in page.all("a", class_="neq")]
    assert {page.one("tr", id=anchor).all("td")[0].seen for anchor in links} == {
        "$50,000",
        "$90,000",
    }


def test_an_unpublished_program_is_not_named(show):
    career = CareerFactory()
    for status in ("draft", "withdrawn"):
        program = ProgramFactory(title=f"A {status} degree", status=status)
        RoleLinkFactory(career=career, program=program, institution=program.institution)
    refresh()
    assert "No source we hold names a program" in show(career.get_absolute_url()).main.text


def test_it_asks_few_queries_and_no_more_for_more_figures_and_programs(client):
    career = CareerFactory()

    def queries():
        with CaptureQueriesContext(connection) as found:
            assert client.get(career.get_absolute_url()).status_code == 200
        return len(found)

    def add(number):
        CareerFigureFactory.create_batch(number, subject=career)
        for _link in range(number):
            RoleLinkFactory(career=career)
            RoleLinkFactory(career=career, program=ProgramFactory(institution=InstitutionFactory()))

    add(1)
    few = queries()
    add(49)
    assert queries() == few <= 6
