"""The facets of the list of programs: each choice with how many it leads to, and its link."""

from collections.abc import Iterable
from urllib.parse import urlencode

from programs.finding.answer import Answer
from programs.finding.choices import FACETS
from programs.finding.words import addresses_of, words_of
from reference.filters import FIRST_FEW, LONG_FACET, LONGEST_FACET, Facet, LenientFilterSet, Option


class Links:
    """Addresses of the same list with one more value of a facet, or one less."""

    def __init__(self, query: Iterable[tuple[str, list[str]]], facet: str):
        pairs = sorted((name, value) for name, values in query for value in values)
        self.before = [pair for pair in pairs if pair[0] < facet]
        self.after = [pair for pair in pairs if pair[0] > facet]
        self.own = [pair for pair in pairs if pair[0] == facet]
        start = urlencode([*self.before, *self.own])
        self.start = f"?{start}&" if start else "?"
        self.end = f"&{urlencode(self.after)}" if self.after else ""

    def without(self, value: str) -> str:
        kept = [pair for pair in self.own if pair[1] != value]
        return f"?{urlencode([*self.before, *kept, *self.after])}"


def facets_of(answer: Answer, filters: LenientFilterSet) -> list[Facet]:
    return [facet_of(name, answer, filters) for name in FACETS]


def facet_of(name: str, answer: Answer, filters: LenientFilterSet) -> Facet:
    labels, counts = words_of(name, answer.index), answer.facet_counts
    chosen = answer.choices.facets.get(name, ())
    values, left_out = _shown(name, labels, answer, chosen, filters)
    help_text = str(filters.base_filters[name].extra.get("help_text", ""))
    links, addresses = Links(filters.data.lists(), name), addresses_of(name, answer.index)
    options = tuple(
        Option(
            value,
            labels[value],
            value in chosen,
            count := counts.of(name, value),
            links.without(value)
            if value in chosen
            else f"{links.start}{addresses[value]}{links.end}",
            answer.leads_to(name, value) if chosen else count,
        )
        for value in values
    )
    return Facet(name, filters.label_of(name), help_text, options, left_out)


def _shown(name, labels, answer, chosen, filters):
    """The values to show, and how many more there are."""
    if name == "institution":
        most, listed = answer.facet_counts.most_frequent(FIRST_FEW, chosen)
        return [*chosen, *most], listed - len(most)
    counts = answer.facet_counts[name]
    values = [
        value
        for value in labels
        if value in chosen or (counts.get(value) and filters.offers(name, value))
    ]
    if len(values) > LONG_FACET:  # its box scrolls: what is chosen must stay in sight
        values.sort(key=lambda value: value not in chosen)
    most = len(chosen) + FIRST_FEW if len(values) > LONGEST_FACET else len(values)
    return values[:most], len(values) - len(values[:most])
