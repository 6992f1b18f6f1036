"""Pay as a table of careers draws it: one scale for the page, a bar in each row."""

from dataclasses import dataclass, replace
from decimal import Decimal

from django import template
from django.utils.translation import gettext as _

from careers.chart_titles import growth_title, pay_title
from careers.federal_growth import projections_beside
from careers.models import OnetOccupation
from careers.wages import wage_chart
from reference.charts.lanes import charts_of
from reference.charts.scales import Scale, scale_for
from reference.enumerations import Bound
from reference.models import Source
from reference.spans import span_in_words
from reference.values import Value, plain

register = template.Library()

UNIT = "usd/year"
LEAST_IMPORTANT = 1
RANGE_OF_IMPORTANCE = 4
THIN = Decimal("0.006")  # of the scale: how far a single number reaches to either side


@dataclass(frozen=True)
class Bar:
    """In percent of the width, as text."""

    start: str
    end: str


@register.simple_tag
def pay_scale(careers) -> Scale | None:
    """The scale of the pay that a list shows; nothing where none has any."""
    figures = (career.list_pay for career in careers)
    values = [figure.value for figure in figures if figure and not figure.value.is_absent]
    return scale_for(values, UNIT) if values else None


@register.simple_tag
def pay_in_all(career) -> str:
    """“2 figures, $110,000 to $160,000” of the role itself; blank where the one shown is alone."""
    figures = _printed_pay(career)
    if len(figures) < 2:
        return span_in_words(figures) if figures and career.shared_pay else ""
    told = _("%(number)s figures, %(span)s")
    return told % {"number": len(figures), "span": span_in_words(figures)}


@register.simple_tag
def steps_asking(career, paths):
    """What its senior steps on these paths ask for, where no list says it too."""
    return career.steps_asking(paths)


@register.simple_tag
def pay_beside(career, official):
    """What is printed of the role, on one scale with the percentiles of its occupation."""
    return wage_chart(official.editions, _printed_pay(career), own="career")


@register.simple_tag
def onet_sources() -> list[Source]:
    """The editions of O*NET whose titles and ratings find occupations, the newest first."""
    return list(Source.objects.cited_by(OnetOccupation).newest_first())


@register.simple_tag
def pay_found(career, official):
    """The finding of that chart, which names whose pay it is."""
    return pay_title(career.occupation, official.wages, _printed_pay(career))


@register.inclusion_tag("includes/_charts.html", takes_context=True)
def outlook_beside(context, career, official):
    """Each projection that is printed of the role, and the federal one of its occupation."""
    claims = [row.figure for group in career.outlook_groups for row in group.rows]
    measures = {figure.measure for figure in claims}
    newest = official.newest.values() if official else ()
    counted = [figure for figure in newest if figure.measure in measures]
    charts = charts_of([*claims, *counted], own="career")
    titled = [_with_years(chart, career) for chart in charts]
    return {"request": context["request"], "charts": titled}


@register.inclusion_tag("careers/_federal_growth.html", takes_context=True)
def federal_growth(context, question):
    """Federal projections beside the printed growth that answers a question."""
    return {"request": context["request"], "projections": projections_beside(question)}


def _with_years(chart, career):
    """Figures of one period need not be told apart."""
    if len({figure.period for figure in chart.figures}) == 1:
        return chart
    printed = [figure for figure in chart.figures if figure.subject_kind == "career"]
    projected = [figure for figure in chart.figures if figure.subject_kind == "occupation"]
    return replace(chart, title=growth_title(career.occupation, printed, projected))


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


def _printed_pay(career):
    figures = (figure for figure in career.figures.all() if figure.measure == "pay")
    return [figure for figure in figures if not figure.value.is_absent]


@register.simple_tag
def share(percent):
    """“68%”, to the whole percent; less than one is said to be."""
    number = Decimal(round(percent))
    return Value(number, number, Bound.EXACT).in_words("percent") if number else _("under 1%")


@register.simple_tag
def percent(number):
    """“3.1%”, as exactly as it is printed."""
    return Value(number, number, Bound.EXACT).in_words("percent")


@register.inclusion_tag("careers/_share_bar.html")
def share_bar(percent):
    return {"width": f"{plain(percent)}%"}


@register.inclusion_tag("careers/_share_bar.html")
def importance_bar(importance):
    """O*NET’s scale from 1 to 5 as a bar."""
    percent = (importance - LEAST_IMPORTANT) * 100 / RANGE_OF_IMPORTANCE
    return {"width": f"{plain(percent)}%"}
