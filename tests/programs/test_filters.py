from urllib.parse import urlencode

import pytest
from django.http import QueryDict
from hypothesis import given
from hypothesis import strategies as st

from careers.filters import CareerFilterSet
from careers.models import Career
from programs.filters import (
    DisagreementFilterSet,
    InstitutionFilterSet,
    ProgramFilterSet,
    SearchFilterSet,
    StateFilterSet,
)
from programs.models import Institution, Program, State
from tests.catalogue import refresh
from tests.factories import (
    CareerFactory,
    FieldOfStudyFactory,
    InstitutionFactory,
    OccupationFactory,
    ProgramFactory,
    ProgramFigureFactory,
    RoleLinkFactory,
)

pytestmark = pytest.mark.django_db


def programs(query=""):
    return ProgramFilterSet(QueryDict(query), Program.objects.all())


def titles(query=""):
    return [program.title for program in programs(query).qs]


def options(filterset, name):
    [facet] = [facet for facet in filterset.facets if facet.name == name]
    return [option.value for option in facet.options]


@pytest.fixture
def degrees():
    for level in ("masters", "doctorate"):
        ProgramFactory(title=level, level=level, institution__state__code="CA")
    refresh()


def test_without_a_level_only_masters_are_found(degrees):
    assert titles() == ["masters"]
    assert titles("level=") == ["masters"]
    assert titles("level=nonsense") == ["masters"]


def test_a_level_that_is_chosen_takes_its_place(degrees):
    assert titles("level=doctorate") == ["doctorate"]
    assert set(titles("level=doctorate&level=masters")) == {"masters", "doctorate"}


def test_a_state_is_offered_where_something_is_listed(degrees):
    InstitutionFactory(state__code="NV")
    ProgramFactory(institution=InstitutionFactory(state__code="UT"), status="draft")
    refresh()
    assert options(programs(), "state") == ["CA"]


def test_a_university_is_offered_where_something_is_listed(degrees):
    InstitutionFactory()
    masters = Institution.objects.filter(programs__level="masters")
    assert options(programs(), "institution") == [place.slug for place in masters]
    assert len(options(programs("level=doctorate&level=masters"), "institution")) == 2


def test_a_career_is_offered_where_a_source_names_it_and_read_in_any_case():
    CareerFactory(slug="astronaut")
    engineer = CareerFactory(slug="engineer")
    RoleLinkFactory(career=engineer, institution=ProgramFactory().institution)
    refresh()
    assert options(programs(), "career") == ["engineer"]
    assert options(programs("career=astronaut"), "career") == ["astronaut", "engineer"]
    assert titles("career=astronaut") == []


def test_an_award_takes_the_place_of_the_level_too(degrees):
    ProgramFactory(title="phd", award="phd", level="doctorate")
    refresh()
    assert titles("award=phd") == ["phd"]
    assert titles("award=phd&level=masters") == []


def test_only_choices_that_some_listed_program_fits_are_offered():
    field = FieldOfStudyFactory(cip="11.0102")
    ProgramFactory(
        institution__control="private", award="ms", delivery=["online", "evening"], field=field
    )
    ProgramFactory(institution__control="", award="", level="doctorate", field=None)
    ProgramFactory(institution__control="public", status="draft")
    refresh()
    found = programs()
    assert options(found, "level") == ["masters", "doctorate"]
    assert options(found, "delivery") == ["online", "evening"]
    assert options(found, "award") == ["ms"]
    assert options(programs("level=doctorate"), "award") == ["none"]
    assert options(programs("level=doctorate"), "delivery") == ["none"]
    assert options(found, "control") == ["private"]
    assert options(found, "field") == ["artificial-intelligence"]


def test_a_choice_that_no_program_fits_stays_in_sight_once_chosen():
    found = programs("control=private_nonprofit&field=statistics")
    assert found.ignored == []
    assert options(found, "control") == ["private_nonprofit"]
    assert options(found, "field") == ["statistics"]


