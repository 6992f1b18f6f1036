import pytest
from django.http import Http404, QueryDict

from reference.filters import Ignored
from reference.paging import page_numbers, page_of

LONG_NUMBER = "9" * 5000


def page(query="", items=60, **options):
    return page_of(range(items), QueryDict(query), **options)[0]


def ignored(query):
    return page_of(range(60), QueryDict(query))[1]


def test_a_list_begins_at_its_first_page():
    assert list(page()) == list(range(25))
    assert ignored("") == []


def test_a_page_holds_what_follows_on_the_one_before():
    assert list(page("page=2")) == list(range(25, 50))
    assert list(page("page=3")) == list(range(50, 60))


def test_a_page_may_be_of_another_length():
    assert len(page("page=2", per_page=40)) == 20


@pytest.mark.parametrize("number", ["2", " 2 ", "+2&page=2", "02"])
def test_a_page_number_is_read_however_it_is_written(number):
    assert page(f"page={number}").number == 2


@pytest.mark.parametrize("query", ["", "page=", "page=%20%20", "pages=2"])
def test_no_number_is_the_first_page(query):
    assert page(query).number == 1
    assert ignored(query) == []


@pytest.mark.parametrize(
    "number",
    ["0", "000", "-1", "abc", "1.0", "1e9", "１２", "٣", "²", "NaN", "[1]", "1,2", "2147483648"],
)
def test_what_is_no_page_number_is_the_first_page_and_is_named(number):
    assert page(f"page={number}").number == 1
    assert ignored(f"page={number}") == [Ignored("Page", number)]


def test_a_number_too_long_to_be_one_is_named_shortened():
    assert ignored(f"page={LONG_NUMBER}") == [Ignored("Page", "9" * 60 + "…")]


def test_the_last_of_several_numbers_counts():
    assert page("page=3&page=2").number == 2


@pytest.mark.parametrize("number", [4, 999999])
def test_past_the_end_there_is_no_page(number):
    with pytest.raises(Http404, match="This list ends at page 3"):
        page(f"page={number}")


def test_a_last_page_of_a_few_joins_the_one_before():
    assert len(page(items=29)) == 29
    assert [len(page(f"page={number}", items=30)) for number in (1, 2)] == [25, 5]


def test_an_empty_list_has_one_page():
    assert list(page(items=0)) == []
    with pytest.raises(Http404, match="This list ends at page 1"):
        page("page=2", items=0)


def test_a_pager_shows_the_first_the_last_and_those_around():
    numbers = page_numbers(page("page=10", items=1000))
    assert numbers == [1, "…", 8, 9, 10, 11, 12, "…", 40]


def test_a_pager_of_a_few_pages_shows_them_all():
    assert page_numbers(page()) == [1, 2, 3]
