"""What graduates of a four-digit field earn and owe, over the universities that publish it.

Computed from what College Scorecard publishes for each university; never a national figure.
"""

import re
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal
from statistics import median

from django.utils.text import capfirst
from django.utils.translation import gettext as _

from programs.enumerations import Level
from programs.models import InstitutionFieldFigure
from reference.enumerations import Absence, Basis, Bound, SourceKind
from reference.measures import MEASURES
from reference.models import Source
from reference.values import Value

MEASURES_AFTER = ("earnings", "debt")
REPEATED = re.compile(r"OPEID (\d+)")  # in the terms of a figure that each campus repeats


@dataclass(frozen=True)
class Outcome:
    """Figures of one measure, horizon and cohort, one a university."""

    figures: Sequence[InstitutionFieldFigure]

    @property
    def one(self) -> InstitutionFieldFigure:
        return self.figures[0]

    @property
    def source(self) -> Source:
        return self.one.source

    @property
    def label(self) -> str:
        horizon = "" if self.one.basis == Basis.UNSTATED else Basis(self.one.basis).label
        words = (str(MEASURES[self.one.measure].label), str(horizon))
        return capfirst(", ".join(word for word in words if word))

    @property
    def published(self) -> list[Decimal]:
        values = (figure.value.sort_key for figure in self.figures)
        return sorted(value for value in values if value is not None)

    @property
    def withheld(self) -> int:
        return sum(figure.absence == Absence.SUPPRESSED for figure in self.figures)

    @property
    def left_out(self) -> int:
        """Universities for which the file gives neither a figure nor that it is withheld."""
        return len(self.figures) - len(self.published) - self.withheld

    @property
    def range_in_words(self) -> str:
        """“$65,200 to $151,000”; a single figure as it stands; blank without any."""
        ends = dict.fromkeys(self.published[:1] + self.published[-1:])
        words = [self._in_words(end) for end in ends]
        return _("%s to %s") % tuple(words) if len(words) > 1 else "".join(words)

    @property
    def median_in_words(self) -> str:
        """To the dollar; blank where fewer than two universities publish a figure."""
        if len(self.published) < 2:
            return ""
        return self._in_words(Decimal(median(self.published)).quantize(Decimal(1)))

    def _in_words(self, number):
        return Value(number, number, Bound.EXACT).in_words(self.one.unit)


def outcomes_of(cip: str) -> list[Outcome]:
    """Of master’s graduates under a four-digit code: earnings by horizon, then debt."""
    figures = (
        InstitutionFieldFigure.objects.visible()
        .undisputed()
        .filter(
            measure__in=MEASURES_AFTER,
            source__kind=SourceKind.GOVERNMENT,
            subject__field__cip=cip,
            subject__level=Level.MASTERS,
        )
    )
    groups: dict[tuple, dict] = defaultdict(dict)
    for figure in figures.order_by("-source__slug", "pk"):
        groups[_cohort(figure)].setdefault(_university(figure), figure)
    outcomes = [Outcome(list(found.values())) for found in groups.values()]
    return sorted(outcomes, key=lambda outcome: MEASURES_AFTER.index(outcome.one.measure))


def _cohort(figure):
    return figure.measure, figure.source_id, figure.basis, figure.period_from, figure.period_to


def _university(figure):
    """Campuses that repeat one figure count as one."""
    repeated = REPEATED.search(figure.terms)
    return repeated[0] if repeated else figure.subject_id
