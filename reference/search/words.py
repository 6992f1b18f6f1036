"""Text as the words that search goes by: the same of a record and of a question."""

import re
import unicodedata
from collections.abc import Iterator
from functools import cache, lru_cache
from threading import local

import Stemmer

from reference.search.equivalents import ACRONYMS, NICKNAMES, SAME_WORD, SPELT_OUT

DROPPED = frozenset(("the", "of", "and", "in", "for", "at"))

# A symbol that belongs to a name, before the rest of the punctuation parts words. The first part of
# each tells whether to look at all: most texts hold none.
_SYMBOLS = (
    ("c++", re.compile(r"(?<!\w)c\+\+"), "cplusplus"),
    ("#", re.compile(r"(?<!\w)([cf])#"), r"\1sharp"),
    (".net", re.compile(r"(?<!\w)\.net\b"), "dotnet"),
    # Ph.D.
    (".", re.compile(r"\b[a-z]{1,2}(?:\.[a-z]{1,4})+\b"), lambda m: m[0].replace(".", "")),
    # A M
    (" ", re.compile(r"\b\w(?: \w)+\b"), lambda m: m[0].replace(" ", "")),
    # A & M, A&M, A and M
    ("&", re.compile(r"\b(\w{1,2}) ?& ?(\w)\b"), r"\1\2"),
    (" and ", re.compile(r"\b(\w{1,2}) and (\w)\b"), r"\1\2"),
    # CIP, SOC and O*NET codes
    (".", re.compile(r"(?<![\w.])(\d{2})\.(\d{1,4})(?![\w.]*\d)"), r"cip\1\2"),
    ("-", re.compile(r"(?<![\w-])(\d{2})-(\d{1,4})(?:\.\d{2})?(?![\w-])"), r"soc\1\2"),
)
_WORD = re.compile(r"[^\W_]+")
_ACCENT = re.compile("[\u0300-\u036f]")
_APOSTROPHES = dict.fromkeys(map(ord, "'’‘ʼ`"))  # St. John’s = St Johns

_phrases: dict[
    str, list[tuple[list[str], str]]
] = {}  # {first word: [(the phrase, its short form)]}
for _full, _short in ACRONYMS.items():
    _phrases.setdefault(_full.split()[0], []).append((_full.split(), _short))


def folded(text: str) -> str:
    """Without accents, apostrophes, case and what Unicode writes in several ways."""
    text = text.translate(_APOSTROPHES)
    if not text.isascii():
        text = _ACCENT.sub("", unicodedata.normalize("NFKD", text))
    return text.casefold()


def words(text: str) -> list[str]:
    """In their order, repeated ones too; codes as words of their own: 11.0102 as cip110102."""
    text = folded(text)
    for sign, pattern, instead in _SYMBOLS:
        if sign in text:
            text = pattern.sub(instead, text)
    found = (SAME_WORD.get(word, word) for word in _WORD.findall(text))
    return [word for word in found if word not in DROPPED]


def name_key(text: str) -> str:
    """What two spellings of one name share: “Machine Learning Engineer” is “ml engineer”."""
    found = words(text)
    key, place = [], 0
    while place < len(found):
        length, short = _phrase_at(found, place)
        key.append(short or found[place])
        place += length or 1
    return " ".join(key)


@cache
def _nicknamed() -> list[tuple[list[str], str]]:
    """[(words that a name begins with, its short form)]."""
    return [(words(full), short) for short, names in NICKNAMES.items() for full in names]


def nicknames(found: list[str]) -> list[list[str]]:
    """The words of a name with a short form instead of those it stands for."""
    beginnings = _nicknamed()
    return [
        [short, *found[len(full) :]] for full, short in beginnings if found[: len(full)] == full
    ]


def with_acronyms(found: list[str]) -> list[str]:
    """The words, and what stands for some of them: ML beside machine learning, and back."""
    more = []
    for place, word in enumerate(found):
        if word in _phrases:
            more.append(_phrase_at(found, place)[1])
        if word in SPELT_OUT:
            more += SPELT_OUT[word].split()
    more += [short for short, *_rest in nicknames(found)]
    return found + [word for word in more if word]


def _phrase_at(found: list[str], place: int) -> tuple[int, str]:
    """(how many words, their short form) where a phrase begins, else (0, blank)."""
    for phrase, short in _phrases.get(found[place], ()):
        if found[place : place + len(phrase)] == phrase:
            return len(phrase), short
    return 0, ""


class _Stemmers(local):
    """One for each thread, as they ask."""

    def __init__(self):
        self.english = Stemmer.Stemmer("english")


_stemmers = _Stemmers()


@lru_cache(50_000)
def stem(word: str) -> str:
    """`engineering` and `engineers` as `engin`; what has a digit stays as it is."""
    return _stemmers.english.stemWord(word) if word.isalpha() else word


def stems(text: str) -> list[str]:
    return [stem(word) for word in words(text)]


def code_words(kind: str, code: str) -> Iterator[str]:
    """A code with its beginnings: cip11, cip110 … cip110102. `kind`: cip or soc."""
    digits = "".join(filter(str.isdigit, code))
    yield kind
    for length in range(2, len(digits) + 1):
        yield f"{kind}{digits[:length]}"
