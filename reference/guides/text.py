"""Markdown → safe HTML with a slot for each reference, and its headings. Knows no database."""

import re
from collections import Counter
from dataclasses import dataclass

import nh3
from django.utils.text import slugify
from markdown_it import MarkdownIt

from reference.guides.references import REFERENCE, Reference, read_reference

TAGS = {"a", "blockquote", "code", "em", "h2", "h3", "li", "ol", "p", "pre", "strong", "ul"}
ATTRIBUTES = {"a": {"href", "rel"}, "h2": {"id"}, "h3": {"id"}, "ol": {"start"}}
SCHEMES = {"http", "https", "mailto"}
LEVELS = {"h1": "h2", "h4": "h3", "h5": "h3", "h6": "h3"}  # the page has its own h1

# A slot is a number between two characters of private use, which no text keeps.
OPEN, CLOSE = "\ue000", "\ue001"
SLOT = re.compile(f"{OPEN}(\\d+){CLOSE}")


@dataclass(frozen=True)
class Slot:
    """`in_link`: a mark cannot stand there, since it is a link itself."""

    reference: Reference | None
    in_link: bool


@dataclass(frozen=True)
class GuideText:
    """`pieces`: safe HTML and slots, in turn. `headings`: [(anchor, words)] of the sections."""

    pieces: tuple[str | Slot, ...]
    headings: tuple[tuple[str, str], ...]


def read_guide(body: str) -> GuideText:
    tokens = _MARKDOWN.parse(body.translate({ord(OPEN): None, ord(CLOSE): None}))
    headings = _name_headings(tokens)
    slots: list[Slot] = []
    for token in tokens:
        _fill_slots(token.children or [], slots)
    html = _MARKDOWN.renderer.render(tokens, _MARKDOWN.options, {})
    clean = nh3.clean(html, tags=TAGS, attributes=ATTRIBUTES, url_schemes=SCHEMES, link_rel=None)
    parts = SLOT.split(clean)
    pieces = (slots[int(part)] if at % 2 else part for at, part in enumerate(parts))
    return GuideText(tuple(pieces), tuple(headings))


def _reference_rule(state, silent):
    """`{{ … }}` where text may stand; in code and in addresses it is text like any other."""
    found = REFERENCE.match(state.src, state.pos)
    if not found:
        return False
    if not silent:
        state.push("reference", "", 0).meta = {"reference": read_reference(found[1])}
    state.pos = found.end()
    return True


def _fill_slots(tokens, slots):
    links = 0
    for token in tokens:
        links += (token.type == "link_open") - (token.type == "link_close")
        if token.type == "link_open" and _leads_out(token):
            token.attrSet("rel", "external noopener")
        if token.type == "reference":
            token.content = f"{OPEN}{len(slots)}{CLOSE}"
            slots.append(Slot(token.meta["reference"], links > 0))


def _leads_out(link):
    return str(link.attrGet("href")).startswith(("http:", "https:", "//"))


def _name_headings(tokens):
    """Each gets an anchor of its own; those of the second level make the list of contents."""
    headings, taken = [], Counter()
    for at, token in enumerate(tokens):
        token.tag = LEVELS.get(token.tag, token.tag)
        if token.type == "heading_open":
            words = _words(tokens[at + 1])
            anchor = _anchor(words, taken)
            token.attrSet("id", anchor)
            if token.tag == "h2":
                headings.append((anchor, words))
    return headings


def _words(inline):
    return " ".join("".join(child.content for child in inline.children).split())


def _anchor(words, taken):
    # the prefix keeps them apart from the anchors of the page around the text
    name = f"s-{slugify(words)}"
    taken[name] += 1
    return name if taken[name] == 1 else _anchor(f"{words} {taken[name]}", taken)


def _markdown():
    # pictures stay text: a guide has none, and one from elsewhere would tell who reads it
    markdown = MarkdownIt("commonmark", {"html": False}).disable(["image", "hr"])
    markdown.inline.ruler.before("text", "reference", _reference_rule)
    markdown.add_render_rule("reference", lambda _self, tokens, at, *_rest: tokens[at].content)
    return markdown


_MARKDOWN = _markdown()
