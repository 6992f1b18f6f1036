from urllib.parse import urlencode

import django_filters
import pytest
from django.db import models
from django.http import QueryDict
from hypothesis import given
from hypothesis import strategies as st

from reference.facets import NOT_REPORTED
from reference.filter_fields import DollarsFilter, FacetFilter, TextFilter, asking, in_given_order
from reference.filters import Active, Ignored, LenientFilterSet, SortLink, shortened
from reference.models import Source

SHAPES = [("round", "Round"), ("square", "Square <b>"), NOT_REPORTED]
SORTS = (("name", "Name"), ("-name", "Name, backwards"), ("price", "Price"), ("-price", "Dearest"))


class Asked(models.QuerySet):
    """Remembers what it was asked."""

    asked: dict = {}

    def about(self, text):
        return self._remember("about", text)

    def shaped(self, shapes):
        return self._remember("shaped", shapes)

    def costing(self, dollars):
        return self._remember("costing", dollars)

    def _remember(self, question, answer):
        answered = self.all()
        answered.asked = self.asked | {question: answer}
        return answered


class Things(LenientFilterSet):
    q = TextFilter(label="Search", method=asking("about"))
    shape = FacetFilter(label="Shape", choices=SHAPES, method=asking("shaped"), help_text="Any.")
    price = DollarsFilter(label="Price from", method=asking("costing"))
    sort = django_filters.ChoiceFilter(label="Sort", choices=SORTS, method=in_given_order)

    default_sort = "name"

    class Meta:
        model = Source
        fields: list[str] = []


def things(query=""):
    return Things(QueryDict(query), Asked(Source))


def asked(query):
    return things(query).qs.asked


def ignored(query):
    return [(item.label, item.value) for item in things(query).ignored]


def test_a_list_without_parameters_asks_nothing():
    assert asked("") == {}
    assert things().active == []
    assert things().url() == "?"


def test_each_parameter_asks_its_question():
    query = "q=two+words&shape=round&shape=none&price=15000"
    assert asked(query) == {"about": "two words", "shaped": ["round", "none"], "costing": 15000}


@pytest.mark.parametrize("query", ["q=", "q=+++", "shape=", "price=", "shape=&price=&q=&sort="])
def test_a_blank_parameter_asks_nothing_and_is_no_mistake(query):
    assert (asked(query), ignored(query), things(query).url()) == ({}, [], "?")


def test_nought_dollars_are_a_sum():
    assert asked("price=0") == {"costing": 0}


@pytest.mark.parametrize(
    "text", ["15000", "$15000", "15,000", "$15,000", " 15000 ", "15000.0", "１５０００"]
)
def test_dollars_are_read_as_people_write_them(text):
    assert asked(urlencode({"price": text})) == {"costing": 15000}


@pytest.mark.parametrize(
    "text",
    ["abc", "-1", "1.5", "1e9", "9e30", "NaN", "inf", "0x10", "$", ",", "$,", "10000001", "$-5"],
)
def test_what_is_no_sum_is_left_out_and_named(text):
    query = urlencode({"price": text})
    assert asked(query) == {}
    assert ignored(query) == [("Price from", text)]
    assert things(query).active == []


def test_a_number_of_five_thousand_digits_is_left_out_and_named_shortened():
    assert asked(f"price={'9' * 5000}") == {}
    assert ignored(f"price={'9' * 5000}") == [("Price from", "9" * 60 + "…")]


def test_a_choice_that_is_none_is_left_out_and_named_while_the_others_hold():
    query = "shape=round&shape=oval&shape=square"
    assert asked(query) == {"shaped": ["round", "square"]}
    assert ignored(query) == [("Shape", "oval")]


def test_a_choice_made_twice_is_one():
    assert asked("shape=round&shape=round") == {"shaped": ["round"]}


def test_only_so_many_choices_are_read():
    query = "&".join(f"shape={number}" for number in range(1000))
    assert len(ignored(query)) == 60


def test_an_order_that_is_none_is_left_out_and_named():
    assert ignored("sort=colour") == [("Sort", "colour")]
    assert things("sort=colour").chosen["sort"] == ""


def test_the_last_of_several_values_counts_where_one_can_be_given():
    assert asked("q=first&q=second&price=1&price=2") == {"about": "second", "costing": 2}


def test_too_long_a_text_is_left_out_and_named_shortened():
    assert asked(f"q={'a' * 200}") == {"about": "a" * 200}
    assert asked(f"q={'a' * 201}") == {}
    assert ignored(f"q={'a' * 201}") == [("Search", "a" * 60 + "…")]


def test_a_character_that_no_database_takes_is_left_out_and_named():
    assert asked("q=a%00b") == {}
    assert ignored("q=a%00b") == [("Search", "a b")]


def test_what_the_address_does_not_know_is_nobodys_mistake():
    query = "colour=red&utm_source=x&about=1&shape__in=round&page=2"
    assert (asked(query), ignored(query), things(query).url()) == ({}, [], "?")


