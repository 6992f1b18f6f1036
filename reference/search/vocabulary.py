"""The words of all documents, as they are written: what a misspelt one is compared with."""

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Collection
from itertools import islice
from threading import Lock

from reference.data_version import data_version
from reference.models import SearchWord
from reference.search.words import stem

LONGEST_WORD = 100
LOT = 500


def note_words(found: Collection[str]) -> None:
    """Add those that are not there yet."""
    wanted = sorted(word for word in found if len(word) <= LONGEST_WORD)
    for start in range(0, len(wanted), LOT):
        lot = wanted[start : start + LOT]
        there = set(SearchWord.objects.filter(word__in=lot).values_list("word", flat=True))
        new = [SearchWord(word=word, stem=stem(word)) for word in lot if word not in there]
        SearchWord.objects.bulk_create(new, ignore_conflicts=True)


def known_stems(stems: Collection[str]) -> set[str]:
    """Those that any document holds."""
    return set(SearchWord.objects.filter(stem__in=stems).values_list("stem", flat=True))


class Vocabulary:
    """All words, by length."""

    def __init__(self, words: Collection[str]):
        self.words = frozenset(words)
        self.by_length: dict[int, list[str]] = defaultdict(list)
        self._in_order = sorted(words)
        for word in self._in_order:
            self.by_length[len(word)].append(word)

    def of_lengths(self, shortest: int, longest: int) -> list[str]:
        lengths = range(shortest, longest + 1)
        return [word for length in lengths for word in self.by_length.get(length, ())]

    def beginning_with(self, letters: str, most: int) -> list[str]:
        start = bisect_left(self._in_order, letters)
        near = islice(self._in_order, start, start + most)
        return [word for word in near if word.startswith(letters)]


_kept: dict[tuple, Vocabulary] = {}
_lock = Lock()


def vocabulary() -> Vocabulary:
    """Kept by each process for one state of the data: words come only with documents."""
    version = data_version()
    with _lock:
        if version not in _kept:
            words = SearchWord.objects.values_list("word", flat=True)
            fresh = Vocabulary(list(words.iterator()))
            _kept.clear()
            _kept[version] = fresh
        return _kept[version]
