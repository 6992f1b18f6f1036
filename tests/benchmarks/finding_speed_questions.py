"""What the benchmark asks: each question as an address of the site and of Datasette."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from itertools import combinations
from urllib.parse import urlencode

FACETS = ("state", "award", "control", "field", "delivery")
WAYS = ("on_campus", "online", "hybrid", "evening")
PAGE = 25

# In texts of the invented catalogue these are common, and all pairs of them differ in what they
# find: enough for each text to be asked once.
COMMON_TEXT = """
    learning research analysis machine systems models methods design project software python
    engineering computing networks theory industry algorithms artificial intelligence
    probability optimization language vision health business ethics cloud security
"""
COMMON = COMMON_TEXT.split()
RARER_TEXT = """
    mathematics inference regression biology genomics climate energy policy education
    marketing economics physics chemistry imaging signals control sensors hardware
    cryptography privacy games graphics speech translation retrieval recommendation
    forecasting simulation logistics transport agriculture linguistics psychology
"""
RARER = RARER_TEXT.split()


@dataclass(frozen=True)
class Question:
    """`filters`: columns of the flat table and their values; `lowest`, `highest`: tuition."""

    key: str
    words: str
    filters: Mapping[str, object] = field(default_factory=dict)
    text: str = ""
    lowest: int = 0
    highest: int = 0
    deep: bool = False
    texts: tuple[str, ...] = ()  # each to be asked once: a new text every time

    def site(self, rows: int, text: str = "") -> str:
        query: dict = {name: v for name, v in self.filters.items() if name not in WAYS}
        if ways := [way for way in WAYS if way in self.filters]:
            query["delivery"] = ways
        if self.text:
            query["q"] = text or self.text
        if self.highest:
            query |= {"tuition_min": self.lowest, "tuition_max": self.highest}
        if self.deep:
            query["page"] = self.page(rows)
        return f"/programs/?{urlencode(query, doseq=True)}" if query else "/programs/"

    def datasette(self, rows: int, stems, text: str = "", ending: str = "") -> str:
        query: list[tuple[str, object]] = [("_size", PAGE), *self.filters.items()]
        query.append(("_nocol", "summary"))  # the list of the site shows none either
        query += [("_facet", facet) for facet in FACETS]
        if self.text:
            query.append(("_search", stems(text or self.text)))
        if self.highest:
            query += [("tuition__gte", self.lowest), ("tuition__lte", self.highest)]
        if self.deep:
            query.append(("_next", (self.page(rows) - 1) * PAGE))
        return f"/flat/{self.table}{ending}?{urlencode(query)}"

    @property
    def table(self) -> str:
        """The list holds the core fields and named degrees; a search looks through every field."""
        return "every" if self.text else "listed"

    def page(self, rows: int) -> int:
        """The one at 90 % of the list."""
        return max(1, rows * 9 // 10 // PAGE) if self.deep else 1


def pairs(words) -> tuple[str, ...]:
    return tuple(" ".join(pair) for pair in combinations(words, 2))


QUESTIONS = (
    Question("W1", "no filter"),
    Question("W2", "in California and online", {"state": "CA", "online": 1}),
    Question("W3", "MS degrees", {"award": "ms"}),
    Question("W4", "“nursing”, asked before", text="nursing"),
    Question("W4n", "a new text, of two rarer words", text="nursing", texts=pairs(RARER)),
    Question(
        "W5",
        "“nursing”, asked before, MS, California, a range of tuition",
        {"state": "CA", "award": "ms"},
        "nursing",
        lowest=10_000,
        highest=40_000,
    ),
    Question("W6", "“data science”, asked before", text="data science"),
    Question("W6n", "a new text, of two common words", text="data science", texts=pairs(COMMON)),
    Question("W7", "no filter, the page at 90 %", deep=True),
)


def dealt(texts: tuple[str, ...], hands: int) -> Iterator[tuple[str, ...]]:
    """So many lots of texts that share none."""
    return (texts[hand::hands] for hand in range(hands))
