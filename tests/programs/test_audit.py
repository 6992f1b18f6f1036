"""What is laid beside what, and what follows; pages and the command tell it."""

from decimal import Decimal

import pytest

from programs.audit.gathered import every_claim
from programs.audit.proof import proofs
from programs.models import InstitutionFigure, StateFigure
from tests.factories import (
    CareerFactory,
    CareerFigureFactory,
    ClaimOccupationFactory,
    InstitutionFactory,
    InstitutionFigureFactory,
    OccupationFactory,
    OccupationFigureFactory,
    RankingEntryFactory,
    RankingFactory,
    SourceFactory,
    StateFactory,
    StateFigureFactory,
    StateTopFactory,
    TopicFactory,
    TopicFigureFactory,
)

pytestmark = pytest.mark.django_db

COLUMNS = {
    "TUITION1": ("undergraduates", "in_district"),
    "TUITION2": ("undergraduates", "in_state"),
    "TUITION3": ("undergraduates", "out_of_state"),
    "TUITION5": ("graduate_students", "in_district"),
    "TUITION6": ("graduate_students", "in_state"),
    "TUITION7": ("graduate_students", "out_of_state"),
}


@pytest.fixture
def ipeds():
    return SourceFactory(slug="ipeds", kind="government")


@pytest.fixture
def hakia():
    return SourceFactory(slug="hakia")


def charge(source, institution, *amounts, period="2023-07..2024-06"):
    """Six charges as IPEDS lists them, or one for all undergraduates and one for all graduates."""
    amounts = amounts if len(amounts) == 6 else [amounts[0]] * 3 + [amounts[1]] * 3
    for (item, (population, basis)), amount in zip(COLUMNS.items(), amounts, strict=True):
        InstitutionFigureFactory(
            subject=institution,
            source=source,
            item=item,
            value=amount,
            population=population,
            basis=basis,
            statistic="mean",
            period=period,
        )


def claim(source, institution, value, **fields):
    return InstitutionFigureFactory(source=source, subject=institution, value=value, **fields)


def verdicts():
    return [(row.claim.in_words, row.outcome.value) for row in every_claim()]


def only():
    [row] = every_claim()
    return row


def test_a_claim_is_laid_beside_the_charges_of_its_university_alone(hakia, ipeds):
    here, elsewhere = InstitutionFactory.create_batch(2)
    charge(ipeds, here, "11524", "11524", "39906", "17514", "17514", "31392")
    charge(ipeds, elsewhere, "99999", "88888")
    claim(hakia, here, "11524")
    row = only()
    assert row.outcome == "another_measure"
    assert row.is_undergraduate
    [column] = row.rests_on
    assert (column.people, column.codes) == ("Undergraduates, in state", "TUITION1, TUITION2")
    assert [(c.residency, c.figure.in_words) for c in row.charges] == [
        ("in state", "$17,514"),
        ("out of state", "$31,392"),
    ]
    assert (row.gap, row.gap_in_words) == (-5990, "$5,990 below")


def test_charges_that_are_equal_wherever_one_lives_are_told_as_one(hakia, ipeds):
    here = InstitutionFactory()
    charge(ipeds, here, "62260", "48496")
    claim(hakia, here, "62260")
    row = only()
    assert [(c.people, c.codes) for c in row.rests_on] == [
        ("Undergraduates, in or out of state", "TUITION1, TUITION2, TUITION3")
    ]
    assert [c.residency for c in row.charges] == ["in or out of state"]
    assert row.gap_in_words == "$13,764 above"


def test_a_charge_for_the_district_alone_stands_apart(hakia, ipeds):
    here = InstitutionFactory()
    charge(ipeds, here, "4000", "8000", "12000", "5000", "9000", "15000")
    claim(hakia, here, "4000")
    assert [c.residency for c in only().charges] == ["in state", "in district", "out of state"]


def test_where_both_charges_are_one_number_the_claim_agrees_and_both_are_named(hakia, ipeds):
    here = InstitutionFactory()
    charge(ipeds, here, "66640", "66640")
    claim(hakia, here, "66640")
    row = only()
    assert (row.outcome, row.both_are_one, row.gap_in_words) == ("agrees", True, "equal")
    assert [c.people for c in row.rests_on] == [
        "Graduate students, in or out of state",
        "Undergraduates, in or out of state",
    ]
    assert not row.is_undergraduate


