from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reference.periods import (
    NotADate,
    date_in_words,
    first_day,
    last_day,
    period_in_words,
    shortest_first,
    shortest_last,
)

ENDS = [
    ("2024", date(2024, 1, 1), date(2024, 12, 31)),
    ("2024-05", date(2024, 5, 1), date(2024, 5, 31)),
    ("2024-02", date(2024, 2, 1), date(2024, 2, 29)),
    ("2023-02", date(2023, 2, 1), date(2023, 2, 28)),
    ("2024-05-17", date(2024, 5, 17), date(2024, 5, 17)),
    ("0001", date(1, 1, 1), date(1, 12, 31)),
]


@pytest.mark.parametrize("text, first, last", ENDS)
def test_a_year_month_or_day_has_a_first_and_a_last_day(text, first, last):
    assert (first_day(text), last_day(text)) == (first, last)


@pytest.mark.parametrize("text, first, last", ENDS)
def test_a_day_is_exported_in_its_shortest_form(text, first, last):
    assert (shortest_first(first), shortest_last(last)) == (text, text)


def test_no_day_is_exported_as_a_blank():
    assert (shortest_first(None), shortest_last(None)) == ("", "")


@pytest.mark.parametrize("read", [first_day, last_day])
@pytest.mark.parametrize(
    "text",
    [
        "",
        "24",
        "20245",
        "2024-5",
        "2024-13",
        "2024-00",
        "2023-02-29",
        "2024-05-32",
        "2024-05-00",
        "0000",
        "0000-02",
        "2024/05",
        "May 2024",
        "2024-05-17T00:00",
        "2024\n",
        "٢٠٢٤",
    ],
)
def test_what_is_no_date_is_refused(read, text):
    with pytest.raises(NotADate):
        read(text)


@given(st.dates())
def test_the_shortest_form_of_a_day_reads_back_as_the_same_day(day):
    assert first_day(shortest_first(day)) == day
    assert last_day(shortest_last(day)) == day


@given(st.text(alphabet="0123456789-", max_size=11))
def test_any_text_is_refused_or_begins_no_later_than_it_ends(text):
    try:
        first = first_day(text)
    except NotADate:
        with pytest.raises(NotADate):
            last_day(text)
    else:
        assert first <= last_day(text)


@pytest.mark.parametrize(
    "start, end, words",
    [
        ("", "", ""),
        ("2024", "2024", "2024"),
        ("2022", "2032", "2022–32"),
        ("2000", "2010", "2000–10"),
        ("1998", "2007", "1998–2007"),
        ("2023-07", "2024-06", "2023–24"),
        ("1999-07", "2000-06", "1999–2000"),
        ("2023-07", "2024-05", "July 2023–May 2024"),
        ("2023-08", "2024-06", "August 2023–June 2024"),
        ("2024-05", "2024-05", "May 2024"),
        ("2024-03", "2024-05", "March 2024–May 2024"),
        ("2024-05-17", "2024-05-17", "17 May 2024"),
        ("2024-05-17", "2024-06-02", "17 May 2024–2 June 2024"),
        ("2024-01", "2024-05", "January 2024–May 2024"),
        ("2024-01-01", "2024-01-01", "1 January 2024"),
        ("2024-12-31", "2024-12-31", "31 December 2024"),
        ("2024-07", "2024-12", "July 2024–December 2024"),
        ("", "2032", "to 2032"),
        ("", "2026-05", "to May 2026"),
        ("2020", "", "from 2020"),
        ("2020-09", "", "from September 2020"),
        ("2020-09-15", "", "from 15 September 2020"),
    ],
)
def test_a_period_reads_as_short_as_it_is_precise(start, end, words):
    first = first_day(start) if start else None
    last = last_day(end) if end else None
    assert period_in_words(first, last) == words


@given(st.dates(), st.dates())
def test_a_period_names_the_years_of_both_its_ends_unless_they_are_one(one, other):
    start, end = sorted((one, other))
    words = period_in_words(start, end)
    assert f"{start:%Y}".lstrip("0") in words
    assert f"{end.year % 100:02}" in words or str(end.year) in words


@pytest.mark.parametrize(
    "text, words",
    [("2026", "2026"), ("2026-09", "September 2026"), ("2026-11-21", "21 November 2026")],
)
def test_a_date_reads_as_precise_as_it_is(text, words):
    assert date_in_words(first_day(text)) == words


def test_no_date_reads_as_a_blank():
    assert date_in_words(None) == ""
