"""How the text of a guide shows what it cites."""

from django import template
from django.template.loader import render_to_string
from django.utils.html import format_html_join
from django.utils.safestring import SafeString

register = template.Library()


@register.simple_tag(takes_context=True)
def guide_text(context, article):
    """The text, each figure and each mark in its place, numbered with those of the page."""
    request = context["request"]
    return format_html_join("", "{}", ((_shown(piece, request),) for piece in article.pieces))


def _shown(piece, request):
    if piece.html is not None:
        return piece.html
    context = {"piece": piece, "request": request}
    shown = render_to_string("reference/_guide_reference.html", context)
    # the line end of a fragment would be a space before the next comma
    return SafeString("".join(shown.splitlines()))
