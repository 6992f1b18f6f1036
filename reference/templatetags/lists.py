"""What every list has around its rows; written in Python where a template’s loops cost too much."""

from functools import cache
from html import escape

from django import template
from django.core.paginator import Page
from django.utils.html import format_html_join
from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import get_language, ngettext
from django.utils.translation import gettext as _

from reference.addresses import address
from reference.filters import LenientFilterSet, SortLink
from reference.paging import page_numbers

register = template.Library()

MOST_IN_TITLE = 3  # filters that a title names one by one
CARRIED = '<input type="hidden" name="{}" value="{}">'
HEADER = '<th role="columnheader" scope="col"{}{}><a class="sort" id="by-{}" href="{}">{}</a></th>'
PAGER = (
    '<nav class="pager" data-hx-boost="true" data-hx-swap="outerHTML show:#results:top" '
    'aria-label="{}"><p class="onpaper" data-said>{}</p><ul>\n{}\n</ul></nav>'
)
BESIDE = '<li><a rel="{}" href="{}page={}">{}</a></li>'
THIS = '<li><span aria-current="page"><span class="vh">{} </span>{}</span></li>'
OTHER = '<li><a href="{}page={}"><span class="vh">{} </span>{}</a></li>'
AMOUNT = '<input type="text" inputmode="numeric" id="{0}" name="{0}" maxlength="20" value="{1}"{2}>'
INVALID = ' aria-invalid="true" aria-describedby="problem-{}"'
PROBLEM = '<p class="problem" id="problem-{}">{}</p>'
CHIP = '<a class="chip" href="{}"><span class="vh">{} </span>{}: {}</a>'
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
def amount_input(filterset: LenientFilterSet, name: str) -> SafeString:
    """The field of an amount; what could not be read stays in it and is named below it."""
    refused = filterset.refused.get(name, "")
    shown = escape(refused or filterset.data.get(name, ""))
    state = INVALID.format(name) if refused else ""
    problem = PROBLEM.format(name, escape(_problem())) if refused else ""
    return mark_safe(f"{AMOUNT.format(name, shown, state)}{problem}")  # noqa: S308 (escaped)


def _problem():
    return _("Problem: not understood, so left out. Write a number, such as 15000.")


@register.simple_tag
def query(filterset: LenientFilterSet, **changes: str) -> SafeString:
    """What the address of this list ends with."""
    return mark_safe(escape(filterset.url(**changes).removesuffix("?")))  # noqa: S308


@register.simple_tag
def counted(number: int, one: str, many: str) -> SafeString:
    """“1 program”, “2,340 programs”."""
    return mark_safe(escape(f"{number:,} {one if number == 1 else many}"))  # noqa: S308


@register.simple_tag
def chips(filterset: LenientFilterSet, remove: str) -> SafeString:
    """A link for each filter that is on; `remove`: what it says before the filter’s name."""
    html = [
        CHIP.format(*map(escape, (on.url_without, remove, on.label, on.value)))
        for on in filterset.active
    ]
    return mark_safe("".join(html))  # noqa: S308 (its parts are escaped)


@register.simple_tag
def sort_header(links: dict[str, SortLink], key: str, label: str, css_class="") -> SafeString:
    """A column header that sorts by it."""
    link = links[key]
    styled = f' class="{escape(css_class)}"' if css_class else ""
    sorted_so = f' aria-sort="{link.direction}"' if link.direction else ""
    return mark_safe(HEADER.format(styled, sorted_so, escape(key), escape(link.url), escape(label)))  # noqa: S308


@register.simple_tag(takes_context=True)
def pager(context, page: Page) -> SafeString | str:
    """Links to the other pages of a list; nothing where there are none."""
    if page.paginator.num_pages < 2:
        return ""
    data = context["request"].GET
    query = {name: data.getlist(name) for name in data if name != "page"}
    start = escape(f"{address(query)}&" if query else "?")
    words = _pager_words(get_language())
    told = words["told"] % {"number": page.number, "all": page.paginator.num_pages}
    links = "".join(_links(page, start, words))
    return mark_safe(PAGER.format(words["pages"], told, links))  # noqa: S308 (escaped)


@cache
def _pager_words(_language) -> dict[str, str]:
    words = {
        "pages": _("Pages"),
        "told": _("Page %(number)s of %(all)s"),
        "page": _("Page"),
        "before": _("Previous"),
        "after": _("Next"),
    }
    return {name: escape(word) for name, word in words.items()}


def _links(page, start, words):
    word = words["page"]
    if page.has_previous():
        yield BESIDE.format("prev", start, page.number - 1, words["before"])
    for number in page_numbers(page):
        if number == page.number:
            yield THIS.format(word, number)
        elif number == page.paginator.ELLIPSIS:
            yield GAP.format(number)
        else:
            yield OTHER.format(start, number, word, number)
    if page.has_next():
        yield BESIDE.format("next", start, page.number + 1, words["after"])
