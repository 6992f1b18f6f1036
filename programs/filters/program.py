"""The URL of the list of programs."""

from dataclasses import replace

import django_filters
from django.utils.functional import Promise, cached_property
from django.utils.translation import gettext_lazy as _

from programs.facets import facets_of
from programs.filters.said import BOUNDS, bounds_of, choices_without
from programs.filters.wider import wider_lists
from programs.finding.answer import Answer
from programs.finding.choices import FACETS, RANK, RELEVANCE, Choices
from programs.finding.index import ProgramIndex, current_index
from programs.finding.plain import listing
from programs.finding.words import SORTS, order_in_words, words_of
from programs.models import Program
from programs.residency import ResidencyFilterSet
from programs.suggestions import Named, pages_named
from reference.addresses import address
from reference.enumerations import Basis
from reference.facets import Facet
from reference.filter_fields import CountFilter, DollarsFilter, FacetFilter, TextFilter
from reference.filters import Active
from reference.search import Query
from reference.search.words import words


class ProgramFilterSet(ResidencyFilterSet):
    """The program list’s URL.

    Without `level` or `award` it holds master’s degrees only; without `field` or search words those
    of the core fields and those whose degree a source names. `residency`: whose charge it goes by.
    What a facet may hold is not here but in `words_of`: for thousands of choices no form is made.
    """

    q = TextFilter(label=_("Search"))
    field = FacetFilter(
        label=_("Field"),
        choices=(),
        help_text=_(
            "With none chosen: AI, data science, computer science and statistics, and any other "
            "degree that a source names. A search looks through every field."
        ),
    )
    state = FacetFilter(label=_("State"), choices=())
    level = FacetFilter(
        label=_("Level"),
        choices=(),
        help_text=_("Master’s only, unless you choose here or under “Award”."),
    )
    award = FacetFilter(label=_("Award"), choices=(), help_text=_("Those of the levels above."))
    delivery = FacetFilter(label=_("Delivery"), choices=())
    control = FacetFilter(label=_("Control"), choices=())
    institution = FacetFilter(label=_("University"), choices=())
    career = FacetFilter(
        label=_("Career it leads to"),
        choices=(),
        help_text=_("Where a source names the role, for the degree or the whole university."),
    )
    tuition = FacetFilter(
        label=_("Tuition and fees, band"),
        choices=(),
        help_text=_("Tuition and required fees; tuition alone where no fees are known."),
    )
    earnings = FacetFilter(label=_("Pay after, band"), choices=())
    tuition_min = DollarsFilter(label=_("Tuition and fees from"))
    tuition_max = DollarsFilter(label=_("Tuition and fees to"))
    earnings_min = DollarsFilter(label=_("Pay after, from"))
    completions_min = CountFilter(label=_("Graduates a year, from"))
    sort = django_filters.ChoiceFilter(label=_("Sort by"), choices=SORTS)

    class Meta:
        model = Program
        fields: list[str] = []

    most_first = ("earnings", "completions")

    @cached_property
    def index(self) -> ProgramIndex:
        """One for all that this request asks."""
        return current_index()

    @cached_property
    def answer(self) -> Answer:
        return Answer(self.index, self.choices)

    @cached_property
    def choices(self) -> Choices:
        several = (name for name in FACETS if name in self.data)
        return Choices(
            {name: tuple(self.data.getlist(name)) for name in several},
            self.chosen["q"] if self.reading.asks_for_any else "",
            **bounds_of(self),
            residency=self.residency_chosen,
            sort=self.chosen["sort"] or self.reading.sort,
        )

    @cached_property
    def reading(self) -> Query:
        """What the words mean."""
        text = self.chosen["q"]
        return self.index.texts[text].query if text else Query()

    @cached_property
    def chosen(self) -> dict:
        return {name: self._value(name) for name in self.base_filters}

    @cached_property
    def qs(self):
        """The plain answer, of the programs given."""
        return listing(self.queryset, self.choices)

    @property
    def masters_only(self) -> bool:
        return self.choices.masters_only

    @property
    def default_sort(self) -> str:  # type: ignore[override]
        return self.reading.sort or (RELEVANCE if self.choices.text else RANK)

    @property
    def order(self) -> str:
        """The key of `sort_choices` by which the list goes."""
        return self.chosen["sort"] or self.default_sort

    @property
    def order_in_words(self) -> str | Promise:
        return order_in_words(self.order)

    @property
    def goes_by_pay(self) -> bool:
        return self.order.removeprefix("-") == "earnings"

    @property
    def sort_choices(self) -> list[tuple]:
        """Without words there is no best match."""
        return [sort for sort in SORTS if sort[0] != RELEVANCE or self.choices.text]

    @property
    def bounds_cross(self) -> bool:
        """Whether no tuition can fit both bounds."""
        lowest, highest = self.choices.tuition_min, self.choices.tuition_max
        return lowest is not None and highest is not None and lowest > highest

    @property
    def facets(self) -> list[Facet]:
        return facets_of(self.answer, self)

    @property
    def without_each(self) -> list[Active]:
        """The filters without which the list would hold some, with how many."""
        pairs = self.carried(*self.narrows_nothing)
        counts = (Answer(self.index, choices_without(self, *pair)).count for pair in pairs)
        active = zip(self.active, counts, strict=True)
        return [replace(one, count=count) for one, count in active if count]

    @property
    def wider(self) -> list[Active]:
        """The same list with all levels or fields, where that holds some."""
        return wider_lists(self)

    @property
    def pages_named(self) -> list[Named]:
        """What else has the words as its name, where no program at all holds them: a SOC code."""
        text = self.chosen["q"]
        if not text or self.index.texts[text].order:
            return []
        return pages_named(text, self.reading)

    def canonical(self, page: int = 1) -> str:
        """The one address of a page of this list, without what goes without saying."""
        query = {name: sorted(self._plain(name)) for name in self.data}
        usual = {"sort": [self.default_sort], "residency": [Basis.IN_STATE.value]}
        said = {name: values for name, values in query.items() if usual.get(name) != values}
        return address(said | ({"page": [str(page)]} if page > 1 else {}))

    def reads(self, name, value):
        if name in FACETS:
            return value in words_of(name, self.index)
        if name == "q" and not words(value):
            return False  # signs alone: nothing can be looked for
        return super().reads(name, value)

    def words_for(self, name):
        return words_of(name, self.index) if name in FACETS else {}

    def _value(self, name):
        if name in FACETS:
            return self.data.getlist(name)
        text = self.data.get(name, "")
        return (self._cleaned(name, text) if text else None) if name in BOUNDS else text

    def _plain(self, name):
        if name in BOUNDS:
            return [str(self.chosen[name])]
        return [" ".join(value.split()) for value in self.data.getlist(name)]
