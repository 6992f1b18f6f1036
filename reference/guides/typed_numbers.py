"""Numbers typed into a text whose figures should be looked up: digits, and words that count."""

import re

from reference.guides.references import REFERENCE

COUNTS = """zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen
    fifteen sixteen seventeen eighteen nineteen twenty thirty forty fifty sixty seventy eighty
    ninety hundred thousand million billion trillion dozen hundreds thousands millions billions
    dozens tens"""
PARTS = """half halves third thirds quarter quarters fifth fifths sixth sixths seventh eighth
    eighths ninth tenth tenths hundredth hundredths"""
TIMES = """twice thrice double doubles doubled doubling triple triples tripled tripling quadruple
    twofold threefold fourfold fivefold tenfold"""
PLACES = "first firstly second secondly thirdly fourth eleventh twelfth"
WORDS = frozenset(f"{COUNTS} {PARTS} {TIMES} {PLACES}".split())

MONTHS = "January|February|March|April|May|June|July|August|September|October|November|December"
YEAR = r"(?:19[89]\d|20(?!00)[0-4]\d)(?:[–-]\d\d(?:\d\d)?)?"
BEFORE_A_YEAR = (
    "after|before|between|by|dated|during|edition|for|from|in|of|since|spring|summer|fall|autumn|"
    "winter|to|until"
)
EXCEPTED = (
    REFERENCE,
    re.compile(r"^ {0,3}#{1,6} .*$", re.MULTILINE),  # headings
    re.compile(r"\]\([^)\s]*\)"),  # where a link leads
    re.compile(rf"\b(?:\d\d? )?(?:{MONTHS}) {YEAR}\b(?!%)"),
    re.compile(rf"\b(?:{BEFORE_A_YEAR}) {YEAR}\b(?! ?%| percent)"),
    # each other: it counts nothing
    re.compile(r"\bone another\b"),
    # in the beginning: nothing comes in its second place
    re.compile(r"\bat first\b"),
)
NUMBER_OR_WORD = re.compile(r"\ba couple\b|[$€£]?\d\w*(?:[.,]\d+)*%?|[^\W_]+", re.IGNORECASE)


def typed_numbers(text: str) -> list[str]:
    """As written, in order; references, headings, addresses and dates may hold what they like.

    Of “one” only “one another” passes: “one of the sources” counts, and “one should” has a better
    form.
    """
    for excepted in EXCEPTED:
        text = excepted.sub(" ", text)
    return [found for found in NUMBER_OR_WORD.findall(text) if _counts(found)]


def _counts(word):
    return (
        word.lower() in WORDS
        or word.lower() == "a couple"
        or any(letter.isnumeric() for letter in word)
    )
