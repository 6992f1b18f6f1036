"""How evidence shows on pages: the figure, its numbered mark, the sign ≠, the sources."""

from django import template
from django.utils.html import format_html
from django.utils.translation import gettext as _

from reference.paging import page_numbers
from reference.source_marks import marks_of

register = template.Library()

MARK = '<a class="mark" href="#src-{}"><span class="vh">{} </span>{}</a>'


@register.simple_tag(takes_context=True)
def mark(context, source):
    """The numbered mark that leads to a source at the end of the page; nothing without a source."""
    if not source:
        return ""
    number = marks_of(context["request"]).number(source)
    return format_html(MARK, number, _("Source"), number)


@register.inclusion_tag("includes/_figure.html", takes_context=True)
def figure(context, figure):
    """A figure’s value, or why it has none, and its mark. None: nobody has recorded one."""
    return {"request": context["request"], "figure": figure}


@register.inclusion_tag("includes/_unequal.html")
def unequal(row):
    """≠ with each figure that contradicts the row’s, leading to it."""
    return {"row": row}


@register.inclusion_tag("includes/_sources.html", takes_context=True)
def page_sources(context):
    """The numbered sources of the page; put it last, after every mark."""
    return {"sources": list(marks_of(context["request"]))}


@register.inclusion_tag("includes/_carried.html")
def carried(filterset, *without):
    """Hidden fields with the rest of the page’s state."""
    return {"pairs": filterset.carried(*without)}


@register.inclusion_tag("includes/_sort_header.html")
def sort_header(links, key, label, css_class=""):
    """A column header that sorts by it."""
    return {"link": links[key], "label": label, "css_class": css_class}


@register.inclusion_tag("includes/_pager.html", takes_context=True)
def pager(context, page):
    """Links to the other pages of a list."""
    return {"request": context["request"], "page": page, "pages": page_numbers(page)}
