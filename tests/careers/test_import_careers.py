import pytest

from careers.models import Career, CareerFigure, CareerPath, Occupation
from tests.samples import SEEDS, copy_of_samples, edit, run

pytestmark = pytest.mark.django_db


@pytest.fixture
def sources():
    run("import_reference", SEEDS)


def test_careers_are_loaded_with_their_names_and_occupation(sources):
    status, lines = run("import_careers", SEEDS)
    assert (status, lines[-1]) == (
        0,
        "read 21 = created 21 + updated 0 + unchanged 0 + kept 0 + rejected 0",
    )
    career = Career.objects.get(slug="ml-engineer")
    assert [alias.name for alias in career.aliases.all()] == ["ML Engineer", "AI Engineer"]
    assert (career.occupation.soc, career.soc_doubtful) == ("15-1252", True)
    assert (career.source.slug, career.locator) == ("rankings-2026", "line 2")


def test_an_occupation_has_its_figures(sources):
    run("import_careers", SEEDS)
    figure = Occupation.objects.get(soc="15-2051").figures.get()
    assert (figure.low, figure.statistic, figure.counted) == (108020, "median", 192710)
    assert (figure.period, figure.headline) == ("May 2023", True)


def test_a_pinned_figure_leads_and_names_its_topic(sources):
    run("import_careers", SEEDS)
    figure = CareerFigure.objects.get(measure="pay")
    assert (figure.pinned, figure.headline, figure.topic.key) == (True, True, "ml-engineer-pay")


def test_a_career_stands_on_the_lists_of_its_sources(sources):
    run("import_careers", SEEDS)
    listing = Career.objects.get(slug="data-scientist").listings.get()
    assert (listing.list, listing.says, listing.locator) == (
        "entry_level",
        "A first job.",
        "line 3",
    )
    assert str(listing) == "Data scientist: entry level"


def test_steps_of_a_path_come_in_their_order(sources):
    run("import_careers", SEEDS)
    steps = CareerPath.objects.get(slug="engineering").steps.all()
    assert [(step.position, step.career.slug) for step in steps] == [
        (1, "data-scientist"),
        (2, "ml-engineer"),
    ]


def test_without_its_sources_it_says_what_to_add_first():
    status, lines = run("import_careers", SEEDS)
    assert status == 1
    assert (
        "careers/careers.csv, line 2, column source: “rankings-2026” is not a known source; "
        "add it first, or correct the cell"
    ) in lines
    assert not Career.objects.exists()


def test_with_keep_going_it_loads_what_needs_no_source():
    status, lines = run("import_careers", SEEDS, keep_going=True)
    assert (status, lines[-1]) == (
        1,
        "read 21 = created 4 + updated 0 + unchanged 0 + kept 0 + rejected 17",
    )
    assert Occupation.objects.count() == 2


def test_a_figure_that_is_no_longer_pinned_leads_no_more(sources, tmp_path):
    run("import_careers", SEEDS)
    folder = copy_of_samples(tmp_path)
    edit(folder / "careers" / "figures.csv", "ml-engineer-pay,yes,", "ml-engineer-pay,,")
    edit(
        folder / "careers" / "figures.csv",
        "typical,unstated,unstated,,,",
        "p90,unstated,unstated,,,",
    )
    status, lines = run("import_careers", folder)
    assert (status, "updated 1" in lines[-1]) == (0, True)
    assert not CareerFigure.objects.get(measure="pay").headline
