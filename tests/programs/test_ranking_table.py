import pytest

from programs.ranking_table import RankingTable
from tests.catalogue import refresh
from tests.factories import (
    InstitutionFigureFactory,
    RankingEntryFactory,
    RankingFactory,
    RankingFigureFactory,
)

pytestmark = pytest.mark.django_db


@pytest.fixture
def ranking():
    return RankingFactory()


def print_figure(entry, measure, value, **fields):
    fields = {"source": entry.ranking.source} | fields
    InstitutionFigureFactory(subject=entry.institution, measure=measure, value=value, **fields)


def test_rows_stand_by_rank_and_of_one_rank_by_name(ranking):
    for rank, name in ((2, "B"), (1, "C"), (2, "A")):
        RankingEntryFactory(ranking=ranking, rank=rank, institution__name=name)
    rows = RankingTable(ranking).rows
    assert [(row.entry.rank, row.entry.institution.name) for row in rows] == [
        (1, "C"),
        (2, "A"),
        (2, "B"),
    ]


def test_rows_of_another_ranking_are_not_its_own(ranking):
    RankingEntryFactory()
    assert RankingTable(ranking).rows == []


def test_rows_with_one_score_are_tied_and_those_without_are_not(ranking):
    scores = [90, 80, 80, 70, 70, 70, None, None]
    entries = [RankingEntryFactory(ranking=ranking, score=score) for score in scores]
    table = RankingTable(ranking)
    tied = {row.entry: row.tied for row in table.rows}
    assert [tied[entry] for entry in entries] == [False] + [True] * 5 + [False] * 2
    assert [len(tie) for tie in table.ties] == [2, 3]


def test_a_row_has_what_the_source_of_the_ranking_prints(ranking):
    entry = RankingEntryFactory(ranking=ranking)
    print_figure(entry, "tuition", "20000")
    print_figure(entry, "graduation_rate", "98")
    refresh()
    [row] = RankingTable(ranking).rows
    assert row.tuition.figure.in_words == "$20,000"
    assert row.graduation_rate.figure.in_words == "98%"


def test_a_row_without_a_figure_has_none(ranking):
    print_figure(RankingEntryFactory(ranking=ranking), "tuition", "1", status="withdrawn")
    [row] = RankingTable(ranking).rows
    assert (row.tuition, row.graduation_rate) == (None, None)


def test_the_middle_of_the_tuitions_leaves_out_what_is_not_given(ranking):
    for value in ("10000", "20000", "60000", "not_reported"):
        print_figure(RankingEntryFactory(ranking=ranking), "tuition", value)
    assert RankingTable(ranking).median_tuition == "$20,000"


def test_the_middle_of_an_even_number_lies_between_two(ranking):
    for value in ("10000", "20000"):
        print_figure(RankingEntryFactory(ranking=ranking), "tuition", value)
    assert RankingTable(ranking).median_tuition == "$15,000"


def test_without_tuitions_there_is_no_middle(ranking):
    RankingEntryFactory(ranking=ranking)
    assert RankingTable(ranking).median_tuition == ""


def test_rates_are_counted_where_they_are_given(ranking):
    for value in ("98", "0", "not_reported"):
        print_figure(RankingEntryFactory(ranking=ranking), "graduation_rate", value)
    RankingEntryFactory(ranking=ranking)
    assert RankingTable(ranking).rates_given == 2


def test_the_bases_it_prints_contradict_each_other(ranking):
    for value in ("50", "127"):
        RankingFigureFactory(subject=ranking, source=ranking.source, value=value)
    refresh()
    [clash] = RankingTable(ranking).clashes
    assert {clash.figure.in_words, clash.contradicts[0].in_words} == {"50", "127"}