def test_a_field_outside_the_groups_is_offered_as_other():
    ProgramFactory(field=FieldOfStudyFactory(cip="51.0001"))
    ProgramFactory(field=FieldOfStudyFactory(cip="52.1301"))
    refresh()
    assert options(programs(), "field") == ["business-analytics", "other"]


def test_bounds_that_cross_are_known():
    assert programs("tuition_min=20000&tuition_max=10000").bounds_cross
    assert not programs("tuition_min=10000&tuition_max=10000").bounds_cross
    assert not programs("tuition_min=10000").bounds_cross


def test_the_list_begins_with_the_best_rank():
    assert programs().default_sort == "rank"
    assert programs().sort_links()["rank"].direction == "ascending"


def test_charges_bound_the_list_at_both_ends():
    for value in ("10000", "20000", "30000"):
        ProgramFigureFactory(subject__title=value, value=value)
    ProgramFactory(title="unknown")
    refresh()
    assert titles("tuition_min=20000&sort=name") == ["20000", "30000"]
    assert titles("tuition_max=20000&sort=name") == ["10000", "20000"]
    assert titles("tuition_min=15000&tuition_max=25000") == ["20000"]
    assert titles("tuition_min=25000&tuition_max=15000") == []


def test_a_price_in_the_words_bounds_the_list_unless_the_address_does():
    for value in ("10000", "20000", "30000"):
        ProgramFigureFactory(subject__title=value, value=value)
    refresh()
    assert titles("q=under+%2420k&sort=name") == ["10000", "20000"]
    assert titles("q=under+%2420k&tuition_max=10000") == ["10000"]
    assert programs("q=under+%2420k&tuition_max=").answer.count == 2
    assert programs("q=under+%2420k&tuition_min=25000").bounds_cross


def test_without_the_words_their_price_is_gone_too():
    ProgramFigureFactory(subject__title="dear", value="30000", subject__institution__state=None)
    refresh()
    [without] = programs("q=under+%2420k").without_each
    assert without.count == 1


def test_a_lookup_of_the_database_is_no_parameter(degrees):
    for query in ("facts__tuition__gte=1", "institution__name=x", "level__in=doctorate", "pk=1"):
        assert titles(query) == ["masters"]


def test_an_occupation_is_offered_where_a_career_has_it():
    OccupationFactory(soc="11-1111")
    CareerFactory(occupation=OccupationFactory(soc="22-2222"))
    found = CareerFilterSet(QueryDict(), Career.objects.all())
    assert options(found, "occupation") == ["22-2222", "none"]


@pytest.mark.parametrize(
    ("filters", "model", "parameters"),
    [
        (
            ProgramFilterSet,
            Program,
            {"q", "field", "state", "level", "award", "delivery"}
            | {"control", "institution", "career", "tuition_min", "tuition_max", "earnings_min"}
            | {"tuition", "earnings", "completions_min", "residency", "sort"},
        ),
        (InstitutionFilterSet, Institution, {"q", "state", "control", "sort"}),
        (StateFilterSet, State, {"sort"}),
        (CareerFilterSet, Career, {"q", "pay_min", "list", "occupation", "sort"}),
        (DisagreementFilterSet, Program, {"kind", "topic"}),
        (SearchFilterSet, Program, {"q", "kind"}),
    ],
)
def test_the_words_of_an_address_are_these(filters, model, parameters):
    assert set(filters(QueryDict(), model.objects.all()).filters) == parameters


values = st.sampled_from(["none", "CA", "rank", "-name", "masters", "0", "$1"]) | st.text()


@given(st.lists(st.tuples(st.sampled_from([*ProgramFilterSet.base_filters, "page"]), values)))
def test_no_address_breaks_the_list(pairs):
    found = programs(urlencode(pairs))
    assert list(found.qs) == []
    assert programs(found.url().removeprefix("?")).url() == found.url()
    assert len(found.active) == len(found.carried("sort", "residency"))
