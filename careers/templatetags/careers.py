"""Pay as a table of careers draws it: one scale for the page, a bar in each row."""

from dataclasses import dataclass
from decimal import Decimal

from django import template
from django.utils.translation import gettext as _

from reference.charts.scales import Scale, scale_for
from reference.spans import span_in_words

register = template.Library()

UNIT = "usd/year"
THIN = Decimal("0.006")  # of the scale: how far a single number reaches to either side


@dataclass(frozen=True)
class Bar:
    """In percent of the width, as text."""

    start: str
    end: str


@register.simple_tag
def pay_scale(careers) -> Scale | None:
    """The scale of the careers’ headline pay; nothing where none has any."""
    rows = (career.headline_rows.get("pay") for career in careers)
    values = [row.figure.value for row in rows if row and not row.figure.value.is_absent]
    return scale_for(values, UNIT) if values else None


@register.simple_tag
def pay_in_all(career) -> str:
    """“2 figures, $110,000 to $160,000”, beside the one that leads; blank where it is alone."""
    figures = [
        figure
        for figure in career.figures.all()
        if figure.measure == "pay" and not figure.value.is_absent
    ]
    if len(figures) < 2:
        return ""
    told = _("%(number)s figures, %(span)s")
    return told % {"number": len(figures), "span": span_in_words(figures)}


@register.inclusion_tag("careers/_pay_bar.html")
def pay_bar(scale, figure):
    """From the lower to the upper end; an open one to the end of the scale."""
    low, high = figure.low, figure.high
    low = scale.start if low is None else low
    high = scale.end if high is None else high
    if low == high:
        width = (scale.end - scale.start) * THIN
        low, high = low - width, high + width
    return {"scale": scale, "bar": Bar(scale.place(low), scale.place(high))}
