"""From what a visitor types to what is searched for: codes, misspellings, wishes in passing."""

from collections.abc import Sequence
from dataclasses import replace
from itertools import combinations

from reference.models import SearchName
from reference.search.backends import engine
from reference.search.passing import SOFT, WISHES
from reference.search.query import Query
from reference.search.terms import Terms
from reference.search.words import name_key, words

MOST_LETTERS = 200
MOST_WORDS = 12
# how many terms a question must have before so many of them may be missing
MAY_MISS = {1: 3, 2: 5}


def read(text: str, kind: str = "", *, prefix: bool = False, in_names: bool = False) -> Query:
    """What to search for; `prefix`: the last word may not be finished.

    With `kind`, the answer to `partial` is that of this kind of records, else of all.
    """
    typed = words(text[:MOST_LETTERS])[:MOST_WORDS]
    asked, sort = _without_wishes(typed)
    telling = [word for word in asked if word not in SOFT]
    said = telling or ([] if sort else asked)
    terms = Terms()
    found = terms.of(list(dict.fromkeys(said)), prefix)
    instead = {word.typed: word.instead for word in found if word.instead}
    shown = _replaced(text, instead)
    query = Query(
        text=text,
        groups=tuple(dict.fromkeys(term for word in found for term in word.terms)),
        name=name_key(" ".join(instead.get(word, word) for word in asked)),
        corrected=shown if instead else "",
        left_out=tuple(word.typed for word in found if not word.terms),
        by_sense=tuple(word.typed for word in found if word.by_sense),
        sort=sort,
        in_names=in_names,
    )
    return _loosened(query, kind, terms) if telling else query


def _without_wishes(typed: Sequence[str]) -> tuple[list[str], str]:
    """A name may well hold such a word: then it is no wish."""
    sorts = [WISHES[word] for word in typed if word in WISHES]
    if not sorts or SearchName.objects.filter(name=name_key(" ".join(typed))).exists():
        return list(typed), ""
    return [word for word in typed if word not in WISHES], sorts[0]


def _replaced(text: str, instead: dict[str, str]) -> str:
    """The text with its misspelt words set right, and the others as they are typed."""
    return " ".join(
        " ".join(instead.get(word, word) for word in words(typed))
        if any(word in instead for word in words(typed))
        else typed
        for typed in text.split()
    )


def _loosened(query: Query, kind: str, terms: Terms) -> Query:
    """Where nothing holds all terms: words near to them, else what holds most of them."""
    if not query.groups or engine().holds_any(query, kind):
        return query
    wider = replace(query, groups=tuple(map(terms.widened, query.groups)))
    if engine().holds_any(wider, kind):
        return wider
    for missing, least in MAY_MISS.items():
        if len(query.groups) >= least:
            ways = tuple(combinations(query.groups, len(query.groups) - missing))
            loose = replace(query, ways=ways)
            if engine().holds_any(loose, kind):
                numbers = (engine().number_with(term, kind) for term in query.groups)
                return replace(loose, numbers=tuple(numbers))
    return query
