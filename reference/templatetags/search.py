"""How pages show what search found."""

from django import template

from reference.search.highlights import marked

register = template.Library()


@register.simple_tag(takes_context=True)
def found_words(context, text):
    """The text with the words that the page’s `search` looked for marked."""
    return marked(text, context["search"].query.stems)
