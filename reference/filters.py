"""Filter sets that own a page’s URL: what they cannot read is left out, and named."""

from copy import deepcopy
from dataclasses import dataclass
from typing import NamedTuple
from urllib.parse import urlencode

import django_filters
from django import forms
from django.core.exceptions import ValidationError
from django.http import QueryDict
from django.utils.functional import cached_property
from django.utils.translation import gettext_lazy as _

from reference.blanks import BLANKS

NONE = "none"  # the choice “not recorded” of a facet
MOST_VALUES = 60  # of one parameter; more are nobody's choice
LONGEST_TEXT = 200
MOST_WORDS = 12
MOST_DOLLARS = 10_000_000
LONG_FACET = 12
LONGEST_FACET = 60  # a longer one shows its first few, and what is chosen
FIRST_FEW = 10


@dataclass(frozen=True)
class Ignored:
    """A parameter’s value that could not be read."""

    label: str
    value: str


class Option(NamedTuple):
    """`count`: how many the list holds with this one alone in its facet; None: not counted.

    `url`: the list with it chosen too, or no more; it holds `leads_to`.
    """

    value: str
    label: str
    chosen: bool
    count: int | None = None  # type: ignore[assignment]
    url: str = ""
    leads_to: int | None = None


@dataclass(frozen=True)
class Facet:
    """The choices of one parameter; several may be chosen and mean “or”.

    `left_out`: how many more there are than a page can show.
    """

    name: str
    label: str
    help_text: str
    options: tuple[Option, ...]
    left_out: int = 0

    @property
    def is_long(self) -> bool:
        """Whether its options need a scrolling box."""
        return len(self.options) > LONG_FACET


@dataclass(frozen=True)
class Active:
    """A filter that is on, and the same list without it, which holds `count` where counted."""

    label: str
    value: str
    url_without: str
    count: int | None = None


@dataclass(frozen=True)
class SortLink:
    """`direction`: ascending, descending or blank, as aria-sort says it."""

    url: str
    direction: str


class DollarsField(forms.IntegerField):
    """Whole dollars; “$15,000” reads as 15000."""

    def __init__(self, **options):
        super().__init__(min_value=0, max_value=MOST_DOLLARS, **options)

    def to_python(self, value):
        digits = str(value or "").replace("$", "").replace(",", "")
        return super().to_python(digits or value)  # a sign alone is no number


class DollarsFilter(django_filters.Filter):
    field_class = DollarsField


class CountFilter(django_filters.Filter):
    """A whole number of people or things."""

    field_class = forms.IntegerField

    def __init__(self, **options):
        super().__init__(min_value=0, max_value=MOST_DOLLARS, **options)


def few_words(text: str) -> None:
    """Each word is a condition of the query: nobody means more than a dozen."""
    if len(text.split()) > MOST_WORDS:
        raise ValidationError(_("Use at most %d words.") % MOST_WORDS)


class TextFilter(django_filters.CharFilter):
    """Words to look for, each of which must be found."""

    def __init__(self, **options):
        super().__init__(max_length=LONGEST_TEXT, validators=[few_words], **options)


class FacetFilter(django_filters.MultipleChoiceFilter):
    """Choices that mean “or”. `choices` may be a function, which each request calls once."""

    def __init__(self, *, choices, **options):
        self.source = choices
        super().__init__(choices=(), **options)

    def read_choices(self):
        self.extra["choices"] = list(self.source() if callable(self.source) else self.source)


def asking(question: str):
    """A filter’s method: the queryset’s own method of this name answers."""

    def answer(queryset, _name, value):
        return getattr(queryset, question)(value)

    return answer


def in_given_order(queryset, _name, _value):
    """The method of `sort`: the order is set once all filters are."""
    return queryset


