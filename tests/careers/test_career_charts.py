"""Pay and outlook by source, drawn on the page of a career."""

import pytest

from tests.factories import (
    CareerFactory,
    CareerFigureFactory,
    OccupationFigureFactory,
    SourceFactory,
    TopicFactory,
)

pytestmark = pytest.mark.django_db


@pytest.fixture
def career():
    return CareerFactory(title="Engineer", slug="engineer")


def section(show, name):
    return show("/careers/engineer/").one("section", id=name)


def test_pay_by_source_is_drawn_where_there_are_two_figures(show, career):
    CareerFigureFactory(subject=career, value="157000", statistic="median", period="2024")
    CareerFigureFactory(
        subject=career,
        value="110000..160000",
        statistic="typical",
        source=SourceFactory(short_name="Research.com"),
    )
    chart = section(show, "pay-by-source").one("figure")
    assert chart.one("h3").text == "Two figures put pay a year between $110,000 and $160,000"
    lanes = chart.one("ul", class_="lanes").all("li")
    assert [lane.one("b").text for lane in lanes] == ["Median", "Typical"]
    assert lanes[1].one(class_="sub").seen == "Research.com"
    assert "Engineer" not in chart.seen
    assert section(show, "outlook").all("figure") == []


def test_outlook_by_source_is_drawn_too(show, career):
    for value in ("36", "40"):
        CareerFigureFactory(subject=career, measure="growth", value=value)
    chart = section(show, "outlook").one("figure")
    assert chart.one("h3").text == "Two figures put the growth in jobs between 36% and 40%"


def test_figures_of_different_years_are_not_one_range(show, career):
    for value, period in (("36", "..2031"), ("40", "..2032"), ("22", "..2031"), ("50", "")):
        CareerFigureFactory(subject=career, measure="growth", value=value, period=period)
    assert section(show, "outlook").one("figure").one("h3").text == (
        "The growth in jobs: 22% to 36% (to 2031), 40% (to 2032), 50% printed of the role"
    )


def test_a_disputed_figure_of_the_role_is_said_to_be(show, career):
    career.occupation = OccupationFigureFactory(
        subject__title="Engineers", statistic="median", source__kind="government", period="2025"
    ).subject
    career.save()
    CareerFigureFactory(subject=career, value="90000", status="disputed")
    assert section(show, "pay-by-source").all("h3")[0].seen == (
        "All Engineers: pay by percentile, 2025; one printed figure of the role, disputed: $90,000"
    )


def test_one_figure_needs_no_drawing(show, career):
    CareerFigureFactory(subject=career, value="157000")
    CareerFigureFactory(subject=career, value="1", status="withdrawn")
    assert section(show, "pay-by-source").all("figure") == []


def test_the_page_leads_to_the_questions_its_figures_answer(show, career):
    topic = TopicFactory(key="pay", question="What does it pay?")
    CareerFigureFactory.create_batch(2, subject=career, topic=topic)
    head = show("/careers/engineer/").one(class_="head")
    links = [(link.text, link["href"]) for link in head.all("a") if "topics" in link["href"]]
    assert links == [("What does it pay?", "/topics/pay/")]
