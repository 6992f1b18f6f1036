from datetime import date
from itertools import pairwise

import pytest

from reference.headlines import LIST_ORDER, headline, list_value, out_of_state_headline
from tests.factories import CareerFigureFactory, InstitutionFigureFactory, SourceFactory

KINDS = ["government", "university", "ranking", "article"]


def charge(value="50000", kind="ranking", published_on=None, **fields):
    source = SourceFactory.build(kind=kind, published_on=published_on)
    return InstitutionFigureFactory.build(value=value, source=source, **fields)


def salary(value="150000", **fields):
    return CareerFigureFactory.build(value=value, **fields)


def rate(value, **fields):
    return charge(value, measure="graduation_rate", **fields)


def in_turn(names):
    """Each name with the one after it."""
    return list(pairwise(names))


def both_ways(better, worse):
    """The order in which figures come must not matter."""
    return [[better, worse], [worse, better]]


def test_a_federal_count_of_graduates_that_names_no_year_is_no_headline():
    undated = charge("46", measure="completions", kind="government")
    dated = charge("30", measure="completions", kind="government", period="2016..2017")
    assert headline([undated]) is None
    assert headline([undated, dated]) is dated
    told = charge("50", measure="completions", kind="university")
    assert headline([undated, told]) is told


def test_no_figure_gives_no_headline():
    assert headline([]) is None


@pytest.mark.parametrize("better, worse", in_turn(KINDS))
def test_the_most_trusted_kind_of_source_speaks_first(better, worse):
    best, other = charge(kind=better), charge(kind=worse, population="graduate_students")
    for figures in both_ways(best, other):
        assert headline(figures) is best


@pytest.mark.parametrize(
    "better, worse",
    in_turn(["graduate_students", "masters_students", "completers", "unstated"]),
)
def test_a_charge_to_graduate_students_comes_first(better, worse):
    best, other = charge(population=better), charge(population=worse, basis="in_state")
    for figures in both_ways(best, other):
        assert headline(figures) is best


@pytest.mark.parametrize("population", ["undergraduates", "first_time_undergraduates"])
@pytest.mark.parametrize("measure", ["tuition", "fees", "credit_price"])
def test_a_charge_to_undergraduates_is_never_a_headline(measure, population):
    figure = charge(measure=measure, population=population, kind="government")
    assert headline([figure]) is None


@pytest.mark.parametrize("population", ["undergraduates", "first_time_undergraduates"])
def test_a_federal_rate_of_undergraduates_never_speaks_for_a_master_s(population):
    federal = rate("92.52", population=population, kind="government")
    claimed = rate("98")
    assert headline([federal]) is None
    assert headline([federal, claimed]) is claimed


def test_how_many_undergraduates_stay_may_be_a_headline():
    staying = charge("97", measure="retention_rate", population="first_time_undergraduates")
    assert headline([staying]) is staying


@pytest.mark.parametrize(
    "better, worse",
    in_turn(["in_state", "any_residency", "unstated", "in_district", "out_of_state"]),
)
def test_a_charge_in_state_comes_first(better, worse):
    best = charge(basis=better)
    other = charge(basis=worse, period="2025")
    for figures in both_ways(best, other):
        assert headline(figures) is best


@pytest.mark.parametrize(
    "basis", ["in_state", "any_residency", "unstated", "in_district", "out_of_state"]
)
def test_a_charge_to_any_residents_may_be_a_headline(basis):
    only = charge(basis=basis)
    assert headline([only]) is only


@pytest.mark.parametrize("basis", ["out_of_state", "any_residency", "unstated"])
def test_a_charge_that_does_not_leave_others_out_may_be_the_one_out_of_state(basis):
    only = charge(basis=basis)
    assert out_of_state_headline([only]) is only


def test_a_charge_to_part_time_students_is_no_headline():
    assert headline([charge(basis="part_time")]) is None


@pytest.mark.parametrize("statistic", ["median", "mean", "typical", "unstated"])
@pytest.mark.parametrize("measure", ["pay", "starting_pay", "earnings"])
def test_pay_is_a_median_mean_or_usual_range_or_of_no_stated_kind(measure, statistic):
    figure = salary(measure=measure, statistic=statistic)
    assert headline([figure]) is figure


@pytest.mark.parametrize("better, worse", in_turn(["median", "mean", "typical", "unstated"]))
def test_a_median_comes_before_a_mean_whatever_they_are_called(better, worse):
    best, other = salary(statistic=better, item="z"), salary(statistic=worse, item="a")
    for figures in both_ways(best, other):
        assert headline(figures) is best


