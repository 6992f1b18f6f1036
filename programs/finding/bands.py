"""The bands of dollars that facets offer: `10000-20000` holds 10,000 and not 20,000."""

from bisect import bisect_right
from collections.abc import Iterable
from dataclasses import dataclass

from django.utils.functional import cached_property
from django.utils.text import format_lazy
from django.utils.translation import gettext_lazy as _

from reference.facets import NONE


@dataclass(frozen=True)
class Band:
    """Dollars from `low` to below `high`; no `high`: and more."""

    low: int
    high: int | None

    @property
    def value(self) -> str:
        return f"{self.low}-{'' if self.high is None else self.high}"

    @property
    def label(self):
        if self.high is None:
            return format_lazy(_("${low} or more"), low=f"{self.low:,}")
        if not self.low:
            return format_lazy(_("Under ${high}"), high=f"{self.high:,}")
        return format_lazy(_("${low} to under ${high}"), low=f"{self.low:,}", high=f"{self.high:,}")


class Bands:
    """All dollars from 0 on, cut at some of them."""

    def __init__(self, *cuts: int):
        self.lows = (0, *cuts)
        self.bands = [Band(*ends) for ends in zip(self.lows, (*cuts, None), strict=True)]

    @cached_property
    def by_value(self) -> dict[str, Band]:
        return {band.value: band for band in self.bands}

    def of(self, dollars) -> str:
        """The value of its band; `none` where nothing is reported."""
        return NONE if dollars is None else self.bands[bisect_right(self.lows, dollars) - 1].value

    def chosen(self, values: Iterable[str]) -> list[Band]:
        return [self.by_value[value] for value in values if value in self.by_value]


TUITION = Bands(10_000, 20_000, 30_000, 40_000, 50_000, 60_000)
EARNINGS = Bands(50_000, 75_000, 100_000, 125_000)
