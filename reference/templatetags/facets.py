"""The choices of facets: lists have a hundred of them, too many for a template’s loop."""

from functools import lru_cache

from django import template
from django.utils.html import format_html
from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from reference.filters import Facet, Option

register = template.Library()

START = '<fieldset class="facet"><legend>{}</legend><div{}>'
OPTION = '<div class="opt"><input type="checkbox" id="{0}-{1}" name="{0}" value="{1}"{2}>'
LABEL = '<label for="{0}-{1}">{2}</label>'
COUNT = '<b>{}<span class="vh"> {}</span></b>'
NOTE = '<p class="prov">{}</p>'


@register.simple_tag
def facet_fieldset(facet: Facet, counted: str = "") -> SafeString:
    """`counted`: of what each count tells how many."""
    said = str(counted or _("results"))
    long = mark_safe(' class="long"') if facet.is_long else ""
    options = "\n".join([_option(facet.name, option, said) for option in facet.options])
    notes = [_note(note) for note in (_beside(facet), facet.help_text) if note]
    parts = (_start(facet.label, long), options, "</div>", *notes, "</fieldset>")
    return mark_safe("".join(parts))  # noqa: S308 (its parts are escaped)


def _beside(facet: Facet) -> str:
    """What of the facet is not in sight."""
    if facet.left_out:
        more = ngettext(
            "%d more: find it by the search above, or take “With filters” on its page.",
            "%d more: find one by the search above, or take “With filters” on its page.",
            facet.left_out,
        )
        return more % facet.left_out
    return _("%d choices; the box scrolls.") % len(facet.options) if facet.is_long else ""


def _option(name: str, option: Option, said: str) -> str:
    fixed = _fixed(name, option.value, option.label, option.chosen)
    return (
        f"{fixed}</div>" if option.count is None else f"{fixed}{_count(option.count, said)}</div>"
    )


@lru_cache(maxsize=20_000)
def _fixed(name: str, value: str, label: str, chosen: bool) -> SafeString:
    checked = mark_safe(" checked") if chosen else ""
    box = format_html(OPTION, name, value, checked)
    return format_html("{}{}", box, format_html(LABEL, name, value, label))


@lru_cache(maxsize=20_000)
def _count(count: int, said: str) -> SafeString:
    return format_html(COUNT, f"{count:,}", said)


@lru_cache(maxsize=1000)
def _start(label: str, long: str) -> SafeString:
    return format_html(START, label, long)


@lru_cache(maxsize=1000)
def _note(text: str) -> SafeString:
    return format_html(NOTE, text)
