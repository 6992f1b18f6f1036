"""Figures as lanes on one scale: dots, ranges and open ends. Pure: figures in, a drawing out."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from reference.charts.scales import OPEN_ABOVE, Scale, scale_for
from reference.charts.words import counted_in_words, lane_words, title_of
from reference.enumerations import Bound
from reference.measures import MEASURES
from reference.models import Figure

PLACES = {key: place for place, key in enumerate(MEASURES)}


@dataclass(frozen=True)
class Lane:
    """One figure. Its places on the scale are in percent, blank where there is none.

    A range runs from `dot` to `until`, its source’s number in the `middle`: on an end it would
    read as one value. An end that the source leaves open runs on from `open_above` or
    `open_below`.
    """

    figure: Figure
    name: str
    detail: str
    dot: str
    until: str
    middle: str
    open_above: str
    open_below: str


@dataclass(frozen=True)
class Chart:
    """`absent`: figures of the chart’s measures that say why they have no value."""

    title: str
    counted: str
    scale: Scale
    lanes: list[Lane]
    absent: list[Figure]

    @property
    def figures(self) -> list[Figure]:
        return [lane.figure for lane in self.lanes]


def charts_of(figures: Iterable, names_subjects: bool = True, own: str = "") -> list[Chart]:
    """One chart for each group of measures and unit of which there are two figures or more.

    `names_subjects`: whether lanes say whose figure it is; not on the page of that subject, or
    not of the kind `own` where the page shows figures of others beside its own.
    """
    groups = defaultdict(list)
    for figure in figures:
        measure = MEASURES[figure.measure]
        if measure.comparable:
            groups[measure.group, measure.unit].append(figure)
    drawn = [lanes_chart(each, names_subjects, own) for each in groups.values() if _several(each)]
    return sorted(drawn, key=lambda chart: PLACES[chart.figures[0].measure])


def lanes_chart(figures: Sequence, names_subjects: bool = True, own: str = "") -> Chart:
    """The chart of figures of one group and unit, the greatest first; at least one has a value."""
    present = [figure for figure in figures if not figure.value.is_absent]
    unit = MEASURES[present[0].measure].unit
    scale = scale_for([figure.value for figure in present], unit)
    lanes = lanes_on(scale, present, names_subjects, own)
    shown = [lane.figure for lane in lanes]
    absent = [figure for figure in figures if figure.value.is_absent]
    return Chart(title_of(shown), counted_in_words(shown), scale, lanes, absent)


def lanes_on(scale: Scale, figures: Iterable, names_subjects: bool, own: str = "") -> list[Lane]:
    """Figures with a value on a given scale, the greatest first."""
    figures = sorted(figures, key=_greatest_first)
    unnamed = {"topic", own}
    names_measure = len({figure.measure for figure in figures}) > 1
    return [
        _lane(figure, scale, names_subjects and figure.subject_kind not in unnamed, names_measure)
        for figure in figures
    ]


def _several(group):
    return sum(not figure.value.is_absent for figure in group) > 1


def _greatest_first(figure):
    """By measure, then from the greatest down; ties as they came."""
    return PLACES[figure.measure], -figure.value.sort_key


def _lane(figure, scale, names_subject, names_measure):
    value = figure.value
    name, *rest = lane_words(figure, names_subject, names_measure)
    low = scale.place(value.low if value.low is not None else value.high)
    is_range = value.low is not None and value.high is not None and value.low != value.high
    until = scale.place(value.high) if is_range else ""
    return Lane(
        figure,
        name,
        " · ".join(rest),
        low,
        until,
        scale.place((value.low + value.high) / 2) if is_range else "",
        (until or low) if value.bound in OPEN_ABOVE else "",
        low if value.bound == Bound.AT_MOST else "",
    )
