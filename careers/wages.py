"""Pay of an occupation as the federal survey publishes it: percentiles, edition by edition."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from django.utils.translation import gettext as _

from careers.models import OccupationFigure
from reference.charts.percentiles import (
    PERCENTILES,
    PercentileChart,
    Percentiles,
    percentile_chart,
)
from reference.charts.scales import OPEN_ABOVE
from reference.enumerations import SourceKind, Statistic
from reference.models import Source

COLUMNS = (*PERCENTILES, Statistic.MEAN)


@dataclass(frozen=True)
class WageEdition:
    """What one source publishes of one period, in dollars a year."""

    source: Source
    period: str
    figures: dict[str, OccupationFigure]

    @property
    def name(self) -> str:
        return self.period or self.source.edition

    @property
    def median(self) -> OccupationFigure | None:
        return self.figures.get(Statistic.MEDIAN)

    @property
    def cells(self) -> list[OccupationFigure | None]:
        """In the order of COLUMNS."""
        return [self.figures.get(statistic) for statistic in COLUMNS]

    @property
    def is_open(self) -> bool:
        """Whether a percentile is only said to be some sum or more."""
        return any(figure.value.bound in OPEN_ABOVE for figure in self.figures.values())

    @property
    def middle_half(self) -> str:
        """“$105,210 to $171,980”; blank where an end is unknown or open."""
        ends = [self.figures.get(key) for key in (Statistic.P25, Statistic.P75)]
        known = [figure.in_words for figure in ends if figure and figure.value.bound == "exact"]
        return _("%s to %s") % tuple(known) if len(known) == len(ends) else ""

    @property
    def finding(self) -> str:
        """What a chart of it says in its title."""
        if not self.middle_half:
            return _("Pay by percentile, %s") % self.name
        words = {"middle": self.middle_half, "edition": self.name}
        return _("The middle half earned %(middle)s in %(edition)s") % words


def wage_editions(figures: Iterable[OccupationFigure]) -> list[WageEdition]:
    """The newest first; of two figures of one statistic, source and period only the first."""
    editions: dict[tuple, dict] = {}
    for figure in figures:
        if is_wage(figure):
            key = (figure.period_to or date.min, figure.source)
            editions.setdefault(key, {}).setdefault(figure.statistic, figure)
    newest_first = sorted(editions, key=lambda key: (key[0], key[1].slug), reverse=True)
    return [_edition(source, editions[day, source]) for day, source in newest_first]


def is_wage(figure: OccupationFigure) -> bool:
    is_pay = figure.measure == "pay" and figure.statistic in COLUMNS
    return is_pay and figure.source.kind == SourceKind.GOVERNMENT and not figure.is_disputed


def wage_chart(editions: Sequence[WageEdition], claims=(), own="") -> PercentileChart | None:
    """The editions, and beneath them what others print, all on one scale."""
    drawn = [Percentiles(edition.name, "", edition.figures) for edition in editions]
    return percentile_chart(drawn, claims, own)


def _edition(source, figures):
    return WageEdition(source, next(iter(figures.values())).period, figures)