def test_a_link_to_the_list_keeps_what_was_understood_in_one_order():
    query = "sort=price&shape=square&q=b+c&shape=round&price=abc&page=3"
    assert things(query).url() == "?q=b+c&shape=square&shape=round&sort=price"


def test_a_link_may_change_and_drop_parameters():
    filters = things("q=a&shape=round&sort=price")
    assert filters.url(sort="name") == "?q=a&shape=round&sort=name"
    assert filters.url(drop=["q", "shape"]) == "?sort=price"
    assert filters.url(drop=["q"], sort="") == "?shape=round&sort=price"


def test_a_form_carries_what_it_has_no_field_for():
    filters = things("q=a&shape=round&shape=square&sort=price")
    assert filters.carried("q", "price") == [
        ("shape", "round"),
        ("shape", "square"),
        ("sort", "price"),
    ]


def test_every_filter_that_is_on_can_be_taken_off_alone():
    filters = things("sort=price&q=a+b&shape=round&shape=none&price=%2415%2C000&page=2")
    assert filters.active == [
        Active("Search", "a b", "?price=%2415%2C000&shape=round&shape=none&sort=price"),
        Active("Shape", "Round", "?price=%2415%2C000&q=a+b&shape=none&sort=price"),
        Active("Shape", "Not recorded", "?price=%2415%2C000&q=a+b&shape=round&sort=price"),
        Active("Price from", "$15,000", "?q=a+b&shape=round&shape=none&sort=price"),
    ]


def test_without_the_last_filter_the_list_has_no_parameters():
    assert things("q=a").active[0].url_without == "?"


def test_a_facet_shows_its_choices_and_which_are_made():
    [facet] = things("shape=none").facets
    assert (facet.name, facet.label, facet.help_text) == ("shape", "Shape", "Any.")
    assert [(o.value, o.label, o.chosen) for o in facet.options] == [
        ("round", "Round", False),
        ("square", "Square <b>", False),
        ("none", "Not recorded", True),
    ]


@pytest.mark.parametrize(("number", "is_long"), [(12, False), (13, True)])
def test_a_facet_of_many_choices_is_long(number, is_long):
    class ManyThings(Things):
        shape = FacetFilter(choices=[(str(n), str(n)) for n in range(number)], label="Shape")

    assert ManyThings(QueryDict(), Asked(Source)).facets[0].is_long is is_long


@pytest.mark.parametrize(
    ("number", "query", "shown", "is_cut"),
    [
        (60, "shape=59", ["59", *map(str, range(59))], False),
        (61, "", list("0123456789"), True),
        (200, "shape=150&shape=7", ["7", "150", *"012345689", "10"], True),
    ],
)
def test_of_very_many_choices_the_first_few_show_and_those_made(number, query, shown, is_cut):
    class VeryManyThings(Things):
        shape = FacetFilter(choices=[(str(n), str(n)) for n in range(number)], label="Shape")

    [facet] = VeryManyThings(QueryDict(query), Asked(Source)).facets
    assert [option.value for option in facet.options] == shown
    assert facet.is_cut == is_cut


def test_choices_that_are_computed_are_computed_once_a_request():
    calls = []

    def shapes():
        calls.append(1)
        return SHAPES

    class ComputedThings(Things):
        shape = FacetFilter(choices=shapes, label="Shape", method=asking("shaped"))

    assert calls == []
    filters = ComputedThings(QueryDict("shape=round&shape=x"), Asked(Source))
    assert filters.qs.asked == {"shaped": ["round"]}
    assert filters.facets[0].options[0].chosen
    assert len(calls) == 1


def test_a_column_sorts_and_the_one_that_sorts_already_turns_round():
    assert things("q=a&page=2").sort_links() == {
        "name": SortLink("?q=a&sort=-name", "ascending"),
        "price": SortLink("?q=a&sort=price", ""),
    }
    assert things("sort=-price").sort_links() == {
        "name": SortLink("?sort=name", ""),
        "price": SortLink("?sort=price", "descending"),
    }


def test_what_a_page_repeats_is_short_and_prints():
    assert shortened("a" * 60) == "a" * 60
    assert shortened("a" * 61) == "a" * 60 + "…"
    assert shortened("a\x00b\x1b\u202ec") == "a b  c"
    assert Ignored("Search", shortened("<b>")) == Ignored("Search", "<b>")


def test_a_list_without_data_is_the_whole_list():
    assert Things(queryset=Asked(Source)).qs.asked == {}


choices = st.sampled_from(["round", "square", "none", "", "$5", "price", "-name", "\x00"])


@given(st.lists(st.tuples(st.sampled_from(list(Things.base_filters)), choices | st.text())))
def test_whatever_is_asked_the_address_says_the_same_again(pairs):
    filters = things(urlencode(pairs))
    again = things(filters.url().removeprefix("?"))
    assert again.url() == filters.url()
    assert again.qs.asked == filters.qs.asked
    assert again.ignored == []
    assert len(filters.active) == len(filters.carried("sort"))
