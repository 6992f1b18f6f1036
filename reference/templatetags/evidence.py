"""How evidence shows on pages: the figure, its numbered mark, the sign ≠, the sources."""

from django import template
from django.utils.html import format_html
from django.utils.translation import gettext as _

from reference.blanks import BLANKS
from reference.charts import words as chart_words
from reference.charts.lanes import charts_of
from reference.models import Topic
from reference.source_marks import marks_of

register = template.Library()

MARK = '<a class="mark" href="#src-{}"{} aria-label="{}"><span class="vh">{} </span>{}</a>'


@register.simple_tag(takes_context=True)
def mark(context, source, title=""):
    """The numbered mark that leads to a source at the end of the page; nothing without a source."""
    if not source:
        return ""
    number = marks_of(context["request"]).number(source)
    said = format_html(' title="{}"', title) if title else ""
    word = _("Source")
    return format_html(MARK, number, said, f"{word} {number}: {source.short_name}", word, number)


@register.filter
def short_label(figure, names_basis):
    """What tells a figure from others, in a few words."""
    return chart_words.short_label(figure, names_basis)


@register.simple_tag
def blank(why):
    """Why something is not there: not_given, not_recorded, none_published."""
    return format_html('<span class="nil">{}</span>', BLANKS[why])


@register.simple_tag(takes_context=True)
def mark_number(context, source):
    """The number alone, for the dot of a chart beside which the mark stands."""
    return str(marks_of(context["request"]).number(source))


@register.inclusion_tag("includes/_charts.html", takes_context=True)
def lanes(context, figures):
    """Figures of any subjects as charts, one for each scale; nothing where there is only one."""
    return {"request": context["request"], "charts": charts_of(figures)}


@register.inclusion_tag("includes/_topics.html")
def topics_of(figures):
    """Links to the questions that these figures answer beside others."""
    asked = {figure.topic_id for figure in figures} - {None}
    return {"topics": Topic.objects.filter(pk__in=asked) if asked else ()}


@register.inclusion_tag("includes/_charts.html", takes_context=True)
def group_charts(context, groups):
    """The figures of one subject’s page as charts, from its groups."""
    figures = [row.figure for group in groups for row in group.rows]
    charts = charts_of(figures, names_subjects=False)
    return {"request": context["request"], "charts": charts}


@register.inclusion_tag("includes/_figure.html", takes_context=True)
def figure(context, figure):
    """A figure’s value, or why it has none, and its mark. None: nobody has recorded one."""
    return {"request": context["request"], "figure": figure}


@register.inclusion_tag("includes/_headline.html", takes_context=True)
def headline(context, figure, in_list=False):
    """A figure that speaks for its measure; one that is disputed is not told, only said to be."""
    return {"request": context["request"], "figure": figure, "in_list": in_list}


@register.inclusion_tag("includes/_unequal.html", takes_context=True)
def unequal(context, row, in_text=False):
    """≠ with each figure that contradicts the row’s, leading to it; in a text, words and marks."""
    return {"request": context.get("request"), "row": row, "in_text": in_text}


@register.inclusion_tag("includes/_sources.html", takes_context=True)
def page_sources(context):
    """The numbered sources of the page; put it last, after every mark."""
    return {"sources": list(marks_of(context["request"]))}
