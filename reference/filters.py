"""Filter sets that own a page’s URL: what they cannot read is left out, and named."""

from copy import deepcopy
from dataclasses import dataclass, field

import django_filters
from django.core.exceptions import ValidationError
from django.http import QueryDict
from django.utils.functional import cached_property
from django.utils.translation import get_language

from reference.addresses import encoded, joined
from reference.facets import Facet, Option, in_sight
from reference.filter_fields import DollarsFilter, FacetFilter

MOST_VALUES = 60  # of one parameter; more are nobody's choice


_told: dict[tuple[type, str | None], dict[str, tuple[str, str]]] = {}  # words are slow to look up


@dataclass(frozen=True)
class Ignored:
    """A parameter’s value that could not be read; `parameter` as the address has it."""

    label: str
    value: str
    parameter: str = field(default="", compare=False)


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
        for name in filter(data.__contains__, self.base_filters):
            declared = self.base_filters[name]
            values = dict.fromkeys(value.strip() for value in data.getlist(name)[-MOST_VALUES:])
            several = isinstance(declared, FacetFilter)
            for value in list(values) if several else list(values)[-1:]:
                if value and self.reads(name, value):
                    query.appendlist(name, value)
                elif value:
                    self.ignored.append(Ignored(self.label_of(name), shortened(value), name))
        return query

    def reads(self, name: str, value: str) -> bool:
        try:
            self._cleaned(name, value)
        except (ValidationError, ValueError, OverflowError):
            return False
        return True

    @property
    def refused(self) -> dict[str, str]:
        """{parameter: what could not be read}, for its field to show again."""
        return {one.parameter: one.value for one in self.ignored}

    @property
    def told(self) -> dict[str, tuple[str, str]]:
        """{parameter: its label, and what helps to use it}."""
        key = type(self), get_language()
        if key not in _told:
            _told[key] = {
                name: (str(declared.label or name), str(declared.extra.get("help_text", "")))
                for name, declared in self.base_filters.items()
            }
        return _told[key]

    def label_of(self, name: str) -> str:
        return self.told[name][0]

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
        parts = {name: part for name, part in self._parts.items() if name not in drop}
        return joined(parts | {name: encoded(name, [v]) for name, v in changes.items() if v})

    @cached_property
    def _parts(self) -> dict[str, str]:
        return {name: encoded(name, values) for name, values in self.data.lists()}

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
        labels = dict(field.choices)
        offered = [value for value in labels if value in chosen or self.offers(name, value)]
        options = [Option(value, str(labels[value]), value in chosen) for value in offered]
        return Facet(name, *self.told[name], *in_sight(options))

    @cached_property
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
        others = [other for other in self.data.getlist(name) if other != value]
        return joined(self._parts | {name: encoded(name, others)})

    def sort_links(self) -> dict[str, SortLink]:
        """{column: link that sorts by it, or the other way if it already does}."""
        current = self.data.get("sort") or self.default_sort
        keys = [value for value, _label in self.sort_choices if value]
        return {
            key: SortLink(self.url(sort=self._next_sort(key, current)), _direction(key, current))
            for key in keys
            if not key.startswith("-")
        }

    def _next_sort(self, key, current):
        first = f"-{key}" if key in self.most_first else key
        other = key if key in self.most_first else f"-{key}"
        return other if current == first else first

    @property
    def sort_choices(self) -> list[tuple]:
        """(key, label)."""
        return list(self.base_filters["sort"].extra["choices"])

    default_sort = ""
    most_first: tuple[str, ...] = ()  # columns of which the most is what one looks for
    narrows_nothing: tuple[str, ...] = ("sort",)  # parameters that are no filters


def _direction(key, current):
    return {key: "ascending", f"-{key}": "descending"}.get(current, "")


def shortened(text: str, most: int = 60) -> str:
    """As much of a visitor’s text as a page may repeat; control characters become spaces."""
    printable = "".join(letter if letter.isprintable() else " " for letter in text[: most + 1])
    return f"{printable[:most]}…" if len(text) > most else printable
