from datetime import date
from itertools import combinations, permutations, product

import pytest

from reference.findings import compare, contradictions, findings_among, merged, topic_spreads
from tests.factories import (
    CareerFactory,
    CareerFigureFactory,
    InstitutionFactory,
    InstitutionFigureFactory,
    OccupationFactory,
    OccupationFigureFactory,
    ProgramFactory,
    ProgramFigureFactory,
    RankingFactory,
    RankingFigureFactory,
    SourceFactory,
    TopicFactory,
    TopicFigureFactory,
)

HAKIA = SourceFactory.build(pk=1, kind="ranking")
RESEARCH = SourceFactory.build(pk=2, kind="article")
DUKE = SourceFactory.build(pk=3, kind="university")
IPEDS = SourceFactory.build(pk=4, kind="government")
IPEDS_BEFORE = SourceFactory.build(pk=5, kind="government")

CAREER = CareerFactory.build(pk=1)
PENN = InstitutionFactory.build(pk=1)
PROGRAM = ProgramFactory.build(pk=1)
RANKING = RankingFactory.build(pk=1)
TOPIC = TopicFactory.build(pk=1)
OTHER_TOPIC = TopicFactory.build(pk=2)


def pay(value, source=HAKIA, **fields):
    return CareerFigureFactory.build(subject=CAREER, value=value, source=source, **fields)


def growth(value, source=HAKIA, **fields):
    return pay(value, source, measure="growth", **fields)


def charge(value, source=HAKIA, **fields):
    return InstitutionFigureFactory.build(subject=PENN, value=value, source=source, **fields)


def rate(value, source=HAKIA, **fields):
    return charge(value, source, measure="graduation_rate", **fields)


def placement(value, source=DUKE, **fields):
    return ProgramFigureFactory.build(
        subject=PROGRAM, measure="placement_rate", value=value, source=source, **fields
    )


def students(value, source=HAKIA, **fields):
    return charge(value, source, measure="students", **fields)


def answer(value, topic=TOPIC, **fields):
    return TopicFigureFactory.build(subject=topic, value=value, source=RESEARCH, **fields)


def kind_of(a, b):
    """What the two say of each other, which must not depend on who is asked first."""
    finding, reverse = compare(a, b), compare(b, a)
    if not finding or not reverse:
        assert finding is reverse
        return None
    assert (finding.kind, finding.terms) == (reverse.kind, reverse.terms)
    assert (finding.figures, reverse.figures) == ((a, b), (b, a))
    return finding.kind.value, finding.terms


def test_two_rates_of_one_source_on_equal_terms_contradict():
    assert kind_of(rate("100"), rate("1")) == ("contradiction", ())


def test_each_two_of_three_counts_contradict():
    counts = [
        RankingFigureFactory.build(subject=RANKING, value=value, source=HAKIA)
        for value in ("50", "127", "47")
    ]
    found = findings_among(counts)
    assert [finding.kind for finding in found] == ["contradiction"] * 3
    assert [finding.figures for finding in found] == list(combinations(counts, 2))


def test_two_sources_contradict_where_all_terms_are_stated_and_equal():
    terms = {
        "statistic": "median",
        "population": "workers",
        "basis": "full_time",
        "period": "2024",
    }
    assert kind_of(pay("157000", **terms), pay("99000", RESEARCH, **terms)) == ("contradiction", ())


def test_unstated_equals_unstated_only_inside_one_source():
    assert kind_of(pay("157000"), pay("99000")) == ("contradiction", ())
    assert kind_of(pay("157000"), pay("99000", RESEARCH)) == (
        "spread",
        ("statistic", "population", "basis", "period"),
    )


def test_growth_over_different_years_is_a_spread():
    assert kind_of(
        growth("36", RESEARCH, period="..2031"), growth("~15", RESEARCH, period="2022..2032")
    ) == ("spread", ("period",))


def test_growth_from_2020_to_2030_beside_2022_to_2032_is_a_spread_never_a_contradiction():
    decades = {"statistic": "rate", "population": "jobs", "basis": "projection"}
    assert kind_of(
        growth("40", period="2020..2030", **decades),
        growth("23", RESEARCH, period="2022..2032", **decades),
    ) == ("spread", ("period",))


@pytest.mark.parametrize(
    "term, one, other",
    [
        ("statistic", "median", "mean"),
        ("statistic", "median", "unstated"),
        ("population", "workers", "employees"),
        ("basis", "full_time", "projection"),
        ("basis", "in_state", "unstated"),
    ],
)
def test_a_spread_names_the_term_in_which_figures_differ(term, one, other):
    assert kind_of(pay("157000", **{term: one}), pay("99000", **{term: other})) == (
        "spread",
        (term,),
    )


