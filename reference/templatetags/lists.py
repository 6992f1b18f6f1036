"""What every list has around its rows; written in Python where a template’s loops cost too much."""

from django import template
from django.core.paginator import Page
from django.utils.html import escape, format_html, format_html_join
from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from reference.filters import LenientFilterSet, SortLink
from reference.paging import page_numbers

register = template.Library()

MOST_IN_TITLE = 3  # filters that a title names one by one
CARRIED = '<input type="hidden" name="{}" value="{}">'
HEADER = '<th role="columnheader" scope="col"{}{}><a class="sort" href="{}">{}</a></th>'
PAGER = (
    '<nav class="pager" data-hx-boost="true" data-hx-swap="outerHTML show:#results:top" '
    'aria-label="{}"><p class="onpaper" data-said>{}</p><ul>\n{}\n</ul></nav>'
)
BESIDE = '<li><a rel="{}" href="{}page={}">{}</a></li>'
THIS = '<li><span aria-current="page"><span class="vh">{} </span>{}</span></li>'
OTHER = '<li><a href="{}page={}"><span class="vh">{} </span>{}</a></li>'
GAP = "<li><span>{}</span></li>"


@register.simple_tag
def narrowed(filterset=None, page=None):
    """For the title of a list: its filters in short and its page, in brackets; often nothing."""
    active = filterset.active if filterset else []
    words = [f"{on.label}: {on.value}" for on in active]
    if len(active) > MOST_IN_TITLE:
        words = [ngettext("%d filter", "%d filters", len(active)) % len(active)]
    if page and page.number > 1:
        words.append(_("page %d") % page.number)
    return f" ({'; '.join(words)})" if words else ""


@register.simple_tag
def carried(filterset: LenientFilterSet, *without: str) -> SafeString:
    """Hidden fields with the rest of the page’s state."""
    return format_html_join("", CARRIED, filterset.carried(*without))


@register.simple_tag
def sort_header(links: dict[str, SortLink], key: str, label: str, css_class="") -> SafeString:
    """A column header that sorts by it."""
    link = links[key]
    styled = format_html(' class="{}"', css_class) if css_class else ""
    sorted_so = format_html(' aria-sort="{}"', link.direction) if link.direction else ""
    return format_html(HEADER, styled, sorted_so, link.url, label)


@register.simple_tag(takes_context=True)
def pager(context, page: Page) -> SafeString | str:
    """Links to the other pages of a list; nothing where there are none."""
    if page.paginator.num_pages < 2:
        return ""
    query = context["request"].GET.copy()
    query.pop("page", None)
    start = escape(f"?{query.urlencode()}&" if query else "?")
    where = _("Page %(number)s of %(all)s")
    told = where % {"number": page.number, "all": page.paginator.num_pages}
    return format_html(PAGER, _("Pages"), told, mark_safe("".join(_links(page, start))))  # noqa: S308


def _links(page, start):
    word = escape(_("Page"))
    if page.has_previous():
        yield BESIDE.format("prev", start, page.number - 1, escape(_("Previous")))
    for number in page_numbers(page):
        if number == page.number:
            yield THIS.format(word, number)
        elif number == page.paginator.ELLIPSIS:
            yield GAP.format(number)
        else:
            yield OTHER.format(start, number, word, number)
    if page.has_next():
        yield BESIDE.format("next", start, page.number + 1, escape(_("Next")))
