import pytest

from reference.charts.percentiles import Percentiles, percentile_chart
from tests.factories import OccupationFactory, OccupationFigureFactory, SourceFactory

OEWS = SourceFactory.build(pk=1, short_name="OEWS")
DEVELOPERS = OccupationFactory.build(pk=1, title="Software Developers")


def pay(value, **fields):
    return OccupationFigureFactory.build(subject=DEVELOPERS, source=OEWS, value=value, **fields)


def edition(**values):
    """edition(p10="50", median="80"): what one source publishes."""
    figures = {key: pay(value, statistic=key) for key, value in values.items()}
    return Percentiles("May 2025", "", figures)


FIVE = {"p10": "0", "p25": "40", "median": "50", "p75": "60", "p90": "100"}


def test_a_lane_runs_from_the_10th_to_the_90th_percentile_with_a_bar_and_a_dot():
    (lane,) = percentile_chart([edition(**FIVE)]).percentiles
    assert (lane.line, lane.bar, lane.dot) == (("0%", "83.33%"), ("33.33%", "50%"), "41.67%")
    assert lane.open_above == ""
    assert lane.figure.in_words == "$50"


def test_a_percentile_that_is_some_sum_or_more_runs_off_the_scale():
    (lane,) = percentile_chart([edition(**FIVE | {"p75": "60+", "p90": "60+"})]).percentiles
    assert lane.open_above == lane.bar[1]
    assert lane.open_above != "100%"


@pytest.mark.parametrize(
    ("missing", "line", "bar", "dot"),
    [
        ("p10", False, True, True),
        ("p90", False, True, True),
        ("p25", True, False, True),
        ("median", True, True, False),
    ],
)
def test_half_a_line_or_bar_is_not_drawn(missing, line, bar, dot):
    (lane,) = percentile_chart([edition(**FIVE | {missing: "not_estimated"})]).percentiles
    assert (bool(lane.line[0]), bool(lane.bar[0]), bool(lane.dot)) == (line, bar, dot)


def test_without_a_median_the_first_percentile_known_carries_the_mark():
    (lane,) = percentile_chart([edition(p25="40", p75="60")]).percentiles
    assert lane.figure.in_words == "$40"


def test_an_edition_without_any_estimate_has_no_lane():
    nothing = edition(median="not_estimated")
    assert percentile_chart([nothing]) is None
    assert len(percentile_chart([nothing, edition(**FIVE)]).percentiles) == 1


def test_what_others_print_stands_on_the_same_scale():
    printed = [pay("200"), pay("not_reported"), pay("150..180")]
    chart = percentile_chart([edition(**FIVE)], printed, own="occupation")
    assert chart.scale.end == 250
    assert [(lane.dot, lane.until) for lane in chart.lanes] == [("80%", ""), ("60%", "72%")]
    assert chart.percentiles[0].line[1] == "40%"
