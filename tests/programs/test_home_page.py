import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from programs.models import InstitutionFigure
from tests.catalogue import refresh, rows_by_file
from tests.factories import (
    FieldOfStudyFactory,
    InstitutionFigureFactory,
    ProgramFactory,
    RankingEntryFactory,
    RankingFactory,
    SourceFactory,
)

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("catalogue")]


def figures_in_seeds():
    """As the page prints it: how many rows the bundled files of figures have."""
    return f"{rows_by_file()['figures.csv']:,}"


@pytest.fixture
def home(show):
    return show("/")


def test_it_says_what_the_site_is(home):
    expected = "US master’s programs in machine learning and AI, with sources | Gradpath"
    assert home.title == expected
    assert home.heading == "Every figure carries its source"


def test_its_search_looks_through_everything(home):
    form = home.main.one("form", role="search")
    assert (form["action"], form["method"]) == ("/search/", "get")
    assert form.one("input")["name"] == "q"
    assert form.one("label")["for"] == form.one("input")["id"]


def test_it_counts_what_the_catalogue_holds(home):
    assert home.stands("ranked programs shown by the ranking, one a university") == "25 of 50"
    assert "median of the tuitions" not in home.text  # beside the proof it would confuse
    assert (
        home.stands("figures and stated blanks, each with its place in a source")
        == figures_in_seeds()
    )
    assert home.stands("contradictions") == "2"


def test_its_ways_in_count_what_they_lead_to(home):
    ways = home.one("section", aria_labelledby="ways-h").all("li")
    assert [(way.one("a").text, way.one("b").text) for way in ways] == [
        ("Programs", "40 listed"),
        ("Ranking", "25 rows"),
        ("Universities", "33"),
        ("Careers", "18 roles"),
        ("Questions", "21"),
        ("Guides", "16"),
        ("Sources", "14"),
    ]
    assert "25 are named by a source" in ways[0].seen


def test_it_says_how_many_more_are_reported_in_fields_that_are_only_near(home, show):
    assert "near these" not in home.text
    for cip in ("52.1301", "14.0901"):
        ProgramFactory(identity="reported", field=FieldOfStudyFactory(cip=cip))
    refresh()
    page = show("/")
    assert "40 listed" in page.text
    told = "2 more, reported in fields near these, show once a field is chosen."
    assert told in page.one("section", aria_labelledby="ways-h").seen


def test_where_sources_disagree_both_figures_stand_and_lead_to_their_rows(home, show):
    penn, base = home.one("section", id="disagree").all("li")[:2]
    assert penn.one("h3").text == "University of Pennsylvania: Graduation rate"
    assert [f.seen for f in penn.all("dd")] == ["100%", "1%"]
    assert [f.seen for f in base.all("dd")] == ["127", "50", "47"]
    assert [t.seen for t in penn.all("dt")] == ["Hakia, line 211; line 287", "Hakia, line 279"]
    for told in (*penn.all("dd"), *base.all("dd")):
        address, _hash, anchor = told.one("a")["href"].partition("#")
        assert show(address).one(id=anchor).all("td")[0].seen == told.seen


def test_each_of_the_two_is_marked(home):
    terms = home.one("section", id="disagree").all("dt")
    assert all(len(term.all("a", class_="mark")) == 1 for term in terms)


def test_the_growth_of_the_work_is_drawn_by_source(home):
    section = home.one("section", id="growth")
    assert section.one("h2").text == "How fast is machine learning work growing?"
    assert section.one("h3").text.endswith(
        "figures put the growth in jobs between about 15% and 40%"
    )
    assert "/topics/machine-learning-growth/" in [link["href"] for link in section.all("a")]


def test_questions_whose_answers_part_stand_apart_from_the_contradictions(home):
    assert home.one("h2", id="disagree-h").classes == ["neqs"]
    assert home.one("h2", id="spreads-h").classes == []
    items = home.one("section", id="spreads").all("li")
    assert "What does a machine learning engineer earn?" in [i.one("h3").text for i in items]
    for item in items:
        assert len(item.all("dd")) == 3
        assert item.one(class_="why").seen.endswith("All answers")
        assert item.one("h3").one("a")["href"].startswith("/topics/")


def test_a_question_of_which_a_part_is_told_says_how_large_a_part(home):
    told = {
        row.one("h3").text: row.one(class_="why").seen
        for row in home.one("section", id="spreads").all("li")
    }
    assert told["What do employers pay towards a degree?"].startswith(
        "4 of 8 figures: 70% to 100%; 3 of 4 shown."
    )
    assert "; 3 of 9 shown." in told["What does a machine learning engineer earn?"]


def test_it_leads_to_all_questions(home):
    assert "/topics/" in [link["href"] for link in home.main.all("a")]


def test_its_legend_shows_a_figure_as_the_pages_do(home):
    legend = home.one("dl", class_="legend")
    assert [term.seen for term in legend.all("dt")] == ["100%", "1%", "Not given"]


def test_a_tile_leads_to_the_programs_of_its_state(home, show):
    tiles = {tile["aria-label"]: tile["href"] for tile in home.one("svg", class_="tiles").all("a")}
    assert tiles["CA 8: California"] == "/programs/?state=CA"
    assert len(tiles) == 12
    assert sum(int(label.split()[1].rstrip(":")) for label in tiles) == 40
    assert show(tiles["CA 8: California"]).one("p", class_="count").text == "8 programs"


def test_a_state_without_programs_is_drawn_and_leads_nowhere(home):
    drawn = home.one("svg", class_="tiles")
    assert len(drawn.all("g", class_="off")) == 51 - 12
    assert "AK" in [tile.text for tile in drawn.all("g", class_="off")]


def test_the_key_of_the_map_says_what_each_tone_means(home):
    key = [entry.text for entry in home.all("ul", class_="key")[-1].all("li")]
    assert key == ["1–2", "3–4", "5–6", "7–8", "none recorded"]


def test_its_suggestions_find_something(home, show):
    for link in home.one(class_="try").all("a"):
        assert show(link["href"]).rows


def test_withdrawn_figures_and_drafts_are_not_counted(show):
    penn = InstitutionFigureFactory(status="withdrawn").subject
    ProgramFactory(institution=penn, status="draft")
    refresh()
    page = show("/")
    assert (
        page.stands("figures and stated blanks, each with its place in a source")
        == figures_in_seeds()
    )
    assert "40 listed" in page.text


def test_a_ranking_that_does_not_say_its_length_or_prints_no_tuition_says_so(show):
    InstitutionFigure.objects.filter(source__kind="government").delete()
    entry = RankingEntryFactory(ranking=RankingFactory(title="Short", year=None))
    page = show("/")
    figures = page.one("section", aria_labelledby="figures-h")
    assert [d.seen for d in figures.all("dd", class_="n")].count("None printed") == 1
    assert entry.ranking.get_absolute_url() in page.links
    assert "None" not in page.text.replace("None printed", "")


def test_it_asks_no_more_for_more_rows(client):
    source = SourceFactory()

    def queries():
        with CaptureQueriesContext(connection) as found:
            assert client.get("/").status_code == 200
        return len(found)

    few = queries()
    for program in ProgramFactory.create_batch(50):
        for value in ("10", "90"):
            InstitutionFigureFactory(
                subject=program.institution, source=source, measure="graduation_rate", value=value
            )
    refresh()
    assert queries() == few <= 28
