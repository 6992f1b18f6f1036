from itertools import permutations

import pytest
from django.core.exceptions import ValidationError

from careers.cip_families import CORE_FIELDS
from careers.models import Career, CareerPath, FieldOfStudy
from reference.search.documents import refresh_all_documents
from tests.factories import (
    CareerAliasFactory,
    CareerFactory,
    CareerFigureFactory,
    CareerListingFactory,
    OccupationFactory,
    PathStepFactory,
    SourceFactory,
)

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize(
    "method, blank",
    [("named", ""), ("named", "  "), ("paying_at_least", None), ("under", []), ("on_lists", [])],
)
def test_a_blank_answer_changes_nothing(method, blank):
    careers = Career.objects.all()
    assert getattr(careers, method)(blank) is careers


def titles(careers):
    listed = [career.title for career in careers]
    assert len(listed) == len(set(listed))
    return listed


@pytest.mark.parametrize(
    "text", ["machine", "LEARNING engineer", "ml", "mlops machine", " ai  ml "]
)
def test_each_word_is_looked_for_in_title_and_aliases(text):
    career = CareerFactory(title="Machine Learning Engineer")
    for alias in ("ML Engineer", "MLOps Engineer", "AI Engineer"):
        CareerAliasFactory(career=career, name=alias)
    CareerFactory(title="Data Scientist")
    refresh_all_documents()
    assert titles(Career.objects.named(text)) == ["Machine Learning Engineer"]


def test_every_word_must_be_found():
    CareerFactory(title="Machine Learning Engineer")
    CareerFactory(title="Data Scientist")
    refresh_all_documents()
    assert titles(Career.objects.named("machine scientist")) == []


def with_pay(title, value, **fields):
    fields = {"headline": True, "value": value} | fields
    return CareerFigureFactory(subject__title=title, **fields).subject


@pytest.mark.parametrize(
    "value", ["150000", "~150000", "110000..150000", "25000..140000+", "90000+", "<=160000"]
)
def test_pay_reaches_a_sum_by_its_upper_end_or_if_it_is_open(value):
    with_pay("Engineer", value)
    assert titles(Career.objects.paying_at_least(150000)) == ["Engineer"]


def test_pay_reaches_a_sum_by_the_figure_that_lists_show():
    engineer = with_pay("Engineer", "120000")
    CareerFigureFactory(subject=engineer, value="110000..160000", headline=False)
    assert titles(Career.objects.paying_at_least(120000)) == ["Engineer"]
    assert titles(Career.objects.paying_at_least(120001)) == []


@pytest.mark.parametrize(
    "value, fields",
    [
        ("149999", {}),
        ("110000..149999", {}),
        ("<=140000", {}),
        ("150000", {"status": "disputed"}),
        ("150000", {"status": "withdrawn"}),
        ("150000", {"measure": "employment"}),
        ("suppressed", {"headline": False}),
    ],
)
def test_pay_below_the_sum_or_unknown_does_not_reach_it(value, fields):
    with_pay("Engineer", value, **fields)
    assert titles(Career.objects.paying_at_least(150000)) == []


def test_careers_are_asked_for_by_occupation_and_none_is_one_without_a_code():
    for soc in ("15-2051", "15-1252"):
        CareerFactory(title=soc, occupation=OccupationFactory(soc=soc))
    CareerFactory(title="unknown", occupation=None)
    assert titles(Career.objects.under(["15-2051"])) == ["15-2051"]
    assert titles(Career.objects.under(["15-2051", "15-1252"])) == ["15-1252", "15-2051"]
    assert titles(Career.objects.under(["none"])) == ["unknown"]
    assert titles(Career.objects.under(["15-2051", "none"])) == ["15-2051", "unknown"]


def test_careers_of_the_same_code_are_those_a_career_shares_its_occupation_with():
    shared = OccupationFactory()
    first = CareerFactory(title="first", occupation=shared)
    CareerFactory(title="second", occupation=shared)
    CareerFactory(title="other", occupation=OccupationFactory())
    assert titles(Career.objects.sharing_occupation_with(first)) == ["second"]


def test_careers_without_a_code_share_no_occupation():
    first = CareerFactory()
    CareerFactory()
    assert titles(Career.objects.sharing_occupation_with(first)) == []


