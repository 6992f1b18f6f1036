"""Percentiles as one lane, alone or above other figures on one scale. Pure: figures in, lanes out.

A line from the 10th to the 90th percentile, a bar from the 25th to the 75th, a dot at the median.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from reference.charts.lanes import Lane, lanes_on
from reference.charts.scales import OPEN_ABOVE, Scale, scale_for
from reference.enumerations import Statistic
from reference.models import Figure

PERCENTILES = (
    Statistic.P10,
    Statistic.P25,
    Statistic.MEDIAN,
    Statistic.P75,
    Statistic.P90,
)


@dataclass(frozen=True)
class Percentiles:
    """What one source says of one period: {statistic: figure}, and how to name it."""

    name: str
    detail: str
    figures: Mapping[str, Figure]

    @property
    def known(self) -> dict[str, Figure]:
        figures = ((key, self.figures.get(key)) for key in PERCENTILES)
        return {key: figure for key, figure in figures if figure and not figure.value.is_absent}

    @property
    def middle(self) -> Figure:
        """The median, else the next best that has a value: its source’s number marks the lane."""
        return self.known.get(Statistic.MEDIAN) or next(iter(self.known.values()))


@dataclass(frozen=True)
class PercentileLane:
    """Places in percent, blank where the percentile has no value; `open_above`: where a line
    begins that runs off the scale, since the source says “or more”.
    """

    percentiles: Percentiles
    line: tuple[str, str]
    bar: tuple[str, str]
    dot: str
    open_above: str

    @property
    def figure(self) -> Figure:
        return self.percentiles.middle


@dataclass(frozen=True)
class PercentileChart:
    """`lanes`: other figures of the same unit, on the same scale."""

    scale: Scale
    percentiles: list[PercentileLane]
    lanes: list[Lane]

    @property
    def has_ranges(self) -> bool:
        return any(lane.until for lane in self.lanes)


def percentile_chart(
    editions: Iterable[Percentiles], beside: Sequence = (), own: str = ""
) -> PercentileChart | None:
    """Nothing where no percentile has a value. `own`: the kind of subject the page is about."""
    editions = [edition for edition in editions if edition.known]
    if not editions:
        return None
    figures = [figure for edition in editions for figure in edition.known.values()]
    beside = [figure for figure in beside if not figure.value.is_absent]
    scale = scale_for([figure.value for figure in (*figures, *beside)], figures[0].unit)
    lanes = [_lane(edition, scale) for edition in editions]
    return PercentileChart(scale, lanes, lanes_on(scale, beside, True, own))


def _lane(edition, scale):
    known = edition.known
    places = {key: scale.place(figure.value.sort_key) for key, figure in known.items()}
    is_open = [key for key, figure in known.items() if figure.value.bound in OPEN_ABOVE]
    return PercentileLane(
        edition,
        _between(places, Statistic.P10, Statistic.P90),
        _between(places, Statistic.P25, Statistic.P75),
        places.get(Statistic.MEDIAN, ""),
        places[is_open[0]] if is_open else "",
    )


def _between(places, low, high):
    """Both ends, or two blanks: half a line would look like a figure."""
    return (places[low], places[high]) if low in places and high in places else ("", "")
