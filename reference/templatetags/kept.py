"""Pieces of pages that come out the same each time, and what differs within them."""

from secrets import token_hex

from django import template
from django.utils.translation import get_language

register = template.Library()

MOST = 200  # outputs of one piece
# where a live part goes while what is around it is rendered: what no text can hold
PLACE = f"\x06{token_hex(8)}\x06"
COLLECTED = "live parts"


class KeptNode(template.Node):
    def __init__(self, nodelist, terms):
        self.nodelist, self.terms = nodelist, terms
        self.outputs: dict[tuple, list] = {}  # text and the nodes of live parts in turn

    def render(self, context):
        if COLLECTED in context:  # within a piece that is kept as a whole
            return self.nodelist.render(context)
        said = (get_language(), *[term.resolve(context) for term in self.terms])
        parts = self.outputs.get(said) or self._make(said, context)
        if len(parts) == 1:
            return parts[0]
        return "".join([part if type(part) is str else part.render(context) for part in parts])

    def _make(self, said, context):
        live: list[template.NodeList] = []
        with context.push(**{COLLECTED: live}):
            texts = self.nodelist.render(context).split(PLACE)
        parts = [part for pair in zip(texts, live, strict=False) for part in pair]
        if len(self.outputs) >= MOST:
            self.outputs.clear()
        self.outputs[said] = made = [*parts, texts[-1]]
        return made  # another thread may clear them meanwhile


class LiveNode(template.Node):
    def __init__(self, nodelist):
        self.nodelist = nodelist

    def render(self, context):
        if COLLECTED in context:
            context[COLLECTED].append(self.nodelist)
            return PLACE
        return self.nodelist.render(context)


@register.tag
def kept(parser, token):
    """`{% kept a b %}…{% endkept %}`: rendered once for a language and these values.

    What is between must depend on nothing else, neither on the request nor on the data, but in
    `{% live %}…{% endlive %}`, rendered each time; there a `with` from outside it does not reach.
    """
    terms = [parser.compile_filter(word) for word in token.split_contents()[1:]]
    return KeptNode(_until(parser, "endkept"), terms)


@register.tag
def live(parser, token):
    return LiveNode(_until(parser, "endlive"))


def _until(parser, end):
    nodelist = parser.parse((end,))
    parser.delete_first_token()
    return nodelist