def test_unknown_pay_comes_last_in_both_directions():
    CareerFactory(title="unknown")
    with_pay("low", "90000..200000")
    with_pay("high", "150000")
    with_pay("not the headline", "500000", headline=False)
    last = ["not the headline", "unknown"]
    assert titles(Career.objects.in_order("pay")) == ["low", "high", *last]
    assert titles(Career.objects.in_order("-pay")) == ["low", "high", *last]


def test_pay_goes_up_by_lower_ends_and_down_by_upper_ones():
    for value in ("100000..180000", "157000", "170000+", "<=90000"):
        with_pay(value, value)
    assert titles(Career.objects.in_order("pay")) == [
        *("<=90000", "100000..180000", "157000", "170000+")
    ]
    assert titles(Career.objects.in_order("-pay")) == [
        *("100000..180000", "170000+", "157000", "<=90000")
    ]


def test_careers_are_sorted_by_title_both_ways():
    for title in ("B", "A", "C"):
        CareerFactory(title=title)
    assert titles(Career.objects.in_order("title")) == ["A", "B", "C"]
    assert titles(Career.objects.in_order("-title")) == ["C", "B", "A"]


def test_careers_are_asked_for_by_the_lists_they_stand_on():
    for title in ("both", "first"):
        CareerListingFactory(career__title=title, list="entry_level")
    CareerListingFactory(career=Career.objects.get(title="both"), list="alternative")
    CareerFactory(title="unlisted")
    assert titles(Career.objects.on_lists(["entry_level"])) == ["both", "first"]
    assert titles(Career.objects.on_lists(["entry_level", "alternative"])) == ["both", "first"]
    assert titles(Career.objects.on_lists(["prominent"])) == []


@pytest.mark.parametrize(
    "lists, spoken",
    [(["needs_credential", "prominent"], 1), (["no_further_study"], 1), (["entry_level"], 0)],
)
def test_some_lists_say_whether_a_career_asks_for_a_degree(lists, spoken):
    career = CareerFactory()
    for name in lists:
        CareerListingFactory(career=career, list=name)
    assert len(career.credential_listings) == spoken


def test_a_senior_step_says_what_the_role_asks_for_unless_a_listing_tells_the_line():
    career, source = CareerFactory(), SourceFactory()
    CareerListingFactory(career=career, list="needs_credential", source=source, locator="line 105")
    steps = (("senior", "line 101; line 105"), ("senior", "line 7"), ("entry", "line 8"))
    for stage, locator in steps:
        asked = {"asks_for": "A degree", "source": source, "locator": locator}
        PathStepFactory(career=career, stage=stage, **asked)
    PathStepFactory(career=career, stage="senior", asks_for="", source=source, locator="line 9")
    paths = CareerPath.objects.with_steps()
    assert [step.locator for step in career.steps_asking(paths)] == ["line 7"]


def test_pay_stands_apart_from_the_outlook():
    career = with_pay("Engineer", "150000")
    CareerFigureFactory(subject=career, measure="growth", value="40")
    assert [group.measure for group in career.pay_groups] == ["pay"]
    assert [group.measure for group in career.outlook_groups] == ["growth"]


def test_a_table_reads_all_it_shows_in_four_queries(django_assert_num_queries):
    for title in ("A", "B"):
        career = with_pay(title, "150000")
        CareerFigureFactory(subject=career, status="withdrawn")
        CareerFigureFactory(subject=career, measure="growth", value="40")
        CareerAliasFactory(career=career)
        CareerListingFactory(career=career)
    with django_assert_num_queries(4):
        for career in Career.objects.for_table():
            assert (career.occupation, career.source) == (None, None)
            assert [listing.source.kind for listing in career.listings.all()] == ["ranking"]
            assert len(career.aliases.all()) == 1
            figures = career.figures.all()
            assert {figure.measure for figure in figures} == {"pay", "growth"}
            assert all(figure.source.slug for figure in figures)


@pytest.mark.parametrize("cip", ["11.01", "11.0102"])
def test_a_cip_code_has_four_or_six_digits(cip):
    FieldOfStudy(cip=cip, title="A field").full_clean()


@pytest.mark.parametrize("cip", ["11", "11.1", "11.010", "11.01022", "1101", "xx.0102"])
def test_what_is_no_cip_code_is_refused(cip):
    with pytest.raises(ValidationError):
        FieldOfStudy(cip=cip, title="A field").full_clean()


def test_no_code_belongs_to_two_core_fields():
    prefixes = [prefix for _label, codes in CORE_FIELDS.values() for prefix in codes]
    for one, other in permutations(prefixes, 2):
        assert not one.startswith(other)
