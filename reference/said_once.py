"""Words that stand in a row on a page, none of them said twice."""

import re
from collections.abc import Iterable


def said_after(name, words: Iterable) -> list[str]:
    """What follows a name that stands first in any case: nothing that the name holds."""
    return [word for word in said_once(words) if not _holds(str(name), word)]


def said_once(words: Iterable) -> list[str]:
    """Without the blank ones, and without those that a longer or later one holds."""
    words = [str(word) for word in words if word]
    kept: list[str] = []
    for place, word in enumerate(words):
        others = [*kept, *words[place + 1 :]]
        if not any(_holds(other, word) for other in others):
            kept.append(word)
    return kept


def _holds(text, word):
    return re.search(rf"(?<!\w){re.escape(word)}(?!\w)", text, re.IGNORECASE) is not None
