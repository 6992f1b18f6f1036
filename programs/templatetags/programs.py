"""How pages of the lower apps show programs."""

from itertools import groupby

from django import template

from programs.findings import said_of
from programs.models import RoleLink

register = template.Library()


@register.inclusion_tag("programs/_leading_to.html", takes_context=True)
def programs_leading_to(context, career):
    """The programs and universities for which a source names this career."""
    links = RoleLink.objects.published().filter(career=career)
    links = links.order_by("institution__name", "program", "pk")
    links = links.select_related("institution", "program", "source")
    places = groupby(links, lambda link: (link.institution, link.program))
    named = [(institution, program, list(found)) for (institution, program), found in places]
    return {"request": context["request"], "named": named, "career": career}


@register.inclusion_tag("includes/_findings.html", takes_context=True)
def findings_about(context, subject):
    """What checks and editors say of the subject of a page; nothing where they say nothing."""
    return {"request": context["request"], "said": said_of(subject)}