def test_a_changed_figure_changes_the_verdict(hakia, ipeds):
    here = InstitutionFactory()
    charge(ipeds, here, "62260", "48496")
    found = claim(hakia, here, "62260")
    found.low = found.high = 48496
    found.save()
    assert verdicts() == [("$48,496", "agrees")]
    found.low = found.high = 50000
    found.save()
    assert verdicts() == [("$50,000", "differs")]
    assert only().share_in_words == "3% above"


def test_a_round_number_is_another_measure_if_the_column_matches_the_sources_other_claims(
    hakia, ipeds
):
    for amount in ("62000", "11524", "20154", "55784", "8319"):
        here = InstitutionFactory()
        charge(ipeds, here, amount, "30000")
        claim(hakia, here, amount)
    assert {verdict for _claim, verdict in verdicts()} == {"another_measure"}


@pytest.mark.parametrize("status", ["disputed", "withdrawn"])
def test_a_disputed_claim_is_left_out_and_counts_for_no_match(hakia, ipeds, status):
    for amount in ("62000", "11524", "20154", "55784", "8319"):
        here = InstitutionFactory()
        charge(ipeds, here, amount, "30000")
        claim(hakia, here, amount, status="as_printed" if amount == "62000" else status)
    assert verdicts() == [("$62,000", "differs")]


def test_another_sources_matches_say_nothing_of_this_one(hakia, ipeds):
    other = SourceFactory()
    for amount in ("11524", "20154", "55784", "8319"):
        here = InstitutionFactory()
        charge(ipeds, here, amount, "30000")
        claim(other, here, amount)
    here = InstitutionFactory()
    charge(ipeds, here, "62000", "30000")
    claim(hakia, here, "62000")
    assert dict(verdicts())["$62,000"] == "differs"


def test_what_is_absent_is_no_claim(hakia, ipeds):
    here = InstitutionFactory()
    charge(ipeds, here, "62000", "30000")
    claim(hakia, here, "not_reported")
    assert every_claim() == []


def test_of_two_editions_the_newest_charges_stand_beside_a_claim_that_differs(hakia, ipeds):
    here = InstitutionFactory()
    newer = SourceFactory(kind="government")
    charge(ipeds, here, "60000", "40000")
    charge(newer, here, "61000", "41000", period="2024-07..2025-06")
    claim(hakia, here, "50000")
    assert [(c.figure.in_words, c.figure.period) for c in only().charges] == [
        ("$41,000", "2024–25")
    ]


def test_an_older_edition_is_what_a_claim_may_equal(hakia, ipeds):
    here = InstitutionFactory()
    charge(ipeds, here, "60123", "40000")
    charge(SourceFactory(kind="government"), here, "61123", "41000", period="2024-07..2025-06")
    claim(hakia, here, "60123")
    row = only()
    assert row.outcome == "another_measure"
    assert [c.figure.period for c in (*row.rests_on, *row.charges)] == ["2023–24", "2023–24"]


@pytest.mark.parametrize("measure", ["graduation_rate", "retention_rate"])
def test_a_rate_stands_beside_that_of_undergraduates_and_is_not_checked(hakia, ipeds, measure):
    here = InstitutionFactory()
    claim(hakia, here, "98", measure=measure)
    InstitutionFigureFactory(
        subject=here,
        source=ipeds,
        measure=measure,
        value="92.5",
        population="first_time_undergraduates",
        basis="six_years",
        statistic="rate",
    )
    row = only()
    assert (row.outcome, row.why) == (
        "cannot_be_checked",
        "Whose rate is not stated; federal rates follow undergraduates",
    )
    assert [c.people for c in row.also] == ["First-time undergraduates, within six years"]


def test_a_rate_of_graduate_students_is_not_that_of_undergraduates(hakia, ipeds):
    here = InstitutionFactory()
    rate = {"measure": "graduation_rate", "basis": "six_years"}
    claim(hakia, here, "98", population="graduate_students", **rate)
    InstitutionFigureFactory(
        subject=here, source=ipeds, value="92.5", population="first_time_undergraduates", **rate
    )
    assert only().why == "Federal rates follow undergraduates"


def test_a_claim_without_any_federal_figure_says_so(hakia):
    claim(hakia, InstitutionFactory(), "98", measure="placement_rate")
    row = only()
    assert (row.why, row.has_no_record) == ("No federal figure of this is recorded", True)


def test_tuition_without_a_graduate_charge_has_the_undergraduate_one_beside_it(hakia, ipeds):
    here = InstitutionFactory()
    claim(hakia, here, "50000")
    InstitutionFigureFactory(
        subject=here, source=ipeds, item="TUITION2", value="60000", population="undergraduates"
    )
    row = only()
    assert (row.outcome, row.why) == ("cannot_be_checked", "Federal figures count other people")
    assert [c.figure.in_words for c in row.also] == ["$60,000"]
    assert (row.gap, row.gap_in_words) == (None, "")


