"""What the charts of a career’s page find: whose figures they are, and of which years."""

from collections.abc import Sequence
from itertools import groupby

from django.utils.text import capfirst
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from careers.models import CareerFigure, Occupation, OccupationFigure
from careers.wages import WageEdition
from reference.charts.words import measure_in_words
from reference.number_words import disputed_in_words, number_in_words
from reference.spans import span_in_words


def pay_title(occupation: Occupation, wages: WageEdition, printed: Sequence[CareerFigure]) -> str:
    """“All Actors: the middle half earned $1 to $2 in 2024; one printed figure of the role: $3”."""
    finding = wages.finding
    words = {"title": occupation.title, "finding": finding[:1].lower() + finding[1:]}
    everyone = _("All %(title)s: %(finding)s") % words
    return "; ".join([everyone, *_printed(printed)])


def growth_title(
    occupation: Occupation | None,
    printed: Sequence[CareerFigure],
    projected: Sequence[OccupationFigure],
) -> str:
    """“The growth in jobs: 40% (to 2032) printed of the role; 15.8% (2024–34) for all Actors”:
    figures of different years are no range.
    """
    told = []
    if printed:
        told.append(_("%s printed of the role") % _by_period(printed))
    if occupation and projected:
        words = {"figures": _by_period(projected), "title": occupation.title}
        told.append(_("%(figures)s for all %(title)s") % words)
    measure = capfirst(measure_in_words([*printed, *projected]))
    return f"{measure}: {'; '.join(told)}"


def _printed(figures):
    """“two printed figures of the role, one of them disputed: $1 to $2”, if there are any."""
    if not figures:
        return []
    counted = ngettext(
        "%s printed figure of the role", "%s printed figures of the role", len(figures)
    )
    counted %= number_in_words(len(figures)).lower()
    return [f"{', '.join([counted, *disputed_in_words(figures)])}: {span_in_words(figures)}"]


def _by_period(figures):
    """“36% to 40% (to 2032), 22% (2020–30)”: one span for each period, in the order of its end."""
    in_order = sorted(figures, key=lambda figure: (str(figure.period_to), figure.period))
    groups = groupby(in_order, lambda figure: figure.period)
    return ", ".join(_with_years(period, list(group)) for period, group in groups)


def _with_years(period, figures):
    span = span_in_words(figures)
    return f"{span} ({period})" if period else span
