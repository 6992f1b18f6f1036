"""Each column: the text of a cell → values of fields, and back."""

from datetime import date
from decimal import Decimal

import pytest

from programs.models import Program, RankingEntry
from reference.imports.columns import (
    BlankColumn,
    ChoicesColumn,
    Column,
    DateColumn,
    FlagColumn,
    IntegerColumn,
    NumberColumn,
    ValueColumn,
)
from reference.imports.errors import CellError
from reference.imports.figures import UnitColumn
from reference.models import TopicFigure
from tests.samples import table_of

SOURCES = table_of("reference", "sources.csv")
FIGURES = table_of("reference", "figures.csv")
RANKINGS = table_of("programs", "rankings.csv")
ENTRIES = table_of("programs", "ranking_entries.csv")
PROGRAMS = table_of("programs", "programs.csv")


def refusal(column, text, table=SOURCES):
    with pytest.raises(CellError) as refused:
        column.parse(text, table, lookups=None)
    return str(refused.value)


def test_text_is_taken_as_it_is():
    assert Column("title").parse("A page", SOURCES, None) == {"title": "A page"}


def test_blank_text_stays_blank_where_the_model_allows_it():
    assert Column("note").parse("", SOURCES, None) == {"note": ""}


def test_a_blank_cell_takes_the_default_of_the_model():
    assert Column("population").parse("", FIGURES, None) == {"population": "unstated"}


def test_a_blank_number_is_unknown():
    assert IntegerColumn("year").parse("", RANKINGS, None) == {"year": None}


def test_a_cell_that_the_model_needs_must_not_be_blank():
    assert refusal(Column("title"), "") == "must not be blank"


def test_a_choice_is_told_the_known_ones():
    assert refusal(Column("kind"), "blog") == (
        "“blog” is not one of government, university, ranking, article"
    )


def test_text_that_is_too_long_is_told_the_most():
    reason = refusal(Column("short_name"), "x" * 70)
    assert reason.startswith("“xxxxx")
    assert reason.endswith("…”: Ensure this value has at most 40 characters (it has 70).")


def test_a_validator_of_the_model_is_asked():
    assert refusal(Column("url"), "javascript:alert(1)").startswith("“javascript:alert(1)”: ")


def test_a_column_may_bear_another_name_than_its_field():
    column = Column("name", "title")
    assert column.parse("A page", SOURCES, None) == {"title": "A page"}
    assert column.field_names() == ["title"]


@pytest.mark.parametrize("text", ["0", "2026", "32767", "00012"])
def test_a_whole_number_is_read(text):
    assert IntegerColumn("year").parse(text, RANKINGS, None) == {"year": int(text)}


@pytest.mark.parametrize(
    "text",
    ["32768", "-1", "1e3", "1_000", "1,000", "１２", "12.0", "NaN", "$5", "0x10", "9" * 5000],
)
def test_what_some_database_could_not_store_is_no_whole_number(text):
    reason = refusal(IntegerColumn("year"), text, RANKINGS)
    assert reason.endswith(" is not a whole number from 0 to 32767")


@pytest.mark.parametrize("text", ["64", "65.4", "-0.5", "00.10"])
def test_a_decimal_is_read(text):
    assert NumberColumn("score").parse(text, ENTRIES, None) == {"score": Decimal(text)}


@pytest.mark.parametrize("text", ["NaN", "1e3", "1e400", "1_0", "1,5", "٦", "Infinity", ".5", "5."])
def test_only_digits_and_a_point_are_a_decimal(text):
    assert refusal(NumberColumn("score"), text, ENTRIES) == (
        f"“{text}” is not a number; write it as 64 or 65.4"
    )


def test_a_decimal_must_fit_its_field():
    assert "no more than 3 decimal places" in refusal(NumberColumn("score"), "1.2345", ENTRIES)


