"""Marks the words of a text that were searched for."""

import re
from collections.abc import Collection, Iterator

from django.utils.html import conditional_escape, format_html, format_html_join
from django.utils.safestring import SafeString

from reference.search.words import stems

_WORDS = re.compile("\\w[\\w\u0300-\u036f’'.+#&]*")


def marked(text: object, sought: Collection[str]) -> SafeString:
    """The text, escaped, with <mark> around each word of which a stem is sought."""
    shown = str(text)
    if not sought:
        return conditional_escape(shown)
    return format_html_join("", "{}", ((piece,) for piece in _pieces(shown, frozenset(sought))))


def _pieces(text: str, sought: frozenset[str]) -> Iterator[str]:
    end = 0
    for word in _WORDS.finditer(text):
        if not sought.isdisjoint(stems(word[0])):
            yield text[end : word.start()]
            yield _mark(word[0])
            end = word.end()
    yield text[end:]


def _mark(word: str) -> str:
    """A full stop after the word is no part of it."""
    bare = word.rstrip(".’'&")
    return format_html("<mark>{}</mark>{}", bare, word[len(bare) :])
