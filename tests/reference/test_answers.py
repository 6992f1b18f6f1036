import pytest

from reference.answers import answered, answers_to, most_told_apart, with_figures
from reference.models import Topic
from reference.questions import Answered
from tests.factories import (
    CareerFigureFactory,
    InstitutionFigureFactory,
    ProgramFigureFactory,
    SourceFactory,
    TopicFactory,
    TopicFigureFactory,
)

pytestmark = pytest.mark.django_db


@pytest.fixture
def topic():
    return TopicFactory(key="pay", question="What does it pay?")


def asked(topic):
    return Answered(topic, answers_to([topic.pk]))


def test_figures_of_any_kind_answer_a_question_the_greatest_first(topic):
    told = TopicFigureFactory(subject=topic, measure="pay", value="120000")
    career = CareerFigureFactory(topic=topic, value="157000")
    absent = CareerFigureFactory(topic=topic, value="suppressed")
    CareerFigureFactory(value="1", topic=TopicFactory())
    CareerFigureFactory(value="2")
    assert answers_to([topic.pk]) == [career, told, absent]


def test_withdrawn_figures_and_those_of_drafts_answer_nothing(topic):
    TopicFigureFactory(subject=topic, status="withdrawn")
    CareerFigureFactory(topic=topic, status="withdrawn")
    ProgramFigureFactory(topic=topic, subject__status="draft")
    assert asked(topic).answers == []
    assert answered([topic])[0].answers == []


def test_it_asks_only_the_tables_that_hold_answers(topic, django_assert_num_queries):
    TopicFigureFactory(subject=topic)
    CareerFigureFactory(topic=topic)
    with django_assert_num_queries(3):
        answers_to([topic.pk])


def test_in_short_all_questions_take_two_queries(topic, django_assert_num_queries):
    TopicFigureFactory(subject=topic, value="15..25")
    InstitutionFigureFactory(topic=topic, value="62260")
    silent = TopicFactory()
    with django_assert_num_queries(2):
        told, empty = answered([topic, silent])
        assert told.spans == ["15–25%", "$62,260"]
    assert (len(told.answers), len(told.sources)) == (2, 2)
    assert (empty.answers, empty.spans, empty.few, empty.sources) == ([], [], [], [])


def test_what_nothing_compares_and_absences_span_nothing(topic):
    TopicFigureFactory(subject=topic, measure="other_count", value="6")
    TopicFigureFactory(subject=topic, value="not_reported")
    assert asked(topic).spans == []
    assert len(asked(topic).answers) == 2


def test_it_names_the_terms_in_which_answers_that_differ_part(topic):
    source = SourceFactory()
    common = {"subject": topic, "source": source}
    TopicFigureFactory(**common, value="40", period="..2032")
    TopicFigureFactory(**common, value="15", period="..2031", population="workers")
    TopicFigureFactory(**common, value="15", period="..2031", statistic="mean")
    assert asked(topic).terms == ["statistic", "who was counted", "period"]
    assert len(asked(topic).differing) == 2


def test_the_sources_own_words_are_a_term_and_what_is_left_out_is_said(topic):
    stated = {
        "subject": topic,
        "source": SourceFactory(),
        **{"statistic": "typical", "population": "programs", "basis": "projection"},
        "period": "..2032",
    }
    TopicFigureFactory(**stated, value="40", terms="professional programs")
    TopicFigureFactory(**stated, value="15", terms="executive programs")
    assert (asked(topic).terms, asked(topic).leaves_out) == (["what was counted"], False)
    TopicFigureFactory(**stated, value="10")
    assert (asked(topic).terms, asked(topic).leaves_out) == (["what was counted"], True)


def test_answers_that_agree_part_in_nothing(topic):
    TopicFigureFactory.create_batch(2, subject=topic, value="40")
    assert (asked(topic).terms, asked(topic).differing) == ([], [])


def test_a_few_of_many_answers_run_from_the_greatest_to_the_least(topic):
    for value in ("10", "20", "30", "40", "50"):
        TopicFigureFactory(subject=topic, value=value)
    assert [figure.in_words for figure in asked(topic).few] == ["50%", "30%", "10%"]
    two = Answered(topic, asked(topic).answers[:2])
    assert [figure.in_words for figure in two.few] == ["50%", "40%"]


def test_a_few_show_both_ends_and_the_headline_of_what_has_a_page_of_its_own(topic):
    for value in ("<=15", "10", "20..90", "70", "80"):
        TopicFigureFactory(subject=topic, value=value)
    own = CareerFigureFactory(topic=topic, measure="growth", value="60", headline=True)
    assert [f.in_words for f in asked(topic).few] == ["60%", "20–90%", "10%"]
    own.status = "disputed"
    own.save()
    assert "60%" not in [f.in_words for f in asked(topic).few]


def test_a_part_of_the_answers_says_of_how_many(topic):
    TopicFigureFactory(subject=topic, value="40")
    TopicFigureFactory(subject=topic, value="15")
    TopicFigureFactory(subject=topic, measure="other_count", value="6")
    assert asked(topic).counted == "Three figures"
    assert asked(topic).parting.counted == "2 of 3 figures"
    assert asked(topic).parting.parting.counted == "2 of 3 figures"


def test_the_questions_told_apart_most_come_first_with_whole_figures(topic):
    agreed = TopicFactory()
    TopicFigureFactory.create_batch(9, subject=agreed, value="40")
    parted = TopicFactory()
    for value in ("1", "2", "3"):
        TopicFigureFactory(subject=parted, value=value)
    for value in ("1", "2"):
        CareerFigureFactory(topic=topic, value=value)
    chosen = most_told_apart(answered(Topic.objects.order_by("pk")), 2)
    assert [question.topic for question in chosen] == [parted, topic]
    assert [len(question.answers) for question in most_told_apart(chosen, 1)] == [3]
    assert [str(figure.value.low) for figure in with_figures(chosen)[1].answers] == [
        "2.0000",
        "1.0000",
    ]


def test_a_table_of_the_answers_keeps_their_order_within_a_measure(topic):
    for value in ("10", "30", "20"):
        TopicFigureFactory(subject=topic, value=value, headline=value == "10")
    (group,) = asked(topic).groups
    assert [row.figure.in_words for row in group.rows] == ["30%", "20%", "10%"]
