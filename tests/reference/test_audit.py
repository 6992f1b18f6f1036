from decimal import Decimal

import pytest

from reference.audit import equals, verdict
from tests.factories import (
    CareerFigureFactory,
    InstitutionFigureFactory,
    OccupationFigureFactory,
    SourceFactory,
)

HAKIA = SourceFactory.build(kind="ranking")
FEDERAL = SourceFactory.build(kind="government")


def claimed_charge(value, **fields):
    return InstitutionFigureFactory.build(value=value, source=HAKIA, **fields)


def federal_charge(value, population, basis, item, **fields):
    return InstitutionFigureFactory.build(
        value=value, source=FEDERAL, population=population, basis=basis, item=item, **fields
    )


def charges(undergraduate, graduate, graduate_elsewhere=None, undergraduate_elsewhere=None):
    """The IPEDS charges, in and out of state: at a private university the same."""
    return [
        federal_charge(undergraduate, "undergraduates", "in_state", "TUITION2"),
        federal_charge(
            undergraduate_elsewhere or undergraduate, "undergraduates", "out_of_state", "TUITION3"
        ),
        federal_charge(graduate, "graduate_students", "in_state", "TUITION6"),
        federal_charge(
            graduate_elsewhere or graduate, "graduate_students", "out_of_state", "TUITION7"
        ),
    ]


def rate(value, **fields):
    return InstitutionFigureFactory.build(
        value=value, measure="graduation_rate", source=HAKIA, **fields
    )


def federal_rate(value):
    return InstitutionFigureFactory.build(
        value=value,
        measure="graduation_rate",
        source=FEDERAL,
        population="undergraduates",
        item="GRRTTOT",
    )


def claimed(measure, value, **fields):
    return CareerFigureFactory.build(measure=measure, value=value, source=HAKIA, **fields)


def oews(value, period, item="A_MEDIAN", **fields):
    terms = {"statistic": "median", "population": "employees"} | fields
    return OccupationFigureFactory.build(
        measure="pay", value=value, source=FEDERAL, period=period, item=item, **terms
    )


def projected(value, period):
    return OccupationFigureFactory.build(
        measure="growth", value=value, source=FEDERAL, period=period, basis="projection"
    )


def judge(claim, federal, matches=None, checked=0):
    return verdict(claim, federal, matches or {}, checked)


def test_the_charge_to_graduate_students_agrees():
    federal = charges("70000", "66640")
    result = judge(claimed_charge("66640"), federal)
    assert (result.outcome, result.figure.item) == ("agrees", "TUITION6")
    assert [figure.item for figure in result.fit] == ["TUITION6", "TUITION7"]
    assert (result.also, result.share) == ((), None)


@pytest.mark.parametrize(
    "value", ["66640", "62840", "63798"], ids=["USC", "Johns Hopkins", "Boston"]
)
def test_agreement_says_so_where_undergraduates_are_charged_the_same(value):
    result = judge(claimed_charge(value), charges(value, value))
    assert result.outcome == "agrees"
    assert [figure.item for figure in result.also] == ["TUITION2", "TUITION3"]


def test_the_charge_to_undergraduates_is_another_measure_at_washington():
    federal = charges("11524", "17514", "31392", undergraduate_elsewhere="39906")
    result = judge(claimed_charge("11524"), federal)
    assert (result.outcome, result.figure.item) == ("another_measure", "TUITION2")
    assert [figure.low for figure in result.fit] == [17514, 31392]


def test_the_charge_to_undergraduates_is_another_measure_at_rit_though_it_is_below():
    result = judge(claimed_charge("55784"), charges("55784", "58500"))
    assert (result.outcome, result.figure.item) == ("another_measure", "TUITION2")
    assert result.share is None


def test_of_equal_columns_the_one_in_state_is_named_and_the_others_beside_it():
    federal = list(reversed(charges("55784", "58500")))
    result = judge(claimed_charge("55784"), federal)
    assert result.figure.item == "TUITION2"
    assert [figure.item for figure in result.also] == ["TUITION3"]
    assert [figure.item for figure in result.fit] == ["TUITION6", "TUITION7"]


