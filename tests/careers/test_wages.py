import pytest

from careers.wages import wage_editions
from tests.factories import OccupationFigureFactory, SourceFactory

OLD, NEW = (
    SourceFactory.build(pk=n, slug=f"oews-{n}", kind="government", edition=f"May {n}")
    for n in (2024, 2025)
)


def wage(source, statistic, value="100000", **fields):
    fields = {"source": source, "statistic": statistic, "value": value} | fields
    fields = {"period": source.slug.removeprefix("oews-") + "-05"} | fields
    return OccupationFigureFactory.build(subject=None, subject_id=1, **fields)


def test_the_newest_edition_stands_first():
    editions = wage_editions([wage(OLD, "median"), wage(NEW, "median"), wage(OLD, "p10")])
    assert [edition.name for edition in editions] == ["May 2025", "May 2024"]
    assert sorted(editions[1].figures) == ["median", "p10"]


def test_a_figure_without_a_period_goes_by_the_edition_of_its_source():
    (edition,) = wage_editions([wage(NEW, "median", period="")])
    assert edition.name == "May 2025"


def test_what_is_no_federal_statistic_of_pay_is_left_out():
    ranking = SourceFactory.build(pk=3, slug="oews-3", kind="ranking")
    assert (
        wage_editions(
            [
                wage(ranking, "median", period="2025"),
                wage(NEW, "unstated"),
                wage(NEW, "median", status="disputed"),
                wage(NEW, "rate", measure="growth"),
            ]
        )
        == []
    )


def test_of_two_figures_of_one_statistic_the_first_stands():
    (edition,) = wage_editions([wage(NEW, "median", "1"), wage(NEW, "median", "2")])
    assert edition.median.in_words == "$1"


def test_a_cell_of_a_statistic_that_is_not_recorded_is_empty():
    (edition,) = wage_editions([wage(NEW, "median"), wage(NEW, "mean")])
    assert [bool(cell) for cell in edition.cells] == [False, False, True, False, False, True]


@pytest.mark.parametrize(
    ("p25", "p75", "finding"),
    [
        ("80000", "120000", "The middle half earned $80,000 to $120,000 in May 2025"),
        ("80000", "239200+", "Pay by percentile, May 2025"),
        ("not_estimated", "120000", "Pay by percentile, May 2025"),
        (None, "120000", "Pay by percentile, May 2025"),
    ],
)
def test_the_finding_is_the_middle_half_where_both_ends_are_known(p25, p75, finding):
    figures = [wage(NEW, key, value) for key, value in (("p25", p25), ("p75", p75)) if value]
    (edition,) = wage_editions(figures)
    assert edition.finding == finding


def test_an_open_percentile_is_known_as_such():
    (edition,) = wage_editions([wage(NEW, "p90", "239200+")])
    assert edition.is_open
    (edition,) = wage_editions([wage(NEW, "p90", "200000")])
    assert not edition.is_open