class LenientFilterSet(django_filters.FilterSet):
    """A filter set that never refuses: what it cannot read goes to `ignored`."""

    def __init__(self, data=None, queryset=None):
        self.ignored: list[Ignored] = []
        self.queryset = self._meta.model.objects.all() if queryset is None else queryset
        self.is_bound, self.request, self.form_prefix = True, None, None
        self.data = self._readable(data or QueryDict())

    @cached_property
    def filters(self):
        """Copies of those declared, with today’s choices; costly, so made where they are needed."""
        filters = deepcopy(self.base_filters)
        for declared in filters.values():
            declared.parent, declared.model = self, self.queryset.model
            if isinstance(declared, FacetFilter):
                declared.read_choices()
        return filters

    def _readable(self, data) -> QueryDict:
        """Only known parameters, non-blank values and readable ones."""
        query = QueryDict(mutable=True)
        for name, declared in self.base_filters.items():
            values = dict.fromkeys(value.strip() for value in data.getlist(name)[-MOST_VALUES:])
            several = isinstance(declared, FacetFilter)
            for value in list(values) if several else list(values)[-1:]:
                if value and self.reads(name, value):
                    query.appendlist(name, value)
                elif value:
                    self.ignored.append(Ignored(self.label_of(name), shortened(value)))
        return query

    def reads(self, name: str, value: str) -> bool:
        try:
            self._cleaned(name, value)
        except (ValidationError, ValueError, OverflowError):
            return False
        return True

    def label_of(self, name: str) -> str:
        return str(self.base_filters[name].label or name)

    def _cleaned(self, name, value):
        declared = self.base_filters[name]
        if isinstance(declared, FacetFilter):
            return self.filters[name].field.clean([value])
        return declared.field.clean(value)

    @property
    def chosen(self) -> dict:
        """{parameter: value or list of values} as read; blank ones too."""
        self.form.is_valid()
        return self.form.cleaned_data

    def url(self, drop=(), **changes) -> str:
        """The query of this list with changes, from its first page."""
        query = {name: values for name, values in self.data.lists() if name not in drop}
        query |= {name: [value] for name, value in changes.items() if value}
        return address(query)

    def carried(self, *without) -> list[tuple[str, str]]:
        """What another form of the page must carry as hidden fields."""
        return [
            (name, value)
            for name, values in self.data.lists()
            if name not in without
            for value in values
        ]

    def offers(self, name: str, value: str) -> bool:
        """Whether a facet shows this choice; what is chosen shows in any case."""
        return True

    @property
    def facets(self) -> list[Facet]:
        names = (
            name for name, declared in self.filters.items() if isinstance(declared, FacetFilter)
        )
        return [self._facet(name) for name in names]

    def _facet(self, name):
        field, chosen = self.form.fields[name], self.data.getlist(name)
        options = [
            Option(value, str(label), value in chosen)
            for value, label in field.choices
            if value in chosen or self.offers(name, value)
        ]
        if len(options) > LONG_FACET:  # its box scrolls: what is chosen must stay in sight
            options.sort(key=lambda option: not option.chosen)
        shown = _first_few(options)
        left_out = len(options) - len(shown)
        return Facet(name, str(field.label), str(field.help_text), tuple(shown), left_out)

    @property
    def active(self) -> list[Active]:
        """In the order of the page; what narrows nothing is no filter."""
        return [
            Active(
                self.label_of(name),
                self._words(name, value),
                self._without(name, value),
            )
            for name, value in self.carried(*self.narrows_nothing)
        ]

    def _words(self, name, value):
        if isinstance(self.base_filters[name], DollarsFilter):
            return f"${self._cleaned(name, value):,}"
        return str(self.words_for(name).get(value, value))

    def words_for(self, name: str) -> dict:
        """{choice of a parameter: its label}."""
        return dict(getattr(self.form.fields[name], "choices", ()))

    def _without(self, name, value):
        query = self.data.copy()
        query.setlist(name, [other for other in query.getlist(name) if other != value])
        return address(dict(query.lists()))

    def sort_links(self) -> dict[str, SortLink]:
        """{column: link that sorts by it, or the other way if it already does}."""
        current = self.data.get("sort") or self.default_sort
        keys = [value for value, _label in self.sort_choices if value]
        return {
            key: SortLink(
                self.url(sort=f"-{key}" if current == key else key), _direction(key, current)
            )
            for key in keys
            if not key.startswith("-")
        }

    @property
    def sort_choices(self) -> list[tuple]:
        """(key, label)."""
        return list(self.base_filters["sort"].extra["choices"])

    default_sort = ""
    narrows_nothing: tuple[str, ...] = ("sort",)  # parameters that are no filters


def _first_few(options):
    """All of them, unless they are too many: then what is chosen, and some that are not."""
    if len(options) <= LONGEST_FACET:
        return options
    chosen = [option for option in options if option.chosen]
    return options[: len(chosen) + FIRST_FEW]  # what is chosen stands first


def address(query: dict[str, list[str]]) -> str:
    """A query. Sorted, so that one state has one address."""
    pairs = [(name, value) for name in sorted(query) for value in query[name]]
    return f"?{urlencode(pairs)}" if pairs else "?"


def _direction(key, current):
    return {key: "ascending", f"-{key}": "descending"}.get(current, "")


def shortened(text: str, most: int = 60) -> str:
    """As much of a visitor’s text as a page may repeat; control characters become spaces."""
    printable = "".join(letter if letter.isprintable() else " " for letter in text[: most + 1])
    return f"{printable[:most]}…" if len(text) > most else printable


NOT_REPORTED = (NONE, BLANKS["not_recorded"])
