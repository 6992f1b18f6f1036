"""The facets of the list of programs: each choice with how many it leads to."""

from collections.abc import Mapping

from programs.finding.answer import Answer
from programs.finding.choices import FACETS
from programs.finding.words import words_of
from reference.facets import FIRST_FEW, NONE, Facet, Option, in_sight
from reference.filters import LenientFilterSet


def facets_of(answer: Answer, filters: LenientFilterSet) -> list[Facet]:
    return [facet_of(name, answer, filters) for name in FACETS]


def facet_of(name: str, answer: Answer, filters: LenientFilterSet) -> Facet:
    labels, chosen = words_of(name, answer.index), answer.choices.facets.get(name, ())
    find = _universities if name == "institution" else _counted
    counts, is_cut = find(name, labels, answer, chosen, filters)
    options = tuple(
        [Option(value, labels[value], value in chosen, counts[value]) for value in counts]
    )
    return Facet(name, *filters.told_of(name), options, is_cut, _known(name, answer))


def _known(name, answer) -> tuple[int, int] | None:
    if name == "institution":
        return None
    unknown, listed = answer.facet_counts[name].get(NONE, 0), len(answer.base(name))
    return (listed - unknown, listed) if unknown * 2 > listed else None


def _counted(name, labels, answer, chosen, filters) -> tuple[Mapping[str, int], bool]:
    """{value in sight: how many}, and whether there are more values than a page can show."""
    counts = answer.facet_counts[name]
    offered = [
        value
        for value in labels
        if value in chosen or (counts.get(value) and filters.offers(name, value))
    ]
    shown = in_sight(offered, chosen)
    return {value: counts.get(value, 0) for value in shown}, len(shown) < len(offered)


def _universities(name, labels, answer, chosen, filters):
    """What is chosen, and the few with most programs: there may be thousands."""
    counts = answer.facet_counts
    most, is_cut = counts.most_frequent(FIRST_FEW, chosen)
    return {slug: counts.of_university(slug) for slug in chosen} | most, is_cut
