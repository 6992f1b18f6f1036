"""What a visitor asks, as engines read it."""

from dataclasses import dataclass

Term = tuple[str, ...]  # stems, any of which will do


@dataclass(frozen=True)
class Query:
    """`groups`: terms that must all be found; with `ways`, all terms of any one way instead.

    `name`: what names are compared with. `corrected`: the words that are searched for, where some
    were misspelt; `left_out`: words that nothing holds. `sort`: what the words ask for in passing,
    a key of lists, or blank. `partial`: nothing holds all, so that what holds most is found.
    `in_names`: only names are looked through.
    """

    text: str = ""
    groups: tuple[Term, ...] = ()
    ways: tuple[tuple[Term, ...], ...] = ()
    name: str = ""
    corrected: str = ""
    left_out: tuple[str, ...] = ()
    sort: str = ""
    in_names: bool = False

    @property
    def alternatives(self) -> tuple[tuple[Term, ...], ...]:
        return self.ways or (self.groups,)

    @property
    def partial(self) -> bool:
        return bool(self.ways)

    @property
    def stems(self) -> frozenset[str]:
        return frozenset(stem for term in self.groups for stem in term)

    @property
    def asks_for_any(self) -> bool:
        """Whether anything is looked for: “cheapest” alone only asks for an order."""
        return bool(self.groups or self.left_out)

    @property
    def finds_nothing(self) -> bool:
        """Whether words were asked for, none of which any document holds."""
        return bool(self.left_out) and not self.groups