def test_equal_columns_are_named_from_in_state_to_out_of_state():
    in_order = ["in_state", "any_residency", "in_district", "out_of_state", "unstated"]
    federal = [
        federal_charge("55784", "undergraduates", basis, basis) for basis in reversed(in_order)
    ]
    result = judge(claimed_charge("55784"), federal)
    assert [result.figure.item, *(figure.item for figure in result.also)] == in_order


def test_a_round_number_is_another_measure_only_where_the_column_keeps_matching():
    federal = charges("62000", "30000")
    northeastern = claimed_charge("62000")
    assert judge(northeastern, federal, {"TUITION2": 24}, 25).outcome == "another_measure"
    assert judge(northeastern, federal).outcome == "differs"


@pytest.mark.parametrize(
    "matching, checked, outcome",
    [
        (4, 5, "another_measure"),
        (5, 5, "another_measure"),
        (3, 5, "differs"),
        (4, 4, "differs"),
        (20, 25, "another_measure"),
        (19, 25, "differs"),
    ],
)
def test_a_match_is_strong_from_four_in_five_of_five_claims(matching, checked, outcome):
    federal = charges("62000", "30000")
    result = judge(claimed_charge("62000"), federal, {"TUITION2": matching}, checked)
    assert result.outcome == outcome


@pytest.mark.parametrize("value, outcome", [("11830", "another_measure"), ("11800", "differs")])
def test_a_match_is_strong_from_four_significant_digits(value, outcome):
    assert judge(claimed_charge(value), charges(value, "30000")).outcome == outcome


def test_a_claim_that_equals_no_charge_differs_by_how_much():
    result = judge(claimed_charge("60000"), charges("20000", "48000"))
    assert (result.outcome, result.figure.item) == ("differs", "TUITION6")
    assert result.share == Decimal("0.25")
    assert [figure.item for figure in result.nearest] == ["TUITION2", "TUITION3"]


def test_a_claim_beside_a_charge_of_nought_differs_by_no_share():
    result = judge(claimed_charge("60000"), charges("20000", "0"))
    assert (result.outcome, result.share) == ("differs", None)


def test_a_claim_that_states_its_residency_is_judged_by_that_charge():
    federal = charges("11524", "17514", "31392")
    result = judge(claimed_charge("31392", basis="out_of_state"), federal)
    assert (result.outcome, result.figure.item) == ("agrees", "TUITION7")
    assert [figure.item for figure in result.fit] == ["TUITION7"]


def test_usc_has_no_strong_match_in_a_rate_of_undergraduates():
    nearest = federal_rate("91.99")
    result = judge(rate("92"), [nearest], {"GRRTTOT": 1}, 21)
    assert equals(rate("92"), nearest)
    assert (result.outcome, result.reason) == ("cannot_be_checked", "other_people")
    assert result.nearest == (nearest,)


def test_a_rate_of_undergraduates_never_differs_from_a_claim():
    nearest = federal_rate("92.5")
    result = judge(rate("98"), [nearest])
    assert (result.outcome, result.reason) == ("cannot_be_checked", "other_people")
    assert result.nearest == (nearest,)
    assert (result.figure, result.fit, result.share) == (None, (), None)


def test_a_claim_without_a_federal_figure_cannot_be_checked():
    result = judge(claimed_charge("62260"), [])
    assert (result.outcome, result.reason) == ("cannot_be_checked", "no_federal_figure")


def test_a_federal_absence_is_no_figure():
    suppressed = federal_charge("suppressed", "graduate_students", "in_state", "TUITION6")
    result = judge(claimed_charge("62260"), [suppressed])
    assert (result.outcome, result.reason) == ("cannot_be_checked", "no_federal_figure")


