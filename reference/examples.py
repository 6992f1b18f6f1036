"""Which few of the answers to a question stand for all of them: both ends, and one’s own figure."""

from collections.abc import Sequence
from decimal import Decimal

from reference.charts.scales import OPEN_ABOVE
from reference.enumerations import FigureStatus

MANY = 3
# An answer about one of these is its own; a question’s other answers are general claims.
OWN = ("career", "program", "organization", "field", "institution", "state", "occupation")


def examples(scale: Sequence) -> list:
    """Three of one scale in its order: the least, the greatest, a headline of what is nearest."""
    if not scale:
        return []
    chosen = [_least(scale), _greatest(scale)]
    own = _own_headlines(scale)
    if own and not any(figure in own for figure in chosen):
        chosen.append(_middle(own))
    spare = [scale[0], _middle(scale), *scale]
    chosen = list(dict.fromkeys([*chosen, *spare]))[:MANY]
    return [figure for figure in scale if figure in chosen]


def _least(scale):
    """The last that begins there: a scale runs from the greatest down."""
    return min(reversed(scale), key=lambda figure: min(_ends(figure)))


def _greatest(scale):
    return max(scale, key=lambda figure: (max(_ends(figure)), figure.value.bound in OPEN_ABOVE))


def _ends(figure) -> list[Decimal]:
    return [end for end in (figure.value.low, figure.value.high) if end is not None]


def _own_headlines(scale):
    """Those of the most specific kind of subject that has one."""
    fit = [f for f in scale if f.headline and f.status != FigureStatus.DISPUTED]
    for kind in OWN:
        if own := [figure for figure in fit if figure.subject_kind == kind]:
            return own
    return []


def _middle(figures):
    return figures[len(figures) // 2]