def test_a_period_that_begins_elsewhere_is_another_period():
    assert kind_of(growth("40", period="..2032"), growth("23", period="2022..2032")) == (
        "spread",
        ("period",),
    )


def test_duke_tells_its_placement_two_ways():
    assert kind_of(
        placement("100", basis="within_6_months"), placement("100", basis="at_6_months")
    ) == ("told_two_ways", ("basis",))


def test_a_window_that_only_one_of_two_rows_states_is_told_two_ways():
    prose = placement("118000", terms="past 2 years")
    assert kind_of(prose, placement("118000")) == ("told_two_ways", ())


def test_the_same_value_in_two_sources_says_nothing():
    assert kind_of(rate("100"), rate("100", RESEARCH)) is None


@pytest.mark.parametrize("value, other", [("110000..160000", "157000"), ("92", "91.99")])
def test_values_within_the_rounding_do_not_differ(value, other):
    assert kind_of(pay(value), pay(other, RESEARCH)) is None


def test_starting_pay_says_nothing_of_pay():
    assert kind_of(pay("157000"), pay("118000", measure="starting_pay")) is None


@pytest.mark.parametrize(
    "one, other",
    [
        *combinations(["in_district", "in_state", "out_of_state", "any_residency"], 2),
        *combinations(["year_1", "year_4", "year_5"], 2),
        ("full_time", "part_time"),
    ],
)
def test_two_residencies_horizons_or_paces_are_never_compared(one, other):
    assert kind_of(charge("17514", basis=one), charge("31392", basis=other)) is None
    assert kind_of(charge("17514", basis=one), charge("17514", basis=other)) is None


def test_two_figures_of_one_residency_are_compared():
    assert kind_of(charge("17514", basis="in_state"), charge("11524", basis="in_state")) == (
        "contradiction",
        (),
    )


@pytest.mark.parametrize("percentile", ["p10", "p25", "p75", "p90"])
@pytest.mark.parametrize("other", ["median", "mean", "unstated", "maximum"])
def test_a_percentile_is_never_compared_with_another_statistic(percentile, other):
    assert kind_of(pay("90000", statistic=percentile), pay("150000", statistic=other)) is None


def test_two_percentiles_are_compared_only_if_they_are_the_same():
    assert kind_of(pay("90000", statistic="p10"), pay("240000", statistic="p90")) is None
    assert kind_of(pay("90000", statistic="p10"), pay("60000", statistic="p10")) == (
        "contradiction",
        (),
    )


@pytest.mark.parametrize("absence", ["suppressed", "not_reported"])
def test_an_absence_says_nothing(absence):
    assert kind_of(rate(absence), rate("98")) is None
    assert kind_of(rate(absence), rate("not_applicable")) is None


@pytest.mark.parametrize("measure", ["since_year", "other_count"])
def test_a_year_and_a_number_of_anything_are_never_compared(measure):
    assert kind_of(charge("1928", measure=measure), charge("1997", measure=measure)) is None


def test_figures_of_two_subjects_are_never_compared():
    of_another = rate("70")
    of_another.subject = InstitutionFactory.build(pk=2)
    assert kind_of(rate("98"), of_another) is None


def test_subjects_of_two_kinds_are_two_subjects_though_their_keys_are_equal():
    program = ProgramFigureFactory.build(subject=PROGRAM, value="1", source=HAKIA)
    assert PROGRAM.pk == PENN.pk
    assert kind_of(charge("62260"), program) is None
    assert findings_among([charge("62260"), program]) == []


def test_a_claim_beside_a_government_figure_is_the_audits_alone():
    assert kind_of(charge("62260"), charge("48496", IPEDS)) is None


STATED = {"statistic": "mean", "population": "graduate_students", "basis": "in_state"}


def test_government_figures_contradict_where_their_terms_are_equal():
    before = charge("47000", IPEDS_BEFORE, period="2023", **STATED)
    assert kind_of(charge("48496", IPEDS, period="2023", **STATED), before) == ("contradiction", ())


def test_two_editions_of_a_federal_file_are_a_series():
    before = charge("47000", IPEDS_BEFORE, period="2022", **STATED)
    assert kind_of(charge("48496", IPEDS, period="2023", **STATED), before) is None


def test_a_federal_file_never_tells_a_thing_two_ways():
    assert kind_of(charge("48496", IPEDS), charge("48496", IPEDS)) is None


def test_two_columns_of_a_federal_file_are_two_things():
    counted = {"measure": "completions", "statistic": "total", "population": "completers"}
    first = charge("46", IPEDS, item="IPEDSCOUNT1", **counted)
    second = charge("149", IPEDS, item="IPEDSCOUNT2", **counted)
    assert kind_of(first, second) is None
    assert contradictions([first, second]) == {}


def test_a_withdrawn_figure_is_in_no_finding():
    assert findings_among([rate("100"), rate("1", status="withdrawn")]) == []


