import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from tests.catalogue import refresh
from tests.factories import (
    InstitutionFigureFactory,
    RankingEntryFactory,
    RankingFactory,
    RankingFigureFactory,
)

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("catalogue")]

HAKIA = "/rankings/hakia-2026-machine-learning/"


def test_it_is_named_after_the_ranking(show):
    page = show(HAKIA)
    assert page.heading == "Hakia: Top 50 Machine Learning Master’s Programs 2026"
    assert page.title == f"{page.heading} | Gradpath"


def test_it_shows_the_rows_in_their_order_as_printed(show):
    rows = show(HAKIA).one("table", class_="ranks").all("tr")[1:]
    assert [row.all("td")[0].seen for row in rows] == [str(rank) for rank in range(1, 26)]
    first = rows[0]
    assert first.one("th").seen.startswith("Carnegie Mellon University")
    assert [cell.seen for cell in first.all("td")] == [
        "1",
        "94.4",
        "$62,260",
        "Is another measure graduate $48,496 in or out of state",
        "98%",
    ]


def test_it_says_how_many_rows_are_missing(show):
    page = show(HAKIA)
    assert page.stands("rows are shown by the publisher, and so here") == "25 of 50"
    assert page.stands("median of the printed tuitions, our calculation") == "$55,690"
    assert page.stands("rows print a graduation rate, our count") == "21 of 25"


def test_rows_with_one_score_are_called_tied(show):
    page = show(HAKIA)
    assert page.stands("tie, unexplained") == "1"
    assert "Northeastern University, Brandeis University" in page.one("dl", class_="figs").seen
    assert [row.all("td")[1].seen for row in page.rows if "tied" in row.seen] == ["65.4tied"] * 2


def test_ranks_scores_and_our_calculations_lead_to_the_source(show):
    page = show(HAKIA)
    headings = [h for h in page.all("th", scope="col") if h.seen in ("Rank", "Score")]
    assert [len(heading.all("a", class_="mark")) for heading in headings] == [1, 1]
    figures = page.one("dl", class_="figs").all("dd", class_="n")
    assert [len(figure.all("a", class_="mark")) for figure in figures] == [1, 2, 1, 1, 1]


def test_a_rate_that_is_not_given_says_so_with_its_mark(show):
    cell = show(HAKIA).row("New York University").all("td")[4]
    assert cell.seen == "Not given"
    assert cell.all("a", class_="mark")


def test_penns_two_rates_stand_beside_each_other(show):
    row = show(HAKIA).row("University of Pennsylvania")
    assert row.all("td")[4].seen == "100% 1%"
    assert row.one("a", class_="neq")["href"].endswith("#graduation_rate-hakia-2026-compare")


def test_the_method_and_its_three_bases_are_told(show):
    page = show(HAKIA)
    assert page.one("section", aria_labelledby="method-h").seen.startswith("Method, as stated Told")
    bases = [
        page.one("tr", id=f"programs_counted-hakia-2026-{item}")
        for item in ("overview", "takeaway", "reviews")
    ]
    assert [base.all("td")[0].seen for base in bases] == ["127", "50", "47"]
    told = page.one(id="disagree").one("p").seen
    assert told == "127 (Hakia, line 311) against 50 (Hakia, line 4); 47 (Hakia, line 314)."


def test_a_ranking_that_says_little_says_so_in_words(show):
    entry = RankingEntryFactory(rank=7, score=None)
    page = show(entry.ranking.get_absolute_url())
    row = page.row(entry.institution.name)
    assert [cell.seen for cell in row.all("td")] == [
        "7",
        "Not given",
        "Not recorded",
        "Nothing to check",
        "Not recorded",
    ]
    assert page.stands("median of the printed tuitions, our calculation") == "None printed"
    assert page.stands("rows are shown by the publisher, and so here") == "1"
    assert page.one("section", aria_labelledby="method-h").seen == "Method, as stated Not given"


def test_figures_of_another_source_are_none_of_the_rankings(show):
    entry = RankingEntryFactory()
    InstitutionFigureFactory(subject=entry.institution, value="10000")
    refresh()
    row = show(entry.ranking.get_absolute_url()).row(entry.institution.name)
    assert row.all("td")[2].seen == "Not recorded"


def test_withdrawn_figures_are_not_shown(show):
    entry = RankingEntryFactory()
    InstitutionFigureFactory(
        subject=entry.institution, source=entry.ranking.source, value="10000", status="withdrawn"
    )
    RankingFigureFactory(subject=entry.ranking, value="12345", status="withdrawn")
    refresh()
    page = show(entry.ranking.get_absolute_url())
    assert "$10,000" not in page.text and "12,345" not in page.text


def test_it_asks_few_queries_and_no_more_for_more_rows(client):
    ranking = RankingFactory()

    def queries():
        with CaptureQueriesContext(connection) as found:
            assert client.get(ranking.get_absolute_url()).status_code == 200
        return len(found)

    def add(number):
        RankingFigureFactory.create_batch(number, subject=ranking)
        for _row in range(number):
            entry = RankingEntryFactory(ranking=ranking)
            InstitutionFigureFactory(subject=entry.institution, source=ranking.source)

    add(1)
    few = queries()
    add(49)
    assert queries() == few <= 12


def test_what_was_left_out_of_the_document_is_one_link_away(show):
    assert "/sources/hakia-2026/ledger/" in show(HAKIA).links
