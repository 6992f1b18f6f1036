import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from tests.factories import (
    CareerFactory,
    CareerFigureFactory,
    OrganizationFigureFactory,
    ProgramFigureFactory,
    SourceFactory,
    TopicFactory,
    TopicFigureFactory,
)

pytestmark = pytest.mark.django_db

PAGE = "/topics/growth/"


@pytest.fixture
def topic():
    return TopicFactory(key="growth", question="How fast is it growing?", summary="In our words.")


@pytest.fixture
def hakia():
    return SourceFactory(slug="hakia", short_name="Hakia", publisher="Hakia")


@pytest.fixture
def answers(topic, hakia):
    """Two answers of one source, one of a career from another."""
    common = {"subject": topic, "source": hakia, "basis": "projection"}
    TopicFigureFactory(
        **common, value="36", item="related", terms="related jobs", cites="BLS", period="..2031"
    )
    TopicFigureFactory(**common, value="~15", item="outlook", locator="line 50", printed="15%")
    career = CareerFactory(slug="ml-engineer", title="ML engineer")
    CareerFigureFactory(subject=career, topic=topic, measure="growth", value="40", item="growth")


def test_an_unknown_question_is_not_found(show):
    show("/topics/nothing/", status=404)


def test_it_asks_the_question_and_says_what_the_answers_span(show, answers):
    page = show(PAGE)
    assert page.title == "How fast is it growing? All answers | Gradpath"
    assert page.heading == "How fast is it growing?"
    assert "Three figures, 2 sources: about 15% to 40%. In our words." in page.main.seen


def test_it_says_in_which_terms_the_answers_part(show, answers):
    told = "Not like for like: the figures differ in statistic, who was counted, basis, period"
    assert told in show(PAGE).main.seen


def test_all_answers_stand_on_one_scale(show, answers):
    chart = show(PAGE).main.one("figure")
    assert chart.one("h3").text == "Three figures put the growth in jobs between about 15% and 40%"
    assert "The scale starts at zero." in chart.one("figcaption").seen
    lanes = chart.one("ul", class_="lanes").all("li")
    assert [lane.one(class_="val").seen for lane in lanes] == ["40%", "36%", "about 15%"]
    assert [lane.one("b").text for lane in lanes] == ["ML engineer", "Related jobs", "Projection"]
    assert lanes[1].one(class_="sub").seen == "projection · to 2031 · Hakia, naming BLS"


def test_a_dot_carries_the_number_of_the_mark_beside_it(show, answers):
    for lane in show(PAGE).main.one("ul", class_="lanes").all("li"):
        dot = lane.all("g", class_="pm")[0]
        assert f"#src-{dot.one('text').text}" == lane.one("a", class_="mark")["href"]


def test_the_drawing_is_hidden_from_screen_readers_and_in_percent(show, answers):
    chart = show(PAGE).main.one("figure")
    drawings = chart.all("svg", class_="lane")
    assert len(drawings) == 4  # three lanes and the ticks
    assert all(drawing["aria-hidden"] == "true" for drawing in drawings)
    dots = [dot["cx"] for dot in chart.all("circle")]
    assert dots == ["80%", "72%", "30%"]


def test_the_table_beside_the_chart_says_the_same_as_its_lanes(show, answers):
    chart = show(PAGE).main.one("figure")
    lanes = chart.one("ul", class_="lanes").all("li")
    rows = [row for row in chart.one("details").all("tr") if row.all("td")]
    assert [row.all("td")[0].seen for row in rows] == [
        lane.one(class_="val").seen for lane in lanes
    ]
    for row, lane in zip(rows, lanes, strict=True):
        assert row.one("th").seen.startswith(lane.one("b").seen)
        assert lane.one(class_="sub").seen.endswith(row.all("td")[1].seen)


def test_an_answer_without_a_value_is_said_in_words_and_in_the_table(show, answers, topic):
    subject = CareerFactory(title="Analyst")
    CareerFigureFactory(subject=subject, topic=topic, measure="growth", value="suppressed")
    chart = show(PAGE).main.one("figure")
    assert "Without a value: Analyst: Not published (privacy)" in chart.seen
    assert len(chart.one("ul", class_="lanes").all("li")) == 3
    assert "Analyst" in chart.one("details").seen


def test_answers_in_different_units_have_a_chart_each(show, topic):
    for measure, values in (("pay", ("90000", "157000")), ("growth", ("15", "40"))):
        for value in values:
            CareerFigureFactory(topic=topic, measure=measure, value=value)
    page = show(PAGE)
    assert [figure.one("h3").text for figure in page.main.all("figure")] == [
        "Two figures put pay a year between $90,000 and $157,000",
        "Two figures put the growth in jobs between 15% and 40%",
    ]
    assert "each kind on a scale of its own" in page.one("h2", id="scale-h").text
    assert "The scale starts at $80,000." in page.main.all("figure")[0].seen


