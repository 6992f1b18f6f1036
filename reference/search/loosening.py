"""What is looked for where nothing holds all words: near ones, else most of those asked for."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import combinations
from math import comb

from reference.models import SearchDocument, SearchName
from reference.search.backends import engine
from reference.search.query import Query, Term
from reference.search.terms import Terms, Word
from reference.search.words import name_key

# how many terms a question must have before so many of them may be missing
MAY_MISS = {1: 3, 2: 5}
MOST_TRIED = 20  # ways, each by itself

Way = tuple[Term, ...]


def loosened(query: Query, kind: str, terms: Terms, found: Sequence[Word]) -> Query:
    """Near words first. `found`: the words of the question, as they are looked for."""
    if not query.groups or engine().holds_any(query, kind):
        return query
    wider = replace(query, groups=tuple(map(terms.widened, query.groups)))
    if engine().holds_any(wider, kind):
        return replace(wider, by_sense=query.by_sense + tuple(_by_sense(kind, terms, found)))
    if len(query.groups) == 2:
        return _without_one(query, kind, found)
    for ways in _ways(query, kind, found):
        fitting = _fitting(query, kind, ways)
        if len(fitting) == 1:
            return _with(query, fitting[0], found)
        if fitting:
            numbers = tuple(engine().number_with(term, kind) for term in query.groups)
            return replace(query, ways=fitting, numbers=numbers)
    return query


def _by_sense(kind, terms, found) -> Iterator[str]:
    """The words that nothing of the kind holds, where it holds what says as much."""
    for word in found:
        missing = word.terms and not word.by_sense and not _holds(kind, word.terms)
        if missing and any(map(terms.alike, word.terms)):
            yield word.typed


def _without_one(query, kind, found):
    """Of two, the name of a university stays, else the rarer, which says more."""
    named = tuple(_terms_of_name(found))
    if len(named) == 1 and _holds(kind, named):
        return _with(query, named, found)
    numbers = [engine().number_with(term, kind) for term in query.groups]
    rarer = query.groups[numbers.index(min(numbers))]
    return _with(query, (rarer,), found) if 0 < min(numbers) < max(numbers) else query


def _ways(query, kind, found) -> Iterator[list[Way]]:
    """Ways to leave terms out, the fewest first; none of a name, as long as that finds any."""
    groups, named = query.groups, _terms_of_name(found)
    if named and _holds(kind, tuple(named)):
        yield from _ways_keeping(named, groups)
        return
    for missing, least in MAY_MISS.items():
        if len(groups) >= least:
            yield list(combinations(groups, len(groups) - missing))


def _ways_keeping(named, groups) -> Iterator[list[Way]]:
    """At last the name alone."""
    others = [term for term in groups if term not in named]
    for missing in range(1, len(others) + 1):
        kept = combinations(others, len(others) - missing)
        if comb(len(others), missing) <= MOST_TRIED:
            yield [tuple(term for term in groups if term in {*named, *more}) for more in kept]


def _terms_of_name(found: Sequence[Word]) -> frozenset[Term]:
    """Those of the longest run of words that is a whole name of what others belong to."""
    runs = sorted(combinations(range(len(found) + 1), 2), key=lambda run: run[0] - run[1])
    spelt = {run: name_key(" ".join(map(_said, found[slice(*run)]))) for run in runs}
    names = SearchName.objects.filter(name__in=set(spelt.values()))
    parents = SearchDocument.objects.filter(parent__in=names.values("document")).values("parent")
    known = set(names.filter(document__in=parents).values_list("name", flat=True))
    longest = next((run for run in runs if spelt[run] in known), (0, 0))
    return frozenset(term for word in found[slice(*longest)] for term in word.terms)


def _fitting(query, kind, ways) -> tuple[Way, ...]:
    """Those that find something; of too many to try, all if any does."""
    if len(ways) <= MOST_TRIED:
        return tuple(way for way in ways if _holds(kind, way))
    return tuple(ways) if engine().holds_any(replace(query, ways=tuple(ways)), kind) else ()


def _holds(kind: str, way: Way) -> bool:
    return engine().holds_any(Query(groups=way), kind)


def _with(query: Query, way: Way, found: Sequence[Word]) -> Query:
    """Only these terms; it says which words that leaves out."""
    kept = [word for word in found if not word.terms or set(word.terms) & set(way)]
    return replace(
        query,
        groups=way,
        name=name_key(" ".join(_said(word) for word in kept if word.terms)),
        dropped=tuple(word.typed for word in found if word not in kept),
    )


def _said(word: Word) -> str:
    return word.instead or word.typed
