"""The word that a misspelt one most likely is: the nearest, and of those the most frequent."""

from rapidfuzz.distance import OSA
from rapidfuzz.process import extract

from reference.search.backends import engine
from reference.search.vocabulary import Vocabulary
from reference.search.words import stem

SHORTEST = 4  # of three letters, too many words are one letter apart
SHORTEST_PART = 3
LONG = 6
MOST_CANDIDATES = 8


def corrected(word: str, known: Vocabulary) -> tuple[str, ...]:
    """One word, or the two that were written as one; none where nothing is near.

    A word that holds a digit is a code, of which each is right.
    """
    if len(word) < SHORTEST or not word.isalpha():
        return ()
    near = _nearest(word, known, 1)
    if near:
        return _likeliest(near, word)
    return _parts(word, known) or (
        _likeliest(_nearest(word, known, 2), word) if len(word) >= LONG else ()
    )


def _nearest(word: str, known: Vocabulary, distance: int) -> list[str]:
    choices = known.of_lengths(len(word) - distance, len(word) + distance)
    found = extract(
        word, choices, scorer=OSA.distance, score_cutoff=distance, limit=MOST_CANDIDATES
    )
    return [other for other, _distance, _place in found if other.isalpha()]


def _likeliest(near: list[str], word: str) -> tuple[str, ...]:
    """People seldom mistake the first letter."""
    ordered = sorted(near, key=lambda other: (other[0] != word[0], -_frequency(other), other))
    return tuple(ordered[:1])


def _parts(word: str, known: Vocabulary) -> tuple[str, ...]:
    places = range(SHORTEST_PART, len(word) - SHORTEST_PART + 1)
    cuts = ((word[:place], word[place:]) for place in places)
    both = [cut for cut in cuts if known.words.issuperset(cut)]
    return max(both, key=lambda cut: min(map(_frequency, cut)), default=())


def _frequency(word):
    return engine().number_with((stem(word),))
