"""How pages of the lower apps show programs."""

from functools import cache
from html import escape
from itertools import groupby

from django import template
from django.utils.html import format_html
from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from programs import whose_charge
from programs.audit.occupations import MEASURES
from programs.audit.pages import about_career
from programs.field_counts import FieldCounts
from programs.field_outcomes import outcomes_of
from programs.findings import said_of
from programs.models import RoleLink
from programs.residency import ResidencyFilterSet
from programs.unranked import unranked_on

register = template.Library()

SWITCH = '<nav class="seg" aria-label="{}"><p>{}</p><ul>{}</ul></nav>'
SWITCH_TO = '<li><a id="charge-{}" href="{}"{}>{}</a></li>'


@register.inclusion_tag("programs/_leading_to.html", takes_context=True)
def programs_leading_to(context, career):
    """The programs and universities for which a source names this career."""
    links = RoleLink.objects.published().filter(career=career)
    links = links.order_by("institution__name", "program", "pk")
    links = links.select_related("institution", "program", "source")
    places = groupby(links, lambda link: (link.institution, link.program))
    named = [(institution, program, list(found)) for (institution, program), found in places]
    return {"request": context["request"], "named": named, "career": career}


@register.simple_tag
def all_who_pay(charge, figures):
    """In words whom the same file charges the same as this; blank of none."""
    return whose_charge.all_who_pay(charge, figures) if charge else ""


@register.simple_tag
def field_counts(fields):
    """Graduates and programs in these fields, over the universities of the catalogue."""
    return FieldCounts(fields)


@register.inclusion_tag("programs/_field_outcomes.html", takes_context=True)
def field_outcomes(context, cip):
    """What graduates under a four-digit code earn and owe, where universities publish it."""
    return {"request": context["request"], "outcomes": outcomes_of(cip), "cip": cip}


@register.simple_tag(takes_context=True)
def unranked(context):
    """What a list says of a university that no row we hold ranks."""
    return format_html('<span class="nil">{}</span>', unranked_on(context["request"]))


@register.simple_tag
def residency_switch(residency: ResidencyFilterSet, anchor: str = "") -> SafeString:
    """Whose charge the page shows; `anchor`: the part of the page to which a link leads."""
    links = [
        SWITCH_TO.format(
            place,
            escape(f"{switch.url}{anchor}"),
            ' aria-current="true"' if switch.is_on else "",
            escape(str(switch.label)),
        )
        for place, switch in enumerate(residency.switches, 1)
    ]
    return mark_safe(SWITCH.format(*_switch_words(get_language()), "".join(links)))  # noqa: S308 (its parts are escaped)


@cache
def _switch_words(_language) -> tuple[str, str]:
    return escape(_("Charge shown")), escape(_("Charge for"))


@register.simple_tag
def findings_about(subject, at_hand=None):
    """What checks and editors say of the subject of a page: its contents and a section show it."""
    return said_of(subject, at_hand)


@register.simple_tag
def audit_of(career):
    """The claims of pay and growth for a career, each with its verdict."""
    claimed = any(figure.measure in MEASURES for figure in career.figures.all())
    return about_career(career) if claimed else []
