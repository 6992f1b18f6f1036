"""The word that a misspelt one most likely is: the nearest, and of those the most frequent."""

from rapidfuzz.distance import OSA
from rapidfuzz.process import extract

from reference.search.backends import engine
from reference.search.vocabulary import Vocabulary
from reference.search.words import stem

SHORTEST = 4  # of three letters, too many words are one letter apart
SHORTEST_PART = 4
SHORTEST_COMMON_PART = 2
COMMON = 500  # documents
LONG = 8  # may hold two mistakes
MOST_CANDIDATES = 20


def corrected(word: str, known: Vocabulary) -> tuple[str, ...]:
    """One word, or the two that were written as one; none where nothing is near.

    A word that holds a digit is a code, of which each is right.
    """
    if len(word) < SHORTEST or not word.isalpha():
        return ()
    near = _nearest(word, known, 1)
    if near:
        return _likeliest(near)
    return _parts(word, known) or (
        _likeliest(_nearest(word, known, 2)) if len(word) >= LONG else ()
    )


def _nearest(word: str, known: Vocabulary, distance: int) -> list[str]:
    choices = known.of_lengths(len(word) - distance, len(word) + distance)
    alike = [other for other in choices if _begins_alike(word, other) and other.isalpha()]
    found = extract(word, alike, scorer=OSA.distance, score_cutoff=distance, limit=MOST_CANDIDATES)
    return [other for other, _distance, _place in found]


def _begins_alike(word: str, other: str) -> bool:
    """People seldom mistake the first letter, unless they swap it with the second."""
    return word[0] == other[0] or (word[:2] == other[1::-1] and word[2:3] == other[2:3])


def _likeliest(near: list[str]) -> tuple[str, ...]:
    ordered = sorted(near, key=lambda other: (-_frequency(other), other))
    return tuple(ordered[:1])


def _parts(word: str, known: Vocabulary) -> tuple[str, ...]:
    """Of short words, only two that are said often: most others come from cutting a name."""
    places = range(SHORTEST_COMMON_PART, len(word) - SHORTEST_COMMON_PART + 1)
    cuts = ((word[:place], word[place:]) for place in places)
    both = [cut for cut in cuts if known.words.issuperset(cut)]
    rarer = {cut: min(map(_frequency, cut)) for cut in both}
    likely = [cut for cut in both if len(min(cut, key=len)) >= SHORTEST_PART or rarer[cut] > COMMON]
    return max(likely, key=rarer.__getitem__, default=())


def _frequency(word):
    return engine().number_with((stem(word),))
