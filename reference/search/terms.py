"""What a word is looked for as: its stem, a code, the words that it begins, those that are near."""

from dataclasses import dataclass
from functools import cached_property

from reference.search.corrections import corrected
from reference.search.equivalents import ALIKE
from reference.search.query import Term
from reference.search.vocabulary import Vocabulary, known_stems, vocabulary
from reference.search.words import stem

MOST_ENDINGS = 40
SHORTEST_UNFINISHED = 3
# where most is said, a word of three letters is whole: “gre” is no beginning of Greeley
SHORTEST_UNFINISHED_IN = {"": 4, "program": 4}
SHORTEST_STEM = 4  # of shorter ones too many words begin so
CODE_DIGITS = 6
OF_PEOPLE = ("ist", "ian")  # statistician: statistic

_alike: dict[str, Term] = {
    stem(word): tuple(map(stem, others.split())) for word, others in ALIKE.items()
}


@dataclass(frozen=True)
class Word:
    """A word as typed, and what is looked for: two terms for two words in one; none: nothing holds
    it. `instead`: what it is taken for; `by_sense`: what is looked for only says as much."""

    typed: str
    terms: tuple[Term, ...] = ()
    instead: str = ""
    by_sense: bool = False


class Terms:
    """For one question about a kind of records, or (blank) all, by the words held meanwhile."""

    def __init__(self, kind: str = "", *, prefix: bool = False):
        self.kind, self.prefix = kind, prefix

    @cached_property
    def vocabulary(self) -> Vocabulary:
        """Most questions need none."""
        return vocabulary()

    def of(self, said: list[str]) -> list[Word]:
        """With `prefix`, the last may not be finished."""
        terms = {word: _spellings(word) for word in said}
        known = known_stems({spelling for term in terms.values() for spelling in term})
        found = []
        for word, term in terms.items():
            is_held = self._may_be_held(word)
            held = tuple(spelling for spelling in term if spelling in known and is_held)
            if self.prefix and word == said[-1]:
                held = tuple(dict.fromkeys([*held, *self._endings(word)]))
            found.append(Word(word, (held,)) if held else self._guessed(word))
        return found

    def _may_be_held(self, word: str) -> bool:
        """A stem of few letters is no word’s that is written nowhere: “busness” is no bus."""
        return len(stem(word)) >= min(len(word), SHORTEST_STEM) or word in self.vocabulary.words

    def widened(self, term: Term) -> Term:
        """Ethics and ethicist, which stems keep apart; pay and wage."""
        long = [spelling for spelling in term if len(spelling) >= SHORTEST_STEM]
        more = [ending for spelling in long for ending in self._endings(spelling)]
        near = [other for spelling in term for other in _near(spelling)]
        return tuple(dict.fromkeys([*term, *more, *near]))

    def alike(self, term: Term) -> Term:
        """What the documents hold that says as much."""
        return _held(tuple(other for spelling in term for other in _near(spelling)))

    @property
    def _shortest(self) -> int:
        """As many letters must a beginning have."""
        if self.prefix:
            return SHORTEST_UNFINISHED
        return SHORTEST_UNFINISHED_IN.get(self.kind, SHORTEST_UNFINISHED)

    def _endings(self, word: str) -> Term:
        """The stems of the words that begin so."""
        begun = self.vocabulary.beginning_with(word, MOST_ENDINGS)
        return tuple(dict.fromkeys(map(stem, begun)))

    def _guessed(self, word: str) -> Word:
        """For a word that nothing holds: those it begins, those that say as much, or what it is a
        misspelling of."""
        parts = (word, stem(word)) if self._may_be_held(word) else (word,)
        beginnings = [part for part in parts if len(part) >= self._shortest]
        endings = next(filter(None, map(self._endings, beginnings)), ())
        near = endings or _held(_near(stem(word)))
        if near:
            return Word(word, (near,), by_sense=not endings)
        guess = corrected(word, self.vocabulary)
        return Word(word, tuple((stem(part),) for part in guess), " ".join(guess))


def _spellings(word) -> Term:
    """Six digits may be a code written without its dot or hyphen."""
    if word.isdigit() and len(word) == CODE_DIGITS:
        return (f"cip{word}", f"soc{word}", word)
    return (stem(word),)


def _near(spelling: str) -> Term:
    """Stems that say as much, and the subject of who has his name from it."""
    is_person = len(spelling) > SHORTEST_STEM + 3 and spelling.endswith(OF_PEOPLE)
    return (*_alike.get(spelling, ()), *([stem(spelling[:-3])] if is_person else ()))


def _held(term: Term) -> Term:
    known = known_stems(term)
    return tuple(spelling for spelling in term if spelling in known)
