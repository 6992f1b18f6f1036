"""The facets of the list of programs: each choice with how many it leads to."""

from collections.abc import Sequence

from django.utils.translation import get_language

from programs.finding.answer import Answer
from programs.finding.choices import FACETS
from programs.finding.words import all_words
from reference.facets import FIRST_FEW, NONE, Facet, Option, in_sight
from reference.filters import LenientFilterSet


def facets_of(answer: Answer, filters: LenientFilterSet) -> list[Facet]:
    words, told = all_words(answer.index), filters.told
    return answer.kept(
        f"facets in {get_language()}",
        lambda: [
            Facet(name, *told[name], *_choices(name, answer, words[name]), _known(name, answer))
            for name in FACETS
        ],
    )


def _choices(name, answer, labels) -> tuple[Sequence[Option], bool]:
    chosen = answer.choices.facets.get(name, ())
    if name == "institution":
        return _universities(answer, chosen, labels)
    return in_sight(_options(name, answer, chosen, labels))


def _options(name, answer, chosen, labels) -> list[Option]:
    """What is chosen, and what some program has; awards only of the levels in sight."""
    counts = answer.facet_counts[name]
    offered = answer.facet_counts.awards_in_sight if name == "award" else counts
    return [
        Option(value, label, value in chosen, counts.get(value, 0))
        for value, label in labels.items()
        if (value in offered and counts.get(value)) or value in chosen
    ]


def _universities(answer, chosen, labels) -> tuple[Sequence[Option], bool]:
    """What is chosen, and the few with most programs: there may be thousands."""
    counts = answer.facet_counts
    most, is_cut = counts.most_frequent(FIRST_FEW, chosen)
    shown = {slug: counts.of_university(slug) for slug in chosen} | most
    options = [Option(slug, labels[slug], slug in chosen, n) for slug, n in shown.items()]
    return options, is_cut


def _known(name, answer) -> tuple[int, int] | None:
    if name == "institution":
        return None
    unknown, listed = answer.facet_counts[name].get(NONE, 0), len(answer.base(name))
    return (listed - unknown, listed) if unknown * 2 > listed else None
