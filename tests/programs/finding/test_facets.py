"""The counts of facets, however they are computed: the index, the plain answer, the list itself."""

import pytest
from django.http import QueryDict
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from programs.filters import SORTS, ProgramFilterSet
from programs.finding.choices import FACETS
from programs.finding.index import current_index
from programs.finding.plain import fitting, listing
from programs.finding.words import words_of
from programs.models import Program
from reference.search.documents import refresh_documents
from tests.programs.finding.random_catalogue import make_catalogue

pytestmark = pytest.mark.django_db

BOUNDS = st.sampled_from(["0", "1", "2", "9999", "10000", "35000", "60000", "75000", "100000"])
SEVERAL = settings(max_examples=25, suppress_health_check=[HealthCheck.function_scoped_fixture])


@pytest.fixture(params=[1, 2, 3], ids="seed {}".format)
def catalogue(request):
    make_catalogue(request.param)
    refresh_documents("program")


def listed():
    return Program.objects.published().listed()


def filters(query):
    return ProgramFilterSet(QueryDict(query), listed())


@st.composite
def queries(draw):
    """An address of the list, of choices that it offers."""
    index = current_index()
    query = QueryDict(mutable=True)
    for facet in draw(st.lists(st.sampled_from(FACETS), max_size=3, unique=True)):
        values = st.sampled_from(list(words_of(facet, index)))
        query.setlist(facet, draw(st.lists(values, min_size=1, max_size=3, unique=True)))
    for bound in ("tuition_min", "tuition_max", "earnings_min", "completions_min"):
        if draw(st.integers(0, 9)) == 0:
            query[bound] = draw(BOUNDS)
    if draw(st.integers(0, 4)) == 0:
        query["q"] = draw(
            st.sampled_from(["zymurgy", "data science", "university", "cheapest", "qqqqqqqq"])
        )
    query["residency"] = draw(st.sampled_from(["", "in_state", "out_of_state"]))
    query["sort"] = draw(st.sampled_from(["", *(key for key, _label in SORTS)]))
    return query.urlencode()


def keys(found):
    return [key for lot in found.answer.all_keys(7) for key in lot]


@SEVERAL
@given(data=st.data())
def test_the_index_holds_the_same_list_as_the_database(catalogue, data):
    found = filters(data.draw(queries()))
    plain = listing(listed(), found.choices)
    order = list(plain.values_list("pk", flat=True))
    if found.choices.order == "relevance":
        assert set(keys(found)) == set(order)
    else:
        assert keys(found) == order
    assert found.answer.count == len(order) == found.qs.count()


@SEVERAL
@given(data=st.data())
def test_each_count_is_that_of_the_list_with_the_choice_alone(catalogue, data):
    found = filters(data.draw(queries()))
    for facet in found.facets:
        for option in facet.options:
            alone = found.choices.having(facet.name, option.value)
            assert option.number == fitting(listed(), alone).count(), (facet.name, option)


@SEVERAL
@given(data=st.data())
def test_the_list_behind_each_choice_is_as_long_as_it_says(catalogue, data):
    """As a visitor asks for it: with the box ticked alone in its facet."""
    found = filters(data.draw(queries()))
    for facet in found.facets:
        chosen = found.chosen[facet.name]
        assert {option.value for option in facet.options if option.chosen} == {*chosen}
        for option in facet.options:
            behind = filters(found.url(**{facet.name: option.value}).removeprefix("?"))
            assert behind.ignored == []
            assert option.number == behind.qs.count() == behind.answer.count, (facet.name, option)
            assert option.chosen or option.number


@SEVERAL
@given(data=st.data())
def test_nothing_that_a_facet_hides_would_find_any_but_awards_of_other_levels(catalogue, data):
    found = filters(data.draw(queries()))
    for facet in found.facets:
        if facet.name not in ("award", "institution"):
            hidden = {*words_of(facet.name, found.index)} - {o.value for o in facet.options}
            alone = (found.choices.having(facet.name, value) for value in hidden)
            assert not any(fitting(listed(), choices).exists() for choices in alone)


@SEVERAL
@given(data=st.data())
def test_without_one_filter_the_list_holds_what_is_said(catalogue, data):
    found = filters(data.draw(queries()))
    for active in found.without_each:
        behind = filters(active.url_without.removeprefix("?"))
        assert active.count == behind.qs.count() > 0
    assert len(found.without_each) <= len(found.active)


@SEVERAL
@given(data=st.data())
def test_its_one_address_is_the_same_list_and_stays_itself(catalogue, data):
    found = filters(data.draw(queries()))
    address = found.canonical()
    same = filters(address.removeprefix("?"))
    assert same.canonical() == address
    assert keys(same) == keys(found)


def test_the_ten_universities_of_most_programs_are_offered(catalogue):
    [facet] = [facet for facet in filters("").facets if facet.name == "institution"]
    shown = [option.number for option in facet.options]
    assert shown == sorted(shown, reverse=True)
    counts = filters("").answer.facet_counts["institution"]
    assert shown == sorted(counts.values(), reverse=True)[:10]
    assert facet.is_cut
    assert len([count for count in counts.values() if count]) > 10
