"""The choices of facets: lists have a hundred of them, too many for a template’s loop."""

from functools import lru_cache

from django import template
from django.utils.html import format_html
from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from reference.facets import Facet

register = template.Library()

START = '<fieldset class="facet"{}><legend>{}</legend><div{}>'
OPTION = '<div class="opt"><input type="checkbox" id="{0}-{1}" name="{0}" value="{1}"{2}>'
LABEL = '<label for="{0}-{1}">{2}</label>'
COUNTED = '<span class="vh"> {}</span></b>'
NOTE = '<p class="prov">{}</p>'
DESCRIBED, NOTES = ' aria-describedby="notes-{}"', '<div id="notes-{}">'


@register.simple_tag
def facet_fieldsets(facets: list[Facet], one: str, many: str) -> SafeString:
    """Those that have choices; `one`, `many`: what is counted, by its number."""
    counted = (format_html(COUNTED, one), format_html(COUNTED, many))
    language = get_language()
    html = "\n".join([_fieldset(facet, counted, language) for facet in facets if facet.options])
    return mark_safe(html)  # noqa: S308 (its parts are escaped)


def _fieldset(facet: Facet, counted: tuple[str, str], language: str | None) -> str:
    name = facet.name
    options = "</div>\n".join(
        [
            _fixed(name, value, label, chosen)
            if number is None
            else f"{_fixed(name, value, label, chosen)}<b>{number:,}{counted[number != 1]}"
            for value, label, chosen, number in facet.options
        ]
    )
    scrolls = len(facet.options) if facet.is_long else 0
    known = _known(facet)
    notes = (bool(known), scrolls, facet.is_cut, facet.help_text)
    frame = _frame(facet.name, facet.label, notes, language)
    return f"{frame[0]}{options}</div></div>{frame[1]}{known}{frame[2]}"


def _known(facet: Facet) -> str:
    if facet.known is None:
        return ""
    told = _("Known of %(known)s of %(all)s; the others may fit too.")
    known, of_all = facet.known
    return format_html(NOTE, told % {"known": f"{known:,}", "all": f"{of_all:,}"})


@lru_cache(maxsize=1000)
def _frame(name, label, notes, _language) -> tuple[str, str, str]:
    """What stands before the options, between them and the notes, and after these."""
    is_known, scrolls, is_cut, help_text = notes
    box = mark_safe(' class="long"') if scrolls else ""
    others = [format_html(NOTE, note) for note in (_beside(scrolls, is_cut), help_text) if note]
    if not is_known and not others:
        return format_html(START, "", label, box), "", "</fieldset>"
    start = format_html(START, format_html(DESCRIBED, name), label, box)
    return start, format_html(NOTES, name), f"{''.join(others)}</div></fieldset>"


def _beside(scrolls, is_cut) -> str:
    """What of the facet is not in sight."""
    if is_cut:
        return _(
            "There are more: find one by the search above, or take “With filters” on its page."
        )
    return _("%d choices; the box scrolls.") % scrolls if scrolls else ""


@lru_cache(maxsize=20_000)
def _fixed(name: str, value: str, label: str, chosen: bool) -> str:
    checked = mark_safe(" checked") if chosen else ""
    box = format_html(OPTION, name, value, checked)
    return f"{box}{format_html(LABEL, name, value, label)}"
