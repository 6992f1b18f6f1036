from decimal import Decimal

import pytest

from reference.charts.scales import scale_for
from reference.values import Value


def scale(*notations, unit="percent"):
    return scale_for([Value.parse(text) for text in notations], unit)


def labels(found):
    return [tick.label for tick in found.ticks]


def test_it_starts_at_zero_where_the_least_is_far_below_the_greatest():
    found = scale("40", "36", "22", "~15")
    assert (found.start, found.end) == (0, 50)
    assert found.starts_at_zero
    assert labels(found) == ["0%", "10%", "20%", "30%", "40%", "50%"]


def test_it_starts_below_the_least_where_all_lie_far_from_zero_and_says_where():
    found = scale("157000", "110000..160000", unit="usd/year")
    assert (found.start, found.end) == (100000, 160000)
    assert not found.starts_at_zero
    assert found.start_in_words == "$100,000"


def test_a_number_stands_at_its_share_of_the_width_as_text_without_a_locale():
    found = scale("0", "50..100")
    assert [found.place(Decimal(n)) for n in ("0", "39.5", "32.5", "100")] == [
        "0%",
        "39.5%",
        "32.5%",
        "100%",
    ]
    assert scale("0", "2..3").place(Decimal(1)) == "33.33%"


def test_past_the_last_number_there_is_room_for_an_open_end():
    assert scale("10", "40+").end == 50
    assert scale("10..40+").end == 50
    assert scale("10..37+").end == 40
    assert scale("10", "20..40").end == 40


def test_a_dot_on_the_last_number_has_room_but_past_100_percent_there_is_nothing():
    assert scale("10", "40").end == 50
    assert scale("10", "39").end == 40
    assert scale("10", "100").end == 100
    assert scale("10", "100", unit="count").end == 120


def test_below_a_number_that_is_a_ceiling_the_scale_reaches_zero():
    assert scale("<=12000", "10000", unit="usd/year").start == 0


@pytest.mark.parametrize(("value", "end"), [("40", 50), ("100", 100), ("340", 400), ("0", 1)])
def test_one_number_or_all_equal_stand_on_a_scale_from_zero(value, end):
    assert (scale(value).start, scale(value, value).end) == (0, end)


def test_a_fall_lies_left_of_zero():
    found = scale("-5", "10")
    assert (found.start, found.end) == (-5, 15)
    assert scale("-7..-3").start == -8
    assert found.place(Decimal(-5)) == "0%"


def test_a_huge_range_has_few_ticks_with_short_names():
    found = scale("1", "9999999999.9999", unit="count")
    assert labels(found) == ["0", "2B", "4B", "6B", "8B", "10B"]


@pytest.mark.parametrize(
    ("notations", "unit", "expected"),
    [
        (("7000", "140000"), "usd", ["$0", "$50k", "$100k", "$150k"]),
        (("200", "900"), "usd/credit", ["$0", "$200", "$400", "$600", "$800", "$1k"]),
        (("500000", "3000000"), "count", ["0", "1M", "2M", "3M"]),
        (("1", "2"), "count", ["0", "1", "2"]),
        (("2..3", "7"), "ratio", ["0", "2 times", "4 times", "6 times", "8 times"]),
        (("6", "48"), "months", ["0", "1 year", "2 years", "3 years", "4 years"]),
        (("3", "10"), "months", ["0", "2 months", "4 months", "6 months", "8 months", "10 months"]),
        (("100", "900"), "months", ["0", "200 months", "400 months", "50 years", "800 months"]),
    ],
)
def test_its_ticks_are_round_in_the_unit(notations, unit, expected):
    assert labels(scale(*notations, unit=unit))[: len(expected)] == expected


def test_the_first_and_last_labels_stay_inside_and_every_other_may_vanish():
    anchors = [tick.anchor for tick in scale("0", "39").ticks]
    assert anchors == ["", "m wide", "m", "m wide", "e"]
    assert [tick.anchor for tick in scale("0").ticks] == ["", "e"]
    assert [tick.is_labelled for tick in scale("0", "39").ticks] == [True, False, True, False, True]


def test_every_value_stands_inside_its_scale():
    for texts in (("1", "2"), ("99", "100"), ("0.5", "0.7"), ("3..4", "1000"), ("5", "5.0001")):
        found = scale(*texts)
        for text in texts:
            value = Value.parse(text)
            assert found.start <= value.low <= value.high <= found.end