def test_an_open_end_runs_on_to_the_edge(show, topic):
    for value in ("170000+", "90000..200000+", "<=100000"):
        CareerFigureFactory(topic=topic, value=value)
    lanes = show(PAGE).main.one("ul", class_="lanes").all("li")
    stems = [[(s["x1"], s["x2"]) for s in lane.all("line", class_="stem")] for lane in lanes]
    assert [each[0][1] for each in stems[:1]] == ["100%"]
    assert stems[1][0][0] == "0%"
    assert lanes[2].one("line", class_="span")["x2"] == stems[2][0][0]


def test_every_answer_has_a_row_with_who_was_counted_when_and_where(show, answers):
    page = show(PAGE)
    table = page.one("section", id="answers")
    row = next(row for row in table.all("tr") if "15%”" in row.seen)
    assert row["id"] == "growth-hakia-outlook"
    assert [cell.seen for cell in row.all("td")] == [
        "about 15%",
        "projection",
        "Not given",
        "Not given",
        "Hakia line 50: “15%”",
    ]
    assert "Hakia" in page.source_of(row)


def test_an_answer_about_something_leads_to_where_it_stands(show, answers):
    table = show(PAGE).one("section", id="answers")
    links = [link["href"] for link in table.all("a") if "mark" not in link.classes]
    (address,) = links
    address, _hash, anchor = address.partition("#")
    assert address == "/careers/ml-engineer/"
    assert show(address).one(id=anchor).all("td")[0].seen == "40%"


def test_an_answer_whose_subject_has_no_page_is_named_without_a_link(show, topic):
    figure = OrganizationFigureFactory(topic=topic, subject__name="Developers")
    table = show(PAGE).one("section", id="answers")
    assert "Developers" in table.seen
    assert not figure.get_absolute_url()
    assert [link for link in table.all("a") if "mark" not in link.classes] == []


def test_one_answer_needs_no_chart(show, topic):
    TopicFigureFactory(subject=topic, value="40")
    page = show(PAGE)
    assert page.main.all("figure") == []
    assert "One figure, one source: 40%." in page.main.seen
    assert page.main.all("section", id="scale") == []
    assert "Not like for like" not in page.main.seen


def test_a_disputed_answer_is_marked_wherever_it_stands(show, answers, topic):
    TopicFigureFactory(subject=topic, value="30", status="disputed", terms="in dispute")
    page = show(PAGE)
    assert "Four figures, one of them disputed, 3 sources" in page.main.one("p", class_="lede").seen
    chart = page.main.one("figure")
    assert chart.one("h3").text.startswith("Four figures, one of them disputed, put the growth")
    [lane] = [lane for lane in chart.all("li") if "30%" in lane.seen]
    assert lane.one(class_="sub").seen.startswith("disputed · ")
    [row] = [row for row in page.one("section", id="answers").all("tr") if "30%" in row.seen]
    assert row.one(class_="tag").text == "disputed"


def test_a_range_has_its_number_in_the_middle_of_a_bar_with_two_ends(show, topic):
    for value in ("0", "20..60", "100"):
        TopicFigureFactory(subject=topic, value=value)
    [_most, lane, _least] = show(PAGE).main.one("ul", class_="lanes").all("li")
    assert lane.all("circle") == []
    assert lane.one("g", class_="pr").one("text")["x"] == "40%"
    assert [end["x1"] for end in lane.all("line", class_="ends")] == ["20%", "60%"]


def test_a_number_without_a_measure_is_named_by_its_source(show, topic):
    TopicFigureFactory(subject=topic, measure="other_count", value="2..3", terms="nights a week")
    table = show(PAGE).one("section", id="answers")
    [row] = [row for row in table.all("tr") if row.all("td")]
    assert row.one("th").seen == "A general claim"
    assert row.all("td")[2].seen == "nights a week"


def test_a_question_without_an_answer_says_so(show, topic):
    page = show(PAGE)
    assert page.one("section", id="answers").one(class_="nil").text == "Not recorded"
    assert page.sources == []


def test_figures_that_are_withdrawn_or_of_a_draft_never_show(show, answers, topic):
    TopicFigureFactory(subject=topic, value="99", status="withdrawn")
    CareerFigureFactory(topic=topic, measure="growth", value="98", status="withdrawn")
    ProgramFigureFactory(topic=topic, value="97", subject__status="draft")
    seen = show(PAGE).main.seen
    assert "99%" not in seen
    assert "98%" not in seen
    assert "$97" not in seen


def test_a_question_leads_from_the_page_of_a_career_that_answers_it(show, answers):
    assert PAGE in show("/careers/ml-engineer/").links


def test_it_asks_no_more_for_more_answers(client, topic):
    def queries():
        with CaptureQueriesContext(connection) as found:
            assert client.get(PAGE).status_code == 200
        return len(found)

    TopicFigureFactory(subject=topic)
    CareerFigureFactory(topic=topic)
    few = queries()
    CareerFigureFactory.create_batch(20, topic=topic)
    TopicFigureFactory.create_batch(20, subject=topic)
    assert queries() == few <= 12
