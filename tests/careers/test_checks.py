import pytest

from careers.checks import career_on_opposed_lists, overall_above_roles, ratio_above_band
from careers.models import CareerListing
from reference.checks import Evidence
from tests.factories import (
    CareerFactory,
    CareerFigureFactory,
    SourceFactory,
    TopicFactory,
    TopicFigureFactory,
)

ARTICLE = SourceFactory.build(pk=1)
TOPIC = TopicFactory.build(pk=1)
ENGINEER = CareerFactory.build(pk=1, title="Engineer")
SCIENTIST = CareerFactory.build(pk=2, title="Scientist")


def role(career, value):
    return CareerFigureFactory.build(subject=career, value=value, source=ARTICLE)


def claim(measure, value):
    return TopicFigureFactory.build(subject=TOPIC, measure=measure, value=value, source=ARTICLE)


def listing(career, name, line=1):
    return CareerListing(career=career, list=name, source=ARTICLE, locator=f"line {line}")


def found(check, *records):
    return list(check(Evidence(ARTICLE, records)))


ROLES = role(ENGINEER, "110000..160000"), role(SCIENTIST, "120000..180000")


def test_pay_of_all_that_passes_every_role_is_told():
    overall = claim("pay", "90000..200000+")
    [finding] = found(overall_above_roles, overall, *ROLES)
    assert finding.sentence == (
        "Pay is given as $90,000–200,000+, but none of the 2 roles listed goes above $180,000 "
        "(Scientist)."
    )
    assert finding.figures == (overall, *ROLES)
    assert finding.subjects == (TOPIC, ENGINEER, SCIENTIST)


@pytest.mark.parametrize("value", ["90000..180000", "90000..150000+", "200000"])
def test_pay_that_a_role_reaches_or_that_is_no_range_is_not(value):
    assert found(overall_above_roles, claim("pay", value), *ROLES) == []


def test_a_role_more_and_the_whole_is_no_longer_above_its_parts():
    executive = role(CareerFactory.build(pk=3), "150000..210000")
    assert found(overall_above_roles, claim("pay", "90000..200000+"), *ROLES, executive) == []


def test_without_roles_nothing_is_above_them():
    assert found(overall_above_roles, claim("pay", "90000..200000+")) == []
    assert found(ratio_above_band, claim("experience_ratio", "~2")) == []


def test_a_rise_that_the_band_of_a_role_cannot_hold_is_told():
    ratio = claim("experience_ratio", "~2")
    [finding] = found(ratio_above_band, ratio, *ROLES)
    assert finding.figures == (ratio, ROLES[0])
    assert finding.sentence == (
        "Experience is said to bring about 2 times the pay of a start, but the whole band of "
        "Engineer, $110,000–160,000, reaches only 1.45 times its lower end."
    )


@pytest.mark.parametrize(("ratio", "band"), [("1.4", "110000..160000"), ("~2", "80000..160000")])
def test_a_smaller_rise_or_a_wider_band_is_not(ratio, band):
    assert found(ratio_above_band, claim("experience_ratio", ratio), role(ENGINEER, band)) == []


def test_a_career_for_beginners_that_asks_for_a_degree_is_told():
    listings = [
        listing(ENGINEER, "entry_level", 65),
        listing(ENGINEER, "no_further_study", 92),
        listing(ENGINEER, "needs_credential", 106),
        listing(SCIENTIST, "needs_credential", 107),
    ]
    [finding] = found(career_on_opposed_lists, *listings)
    assert finding.records == tuple(listings[:3])
    assert finding.subjects == (ENGINEER,)
    assert finding.sentence == (
        "Engineer stands on opposed lists: entry level and open without further study, but also "
        "needs a certificate or degree."
    )


@pytest.mark.parametrize("lists", [["entry_level", "prominent"], ["needs_credential"], []])
def test_lists_that_go_together_are_not(lists):
    records = [listing(ENGINEER, name) for name in lists]
    assert found(career_on_opposed_lists, *records) == []
