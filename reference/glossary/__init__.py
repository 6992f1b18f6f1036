"""The words that pages use, in plain words: one list, which a page shows by name."""

from reference.glossary.codes import CODES
from reference.glossary.counting import COUNTING
from reference.glossary.degrees import DEGREES
from reference.glossary.figures import FIGURES
from reference.glossary.findings import FINDINGS
from reference.glossary.term import Term

TERMS = (*FIGURES, *FINDINGS, *COUNTING, *DEGREES, *CODES)


def terms_holding(text: str) -> list[Term]:
    """Whose name or other words hold each word of the text, those of that very name first."""
    words = text.casefold().split()
    found = [term for term in TERMS if words and all(word in _names(term) for word in words)]
    return sorted(found, key=lambda term: str(term.name).casefold() != " ".join(words))


def _names(term):
    return " ".join(map(str, (term.name, *term.also))).casefold()


def in_order() -> list[tuple[Term, list[Term]]]:
    """By name, as a reader of this language looks them up; each with the terms to see beside it."""
    by_key = {term.key: term for term in TERMS}
    terms = sorted(TERMS, key=lambda term: str(term.name).casefold())
    return [(term, [by_key[key] for key in term.see]) for term in terms]
