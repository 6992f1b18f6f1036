"""Federal projections beside the growth that others print of roles."""

import pytest

from tests.factories import (
    CareerFactory,
    CareerFigureFactory,
    OccupationFigureFactory,
    TopicFactory,
    TopicFigureFactory,
)

pytestmark = pytest.mark.django_db

PAGE = "/topics/growth/"
SAID = "What federal projections say of whole occupations"


@pytest.fixture
def topic():
    return TopicFactory(key="growth", question="How fast?")


def projected(title, value, career=True, doubtful=False, **fields):
    fields = {"measure": "growth", "source__kind": "government", "period": "2024..2034"} | fields
    occupation = OccupationFigureFactory(subject__title=title, value=value, **fields).subject
    if career:
        CareerFactory.create_batch(2, occupation=occupation, soc_doubtful=doubtful)
    return occupation


def answered(topic):
    for value in ("40", "22"):
        CareerFigureFactory(topic=topic, measure="growth", value=value)


def test_each_occupation_of_a_career_stands_beside_what_is_printed_the_fastest_first(show, topic):
    answered(topic)
    projected("Actors", "15.8")
    data = projected("Dancers", "33.5")
    projected("Managers", "50", doubtful=True)
    projected("Nurses", "60", career=False)
    projected("Poets", "suppressed")
    scale = show(PAGE).one("section", id="scale")
    assert f"{SAID}, 2024–34: all Dancers 33.5%, all Actors 15.8%." in scale.seen
    assert scale.seen.count(SAID) == 1
    link = next(link for link in scale.all("a") if link.text == "all Dancers")
    assert link["href"] == f"{data.get_absolute_url()}#outlook"


def test_projections_of_other_years_stand_apart(show, topic):
    answered(topic)
    projected("Actors", "15.8")
    projected("Dancers", "33.5", period="")
    scale = show(PAGE).one("section", id="scale").seen
    assert f"{SAID}: all Dancers 33.5%." in scale
    assert f"{SAID}, 2024–34: all Actors 15.8%." in scale


def test_a_question_that_no_career_answers_has_none(show, topic):
    for value in ("40", "22"):
        TopicFigureFactory(subject=topic, value=value)
    projected("Actors", "15.8")
    assert SAID not in show(PAGE).main.seen


@pytest.mark.usefixtures("catalogue")
def test_the_home_page_tells_them_beside_its_chart(show):
    growth = show("/").one("section", id="growth").seen
    assert f"{SAID}, 2024–34: all Data Scientists 33.5%," in growth
    assert "all Software Developers 15.8%" in growth
    assert "all Marketing Managers" not in growth
    assert "one is for cybersecurity instead." in growth
