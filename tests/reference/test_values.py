from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reference.enumerations import Absence
from reference.values import Value, ValueNotation, significant_digits


def exact(number) -> Value:
    return Value(Decimal(number), Decimal(number), "exact")


FORMS = [
    ("118000", exact(118000)),
    ("15.8", exact("15.8")),
    ("-3.5", exact("-3.5")),
    ("0", exact(0)),
    ("~15", Value(Decimal(15), Decimal(15), "about")),
    ("70..100", Value(Decimal(70), Decimal(100), "range")),
    ("-5..3", Value(Decimal(-5), Decimal(3), "range")),
    ("25000..140000+", Value(Decimal(25000), Decimal(140000), "range_or_more")),
    ("170000+", Value(Decimal(170000), None, "at_least")),
    ("239200+", Value(Decimal(239200), None, "at_least")),
    ("<=12000", Value(None, Decimal(12000), "at_most")),
    ("not_reported", Value(absence="not_reported")),
    ("suppressed", Value(absence="suppressed")),
    ("not_applicable", Value(absence="not_applicable")),
    ("not_estimated", Value(absence="not_estimated")),
]

NOT_VALUES = [
    "",
    "lost",
    "Suppressed",
    "#",
    "*",
    "1,000",
    "$5",
    "5%",
    "1e5",
    "NaN",
    "Infinity",
    "٣",
    " 5",
    "5\n",
    "+5",
    "5.",
    ".5",
    "--5",
    "..5",
    "5..",
    "5...6",
    "<5",
    "<= 5",
    "~5+",
    "<=5+",
    "~5..6",
    "<=5..6",
    "~<=5",
    "100..70",
    "70..70",
    "9..3+",
    "10000000000",
    "-10000000000",
    "5..10000000000",
    "1.23456",
    "1..1.23456",
]


@pytest.mark.parametrize("text, value", FORMS)
def test_each_form_is_read(text, value):
    assert Value.parse(text) == value


@pytest.mark.parametrize("text, value", FORMS)
def test_each_form_is_written_as_it_was_read(text, value):
    assert value.notation == text


@pytest.mark.parametrize("text", NOT_VALUES)
def test_what_is_no_value_is_refused(text):
    with pytest.raises(ValueNotation):
        Value.parse(text)


def test_the_largest_number_a_column_holds_is_read():
    assert Value.parse("9999999999.9999").high == Decimal("9999999999.9999")


def test_a_number_from_the_database_is_written_without_trailing_zeros():
    assert exact("48496.0000").notation == "48496"
    assert exact("15.8000").notation == "15.8"
    assert exact("-0.0000").notation == "0"


numbers = st.decimals(
    min_value=Decimal("-9999999999.9999"), max_value=Decimal("9999999999.9999"), places=4
)
ends = st.lists(numbers, min_size=2, max_size=2, unique=True).map(sorted)
values = st.one_of(
    st.sampled_from(Absence.values).map(lambda absence: Value(absence=absence)),
    st.builds(
        lambda number, bound: Value(number, number, bound),
        numbers,
        st.sampled_from(["exact", "about"]),
    ),
    st.builds(
        lambda ends, bound: Value(ends[0], ends[1], bound),
        ends,
        st.sampled_from(["range", "range_or_more"]),
    ),
    numbers.map(lambda number: Value(number, None, "at_least")),
    numbers.map(lambda number: Value(None, number, "at_most")),
)
present = values.filter(lambda value: not value.is_absent)


@given(values)
def test_what_is_written_reads_back_as_the_same_well_formed_value(value):
    assert Value.parse(value.notation) == value
    assert value.is_well_formed


@given(st.text(alphabet="0123456789.~<=+-eE_ ٣", max_size=12))
def test_any_text_is_a_well_formed_value_or_refused(text):
    try:
        value = Value.parse(text)
    except ValueNotation:
        return
    assert value.is_well_formed
    assert Value.parse(value.notation) == value


@pytest.mark.parametrize(
    "value",
    [
        Value(),
        Value(Decimal(1), Decimal(1)),
        Value(Decimal(1), Decimal(2)),
        Value(None, None, "exact"),
        Value(Decimal(1), None, "exact"),
        Value(None, Decimal(1), "about"),
        Value(Decimal(1), Decimal(2), "exact"),
        Value(Decimal(1), Decimal(2), "about"),
        Value(Decimal(1), Decimal(1), "range"),
        Value(Decimal(2), Decimal(1), "range"),
        Value(None, Decimal(1), "range"),
        Value(Decimal(1), None, "range_or_more"),
        Value(None, None, "at_least"),
        Value(None, None, "at_most"),
        Value(Decimal(1), Decimal(2), "at_least"),
        Value(None, Decimal(2), "at_least"),
        Value(Decimal(1), Decimal(2), "at_most"),
        Value(Decimal(1), None, "at_most"),
        Value(absence="suppressed", low=Decimal(1)),
        Value(absence="suppressed", high=Decimal(1)),
        Value(absence="suppressed", bound="exact"),
        Value(Decimal(1), Decimal(1), "exact", "suppressed"),
    ],
)
def test_numbers_that_do_not_go_with_the_form_are_not_well_formed(value):
    assert not value.is_well_formed


def test_nought_is_a_value_and_an_absence_is_none():
    assert not Value.parse("0").is_absent
    assert Value.parse("suppressed").is_absent