def test_a_range_has_no_distance_from_the_charge(hakia, ipeds):
    here = InstitutionFactory()
    charge(ipeds, here, "60000", "40000")
    claim(hakia, here, "35000..45000")
    row = only()
    assert (row.outcome, row.holds_it, row.gap) == ("agrees", True, None)
    assert [c.codes for c in row.rests_on] == ["TUITION6"]


def engineer(**fields):
    occupation = OccupationFactory(soc="15-1252", title="Software Developers")
    return CareerFactory(title="Machine learning engineer", occupation=occupation, **fields)


def oews(career, value, period, **fields):
    terms = {"statistic": "median", "population": "employees", "item": f"A_MEDIAN {period}"}
    return OccupationFigureFactory(
        subject=career.occupation,
        source=SourceFactory(kind="government"),
        value=value,
        period=period,
        **(terms | fields),
    )


def projected(career, value="15.8", period="2024..2034", **fields):
    terms = {"measure": "growth", "statistic": "rate", "population": "jobs", "basis": "projection"}
    return OccupationFigureFactory(
        subject=career.occupation,
        source=SourceFactory(kind="government"),
        value=value,
        period=period,
        **terms,
        **fields,
    )


def test_pay_differs_from_the_median_of_its_year_and_the_newest_stands_beside_it(hakia):
    career = engineer()
    for value, period in (("133080", "2024-05"), ("135980", "2025-05"), ("120000", "2023-05")):
        oews(career, value, period)
    oews(career, "148100", "2025-05", statistic="mean", item="A_MEAN")
    CareerFigureFactory(source=hakia, subject=career, value="157000", period="2024")
    row = only()
    assert (row.outcome, row.share_in_words) == ("differs", "18% above")
    told = [(c.people, c.figure.in_words, c.figure.period) for c in (*row.rests_on, *row.also)]
    assert told == [
        ("Software Developers, median", "$133,080", "May 2024"),
        ("Software Developers, median", "$135,980", "May 2025"),
    ]


def test_pay_below_the_median_says_so(hakia):
    career = engineer()
    oews(career, "100000", "2025-05")
    CareerFigureFactory(source=hakia, subject=career, value="80000")
    assert only().share_in_words == "20% below"


def test_a_range_that_holds_the_median_agrees(hakia):
    career = engineer()
    oews(career, "135980", "2025-05")
    CareerFigureFactory(source=hakia, subject=career, value="110000..160000")
    row = only()
    assert (row.outcome, row.holds_it, row.also) == ("agrees", True, [])


def test_a_projection_of_other_years_never_makes_growth_differ(hakia):
    career = engineer()
    projected(career)
    CareerFigureFactory(source=hakia, subject=career, measure="growth", value="40", period="..2032")
    row = only()
    assert (row.outcome, row.why) == ("cannot_be_checked", "The projection covers other years")
    assert [(c.people, c.figure.in_words) for c in row.also] == [("Software Developers", "15.8%")]


def test_growth_of_the_same_years_can_differ(hakia):
    career = engineer()
    projected(career)
    CareerFigureFactory(
        source=hakia, subject=career, measure="growth", value="40", period="2024..2034"
    )
    assert verdicts() == [("40%", "differs")]


def test_growth_that_names_no_years_says_so(hakia):
    career = engineer()
    projected(career)
    CareerFigureFactory(source=hakia, subject=career, measure="growth", value="15")
    assert only().why == "It names no years"


def test_a_role_without_an_occupation_cannot_be_checked(hakia):
    CareerFigureFactory(source=hakia, value="80000")
    row = only()
    assert (row.outcome, row.why) == (
        "cannot_be_checked",
        "No source gives this role an occupation",
    )


def test_an_answer_to_a_question_has_the_occupation_of_a_role_beside_it(hakia):
    career, topic = engineer(), TopicFactory()
    oews(career, "135980", "2025-05")
    CareerFigureFactory(source=hakia, subject=career, value="135980", topic=topic)
    TopicFigureFactory(source=hakia, subject=topic, measure="pay", value="165000")
    row = next(row for row in every_claim() if row.claim.subject == topic)
    assert (row.outcome, row.why) == ("cannot_be_checked", "It gives no occupation code")
    assert [c.figure.in_words for c in row.also] == ["$135,980"]