@pytest.mark.parametrize("statistic", ["minimum", "maximum", "p10", "p25", "p75", "p90", "total"])
@pytest.mark.parametrize("measure", ["pay", "starting_pay", "earnings"])
def test_the_pay_of_the_best_or_worst_paid_is_no_headline(measure, statistic):
    assert headline([salary(measure=measure, statistic=statistic)]) is None


@pytest.mark.parametrize(
    "terms", [{"population": "completers"}, {"basis": "six_years"}, {"basis": "in_district"}]
)
def test_a_rate_that_states_its_terms_comes_before_one_that_does_not(terms):
    stated, unstated = rate("92", **terms), rate("98", period="2025")
    for figures in both_ways(stated, unstated):
        assert headline(figures) is stated


def test_the_newest_period_comes_first_and_none_last():
    older, newer, undated = rate("1", period="2023"), rate("2", period="2024"), rate("3")
    assert headline([undated, older, newer]) is newer
    assert headline([undated, older]) is older


def test_the_newest_source_comes_first_where_the_period_is_the_same():
    undated = rate("1", period="2024")
    older = rate("2", period="2024", published_on=date(2025, 1, 1))
    newer = rate("3", period="2024", published_on=date(2026, 1, 1))
    assert headline([undated, older, newer]) is newer
    assert headline([undated, older]) is older


def test_the_name_of_the_item_decides_where_nothing_else_does():
    first, second = rate("1", item="compare"), rate("2", item="profile")
    for figures in both_ways(first, second):
        assert headline(figures) is first


def test_an_absence_is_no_headline():
    assert headline([charge("suppressed", kind="government")]) is None
    assert headline([charge("suppressed", pinned=True)]) is None


def test_nought_may_be_a_headline():
    nothing = charge("0")
    assert headline([nothing]) is nothing


def test_a_disputed_figure_is_a_headline_only_if_pinned():
    disputed = rate("1", status="disputed", kind="government")
    other = rate("98")
    assert headline([disputed, other]) is other
    disputed.pinned = True
    assert headline([other, disputed]) is disputed


def test_a_withdrawn_figure_is_no_headline_even_if_pinned():
    assert headline([rate("1", status="withdrawn", pinned=True)]) is None


def test_a_corrected_figure_may_be_a_headline():
    corrected = rate("100", status="corrected")
    assert headline([corrected]) is corrected


def test_what_an_editor_pins_comes_before_all():
    pinned = charge(kind="article", population="undergraduates", pinned=True)
    assert headline([charge(kind="government"), pinned]) is pinned


def test_the_charge_out_of_state_is_its_own_headline():
    inside = charge("17514", basis="in_state", kind="government")
    outside = charge("31392", basis="out_of_state", kind="government")
    assert headline([outside, inside]) is inside
    assert out_of_state_headline([inside, outside]) is outside


@pytest.mark.parametrize("better, worse", in_turn(["out_of_state", "any_residency", "unstated"]))
def test_a_charge_that_names_those_from_elsewhere_comes_first_out_of_state(better, worse):
    best, other = charge(basis=better), charge(basis=worse)
    for figures in both_ways(best, other):
        assert out_of_state_headline(figures) is best


def test_a_charge_in_state_or_in_the_district_is_none_to_others():
    assert out_of_state_headline([charge(basis="in_state"), charge(basis="in_district")]) is None


def test_a_charge_pinned_in_state_does_not_become_the_one_out_of_state():
    pinned = charge(basis="in_state", pinned=True)
    outside = charge(basis="out_of_state")
    assert out_of_state_headline([pinned, outside]) is outside


@pytest.mark.parametrize("better, worse", in_turn(LIST_ORDER))
def test_a_list_shows_the_first_of_scope_and_kind_of_source(better, worse):
    (scope, kind), (other_scope, other_kind) = better, worse
    best = charge(kind=kind)
    found = {other_scope: charge(kind=other_kind)} | {scope: best}
    assert list_value(found) == (scope, best)


def test_the_order_of_scopes_is_the_one_the_model_gives():
    assert LIST_ORDER == (
        ("program", "university"),
        ("field", "government"),
        ("institution", "government"),
        ("institution", "university"),
        ("program", "ranking"),
        ("institution", "ranking"),
        ("program", "article"),
        ("institution", "article"),
    )


def test_a_list_shows_what_is_pinned_on_the_program_before_all():
    pinned = charge(kind="article", pinned=True)
    found = {"program": pinned, "institution": charge(kind="government")}
    assert list_value(found) == ("program", pinned)


def test_a_pin_on_the_university_gains_its_figure_no_place_in_a_list():
    department = charge(kind="university")
    found = {"program": department, "institution": charge(kind="ranking", pinned=True)}
    assert list_value(found) == ("program", department)


def test_a_list_shows_nothing_where_there_is_no_headline():
    assert list_value({"program": None, "field": None, "institution": None}) == (None, None)
    assert list_value({}) == (None, None)