def test_a_disputed_figure_is_in_findings():
    assert len(findings_among([rate("100"), rate("1", status="disputed")])) == 1


def test_counts_of_two_groups_of_people_are_two_numbers():
    one, other = {"population": "undergraduates"}, {"population": "masters_students"}
    assert kind_of(students("4000", **one), students("600", **other)) is None
    assert kind_of(students("4000", **one), students("600", **one)) == ("contradiction", ())


def test_answers_to_a_question_are_compared_only_where_the_source_says_the_same_of_both():
    cost = {"measure": "total_cost"}
    assert kind_of(answer("25000", terms="public", **cost), answer("7000", **cost)) is None
    assert kind_of(answer("25000", **cost), answer("7000", **cost)) == ("contradiction", ())


def test_pairs_of_one_kind_subject_and_measure_merge_with_all_their_terms():
    counts = [
        RankingFigureFactory.build(pk=n, subject=RANKING, value=value, source=HAKIA)
        for n, value in enumerate(("50", "127", "47"))
    ]
    rates = [
        rate("98", pk=1),
        rate("90", pk=2, population="admitted"),
        rate("80", pk=3, basis="six_years"),
    ]
    found = merged(findings_among([*counts, *rates]))
    assert [(finding.kind, finding.figures, finding.terms) for finding in found] == [
        ("contradiction", tuple(counts), ()),
        ("spread", tuple(rates), ("population", "basis")),
    ]


def test_figures_that_contradict_know_each_other():
    right, wrong, also_wrong = rate("100", pk=1), rate("1", pk=2), rate("3", pk=3)
    spread, apart = rate("50", pk=4, population="admitted"), charge("5", pk=5)
    assert contradictions([right, wrong, also_wrong, spread, apart]) == {
        right: [wrong, also_wrong],
        wrong: [right, also_wrong],
        also_wrong: [right, wrong],
    }


def test_what_is_told_fast_is_what_every_pair_tells():
    """Figures on other terms are passed over; nothing that contradicts may be among them."""
    kinds = product(("100", "1"), (HAKIA, DUKE, IPEDS), ("unstated", "completers"), (2020, None))
    figures = [
        rate(value, source, pk=place, population=population, period_to=year and date(year, 1, 1))
        for place, (value, source, population, year) in enumerate(kinds)
    ]
    figures[0].status = "withdrawn"
    pairs = [found for found in findings_among(figures) if found.kind == "contradiction"]
    told = {(a, b) for a, others in contradictions(figures).items() for b in others}
    assert told == {pair for found in pairs for pair in permutations(found.figures)}
    assert len(pairs) > 5


def spreads(*figures):
    found = topic_spreads(figures)
    assert {finding.kind for finding in found} <= {"topic_spread"}
    return [list(finding.figures) for finding in found]


def test_all_growth_that_answers_one_question_is_one_spread():
    figures = [answer("40"), answer("~15"), answer("8"), growth("36", topic=TOPIC)]
    assert spreads(*figures) == [figures]


def test_pay_and_starting_pay_of_several_subjects_are_one_spread():
    occupation = OccupationFigureFactory.build(
        subject=OccupationFactory.build(pk=1), value="135980", source=IPEDS, topic=TOPIC
    )
    start, claim = answer("25000..140000+", measure="starting_pay"), answer("157000", measure="pay")
    assert spreads(occupation, start, claim) == [[occupation, start, claim]]


def test_answers_to_two_questions_are_never_one_spread():
    assert spreads(answer("40"), answer("15", OTHER_TOPIC)) == []


def test_a_premium_in_dollars_and_one_in_percent_are_never_one_spread():
    dollars = [answer(value, measure="pay_premium") for value in ("10000", "30000")]
    percent = [answer(value, measure="pay_premium_share") for value in ("20", "60")]
    assert spreads(*dollars, *percent) == [dollars, percent]
    assert spreads(dollars[0], percent[0]) == []


def test_numbers_of_anything_are_no_spread():
    assert spreads(answer("2", measure="other_count"), answer("6", measure="other_count")) == []


def test_answers_that_agree_are_no_spread():
    assert spreads(answer("30"), answer("25..40"), answer("~30")) == []
    assert spreads(answer("30")) == []


@pytest.mark.parametrize(
    "silent",
    [{"value": "suppressed"}, {"value": "5", "status": "withdrawn"}, {"value": "5", "topic": None}],
    ids=["absent", "withdrawn", "without a topic"],
)
def test_what_says_nothing_is_in_no_spread(silent):
    answers = [growth("40", topic=TOPIC), growth("15", topic=TOPIC)]
    assert spreads(*answers, growth(**({"topic": TOPIC} | silent))) == [answers]


def test_figures_that_answer_no_question_are_no_spread():
    assert spreads(growth("40"), growth("15")) == []
