import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from tests.factories import (
    CareerFigureFactory,
    ProgramFigureFactory,
    SourceFactory,
    TopicFactory,
    TopicFigureFactory,
)

pytestmark = pytest.mark.django_db


@pytest.fixture
def growth():
    return TopicFactory(key="growth", question="How fast is it growing?", summary="In one’s words.")


def item(page):
    (found,) = page.main.one("ul", class_="index").all("li")
    return found


def told(show):
    return item(show("/topics/")).one("p").seen


def test_it_lists_every_question_with_what_the_answers_span(show, growth):
    source = SourceFactory()
    TopicFigureFactory(subject=growth, value="36", source=source)
    TopicFigureFactory(subject=growth, value="~15", source=source)
    CareerFigureFactory(topic=growth, measure="growth", value="40")
    page = show("/topics/")
    link, *_marks = item(page).all("a")
    assert (link.text, link["href"]) == ("How fast is it growing?", "/topics/growth/")
    assert item(page).one("b").text == "3 figures, 2 sources"
    assert item(page).one("p").seen == "about 15% to 40% In one’s words."
    assert page.marks == [1, 2]
    assert page.heading == "Questions"
    assert page.one(role="status").text == "1 question"


def test_answers_on_different_scales_stand_apart(show, growth):
    TopicFigureFactory(subject=growth, measure="pay_premium_share", value="20")
    TopicFigureFactory(subject=growth, measure="pay_premium", value="25000..40000")
    assert told(show).startswith("20%; $25,000–40,000 In")


def test_a_question_without_an_answer_says_that_none_is_recorded(show, growth):
    assert told(show) == "Not recorded In one’s words."


def test_a_question_whose_answers_share_no_scale_says_so(show, growth):
    TopicFigureFactory(subject=growth, measure="other_count", value="6")
    assert told(show).startswith("Each of its own kind In")
    assert item(show("/topics/")).one("b").text == "1 figure, 1 source"


def test_it_says_how_many_questions_one_source_alone_answers(show, growth):
    source = SourceFactory()
    TopicFigureFactory.create_batch(2, subject=growth, source=source)
    for value in ("1", "2"):
        TopicFigureFactory(subject=TopicFactory(key=f"other-{value}"), value=value)
    TopicFigureFactory(subject=TopicFactory.create(key="both"), source=source)
    CareerFigureFactory(topic=growth)
    lede = show("/topics/").main.one("p", class_="lede").seen
    assert "3 of the 4 questions rest on one source alone" in lede


def test_a_disputed_figure_is_counted_as_such(show, growth):
    TopicFigureFactory(subject=growth, value="36")
    TopicFigureFactory(subject=growth, value="40", status="disputed")
    assert told(show).startswith("36% to 40%; one of them disputed")


def test_figures_that_are_withdrawn_or_of_a_draft_are_not_counted(show, growth):
    TopicFigureFactory(subject=growth, status="withdrawn")
    ProgramFigureFactory(topic=growth, subject__status="draft")
    assert item(show("/topics/")).one("b").text == "0 figures"


def test_the_pages_lead_to_it(show):
    assert "/topics/" in [link["href"] for link in show("/careers/").one("footer").all("a")]


def test_it_asks_no_more_for_more_rows(client, growth):
    def queries():
        with CaptureQueriesContext(connection) as found:
            assert client.get("/topics/").status_code == 200
        return len(found)

    TopicFigureFactory(subject=growth)
    few = queries()
    for topic in TopicFactory.create_batch(30):
        TopicFigureFactory(subject=topic)
    assert queries() == few <= 4
