"""From what a visitor types to what is searched for: codes, misspellings, wishes in passing."""

import re
from collections.abc import Sequence

from reference.models import SearchName
from reference.search.loosening import loosened
from reference.search.passing import SOFT, without_wishes
from reference.search.prices import without_price
from reference.search.query import Query
from reference.search.terms import Terms
from reference.search.words import name_key, words

MOST_LETTERS = 200
MOST_WORDS = 12
PRICED = ("", "program")
# Ohio St; before a name it is Saint
_STATE = re.compile(r"(?<=\w )st\.?$", re.IGNORECASE)
# whose universities are known by its code, so that Columbia means the one of that name
_DISTRICT = re.compile(r"(?<!university of the )\bdistrict of columbia\b", re.IGNORECASE)


def read(text: str, kind: str = "", *, prefix: bool = False, in_names: bool = False) -> Query:
    """What to search for; `prefix`: the last word may not be finished.

    With `kind`, the answer to `partial` is that of this kind of records, else of all.
    """
    unpriced, tuition_max = _without_price(text[:MOST_LETTERS], kind)
    typed = words(_STATE.sub("state", _DISTRICT.sub("DC", unpriced.strip())))[:MOST_WORDS]
    asked, sort = _without_wishes(typed)
    telling = [word for word in asked if word not in SOFT]
    said = telling or ([] if sort or tuition_max else asked)
    terms = Terms(kind, prefix=prefix)
    found = terms.of(list(dict.fromkeys(said)))
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
        tuition_max=tuition_max,
        in_names=in_names,
    )
    return loosened(query, kind, terms, found) if telling else query


def _without_price(text: str, kind: str) -> tuple[str, int | None]:
    """Only programs have a tuition that lists go by."""
    return without_price(text) if kind in PRICED else (text, None)


def _without_wishes(typed: Sequence[str]) -> tuple[list[str], str]:
    """A name may well hold such a word: then it is no wish."""
    others, sort = without_wishes(typed)
    if not sort or SearchName.objects.filter(name=name_key(" ".join(typed))).exists():
        return list(typed), ""
    return others, sort


def _replaced(text: str, instead: dict[str, str]) -> str:
    """The text with its misspelt words set right, and the others as they are typed."""
    return " ".join(
        " ".join(instead.get(word, word) for word in words(typed))
        if any(word in instead for word in words(typed))
        else typed
        for typed in text.split()
    )
