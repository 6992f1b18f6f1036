import pytest

from programs.unranked import unranked_words
from tests.factories import RankingEntryFactory, RankingFactory


def test_of_a_ranking_that_keeps_rows_back_it_names_those_it_shows():
    cut_off = RankingFactory.build(says_ranked=50, shown=25)
    assert unranked_words([cut_off]) == "Not in the first 25"
    assert unranked_words([cut_off, RankingFactory.build()]) == "In none of the ranks shown"


@pytest.mark.parametrize(
    ("says_ranked", "shown"), [(None, None), (None, 25), (25, 25), (0, 0), (20, 25)]
)
def test_where_all_rows_are_seen_or_no_number_is_claimed_it_says_so_plainly(says_ranked, shown):
    assert unranked_words([RankingFactory.build(says_ranked=says_ranked, shown=shown)]) == (
        "Not ranked"
    )
    assert unranked_words([]) == "Not ranked"


@pytest.mark.django_db
def test_rows_that_nobody_counted_are_those_we_hold():
    ranking = RankingEntryFactory(ranking__says_ranked=50).ranking
    assert ranking.rows_shown == 1
