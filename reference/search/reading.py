"""From what a visitor types to what is searched for: codes, misspellings, wishes in passing."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import combinations

from reference.models import SearchName
from reference.search.backends import engine
from reference.search.corrections import corrected
from reference.search.query import Query, Term
from reference.search.vocabulary import known_stems, vocabulary
from reference.search.words import name_key, stem, words

MOST_LETTERS = 200
MOST_WORDS = 12
MOST_ENDINGS = 40
SHORTEST_UNFINISHED = 3
SHORTEST_STEM = 4  # of shorter ones too many words begin so
CODE_DIGITS = 6
# how many terms a question must have before so many of them may be missing
MAY_MISS = {1: 3, 2: 5}

# what nobody looks for by itself; it is left alone where other words say more
SOFT = frozenset(
    [
        "a",
        "an",
        "to",
        "is",
        "are",
        "be",
        "on",
        "by",
        "from",
        "with",
        "or",
        "it",
        "this",
        "that",
        "there",
        "what",
        "which",
        "who",
        "where",
        "when",
        "why",
        "how",
        "much",
        "many",
        "do",
        "does",
        "can",
        "should",
        "would",
        "will",
        "want",
        "need",
        "i",
        "my",
        "me",
        "we",
        "you",
        "your",
        "near",
        "about",
        "get",
        "make",
        "program",
        "programs",
        "programme",
        "programmes",
        "degree",
        "degrees",
        "course",
        "courses",
        "school",
        "schools",
    ]
)

WISHES = {
    "cheap": "tuition",
    "cheaper": "tuition",
    "cheapest": "tuition",
    "affordable": "tuition",
    "inexpensive": "tuition",
    "best": "rank",
    "top": "rank",
}


@dataclass(frozen=True)
class Word:
    """A word as typed, and what is looked for: two terms for two words in one; none: nothing holds
    it. `instead`: what it is taken for."""

    typed: str
    terms: tuple[Term, ...] = ()
    instead: str = ""


def read(text: str, kind: str = "", *, prefix: bool = False, in_names: bool = False) -> Query:
    """What to search for; `prefix`: the last word may not be finished.

    With `kind`, the answer to `partial` is that of this kind of records, else of all.
    """
    typed = words(text[:MOST_LETTERS])[:MOST_WORDS]
    asked, sort = _without_wishes(typed)
    said = [word for word in asked if word not in SOFT] or ([] if sort else asked)
    found = _found(list(dict.fromkeys(said)), prefix)
    instead = {word.typed: word.instead for word in found if word.instead}
    shown = _replaced(text, instead)
    query = Query(
        text=text,
        groups=tuple(dict.fromkeys(term for word in found for term in word.terms)),
        name=name_key(" ".join(instead.get(word, word) for word in asked)),
        corrected=shown if instead else "",
        left_out=tuple(word.typed for word in found if not word.terms),
        sort=sort,
        in_names=in_names,
    )
    return _loosened(query, kind)


def _without_wishes(typed: Sequence[str]) -> tuple[list[str], str]:
    """A name may well hold such a word: then it is no wish."""
    sorts = [WISHES[word] for word in typed if word in WISHES]
    if not sorts or SearchName.objects.filter(name=name_key(" ".join(typed))).exists():
        return list(typed), ""
    return [word for word in typed if word not in WISHES], sorts[0]


def _found(said: list[str], prefix: bool) -> list[Word]:
    terms = {word: _spellings(word) for word in said}
    known = known_stems({spelling for term in terms.values() for spelling in term})
    found = []
    for word, term in terms.items():
        held = tuple(spelling for spelling in term if spelling in known)
        unfinished = prefix and word == said[-1]
        if unfinished:
            held = tuple(dict.fromkeys([*held, *_endings(word)]))
        found.append(Word(word, (held,)) if held else _guessed(word))
    return found


def _spellings(word) -> Term:
    """Six digits may be a code written without its dot or hyphen."""
    if word.isdigit() and len(word) == CODE_DIGITS:
        return (f"cip{word}", f"soc{word}", word)
    return (stem(word),)


def _endings(word) -> Term:
    """The stems of the words that begin so."""
    begun = vocabulary().beginning_with(word, MOST_ENDINGS)
    return tuple(dict.fromkeys(map(stem, begun)))


def _widened(term: Term) -> Term:
    """Ethics and ethicist, which stems keep apart."""
    long = [spelling for spelling in term if len(spelling) >= SHORTEST_STEM]
    more = [ending for spelling in long for ending in _endings(spelling)]
    return tuple(dict.fromkeys([*term, *more]))


def _guessed(word: str) -> Word:
    """For a word that nothing holds: those it begins, or what it is a misspelling of."""
    endings = _endings(word) if len(word) >= SHORTEST_UNFINISHED else ()
    if endings:
        return Word(word, (endings,))
    guess = corrected(word)
    return Word(word, tuple((stem(part),) for part in guess), " ".join(guess))


def _replaced(text: str, instead: dict[str, str]) -> str:
    """The text with its misspelt words set right, and the others as they are typed."""
    return " ".join(
        " ".join(instead.get(word, word) for word in words(typed))
        if any(word in instead for word in words(typed))
        else typed
        for typed in text.split()
    )


def _loosened(query: Query, kind: str) -> Query:
    """Where nothing holds all terms: words that begin with them, else what holds most of them."""
    if not query.groups or engine().holds_any(query, kind):
        return query
    wider = replace(query, groups=tuple(map(_widened, query.groups)))
    if engine().holds_any(wider, kind):
        return wider
    for missing, least in MAY_MISS.items():
        if len(query.groups) >= least:
            ways = tuple(combinations(query.groups, len(query.groups) - missing))
            loose = replace(query, ways=ways)
            if engine().holds_any(loose, kind):
                return loose
    return query
