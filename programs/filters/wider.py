"""An empty list, with what it leaves out unless one asks for it: other levels, other fields."""

from collections.abc import Iterator

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from programs.finding.answer import Answer
from programs.finding.choices import Choices
from programs.finding.words import words_of
from reference.addresses import address
from reference.filters import Active

LEVELS, FIELDS = _("At every level"), _("In every field")
BOTH = _("At every level and in every field")


def wider_lists(filters) -> list[Active]:
    """The lists that hold some once all levels, or all fields, are chosen; both where one alone
    does not do."""
    return [*_lists(filters, LEVELS, "level"), *_lists(filters, FIELDS, "field")] or [
        *_lists(filters, BOTH, "level", "field")
    ]


def _lists(filters, label: str | Promise, *facets: str) -> Iterator[Active]:
    choices = filters.choices
    query = dict(filters.data.lists())
    for facet in filter(lambda facet: _goes_without_saying(choices, facet), facets):
        query[facet] = [*words_of(facet, filters.index)]
        choices = choices.having(facet, *query[facet])
    count = Answer(filters.index, choices).count
    if count:
        yield Active(str(label), "", address(query), count)


def _goes_without_saying(choices: Choices, facet: str) -> bool:
    return choices.masters_only if facet == "level" else choices.named_or_core