def test_pay_is_judged_by_the_median_of_the_year_it_names():
    of_2024, newest = oews("133080", "2024-05"), oews("135980", "2025-05")
    result = judge(claimed("pay", "157000", period="2024"), [newest, of_2024])
    assert (result.outcome, result.figure) == ("differs", of_2024)
    assert round(result.share, 2) == Decimal("0.18")
    assert (result.fit, result.nearest) == ((of_2024,), (newest,))


@pytest.mark.parametrize("period", ["", "2019"])
def test_pay_that_names_no_year_on_record_is_judged_by_the_newest_median(period):
    older, newest = oews("133080", "2024-05"), oews("135980", "2025-05")
    result = judge(claimed("pay", "157000", period=period), [older, newest])
    assert (result.outcome, result.figure, result.fit) == ("differs", newest, (newest,))


@pytest.mark.parametrize(
    "terms", [{"statistic": "p90"}, {"statistic": "mean"}, {"population": "workers"}]
)
def test_only_a_median_of_employees_is_fit_for_pay(terms):
    nearest = oews("133080", "2024-05", **terms)
    result = judge(claimed("pay", "157000", period="2024"), [nearest])
    assert (result.outcome, result.nearest) == ("cannot_be_checked", (nearest,))


def test_pay_that_equals_a_percentile_is_another_measure():
    median, top = oews("133080", "2024-05"), oews("208620", "2024-05", "A_PCT90", statistic="p90")
    result = judge(claimed("pay", "208620", period="2024"), [median, top])
    assert (result.outcome, result.figure, result.fit) == ("another_measure", top, (median,))


@pytest.mark.parametrize(
    "value", ["110000..160000", "110000..133080", "25000..100000+", "120000+", "<=133080"]
)
def test_a_claimed_range_agrees_if_it_holds_the_median(value):
    assert judge(claimed("pay", value), [oews("133080", "2024-05")]).outcome == "agrees"


@pytest.mark.parametrize("value", ["110000..133000", "133100..150000+", "133100+", "<=133000"])
def test_a_claimed_range_differs_if_it_just_misses_the_median(value):
    assert judge(claimed("pay", value), [oews("133080", "2024-05")]).outcome == "differs"


def test_a_median_above_the_highest_that_is_published_does_not_differ_from_more():
    assert judge(claimed("pay", "250000"), [oews("239200+", "2024-05")]).outcome == "agrees"
    assert judge(claimed("pay", "200000"), [oews("239200+", "2024-05")]).outcome == "differs"


def test_growth_of_other_years_never_differs():
    nearest = projected("15.8", "2024..2034")
    result = judge(claimed("growth", "40", period="..2032"), [nearest])
    assert (result.outcome, result.reason) == ("cannot_be_checked", "other_period")
    assert result.nearest == (nearest,)


@pytest.mark.parametrize("period", ["2024..2034", ""])
def test_growth_that_names_no_years_cannot_be_checked(period):
    nearest = projected("15.8", period)
    assert judge(claimed("growth", "40"), [nearest]).outcome == "cannot_be_checked"


@pytest.mark.parametrize(
    "period, outcome",
    [
        ("..2034", "differs"),
        ("2024..2034", "differs"),
        ("2023..2034", "cannot_be_checked"),
        ("2024..2033", "cannot_be_checked"),
    ],
)
def test_growth_is_judged_by_a_projection_of_the_same_years(period, outcome):
    claim = claimed("growth", "40", period=period)
    assert judge(claim, [projected("15.8", "2024..2034")]).outcome == outcome


def test_growth_agrees_by_rounding():
    claim = claimed("growth", "16", period="..2034")
    assert judge(claim, [projected("15.8", "2024..2034")]).outcome == "agrees"


@pytest.mark.parametrize(
    "value, federal, same",
    [
        ("62260", "62260", True),
        ("62000", "62260", False),
        ("62261", "62260", False),
        ("~62000", "62260", True),
        ("~50000", "62260", False),
    ],
)
def test_dollars_equal_to_the_dollar_unless_the_claim_is_about(value, federal, same):
    claim = claimed_charge(value)
    figure = federal_charge(federal, "graduate_students", "in_state", "TUITION6")
    assert equals(claim, figure) is same