@pytest.mark.parametrize(("score", "text"), [("64.000", "64"), ("65.400", "65.4"), ("100", "100")])
def test_a_decimal_is_printed_without_trailing_zeros(score, text):
    assert NumberColumn("score").render(RankingEntry(score=Decimal(score))) == text


def test_an_unknown_decimal_is_printed_blank():
    assert NumberColumn("score").render(RankingEntry()) == ""


@pytest.mark.parametrize(("text", "flag"), [("yes", True), ("", False)])
def test_a_flag_is_yes_or_blank(text, flag):
    assert FlagColumn("pinned").parse(text, FIGURES, None) == {"pinned": flag}
    assert FlagColumn("pinned").render(TopicFigure(pinned=flag)) == text


@pytest.mark.parametrize("text", ["no", "Yes", "1", "true"])
def test_a_flag_is_nothing_else(text):
    assert refusal(FlagColumn("pinned"), text) == f"“{text}” is neither yes nor blank"


@pytest.mark.parametrize(
    ("text", "first", "last"),
    [
        ("", None, None),
        ("2024", date(2024, 1, 1), date(2024, 12, 31)),
        ("2024-02", date(2024, 2, 1), date(2024, 2, 29)),
        ("2024-05-30", date(2024, 5, 30), date(2024, 5, 30)),
    ],
)
def test_a_date_is_the_first_or_last_day_of_what_is_written(text, first, last):
    begins, ends = DateColumn("period_from"), DateColumn("period_to", last=True)
    values = begins.parse(text, FIGURES, None) | ends.parse(text, FIGURES, None)
    assert values == {"period_from": first, "period_to": last}
    figure = TopicFigure(**values)
    assert (begins.render(figure), ends.render(figure)) == (text, text)


@pytest.mark.parametrize(
    "text", ["31.12.2024", "2024-2", "2024-02-31", "0000", "May 2024", "２０２４", "2024-13"]
)
def test_another_date_is_refused(text):
    assert refusal(DateColumn("published_on"), text).startswith(f"“{text}” is not a da")


def test_choices_are_a_list():
    column = ChoicesColumn("delivery", choices=("online", "evening"))
    assert column.parse("evening|online", PROGRAMS, None) == {"delivery": ["evening", "online"]}
    assert column.parse("", PROGRAMS, None) == {"delivery": []}
    assert column.render(Program(delivery=["evening", "online"])) == "evening|online"


def test_each_choice_must_be_known():
    column = ChoicesColumn("delivery", choices=("online", "evening"))
    assert refusal(column, "online|campus") == "“campus” is not one of online, evening"


@pytest.mark.parametrize(
    "text", ["118000", "~15", "70..100", "25000..140000+", "170000+", "<=12000"]
)
def test_a_value_fills_the_fields_of_a_figure(text):
    values = ValueColumn("value").parse(text, FIGURES, None)
    assert set(values) == {"low", "high", "bound", "absence"}
    assert ValueColumn("value").render(TopicFigure(**values)) == text


def test_a_stated_absence_is_a_value():
    values = ValueColumn("value").parse("suppressed", FIGURES, None)
    assert values == {"low": None, "high": None, "bound": "", "absence": "suppressed"}


@pytest.mark.parametrize(
    "text", ["", "$5", "1,000", "1e400", "NaN", "-", "PrivacySuppressed", "9..1", "99999999999"]
)
def test_another_value_is_refused(text):
    assert refusal(ValueColumn("value"), text, FIGURES)


def test_a_checked_column_stores_nothing():
    assert UnitColumn("unit").parse("usd/year", FIGURES, None) == {}
    assert UnitColumn("unit").field_names() == []
    assert UnitColumn("unit").render(TopicFigure(measure="pay")) == "usd/year"


def test_a_column_that_a_kind_of_row_lacks_must_be_blank():
    assert BlankColumn("topic").parse("", FIGURES, None) == {}
    assert BlankColumn("topic").render(TopicFigure()) == ""
    assert refusal(BlankColumn("topic"), "pay") == "must be blank in a row of this kind"
