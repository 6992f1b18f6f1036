import pytest

from careers.models import CareerFigure
from reference.refresh import refresh_all_headlines, refresh_headlines
from tests.factories import (
    CareerFactory,
    CareerFigureFactory,
    InstitutionFigureFactory,
    TopicFigureFactory,
)

pytestmark = pytest.mark.django_db

COMPARE, WRITE = 3, 2  # statements: what differs, in a table of its own; down, then up


def headlines_of(career):
    return set(career.figures.filter(headline=True))


def test_each_measure_of_each_subject_gets_its_headline():
    best = CareerFigureFactory(source__kind="government")
    CareerFigureFactory(subject=best.subject, source__kind="article")
    growth = CareerFigureFactory(subject=best.subject, measure="growth")
    of_another = CareerFigureFactory()
    assert refresh_headlines(CareerFigure) == 3
    assert headlines_of(best.subject) == {best, growth}
    assert headlines_of(of_another.subject) == {of_another}


def test_a_second_refresh_writes_nothing(django_assert_num_queries):
    CareerFigureFactory()
    refresh_headlines(CareerFigure)
    with django_assert_num_queries(COMPARE):
        assert refresh_headlines(CareerFigure) == 0


def test_a_headline_makes_way_for_a_better_figure():
    career = CareerFactory()
    article = CareerFigureFactory(subject=career, source__kind="article", headline=True)
    federal = CareerFigureFactory(subject=career, source__kind="government")
    assert refresh_headlines(CareerFigure) == 2
    assert headlines_of(career) == {federal}
    article.refresh_from_db()
    assert not article.headline


def test_a_headline_that_is_not_fit_any_more_steps_down():
    figure = CareerFigureFactory(headline=True, status="disputed")
    assert refresh_headlines(CareerFigure) == 1
    assert headlines_of(figure.subject) == set()


def test_only_what_changes_is_written(django_assert_num_queries):
    settled = CareerFigureFactory(headline=True)
    new = CareerFigureFactory()
    with django_assert_num_queries(COMPARE + WRITE):
        assert refresh_headlines(CareerFigure) == 1
    assert headlines_of(settled.subject) == {settled}
    assert headlines_of(new.subject) == {new}


def test_only_the_subjects_named_are_refreshed():
    mine, other = CareerFigureFactory(), CareerFigureFactory()
    assert refresh_headlines(CareerFigure, {mine.subject_id}) == 1
    assert headlines_of(mine.subject) == {mine}
    assert headlines_of(other.subject) == set()


def test_no_subject_named_is_no_subject_refreshed():
    CareerFigureFactory()
    assert refresh_headlines(CareerFigure, set()) == 0


def test_all_tables_of_figures_can_be_refreshed_at_once():
    figures = [CareerFigureFactory(), InstitutionFigureFactory(), TopicFigureFactory()]
    assert refresh_all_headlines() == 3
    for figure in figures:
        figure.refresh_from_db()
        assert figure.headline
