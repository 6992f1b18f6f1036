import pytest

from reference.checks import Evidence
from reference.topic_checks import CHECKS, payback_range, same_number_twice
from tests.factories import (
    CareerFactory,
    CareerFigureFactory,
    InstitutionFactory,
    InstitutionFigureFactory,
    SourceFactory,
    TopicFactory,
    TopicFigureFactory,
)

HAKIA = SourceFactory.build(pk=1)
PAYBACK, COST, PREMIUM, PAY = (TopicFactory.build(pk=n, question=f"Q{n}") for n in (1, 2, 3, 4))
UW = InstitutionFactory.build(pk=1, name="Washington")


def answer(topic, measure, value, **fields):
    return TopicFigureFactory.build(
        subject=topic, measure=measure, value=value, source=HAKIA, **fields
    )


def of_uw(measure, value, **fields):
    return InstitutionFigureFactory.build(
        subject=UW, measure=measure, value=value, source=HAKIA, **fields
    )


def found(check, *figures):
    return list(check(Evidence(HAKIA, figures)))


def paid_back(told="24..36", cost="25000..140000+", premiums=("45000", "25000..40000")):
    return found(
        payback_range,
        answer(PAYBACK, "payback", told),
        answer(COST, "total_cost", cost),
        *(answer(PREMIUM, "pay_premium", premium) for premium in premiums),
    )


def test_the_highest_cost_over_the_best_premium_takes_longer_than_told():
    [finding] = paid_back()
    assert finding.sentence == (
        "A degree is said to pay for itself in 2–3 years. The highest cost named, $140,000, takes "
        "3.1 years at $45,000 more a year, and up to 5.6 at $25,000–40,000."
    )
    assert [figure.in_words for figure in finding.figures][:2] == ["2–3 years", "$25,000–140,000+"]
    assert finding.subjects == (PAYBACK, COST, PREMIUM)


@pytest.mark.parametrize(
    "changed",
    [{"told": "24..48"}, {"cost": "25000..130000"}, {"premiums": ["48000"]}, {"premiums": []}],
)
def test_one_figure_changed_and_the_payback_holds(changed):
    assert paid_back(**changed) == []


def test_a_cost_without_a_premium_proves_nothing():
    assert found(payback_range, answer(PAYBACK, "payback", "24..36")) == []


def test_one_share_that_answers_two_questions_is_told():
    one = answer(PAY, "placement_rate", "~65", terms="graduates who find work")
    other = answer(COST, "upward_share", "~65", terms="graduates who move up")
    [finding] = found(same_number_twice, one, other)
    assert finding.figures == (one, other)
    assert finding.subjects == (PAY, COST)
    assert finding.sentence == (
        "About 65% stands for two things: graduates who find work; and graduates who move up."
    )


def test_pay_of_a_university_that_is_a_national_median_is_told():
    [finding] = found(same_number_twice, of_uw("pay", "165000"), answer(PAY, "pay", "165000"))
    assert finding.subjects == (UW, PAY)


@pytest.mark.parametrize("value", ["164000", "~165000", "165000..170000", "165000+"])
def test_another_number_is_not(value):
    assert found(same_number_twice, of_uw("pay", value), answer(PAY, "pay", "165000")) == []


def test_a_rate_of_a_university_that_equals_a_share_of_employers_is_chance():
    rate, share = of_uw("graduation_rate", "93"), answer(PAY, "hiring_share", "93")
    assert found(same_number_twice, rate, share) == []


def test_one_measure_of_two_subjects_may_have_one_value():
    other = InstitutionFigureFactory.build(
        subject=InstitutionFactory.build(pk=2), value="11834", source=HAKIA
    )
    assert found(same_number_twice, of_uw("tuition", "11834"), other) == []


def test_two_ranges_may_be_the_same():
    ranges = answer(PAY, "pay", "10000..20000"), answer(PREMIUM, "pay", "10000..20000")
    assert found(same_number_twice, *ranges) == []


def test_numbers_of_anything_and_absences_are_passed_over():
    numbers = answer(PAY, "other_count", "2"), answer(COST, "other_count", "2")
    silent = answer(PAY, "pay", "suppressed"), of_uw("pay", "suppressed")
    assert found(same_number_twice, *numbers, *silent) == []


def test_a_finding_names_each_line_once_in_the_order_of_the_document():
    figures = [
        of_uw("pay", "165000", locator="line 59; line 201"),
        answer(PAY, "pay", "165000", locator="line 9"),
    ]
    [finding] = found(same_number_twice, *figures)
    assert finding.links == [
        {"url": figures[1].get_absolute_url(), "locator": "line 9"},
        {"url": figures[0].get_absolute_url(), "locator": "line 59"},
        {"url": figures[0].get_absolute_url(), "locator": "line 201"},
    ]


def test_a_line_of_two_records_leads_to_the_one_printed_on_fewest_others():
    figures = [
        of_uw("pay", "165000", locator="line 9; line 201"),
        answer(PAY, "pay", "165000", locator="line 9"),
    ]
    [finding] = found(same_number_twice, *figures)
    assert finding.links == [
        {"url": figures[1].get_absolute_url(), "locator": "line 9"},
        {"url": figures[0].get_absolute_url(), "locator": "line 201"},
    ]


def test_evidence_holds_what_has_a_value_by_table_and_measure():
    pay, absent, rate = of_uw("pay", "1"), of_uw("pay", "suppressed"), of_uw("graduation_rate", "9")
    career = CareerFigureFactory.build(subject=CareerFactory.build(pk=1), source=HAKIA)
    evidence = Evidence(HAKIA, [pay, absent, rate, career])
    assert evidence.figures(type(pay), "pay") == [pay]
    assert evidence.figures(type(pay), "pay", "graduation_rate") == [pay, rate]
    assert evidence.every_figure() == [pay, rate, career]
    assert evidence.records(type(career)) == [career]


def test_checks_are_registered_by_their_names():
    assert {key: check.find.__name__ for key, check in CHECKS.items()} == {k: k for k in CHECKS}
