import pytest

from reference.source_summary import SourceSummary
from tests.factories import (
    CareerFactory,
    CareerFigureFactory,
    InstitutionFactory,
    InstitutionFigureFactory,
    SourceFactory,
    TopicFigureFactory,
)

pytestmark = pytest.mark.django_db


@pytest.fixture
def source():
    return SourceFactory()


def rates(source, *values, **fields):
    fields = {"measure": "graduation_rate", "subject": InstitutionFactory()} | fields
    return [InstitutionFigureFactory(source=source, value=value, **fields) for value in values]


def test_it_counts_the_figures_that_name_another_source_and_names_those(source):
    rates(source, "90", cites="SHRM")
    CareerFigureFactory.create_batch(2, source=source, cites="BLS")
    TopicFigureFactory(source=source, cites="BLS")
    TopicFigureFactory(source=source)
    TopicFigureFactory(cites="GMAC")
    TopicFigureFactory(source=source, cites="IPEDS", status="withdrawn")
    summary = SourceSummary(source)
    assert summary.named == ["BLS", "SHRM"]
    assert summary.naming == 4


def test_two_figures_of_its_own_on_the_same_terms_contradict(source):
    hundred, one = rates(source, "100", "1")
    (row,) = SourceSummary(source).contradictions
    assert (row.figure, row.contradicts) == (hundred, (one,))


def test_every_kind_of_subject_is_asked(source):
    rates(source, "100", "1")
    career = CareerFactory()
    for value in ("100000", "150000"):
        CareerFigureFactory(source=source, subject=career, value=value)
    assert len(SourceSummary(source).contradictions) == 2


@pytest.mark.parametrize(
    "second",
    [
        {"population": "workers"},
        {"period": "2024"},
        {"status": "withdrawn"},
        {"value": "100"},
    ],
)
def test_other_terms_withdrawn_or_equal_figures_contradict_nothing(source, second):
    subject = rates(source, "100")[0].subject
    rates(source, second.pop("value", "1"), subject=subject, **second)
    assert SourceSummary(source).contradictions == []


def test_another_source_does_not_make_it_contradict_itself(source):
    subject = rates(source, "100")[0].subject
    rates(SourceFactory(), "1", subject=subject)
    assert SourceSummary(source).contradictions == []


def test_it_asks_only_the_tables_in_which_figures_stand_beside_each_other(
    source, django_assert_num_queries
):
    rates(source, "100", "1")
    CareerFigureFactory(source=source)
    with django_assert_num_queries(2):
        assert len(SourceSummary(source).contradictions) == 1
