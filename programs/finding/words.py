"""The words that the address of the list of programs may hold, and what each reads as."""

from collections.abc import Mapping
from functools import partial

from django.utils.functional import Promise
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _

from careers.cip_families import CORE_FIELDS, NEAR_FIELDS
from programs.enumerations import Award, Control, Delivery, Level
from programs.finding.bands import EARNINGS, TUITION, Bands
from programs.finding.choices import FACETS
from programs.finding.index import ProgramIndex
from programs.querysets import OTHER_FIELDS
from reference.facets import NOT_REPORTED

SORTS = (
    ("relevance", _("Best match first")),
    ("rank", _("University’s rank, best first")),
    ("-rank", _("University’s rank, best last")),
    ("tuition", _("Tuition and fees, lowest first")),
    ("-tuition", _("Tuition and fees, highest first")),
    ("duration", _("Length, shortest first")),
    ("-duration", _("Length, longest first")),
    ("earnings", _("Pay after, lowest first")),
    ("-earnings", _("Pay after, highest first")),
    ("completions", _("Graduates a year, fewest first")),
    ("-completions", _("Graduates a year, most first")),
    ("name", _("Program name, A to Z")),
    ("-name", _("Program name, Z to A")),
)


def order_in_words(sort: str) -> str | Promise:
    """The label of an order; blank for none."""
    return dict(SORTS).get(sort, "")


def _in_words(bands: Bands) -> dict[str, str | Promise]:
    return {band.value: band.label for band in bands.bands} | dict([NOT_REPORTED])


def _fields() -> dict[str, str | Promise]:
    groups: dict[str, str | Promise] = {
        key: label for key, (label, _codes) in (CORE_FIELDS | NEAR_FIELDS).items()
    }
    return groups | {OTHER_FIELDS: _("Other fields")} | dict([NOT_REPORTED])


FIXED: dict[str, dict[str, str | Promise]] = {
    "field": _fields(),
    "level": dict(Level.choices),
    "award": dict([*Award.choices, NOT_REPORTED]),
    "delivery": dict([*Delivery.choices, NOT_REPORTED]),
    "control": dict([*Control.choices, NOT_REPORTED]),
    "tuition": _in_words(TUITION),
    "earnings": _in_words(EARNINGS),
}


def words_of(facet: str, index: ProgramIndex) -> Mapping[str, str]:
    """{value: label} of every choice of a facet, in the order of the page."""
    return all_words(index)[facet]


def all_words(index: ProgramIndex) -> Mapping[str, Mapping[str, str]]:
    """{facet: its words}."""
    made = partial(_all_words, index)
    return index.kept(("words", get_language()), made)


def _all_words(index):
    words = {facet: FIXED.get(facet) or _held(facet, index) for facet in FACETS}
    return {
        facet: {value: str(label) for value, label in found.items()}
        for facet, found in words.items()
    }


def _held(facet, index):
    if facet == "institution":
        return index.names.institution
    return {"state": index.names.state, "career": index.careers}[facet] | dict([NOT_REPORTED])
