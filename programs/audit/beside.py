"""A published claim, and the federal figures that it is laid beside."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import Any

from reference.enumerations import SourceKind
from reference.models import Figure, Source


@dataclass(frozen=True)
class Beside:
    """`federal`: of its own subject and measure. `nearest`: only shown, never judged by.

    `missing`: why there is nothing to judge by, in words; blank where the verdict says it.
    `reading`: why these stand nearest, where that is our reading of the claim.
    """

    claim: Any  # a figure of whichever table: each has a subject of its own kind
    federal: tuple[Figure, ...] = ()
    nearest: tuple[Figure, ...] = ()
    missing: str = ""
    reading: str = ""


def claims_in(model: type[Figure], measures: Iterable[str], *needs: str) -> list[Any]:
    """What publishers print of these measures and stand by, in the order in which it was read.

    `needs`: relations that a page reads of each besides its subject and source.
    """
    # by source: federal figures outnumber claims a thousandfold, and an index leads past them
    figures = model.objects.visible().from_sources(Source.objects.making_claims())
    figures = figures.of_measures(measures).with_subjects(*needs)
    return auditable(sorted(figures, key=lambda figure: figure.pk), measures)


def auditable(figures: Iterable[Figure], measures: Iterable[str]) -> list[Any]:
    """The claims among figures: nothing absent, disputed or counted by a federal file."""
    return [
        figure
        for figure in figures
        if figure.measure in measures
        and figure.source.kind != SourceKind.GOVERNMENT
        and not (figure.value.is_absent or figure.is_disputed)
    ]


def newest_first(figures: Iterable[Figure]) -> list[Any]:
    """By the end of their periods; those without one last."""
    return sorted(figures, key=lambda figure: figure.period_to or date.min, reverse=True)