def cyber(hakia, **fields):
    """A claim on growth that we read as one on security analysts, beside engineers' own answer."""
    topic = TopicFactory()
    career = engineer()
    projected(career)
    CareerFigureFactory(source=hakia, subject=career, measure="growth", value="40", topic=topic)
    claim = TopicFigureFactory(
        source=hakia, subject=topic, measure="growth", **({"value": "35"} | fields)
    )
    analysts = OccupationFactory(title="Information Security Analysts")
    projected(CareerFactory(occupation=analysts), value="28.5")
    return ClaimOccupationFactory(claim=claim, occupation=analysts, reason="It names their field.")


def of(claim):
    return next(row for row in every_claim() if row.claim == claim)


def test_a_claim_stands_beside_the_occupation_that_we_read_in_it_with_the_reason(hakia):
    link = cyber(hakia, period="..2032")
    row = of(link.claim)
    assert [(c.people, c.figure.in_words) for c in row.also] == [
        ("Information Security Analysts", "28.5%")
    ]
    assert row.beside.reading == "It names their field."
    assert (row.outcome, row.why) == (
        "cannot_be_checked",
        "It gives no occupation code, and the projection covers other years",
    )
    link.delete()
    assert [c.people for c in of(link.claim).also] == ["Software Developers"]


def test_a_reading_of_ours_decides_no_verdict_even_where_the_number_is_the_same(hakia):
    row = of(cyber(hakia, value="28.5", period="2024..2034").claim)
    assert (row.outcome, row.why) == ("cannot_be_checked", "It gives no occupation code")


def test_growth_without_years_and_without_an_occupation_says_both(hakia):
    assert of(cyber(hakia).claim).why == "It gives no occupation code and no years"


def test_an_answer_is_judged_by_a_federal_figure_that_answers_the_same_question(hakia):
    career, topic = engineer(), TopicFactory()
    oews(career, "135980", "2025-05", topic=topic)
    TopicFigureFactory(source=hakia, subject=topic, measure="pay", value="165000")
    row = only()
    assert (row.outcome, row.share_in_words) == ("differs", "21% above")


@pytest.fixture
def georgia(hakia, ipeds):
    """A ranking that says of Georgia that its two programs charge 20,000 in the middle."""
    state = StateFactory(code="GA", name="Georgia")
    ranking = RankingFactory(source=hakia)
    for undergraduate, graduate in (("60246", "40000"), ("30000", "10000")):
        here = InstitutionFactory(state=state)
        RankingEntryFactory(ranking=ranking, institution=here)
        charge(ipeds, here, undergraduate, graduate)
    StateFigureFactory(subject=state, source=hakia, value="2")
    StateFigureFactory(subject=state, source=hakia, measure="tuition", value="20000")
    return ranking


@pytest.mark.usefixtures("georgia")
def test_a_states_median_is_reckoned_from_the_charges_of_the_same_universities():
    row = only()
    [column] = row.rests_on
    assert (row.outcome, row.verdict.share) == ("differs", Decimal("-0.2"))
    assert column.figure.in_words == "$25,000"
    assert column.people == (
        "Graduate students, in or out of state, median of the 2 universities it names, "
        "our calculation"
    )
    assert (row.share_in_words, row.gaps) == ("20% below", [("$5,000 below", "")])


@pytest.mark.usefixtures("georgia")
def test_a_state_claim_that_differs_says_by_how_much_in_and_out_of_state():
    for amount, figure in enumerate(InstitutionFigure.objects.filter(item="TUITION7")):
        figure.low = figure.high = 20000 + 20000 * amount
        figure.save()
    row = only()
    assert row.share_in_words == "20% below in state, 33% below out of state"
    assert row.gaps == [("$5,000 below", "in state"), ("$10,000 below", "out of state")]
    assert [column.figure.in_words for column in row.rests_on] == ["$25,000", "$30,000"]


@pytest.mark.usefixtures("georgia")
def test_a_states_median_may_be_that_of_those_from_elsewhere():
    InstitutionFigure.objects.filter(item="TUITION7").update(low=20000, high=20000)
    assert verdicts() == [("$20,000", "agrees")]


@pytest.mark.usefixtures("georgia")
def test_a_column_that_one_university_lacks_makes_no_median():
    InstitutionFigure.objects.filter(item="TUITION7").first().delete()
    row = only()
    assert (row.share_in_words, len(row.rests_on)) == ("20% below", 1)


