"""Words that visitors say in passing: what they ask for lies in the others."""

from collections.abc import Sequence

# what nobody looks for by itself; it is left alone where other words say more
_SOFT = """
a an to is are be on by from with or it this that there what which who where when why how much
many do does can should would will want need i my me we you your near about get make no not
without any some such if as program programs programme programmes degree degrees course courses
school schools
"""
SOFT = frozenset(_SOFT.split())

# {words that wish for an order: the key of lists that gives it; blank: they wish for none}
WISHES = {
    "cheap": "tuition",
    "cheaper": "tuition",
    "cheapest": "tuition",
    "affordable": "tuition",
    "inexpensive": "tuition",
    "low cost": "tuition",
    "low price": "tuition",
    "low tuition": "tuition",
    "lowest cost": "tuition",
    "lowest price": "tuition",
    "lowest tuition": "tuition",
    "cheapest tuition": "tuition",
    "least expensive": "tuition",
    "most affordable": "tuition",
    "shortest": "duration",
    "fastest": "duration",
    "quickest": "duration",
    "fastest growing": "",
    "best pay": "-earnings",
    "best paying": "-earnings",
    "best salary": "-earnings",
    "top paying": "-earnings",
    "high pay": "-earnings",
    "high paying": "-earnings",
    "high salary": "-earnings",
    "higher pay": "-earnings",
    "highest pay": "-earnings",
    "highest paying": "-earnings",
    "highest salary": "-earnings",
    "highest earning": "-earnings",
    "highest earnings": "-earnings",
    "best": "rank",
    "top": "rank",
}
_LONGEST = max(len(wish.split()) for wish in WISHES)
_MOST_DIGITS = 3  # of “top 10”


def without_wishes(typed: Sequence[str]) -> tuple[list[str], str]:
    """(the other words, the order wished for); “top 10 cheapest” are the cheapest."""
    others: list[str] = []
    sorts: list[str] = []
    place = 0
    while place < len(typed):
        length, sort = _wish_at(typed, place)
        if sort:
            sorts.append(sort)
            length += _is_number(typed[place + length : place + length + 1])
        else:
            others += typed[place : place + length]
        place += length
    return others, next((sort for sort in sorts if sort != "rank"), "rank" if sorts else "")


def _wish_at(typed, place) -> tuple[int, str]:
    """(how many words, what they wish for)."""
    for length in range(_LONGEST, 0, -1):
        sort = WISHES.get(" ".join(typed[place : place + length]))
        if sort is not None:
            return min(length, len(typed) - place), sort
    return 1, ""


def _is_number(words: Sequence[str]) -> bool:
    """Of how many are wanted, of which a list holds more."""
    return any(word.isdigit() and len(word) <= _MOST_DIGITS for word in words)
