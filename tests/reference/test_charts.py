import pytest

from reference.charts.lanes import charts_of, lanes_chart
from tests.factories import (
    CareerFactory,
    CareerFigureFactory,
    SourceFactory,
    TopicFactory,
    TopicFigureFactory,
)

HAKIA = SourceFactory.build(pk=1, short_name="Hakia")
TOPIC = TopicFactory.build(pk=1)
ENGINEER = CareerFactory.build(pk=1, title="ML engineer")


def figure(value, **fields):
    fields = {"subject": TOPIC, "source": HAKIA, "measure": "growth"} | fields
    return TopicFigureFactory.build(value=value, **fields)


def pay_of(career, value, **fields):
    return CareerFigureFactory.build(subject=career, value=value, source=HAKIA, **fields)


def lane(value, *others, **fields):
    """The lane of the first of these figures."""
    drawn = figure(value, **fields)
    chart = lanes_chart([drawn, *(figure(other) for other in others)])
    return next(lane for lane in chart.lanes if lane.figure is drawn)


def marks_of(lane):
    return lane.dot, lane.until, lane.open_above, lane.open_below


@pytest.mark.parametrize(
    ("value", "expected"),
    [
        ("40", ("40%", "", "", "")),
        ("~15", ("15%", "", "", "")),
        ("15..25", ("15%", "25%", "", "")),
        ("15..25+", ("15%", "25%", "25%", "")),
        ("85+", ("85%", "", "85%", "")),
        ("<=30", ("30%", "", "", "30%")),
        ("0", ("0%", "", "", "")),
    ],
)
def test_a_lane_is_a_dot_a_range_or_an_end_left_open(value, expected):
    assert marks_of(lane(value, "0", "100")) == expected


def test_the_greatest_stands_first_and_each_measure_together():
    chart = lanes_chart(
        [
            figure("120000", measure="starting_pay"),
            figure("90000..200000+", measure="pay"),
            figure("157000", measure="pay"),
            figure("<=100000", measure="pay"),
        ]
    )
    assert [each.in_words for each in chart.figures] == [
        "$157,000",
        "up to $100,000",
        "$90,000–200,000+",
        "$120,000",
    ]


def test_a_figure_without_a_value_has_no_lane_and_is_listed():
    absent = figure("not_reported")
    chart = lanes_chart([figure("40"), absent])
    assert len(chart.lanes) == 1
    assert chart.absent == [absent]


def test_figures_of_different_units_never_share_a_scale():
    charts = charts_of(
        [
            figure("20", measure="pay_premium_share"),
            figure("45000", measure="pay_premium"),
            figure("30", measure="pay_premium_share"),
            figure("10000..30000", measure="pay_premium"),
        ]
    )
    assert [[each.unit for each in chart.figures] for chart in charts] == [
        ["usd/year", "usd/year"],
        ["percent", "percent"],
    ]


def test_other_measures_of_a_group_share_one_and_each_lane_says_which():
    (chart,) = charts_of(
        [figure("157000", measure="pay"), figure("118000", measure="starting_pay")]
    )
    assert [each.name for each in chart.lanes] == ["Pay a year", "Starting pay a year"]


def test_one_figure_or_numbers_that_nothing_compares_make_no_chart():
    assert charts_of([]) == []
    assert charts_of([figure("40"), figure("suppressed")]) == []
    counts = [figure("5", measure="other_count"), figure("6", measure="other_count")]
    assert charts_of(counts) == []


def test_a_lane_says_whose_figure_it_is_but_on_the_page_of_that_subject():
    figures = [
        pay_of(ENGINEER, "157000", statistic="median", terms="all levels", period="2024"),
        pay_of(ENGINEER, "110000..160000"),
    ]
    (everywhere,) = charts_of(figures)
    assert [each.name for each in everywhere.lanes] == ["ML engineer", "ML engineer"]
    assert everywhere.lanes[0].detail == "median · all levels · 2024"
    (at_home,) = charts_of(figures, names_subjects=False)
    assert [each.name for each in at_home.lanes] == ["All levels", "Pay a year"]


def test_a_general_claim_is_named_by_the_words_of_its_source():
    told = figure("36", terms="related jobs", basis="projection", period="..2031")
    first, second = lanes_chart([told, figure("22", population="workers")]).lanes
    assert (first.name, first.detail) == ("Related jobs", "projection · to 2031")
    assert (second.name, second.detail) == ("Workers", "")


def test_a_lane_keeps_its_subject_though_the_source_names_it_again():
    told = pay_of(ENGINEER, "157000", terms="ML engineer, any level", statistic="median")
    lane, _other = charts_of([told, pay_of(ENGINEER, "110000", period="2024")])[0].lanes
    assert (lane.name, lane.detail) == ("ML engineer", "median · ML engineer, any level")


def test_what_the_name_of_a_lane_says_is_not_said_again():
    told = figure("36", terms="approved programs", basis="approved_programs")
    lane, _other = lanes_chart([told, figure("22")]).lanes
    assert (lane.name, lane.detail) == ("Approved programs", "")


def test_the_chart_states_its_finding_and_who_was_counted():
    chart = lanes_chart([figure("40"), figure("15", population="workers")])
    assert chart.title == "Two figures put the growth in jobs between 15% and 40%"
    assert chart.counted == (
        "What was counted stands beside a figure, where its source says it. "
        "One figure does not say."
    )
