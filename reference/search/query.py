"""What a visitor asks, as engines read it."""

from dataclasses import dataclass

Term = tuple[str, ...]  # stems, any of which will do


@dataclass(frozen=True)
class Query:
    """`groups`: terms that must all be found; with `ways`, all terms of any one way instead.

    `name`: what names are compared with. `corrected`: the words that are searched for, where some
    were misspelt. `left_out`: words that nothing holds; `by_sense`: such for which others that say
    as much are looked for. `sort`: what the words ask for in passing, a key of lists, or blank.
    `tuition_max`: the most that a year may cost, where they say so. `partial`: nothing holds all,
    so that what holds most is found: without the words `dropped`, or, in several ways, with
    `numbers`, how many hold each of the groups. `in_names`: only names are looked through.
    """

    text: str = ""
    groups: tuple[Term, ...] = ()
    ways: tuple[tuple[Term, ...], ...] = ()
    numbers: tuple[int, ...] = ()
    name: str = ""
    corrected: str = ""
    left_out: tuple[str, ...] = ()
    by_sense: tuple[str, ...] = ()
    dropped: tuple[str, ...] = ()
    sort: str = ""
    tuition_max: int | None = None
    in_names: bool = False

    @property
    def alternatives(self) -> tuple[tuple[Term, ...], ...]:
        return self.ways or (self.groups,)

    @property
    def partial(self) -> bool:
        return bool(self.ways or self.dropped)

    @property
    def stems(self) -> frozenset[str]:
        return frozenset(stem for term in self.groups for stem in term)

    @property
    def asks_for_any(self) -> bool:
        """Whether anything is looked for: “cheapest” alone only asks for an order."""
        return bool(self.groups or self.left_out)

    @property
    def only_wishes(self) -> bool:
        """Whether it asks for an order or a price, and for no words."""
        return not self.asks_for_any and bool(self.sort or self.tuition_max)

    @property
    def finds_nothing(self) -> bool:
        """Whether words were asked for, none of which any document holds."""
        return bool(self.left_out) and not self.groups
