"""Pieces of pages that come out the same each time."""

from django import template
from django.utils.translation import get_language

register = template.Library()

MOST = 200  # outputs of one piece


class KeptNode(template.Node):
    def __init__(self, nodelist, terms):
        self.nodelist, self.terms = nodelist, terms
        self.outputs: dict[tuple, str] = {}

    def render(self, context):
        said = (get_language(), *[term.resolve(context) for term in self.terms])
        if said not in self.outputs:
            if len(self.outputs) >= MOST:
                self.outputs.clear()
            self.outputs[said] = self.nodelist.render(context)
        return self.outputs[said]


@register.tag
def kept(parser, token):
    """`{% kept a b %}…{% endkept %}`: rendered once for a language and these values.

    What is between must depend on nothing else: not on the request, nor on the data.
    """
    terms = [parser.compile_filter(word) for word in token.split_contents()[1:]]
    nodelist = parser.parse(("endkept",))
    parser.delete_first_token()
    return KeptNode(nodelist, terms)
