"""What words ask for beside what is searched for: an order, a price."""

import pytest

from reference.search import read
from tests.catalogue import refresh
from tests.factories import CareerFactory, ProgramFactory

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def zymurgy():
    ProgramFactory(title="MS in Zymurgy")
    refresh()


@pytest.mark.parametrize(
    ("text", "most"),
    [
        ("zymurgy under 20000", 20_000),
        ("zymurgy under $20k", 20_000),
        ("less than $20,000 zymurgy", 20_000),
        ("zymurgy below 15k", 15_000),
        ("zymurgy up to 30000 dollars", 30_000),
        ("Zymurgy with tuition under $15,000 a year", 15_000),
        ("zymurgy under $12.5k tuition", 12_500),
    ],
)
def test_a_price_in_words_is_a_bound_and_no_word_to_look_for(text, most):
    query = read(text, "program")
    assert (query.tuition_max, query.groups) == (most, (("zymurgi",),))
    assert query.left_out == ()


@pytest.mark.parametrize(
    "text",
    ["zymurgy under 30 credits", "salary under $90,000", "under 5000 students", "under 3.5k5"],
)
def test_a_number_of_something_else_is_no_price(text):
    assert read(text, "program").tuition_max is None


def test_a_price_is_read_only_where_something_has_a_tuition():
    assert read("under 20000", "career").tuition_max is None
    assert read("under 20000").tuition_max == 20_000


@pytest.mark.parametrize(
    ("wish", "sort"),
    [
        ("best paid", "-earnings"),
        ("highest paid", "-earnings"),
        ("highest salary", "-earnings"),
        ("high paying", "-earnings"),
        ("low cost", "tuition"),
        ("lowest tuition", "tuition"),
        ("least expensive", "tuition"),
        ("most affordable", "tuition"),
        ("shortest", "duration"),
        ("fastest", "duration"),
        ("top 10", "rank"),
        ("top 5 cheapest", "tuition"),
        ("best", "rank"),
    ],
)
def test_a_wish_is_read_as_its_order_and_no_word_to_look_for(wish, sort):
    query = read(f"{wish} zymurgy", "program")
    assert (query.sort, query.groups, query.left_out) == (sort, (("zymurgi",),), ())


def test_what_grows_fastest_is_not_what_lasts_shortest():
    CareerFactory(title="Fastest growing")
    CareerFactory(title="Growing fastest")
    assert read("fastest growing zymurgy").sort == ""
