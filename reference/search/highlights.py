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
    """Words that stand side by side are marked as one."""
    end = 0
    for start, stop in _runs(text, sought):
        yield text[end:start]
        yield _mark(text[start:stop])
        end = stop
    yield text[end:]


def _runs(text, sought) -> list[tuple[int, int]]:
    runs: list[tuple[int, int]] = []
    for word in _WORDS.finditer(text):
        if not sought.isdisjoint(stems(word[0])):
            start, stop = word.span()
            beside = runs and text[runs[-1][1] : start] == " "
            runs.append((runs.pop()[0] if beside else start, stop))
    return runs


def _mark(word: str) -> str:
    """A full stop after the word is no part of it."""
    bare = word.rstrip(".’'&")
    return format_html("<mark>{}</mark>{}", bare, word[len(bare) :])