@pytest.mark.parametrize(
    "text, number",
    [("5", 5), ("70..100", 70), ("170000+", 170000), ("<=12000", 12000), ("suppressed", None)],
)
def test_lists_sort_by_the_lower_end_else_the_upper_one(text, number):
    assert Value.parse(text).sort_key == number


IN_WORDS = [
    ("62260", "usd/year", "$62,260"),
    ("110000..160000", "usd/year", "$110,000–160,000"),
    ("25000..140000+", "usd/year", "$25,000–140,000+"),
    ("170000+", "usd/year", "$170,000+"),
    ("<=12000", "usd", "up to $12,000"),
    ("~130000", "usd/year", "about $130,000"),
    ("2162.5", "usd/credit", "$2,162.5"),
    ("98", "percent", "98%"),
    ("25..40", "percent", "25–40%"),
    ("90+", "percent", "90% or more"),
    ("~15", "percent", "about 15%"),
    ("-0.5", "percent", "-0.5%"),
    ("0", "percent", "0%"),
    ("3", "points", "3.0"),
    ("3.9", "points", "3.9"),
    ("31", "credits", "31 credits"),
    ("~2", "ratio", "about 2 times"),
    ("4000", "count", "4,000"),
    ("30", "count/year", "30"),
    ("1928", "year", "1928"),
    ("1", "months", "1 month"),
    ("12", "months", "1 year"),
    ("24", "months", "2 years"),
    ("18", "months", "1.5 years"),
    ("16", "months", "16 months"),
    ("6", "months", "6 months"),
    ("18..24", "months", "1.5–2 years"),
    ("12..20", "months", "12–20 months"),
    ("12..24", "months", "1–2 years"),
    ("60+", "months", "5 years or more"),
    ("9..15+", "months", "9–15 months or more"),
    ("<=24", "months", "up to 2 years"),
    ("not_reported", "usd", "Not given"),
    ("suppressed", "months", "Not published (privacy)"),
]


@pytest.mark.parametrize("text, unit, words", IN_WORDS)
def test_a_reader_sees_the_number_with_its_unit(text, unit, words):
    assert Value.parse(text).in_words(unit) == words


@pytest.mark.parametrize(
    "text, unit, rounding",
    [
        ("62260", "usd/year", "5"),
        ("62261", "usd/year", "0.5"),
        ("62000", "usd/year", "500"),
        ("100000", "usd/year", "500"),
        ("2162.5", "usd/credit", "0.05"),
        ("0", "usd/year", "0.5"),
        ("100", "percent", "0.5"),
        ("91.99", "percent", "0.005"),
        ("15.8", "percent", "0.05"),
        ("4000", "count", "0.5"),
        ("110000..165500", "usd/year", "500"),
        ("170000+", "usd/year", "500"),
        ("<=12500", "usd/year", "50"),
        ("~15", "percent", "0.75"),
        ("~2", "percent", "0.5"),
        ("~130000", "usd/year", "6500"),
        ("suppressed", "usd/year", "0"),
    ],
)
def test_rounding_is_half_of_the_last_printed_digit(text, unit, rounding):
    assert Value.parse(text).rounding(unit) == Decimal(rounding)


@pytest.mark.parametrize(
    "one, other, unit",
    [
        ("157000", "110000..160000", "usd/year"),
        ("160500", "110000..160000", "usd/year"),
        ("91.99", "92", "percent"),
        ("92.5", "92", "percent"),
        ("62260", "62000", "usd/year"),
        ("200000", "170000+", "usd/year"),
        ("170000+", "25000..140000+", "usd/year"),
        ("11000", "<=12000", "usd/year"),
        ("<=11000", "<=12000", "usd/year"),
        ("15.7", "~15", "percent"),
        ("30..35", "25..40", "percent"),
    ],
)
def test_a_figure_agrees_with_one_that_holds_it_within_the_rounding(one, other, unit):
    assert not Value.parse(one).differs_from(Value.parse(other), unit)


@pytest.mark.parametrize(
    "one, other, unit",
    [
        ("165000", "110000..160000", "usd/year"),
        ("160501", "110000..160000", "usd/year"),
        ("25..40", "10..30", "percent"),
        ("100", "1", "percent"),
        ("92.6", "92", "percent"),
        ("62501", "62000", "usd/year"),
        ("169000", "170000+", "usd/year"),
        ("24000", "25000..140000+", "usd/year"),
        ("13000", "<=12000", "usd/year"),
        ("100000..180000", "170000+", "usd/year"),
        ("15.8", "~15", "percent"),
        ("36", "~15", "percent"),
    ],
)
def test_a_figure_differs_from_one_that_does_not_hold_it(one, other, unit):
    assert Value.parse(one).differs_from(Value.parse(other), unit)


@given(present, present, st.sampled_from(["usd/year", "percent"]))
def test_to_differ_is_mutual_and_no_figure_differs_from_itself(one, other, unit):
    assert one.differs_from(other, unit) == other.differs_from(one, unit)
    assert not one.differs_from(one, unit)


@pytest.mark.parametrize(
    "number, digits",
    [
        ("62000", 2),
        ("62000.0000", 2),
        ("11834", 5),
        ("92", 2),
        ("91.99", 4),
        ("0.5", 1),
        ("-1050", 3),
        ("100", 1),
        ("0", 0),
    ],
)
def test_trailing_zeros_are_not_significant(number, digits):
    assert significant_digits(Decimal(number)) == digits