def test_tuition_that_differs_says_by_how_much_for_each_residency(hakia, ipeds):
    here = InstitutionFactory()
    charge(ipeds, here, "10000", "10000", "30000", "40000", "40000", "80000")
    claim(hakia, here, "60000")
    assert only().share_in_words == "50% above in state, 25% below out of state"


@pytest.mark.usefixtures("georgia")
def test_a_states_median_may_be_that_of_undergraduates():
    claimed = every_claim()[0].claim
    claimed.low = claimed.high = 45123
    claimed.save()
    assert verdicts() == [("$45,123", "another_measure")]
    claimed.low = claimed.high = 25000
    claimed.save()
    assert verdicts() == [("$25,000", "agrees")]


def test_a_states_median_of_programs_that_are_not_all_known_cannot_be_checked(georgia):
    StateFigure.objects.filter(measure="programs_counted").update(low=3, high=3)
    assert only().why == "It counts 3 programs; charges known of those it names: 2"
    StateTopFactory(ranking=georgia, state=StateFactory(code="GA"))
    assert only().why == "It counts 3 programs; charges known of those it names: 2"


def test_a_state_of_which_a_source_names_more_than_it_counts_cannot_be_checked(georgia):
    StateTopFactory(ranking=georgia, state=StateFactory(code="GA"))
    row = only()
    assert row.why == "It counts 2 programs, yet names 3 universities there"
    assert [c.figure.in_words for c in row.also] == ["$25,000"]


def test_a_states_median_without_a_count_cannot_be_checked(hakia):
    StateFigureFactory(source=hakia, measure="tuition", value="20000")
    row = only()
    assert (row.why, row.has_no_record) == ("It does not say of how many programs", True)


def test_the_one_university_of_a_state_is_no_median(hakia, ipeds):
    entry = RankingEntryFactory(ranking__source=hakia)
    charge(ipeds, entry.institution, "60000", "40000")
    place = entry.institution.state
    StateFigureFactory(subject=place, source=hakia, value="1")
    StateFigureFactory(subject=place, source=hakia, measure="tuition", value="40000")
    [column] = only().rests_on
    assert column.people == "Graduate students, in or out of state, of the one university it names"


def test_the_proof_counts_what_stands_above_below_and_equal(hakia, ipeds):
    for printed, undergraduate, graduate in (
        ("62000", "62000", "27728"),
        ("11524", "11524", "17514"),
        ("66640", "66640", "66640"),
        ("50001", "40000", "50000"),
    ):
        here = InstitutionFactory()
        charge(ipeds, here, undergraduate, graduate)
        claim(hakia, here, printed)
    claim(hakia, InstitutionFactory(), "1000")  # no charge is known
    [proof] = proofs(every_claim())
    assert (len(proof.rows), proof.undergraduate, proof.column) == (4, 3, ("TUITION1", 3))
    assert [row.claim.in_words for row in proof.above] == ["$62,000", "$50,001"]
    assert [row.claim.in_words for row in proof.below] == ["$11,524"]
    assert [row.claim.in_words for row in proof.equal] == ["$66,640"]
    assert proof.farthest.gap_in_words == "$34,272 above"


def test_the_proof_of_claims_that_equal_no_undergraduate_charge_names_no_column(hakia, ipeds):
    here = InstitutionFactory()
    charge(ipeds, here, "60000", "40000")
    claim(hakia, here, "35000..45000")
    [proof] = proofs(every_claim())
    assert (proof.column, proof.farthest, proof.chart) == (("", 0), None, None)


def test_dots_that_would_hide_each_other_are_drawn_apart(hakia, ipeds):
    for printed, graduate in (("50000", "20000"), ("20500", "20000"), ("20000", "20500")):
        here = InstitutionFactory()
        charge(ipeds, here, printed, graduate)
        claim(hakia, here, printed)
    here = InstitutionFactory()
    charge(ipeds, here, "30000", "30000")
    claim(hakia, here, "30000")
    [proof] = proofs(every_claim())
    shifts = [(one.printed_shift, one.charged_shift) for one in proof.chart.lanes]
    assert shifts == [("0", "0"), ("5", "-5"), ("0", "0"), ("-5", "5")]
    assert [one.is_equal for one in proof.chart.lanes] == [False, False, True, False]


def test_a_federal_figure_that_does_not_say_whom_it_counts_is_named_by_its_terms(hakia, ipeds):
    here = InstitutionFactory()
    claim(hakia, here, "98", measure="graduation_rate")
    InstitutionFigureFactory(
        subject=here, source=ipeds, measure="graduation_rate", value="92", basis="six_years"
    )
    assert [column.people for column in only().also] == ["Within six years"]
