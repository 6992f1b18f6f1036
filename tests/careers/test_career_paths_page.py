"""/career-paths/: the map of the field, as far as sources draw it."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from careers.models import Career, CareerPath, PathStep
from tests.factories import CareerListingFactory, PathStepFactory

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("catalogue")]

PATHS = ["Business intelligence", "Data science", "Engineering", "Ethics", "Research"]


@pytest.fixture
def page(show):
    return show("/career-paths/")


def stages(page, slug):
    """{stage: what stands there}."""
    found = page.one("section", id=slug).one("ol").all("li")
    return {stage.one("h3").text: stage.one("div", class_="stack").seen for stage in found}


def test_it_shows_every_path_under_its_name(page):
    assert (page.title, page.heading) == ("Career paths | Gradpath", "Career paths")
    sections = [section.all("h2")[0].text for section in page.all("section")]
    assert sections == [*PATHS, "At no stage", "Sources for this page"]


def test_every_path_goes_from_entry_by_the_middle_to_senior(page):
    for path in CareerPath.objects.all():
        assert list(stages(page, path.slug)) == ["Entry", "Middle", "Senior"]


def test_a_step_says_what_it_asks_for_and_how_the_source_calls_it(page):
    senior = stages(page, "engineering")["Senior"]
    assert "An advanced degree, with certificates in cloud platforms beside it" in senior
    assert "Machine learning engineer, printed “Senior ML Engineering”" in senior
    assert "What it asks for is not stated" in senior


def test_a_stage_of_which_no_source_speaks_says_so(page):
    assert stages(page, "business-intelligence")["Senior"] == "No source names one"


def test_a_step_leads_to_its_career_and_its_source(page):
    step = page.one("section", id="business-intelligence").one("ol").all("li")[0]
    assert step.all("a")[0]["href"] == "/careers/business-intelligence-developer/"
    assert "Research.com" in page.source_of(step)


def test_careers_at_no_stage_are_named_with_their_lists(page):
    section = page.one("section", id="elsewhere")
    assert [item.all("a")[0].text for item in section.all("li")] == [
        "AI product manager",
        "Bioinformatics",
        "Computer vision engineer",
        "Human-computer interaction",
        "Natural language processing engineer",
        "Quantitative analyst",
        "Robotics engineer",
        "Technical consulting",
    ]
    assert section.all("li")[1].seen.endswith("Alternative")


def test_without_any_path_it_says_so(show):
    PathStep.objects.all().delete()
    CareerPath.objects.all().delete()
    page = show("/career-paths/")
    assert "No path is recorded." in page.main.text
    assert len(page.one("section", id="elsewhere").all("li")) == 18


def test_where_every_career_has_a_stage_there_is_no_list_of_others(show):
    for career in Career.objects.on_no_path():
        PathStepFactory(career=career)
    assert show("/career-paths/").all("section", id="elsewhere") == []


def test_it_asks_few_queries_and_no_more_for_more_paths(client):
    def queries():
        with CaptureQueriesContext(connection) as found:
            assert client.get("/career-paths/").status_code == 200
        return len(found)

    def add(number):
        for _path in range(number):
            PathStepFactory()
            CareerListingFactory()

    add(1)
    few = queries()
    add(30)
    assert queries() == few <= 7
