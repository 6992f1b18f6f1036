import pytest
from django.core.management.sql import emit_post_migrate_signal
from django.db import connection
from django.db.migrations.executor import MigrationExecutor
from django.test.utils import CaptureQueriesContext

from programs.facts import refresh_facts, stale_facts
from programs.models import Program, ProgramFacts
from reference.blanks import LONGEST_WORDS_FOR_NONE
from tests.factories import (
    FieldOfStudyFactory,
    InstitutionFactory,
    InstitutionFieldFactory,
    InstitutionFieldFigureFactory,
    InstitutionFigureFactory,
    ProgramFactory,
    ProgramFigureFactory,
    RankingEntryFactory,
    SourceFactory,
)

pytestmark = pytest.mark.django_db


@pytest.fixture
def program():
    return ProgramFactory(field=FieldOfStudyFactory(cip="11.0102"))


@pytest.fixture
def field(program):
    return InstitutionFieldFactory(institution=program.institution, field=program.field)


@pytest.fixture
def ipeds():
    return SourceFactory(kind="government", short_name="IPEDS")


@pytest.fixture
def hakia():
    return SourceFactory(kind="ranking")


def facts_of(program):
    refresh_facts()
    return ProgramFacts.objects.get(pk=program.pk)


def federal_charges(institution, source, undergraduate, inside, outside):
    """The charges a year that IPEDS records, in and out of state."""
    for value, population, basis in (
        (undergraduate, "undergraduates", "in_state"),
        (inside, "graduate_students", "in_state"),
        (outside, "graduate_students", "out_of_state"),
    ):
        InstitutionFigureFactory(
            subject=institution, value=value, population=population, basis=basis, source=source
        )


def test_the_federal_charge_to_graduate_students_is_listed_for_carnegie_mellon(
    program, ipeds, hakia
):
    InstitutionFigureFactory(subject=program.institution, value="62260", source=hakia)
    federal_charges(program.institution, ipeds, "62260", "48496", "48496")
    facts = facts_of(program)
    assert (facts.tuition, facts.tuition_value) == (48496, "48496")
    assert (facts.tuition_scope, facts.tuition_population) == ("institution", "graduate_students")
    assert facts.tuition_source == ipeds
    assert facts.tuition_figure.in_words == "$48,496"
    assert facts.tuition_figure.terms == "IPEDS, average for all graduate students"


def test_the_charges_in_and_out_of_state_are_listed_for_washington(program, ipeds, hakia):
    InstitutionFigureFactory(subject=program.institution, value="11524", source=hakia)
    federal_charges(program.institution, ipeds, "11524", "17514", "31392")
    facts = facts_of(program)
    assert facts.tuition_figure.in_words == "$17,514"
    assert facts.tuition_out_figure.in_words == "$31,392"
    assert (facts.tuition_out, facts.tuition_out_scope) == (31392, "institution")
    assert (facts.tuition_out_population, facts.tuition_out_source) == ("graduate_students", ipeds)


def test_fees_stand_beside_a_tuition_of_the_same_source_and_students(program, ipeds, hakia):
    federal_charges(program.institution, ipeds, "1000", "2000", "3000")
    for value, population, basis in (
        ("10", "undergraduates", "in_state"),
        ("20", "graduate_students", "in_state"),
        ("30", "graduate_students", "out_of_state"),
    ):
        InstitutionFigureFactory(
            subject=program.institution,
            measure="fees",
            value=value,
            population=population,
            basis=basis,
            source=ipeds,
        )
    facts = facts_of(program)
    assert (facts.tuition, facts.fees_value, facts.fees_out_value) == (2000, "20", "30")
    assert (facts.charge, facts.charge_out) == (2020, 3030)


def test_a_price_of_its_own_has_no_fees_of_the_university_beside_it(program, ipeds):
    ProgramFigureFactory(subject=program, value="30000", source__kind="university")
    InstitutionFigureFactory(
        subject=program.institution, measure="fees", value="20", basis="in_state", source=ipeds
    )
    facts = facts_of(program)
    assert (facts.fees_value, facts.charge, facts.charge_out) == ("", 30000, 30000)


@pytest.mark.parametrize(
    ("tuition", "fees", "charge"),
    [
        ("10000..12000", "500", 10500),
        ("~15000", "<=600", 15600),
        ("0", "0", 0),
        ("12000", "not_reported", 12000),
        ("12000", "not_applicable", 12000),
        ("not_reported", "500", None),
        ("9999999999", "9999999999", 19999999998),
    ],
)
def test_lists_compare_tuition_and_fees_together_each_by_its_lower_end(
    program, ipeds, tuition, fees, charge
):
    told = {"subject": program.institution, "source": ipeds, "basis": "in_state"}
    InstitutionFigureFactory(value=tuition, **told)
    InstitutionFigureFactory(measure="fees", value=fees, **told)
    assert facts_of(program).charge == charge
    assert refresh_facts() == 0


@pytest.mark.parametrize("other", [{"period": "2021"}, {"status": "disputed"}], ids=str)
def test_fees_of_another_year_or_in_doubt_are_not_added(program, ipeds, other):
    told = {"subject": program.institution, "source": ipeds, "basis": "in_state", "period": "2024"}
    InstitutionFigureFactory(value="12000", **told)
    InstitutionFigureFactory(measure="fees", **told | {"value": "500", **other})
    facts = facts_of(program)
    assert (facts.fees_value, facts.charge) == ("", 12000)


def test_a_departments_own_price_is_listed_before_the_federal_average(program, ipeds):
    department = SourceFactory(kind="university", short_name="CMU")
    ProgramFigureFactory(subject=program, value="30000", source=department)
    federal_charges(program.institution, ipeds, "62260", "48496", "48496")
    facts = facts_of(program)
    assert (facts.tuition, facts.tuition_scope, facts.tuition_out) == (30000, "program", 30000)
    assert facts.tuition_figure.terms == "CMU"


def test_no_ranking_is_listed_before_the_federal_average(program, ipeds, hakia):
    ProgramFigureFactory(subject=program, value="30000", source=hakia)
    federal_charges(program.institution, ipeds, "62260", "48496", "48496")
    assert facts_of(program).tuition == 48496


def test_what_an_editor_pins_on_the_program_is_listed_before_all(program, ipeds, hakia):
    ProgramFigureFactory(subject=program, value="30000", source=hakia, pinned=True)
    federal_charges(program.institution, ipeds, "62260", "48496", "48496")
    assert facts_of(program).tuition == 30000


@pytest.mark.parametrize(
    "fields",
    [
        {"population": "undergraduates"},
        {"status": "withdrawn"},
    ],
    ids=str,
)
def test_a_charge_that_is_not_fit_is_not_listed(program, fields):
    InstitutionFigureFactory(subject=program.institution, **fields)
    facts = facts_of(program)
    assert (facts.tuition, facts.tuition_value, facts.tuition_source) == (None, "", None)
    assert (facts.tuition_figure, facts.tuition_out_figure) == (None, None)


def test_a_charge_in_doubt_is_listed_as_disputed_without_its_number(program):
    InstitutionFigureFactory(subject=program.institution, value="20000", status="disputed")
    facts = facts_of(program)
    assert (facts.tuition, facts.tuition_value) == (None, "disputed")
    assert facts.tuition_figure.is_disputed
    assert facts.tuition_figure.in_words == "Disputed"
    assert facts.tuition_figure.source == facts.tuition_source


def test_a_length_in_doubt_is_disputed_and_sorts_as_unknown(program):
    ProgramFigureFactory(subject=program, measure="duration", value="13", status="disputed")
    facts = facts_of(program)
    assert (facts.duration_from, facts.duration_figure.in_words) == (None, "Disputed")


def test_a_count_in_doubt_is_none(program):
    InstitutionFigureFactory(
        subject=program.institution, measure="completions", value="900", status="disputed"
    )
    facts = facts_of(program)
    assert (facts.completions, facts.completions_value) == (None, "disputed")
    assert facts.completions_figure.in_words == "Disputed"


def test_the_nearest_reason_why_there_is_no_charge_is_listed(program, ipeds):
    InstitutionFigureFactory(subject=program.institution, value="suppressed", source=ipeds)
    facts = facts_of(program)
    assert (facts.tuition, facts.tuition_scope, facts.tuition_source) == (
        None,
        "institution",
        ipeds,
    )
    assert facts.tuition_figure.in_words == "Not published (privacy)"
    ProgramFigureFactory(subject=program, value="not_reported")
    assert facts_of(program).tuition_figure.in_words == "Not given"


def test_a_charge_is_listed_before_a_nearer_reason_why_there_is_none(program, ipeds):
    ProgramFigureFactory(subject=program, value="not_reported")
    InstitutionFigureFactory(subject=program.institution, value="48496", source=ipeds)
    assert facts_of(program).tuition == 48496


def test_a_charge_of_nought_is_listed(program):
    InstitutionFigureFactory(subject=program.institution, value="0")
    facts = facts_of(program)
    assert facts.tuition == 0
    assert facts.tuition_figure.in_words == "$0"


def test_a_charge_for_those_in_state_is_none_for_others(program):
    InstitutionFigureFactory(subject=program.institution, basis="in_state")
    facts = facts_of(program)
    assert facts.tuition_figure
    assert facts.tuition_out_figure is None


def test_the_figures_of_another_university_or_program_are_not_listed(program):
    InstitutionFigureFactory()
    ProgramFigureFactory(subject__institution=program.institution)
    assert facts_of(program).tuition is None


def test_earnings_and_graduates_are_those_of_the_field(program, field, ipeds):
    of_field = {"subject": field, "source": ipeds}
    InstitutionFieldFigureFactory(measure="earnings", value="127940", **of_field)
    InstitutionFieldFigureFactory(measure="completions", value="31", **of_field)
    facts = facts_of(program)
    assert (facts.earnings, facts.earnings_scope, facts.earnings_source) == (127940, "field", ipeds)
    assert facts.earnings_figure.in_words == "$127,940"
    assert facts.earnings_figure.measure.key == "earnings"
    assert (facts.completions, facts.completions_scope) == (31, "field")
    assert facts.completions_source == ipeds
    assert facts.completions_figure.in_words == "31"


def test_graduates_say_of_which_code_they_are_and_when_they_finished(program, field, ipeds):
    InstitutionFieldFigureFactory(
        subject=field,
        value="31",
        period="2023-07..2024-06",
        population="completers",
        source=ipeds,
    )
    facts = facts_of(program)
    assert (facts.completions_cip, facts.completions_population) == ("11.0102", "completers")
    terms = "IPEDS, all programs under 11.0102, finished 2023–24"
    assert facts.completions_figure.terms == terms


def test_graduates_that_only_the_wider_field_counts_bear_its_code(program, field, ipeds):
    field.parent = InstitutionFieldFactory(
        institution=field.institution, field=FieldOfStudyFactory(cip="11.01")
    )
    field.save()
    InstitutionFieldFigureFactory(subject=field.parent, value="64", source=ipeds)
    facts = facts_of(program)
    assert (facts.completions, facts.completions_cip) == (64, "11.01")


def test_graduates_of_the_degree_itself_bear_no_code(program, field, ipeds):
    InstitutionFieldFigureFactory(subject=field, value="31", source=ipeds)
    ProgramFigureFactory(
        subject=program, measure="completions", value="12", source__kind="university"
    )
    facts = facts_of(program)
    assert (facts.completions, facts.completions_figure.in_words) == (12, "12")
    assert (facts.completions_scope, facts.completions_cip) == ("program", "")


def test_no_graduates_are_none_and_not_unknown(program, field, ipeds):
    InstitutionFieldFigureFactory(subject=field, value="0", source=ipeds)
    facts = facts_of(program)
    assert (facts.completions, facts.completions_figure.in_words) == (0, "0")


def test_what_the_field_lacks_is_that_of_its_four_digit_row(program, field, ipeds):
    field.parent = InstitutionFieldFactory(institution=field.institution)
    field.save()
    for measure, of_field, of_parent in (
        ("completions", "31", "64"),
        ("earnings", "suppressed", "127940"),
        ("starting_pay", None, "90000"),
    ):
        if of_field:
            InstitutionFieldFigureFactory(
                subject=field, measure=measure, value=of_field, source=ipeds
            )
        InstitutionFieldFigureFactory(
            subject=field.parent, measure=measure, value=of_parent, source=ipeds
        )
    facts = facts_of(program)
    assert facts.completions == 31
    assert (facts.earnings, facts.earnings_scope) == (127940, "field")


@pytest.mark.parametrize(
    "elsewhere",
    [{"level": "doctorate"}, {"institution": InstitutionFactory}, {"field": FieldOfStudyFactory}],
    ids=["another level", "another university", "another field"],
)
def test_another_level_university_or_field_is_not_the_programs(program, ipeds, elsewhere):
    place = {"institution": program.institution, "field": program.field}
    place |= {
        key: value() if isinstance(value, type) else value for key, value in elsewhere.items()
    }
    other = InstitutionFieldFactory(**place)
    InstitutionFieldFigureFactory(subject=other, value="31", source=ipeds)
    assert facts_of(program).completions is None


def test_a_program_without_a_field_inherits_from_its_university_only(ipeds):
    program = ProgramFactory(field=None)
    field = InstitutionFieldFactory(institution=program.institution)
    InstitutionFieldFigureFactory(subject=field, value="31", source=ipeds)
    InstitutionFigureFactory(
        subject=program.institution,
        measure="completions",
        value="400",
        period="2023-07..2024-06",
        source=ipeds,
    )
    facts = facts_of(program)
    assert (facts.completions, facts.cip, facts.completions_cip) == (400, "", "")
    assert facts.completions_figure.terms == "IPEDS, for the university"


def test_starting_pay_is_listed_where_there_are_no_earnings(program):
    duke = ProgramFigureFactory(
        subject=program,
        measure="starting_pay",
        value="118000",
        statistic="median",
        population="new_graduates",
        source__kind="university",
    )
    facts = facts_of(program)
    assert (facts.earnings, facts.earnings_measure) == (118000, "starting_pay")
    assert (facts.earnings_scope, facts.earnings_population) == ("program", "new_graduates")
    assert facts.earnings_source == duke.source
    assert facts.earnings_figure.measure.key == "starting_pay"


def test_earnings_are_listed_before_starting_pay(program, field, ipeds):
    ProgramFigureFactory(
        subject=program, measure="starting_pay", value="118000", source__kind="university"
    )
    InstitutionFieldFigureFactory(subject=field, measure="earnings", value="90000", source=ipeds)
    facts = facts_of(program)
    assert (facts.earnings, facts.earnings_measure) == (90000, "earnings")


def test_starting_pay_is_listed_before_the_reason_why_there_are_no_earnings(program, field, ipeds):
    InstitutionFieldFigureFactory(
        subject=field, measure="earnings", value="suppressed", source=ipeds
    )
    facts = facts_of(program)
    assert (facts.earnings, facts.earnings_measure) == (None, "earnings")
    assert facts.earnings_figure.in_words == "Not published (privacy)"
    ProgramFigureFactory(subject=program, measure="starting_pay", value="118000")
    facts = facts_of(program)
    assert (facts.earnings, facts.earnings_measure) == (118000, "starting_pay")


@pytest.mark.parametrize(
    ("kind", "words"),
    [
        ("university", "self-reported: Zymurgist, new graduates"),
        ("ranking", "not federal: Zymurgist, new graduates"),
        ("article", "not federal: Zymurgist, new graduates"),
    ],
)
def test_pay_says_whether_a_federal_file_counts_it(program, kind, words):
    source = SourceFactory(kind=kind, short_name="Zymurgist")
    ProgramFigureFactory(
        subject=program, measure="starting_pay", source=source, population="new_graduates"
    )
    assert facts_of(program).earnings_figure.terms == words


def test_federal_pay_says_how_long_after(program, field, ipeds):
    InstitutionFieldFigureFactory(
        subject=field,
        measure="earnings",
        basis="year_4",
        population="aided_completers",
        source=ipeds,
    )
    figure = facts_of(program).earnings_figure
    assert figure.terms == "federal: IPEDS, all programs under 11.0102, four years on"
    assert figure.short_terms == "11.0102, four years on"


def test_federal_pay_says_of_which_code_and_when_they_finished(program, field, ipeds):
    field.parent = InstitutionFieldFactory(
        institution=field.institution, field=FieldOfStudyFactory(cip="11.01")
    )
    field.save()
    InstitutionFieldFigureFactory(
        subject=field.parent,
        measure="earnings",
        basis="year_1",
        period="2015-07..2017-06",
        source=ipeds,
    )
    figure = facts_of(program).earnings_figure
    whom = "all programs under 11.01, finished 2015–17, one year on"
    assert figure.terms == f"federal: IPEDS, {whom}"
    assert figure.short_terms == "11.01, graduates of 2015–17"


def counted(program, field, ipeds, period):
    """What lists show once earnings and graduates of this period are of its field."""
    for measure in ("earnings", "completions"):
        InstitutionFieldFigureFactory(
            subject=field, measure=measure, value="31", source=ipeds, period=period
        )
    return facts_of(program)


@pytest.mark.parametrize("period", ["2023-07..2024-06", ""], ids=["ended before", "not stated"])
def test_what_is_counted_before_a_degree_begins_is_not_of_its_graduates(
    program, field, ipeds, period
):
    Program.objects.update(starts_on="2026-09-01")
    facts = counted(program, field, ipeds, period)
    assert (facts.earnings_figure, facts.completions_figure) == (None, None)
    assert (facts.completions, facts.begins_later) == (None, True)
    in_words = Program.objects.get().no_graduates_in_words
    assert in_words == "Begins September 2026: no graduates counted yet"


@pytest.mark.parametrize("starts_on", [None, "2023-09-01"])
def test_what_is_counted_once_it_has_begun_is(program, field, ipeds, starts_on):
    Program.objects.update(starts_on=starts_on)
    facts = counted(program, field, ipeds, "2023-07..2024-06")
    assert (facts.earnings, facts.completions, facts.begins_later) == (31, 31, False)


def test_what_is_said_of_the_degree_itself_stands_whenever_it_begins(program, field, ipeds, hakia):
    Program.objects.update(starts_on="2026-09-01")
    ProgramFigureFactory(subject=program, measure="starting_pay", value="90000", source=hakia)
    facts = counted(program, field, ipeds, "2023-07..2024-06")
    assert (facts.earnings, facts.completions, facts.begins_later) == (90000, None, False)


def test_a_new_degree_of_which_nothing_is_counted_has_bare_facts(program):
    Program.objects.update(starts_on="2026-09-01")
    facts = facts_of(program)
    assert (facts.earnings_figure, facts.begins_later) == (None, False)


def test_the_total_cost_of_a_degree_is_kept_as_printed(program, hakia):
    ProgramFigureFactory(subject=program, measure="total_cost", value="7000", source=hakia)
    facts = facts_of(program)
    assert (facts.total_cost_figure.in_words, facts.total_cost_source) == ("$7,000", hakia)
    assert facts.tuition is None


def test_a_charge_that_stands_in_for_another_says_whose_it_is(program, ipeds):
    InstitutionFigureFactory(
        subject=program.institution,
        population="graduate_students",
        basis="out_of_state",
        source=ipeds,
    )
    facts = facts_of(program)
    average = "IPEDS, average for all graduate students"
    assert facts.tuition_figure.terms == f"{average}, out of state"
    assert facts.tuition_out_figure.terms == average


def test_graduates_that_are_suppressed_are_unknown(program, field, ipeds):
    InstitutionFieldFigureFactory(subject=field, value="suppressed", source=ipeds)
    facts = facts_of(program)
    assert (facts.completions, facts.completions_source) == (None, ipeds)
    assert facts.completions_figure.in_words == "Not published (privacy)"


@pytest.mark.parametrize(
    "value, shortest, longest, words",
    [
        ("16", 16, 16, "16 months"),
        ("18..24", 18, 24, "1.5–2 years"),
        ("12+", 12, None, "1 year or more"),
        ("<=24", None, 24, "up to 2 years"),
        ("10.5", 10, 10, "10.5 months"),
        ("not_reported", None, None, "Not given"),
    ],
)
def test_the_length_of_the_program_is_listed(program, value, shortest, longest, words):
    length = ProgramFigureFactory(subject=program, measure="duration", value=value)
    facts = facts_of(program)
    assert (facts.duration_from, facts.duration_to) == (shortest, longest)
    assert (facts.duration_value, facts.duration_source) == (value, length.source)
    assert facts.duration_figure.in_words == words
    assert facts.duration_figure.stated.scope == "program"


def test_a_length_that_is_no_number_is_listed_in_the_words_of_its_source(program):
    terms = "Variable, ask the school"  # with the notation it has to fit the column
    ProgramFigureFactory(subject=program, measure="duration", value="not_reported", terms=terms)
    assert len(terms) == LONGEST_WORDS_FOR_NONE
    facts = facts_of(program)
    assert len(facts.duration_value) <= ProgramFacts._meta.get_field("duration_value").max_length
    assert facts.duration_figure.in_words == f"{terms}, as printed"


def test_a_program_without_figures_and_links_has_bare_facts(program):
    facts = facts_of(program)
    assert {facts.completions, facts.rank, facts.duration_from} == {None}
    assert facts.findings == 0
    figures = (facts.earnings_figure, facts.completions_figure, facts.duration_figure)
    assert figures == (None, None, None)


def test_the_best_rank_of_its_university_is_listed(program):
    institution = program.institution
    RankingEntryFactory(institution=institution, rank=12, source=SourceFactory())
    best = RankingEntryFactory(institution=institution, rank=4, source=SourceFactory())
    RankingEntryFactory(rank=1)
    facts = facts_of(program)
    assert (facts.rank, facts.rank_source) == (4, best.source)


def test_a_list_can_filter_by_place_control_award_level_and_field():
    program = ProgramFactory(
        institution__state__code="WA",
        institution__control="public",
        award="meng",
        level="masters",
        field=FieldOfStudyFactory(cip="30.7001"),
    )
    facts = facts_of(program)
    assert (facts.state, facts.control) == ("WA", "public")
    assert (facts.award, facts.level, facts.cip) == ("meng", "masters", "30.7001")


def test_a_university_without_a_state_has_a_blank_one():
    assert facts_of(ProgramFactory(institution__state=None)).state == ""


def test_a_list_can_filter_by_each_way_of_delivery():
    facts = facts_of(ProgramFactory(delivery=["online", "evening"]))
    assert (facts.online, facts.evening) == (True, True)
    assert (facts.on_campus, facts.hybrid) == (False, False)


def test_each_measure_that_contradicts_itself_counts_once(program, hakia):
    for value in ("100", "1", "50"):
        InstitutionFigureFactory(
            subject=program.institution, measure="graduation_rate", value=value, source=hakia
        )
    assert facts_of(program).findings == 1
    for value in ("12", "24"):
        ProgramFigureFactory(subject=program, measure="duration", value=value, source=hakia)
    assert facts_of(program).findings == 2


def test_a_program_and_its_university_do_not_contradict_each_other(program, hakia):
    InstitutionFigureFactory(subject=program.institution, value="62260", source=hakia)
    ProgramFigureFactory(subject=program, value="30000", source=hakia)
    assert facts_of(program).findings == 0


def test_a_spread_is_no_contradiction(program, hakia):
    InstitutionFigureFactory(subject=program.institution, value="1", source=hakia, period="2023")
    InstitutionFigureFactory(subject=program.institution, value="9", source=hakia, period="2024")
    assert facts_of(program).findings == 0


def is_listed(program):
    return facts_of(program).listed


@pytest.mark.parametrize(
    "status, listed", [("published", True), ("draft", False), ("withdrawn", False)]
)
@pytest.mark.parametrize("identity", ["curated", "reported", "implied"])
def test_only_a_published_program_is_listed(identity, status, listed):
    assert is_listed(ProgramFactory(identity=identity, status=status)) is listed


@pytest.mark.parametrize("level", ["bachelors", "doctorate"])
def test_a_named_degree_of_another_level_is_listed(level):
    assert is_listed(ProgramFactory(level=level))


def test_a_reported_program_gives_way_to_a_named_degree_of_its_field(program):
    reported = ProgramFactory(
        institution=program.institution, field=program.field, identity="reported"
    )
    assert not is_listed(reported)
    assert is_listed(program)


@pytest.mark.parametrize(
    "named",
    [
        {"status": "draft"},
        {"level": "doctorate"},
        {"field": None},
        {"identity": "implied"},
    ],
    ids=str,
)
def test_a_reported_program_gives_way_to_no_other(program, named):
    reported = ProgramFactory(
        institution=program.institution, field=program.field, identity="reported"
    )
    Program.objects.filter(pk=program.pk).update(**named)
    assert is_listed(reported)


@pytest.mark.parametrize("identity", ["curated", "reported"])
def test_an_implied_program_gives_way_to_another_masters_of_its_university(identity):
    other = ProgramFactory(identity=identity)
    implied = ProgramFactory(institution=other.institution, identity="implied", title="")
    assert not is_listed(implied)


@pytest.mark.parametrize("other", [{"status": "draft"}, {"level": "doctorate"}], ids=str)
def test_an_implied_program_gives_way_to_no_other(other):
    named = ProgramFactory(**other)
    implied = ProgramFactory(institution=named.institution, identity="implied", title="")
    assert is_listed(implied)


def test_programs_of_another_university_do_not_matter(program):
    assert is_listed(ProgramFactory(identity="implied", title=""))
    assert is_listed(ProgramFactory(field=program.field, identity="reported"))


def test_a_refresh_says_how_many_rows_it_wrote(program):
    ProgramFactory()
    assert refresh_facts() == 2


def writes(queries):
    """A statement of many rows has how often before it."""
    return [
        query["sql"] for query in queries if "INSERT" in query["sql"] or "UPDATE" in query["sql"]
    ]


def test_a_second_refresh_writes_nothing(program, field, ipeds):
    federal_charges(program.institution, ipeds, "62260", "48496", "48496")
    InstitutionFieldFigureFactory(subject=field, measure="earnings", value="127940", source=ipeds)
    ProgramFigureFactory(subject=program, measure="duration", value="18..24")
    RankingEntryFactory(institution=program.institution, source=ipeds)
    refresh_facts()
    with CaptureQueriesContext(connection) as queries:
        assert refresh_facts() == 0
    assert writes(queries) == []


def test_only_the_rows_that_changed_are_written(program):
    other = ProgramFactory()
    refresh_facts()
    ProgramFigureFactory(subject=program, value="30000")
    with CaptureQueriesContext(connection) as queries:
        assert refresh_facts() == 1
    assert len(writes(queries)) == 1
    assert ProgramFacts.objects.get(pk=program.pk).tuition == 30000
    assert ProgramFacts.objects.get(pk=other.pk).tuition is None


def test_a_figure_that_goes_takes_what_it_gave_with_it(program):
    figure = ProgramFigureFactory(subject=program, value="30000")
    assert facts_of(program).tuition == 30000
    figure.delete()
    facts = facts_of(program)
    assert (facts.tuition, facts.tuition_scope, facts.tuition_source) == (None, "", None)


def test_only_the_programs_of_the_universities_named_are_refreshed(program):
    ProgramFactory()
    assert refresh_facts({program.institution_id}) == 1
    assert list(ProgramFacts.objects.values_list("pk", flat=True)) == [program.pk]


def test_the_refresh_of_one_university_reads_all_that_concerns_it(program, field, ipeds, hakia):
    federal_charges(program.institution, ipeds, "62260", "48496", "48496")
    InstitutionFieldFigureFactory(subject=field, value="31", source=ipeds)
    ProgramFigureFactory(subject=program, measure="duration", value="16", source=hakia)
    RankingEntryFactory(institution=program.institution, rank=1)
    reported = ProgramFactory(
        institution=program.institution, field=program.field, identity="reported"
    )
    refresh_facts({program.institution_id})
    facts = ProgramFacts.objects.get(pk=program.pk)
    assert (facts.tuition, facts.completions, facts.duration_from, facts.rank) == (48496, 31, 16, 1)
    assert not ProgramFacts.objects.get(pk=reported.pk).listed


@pytest.mark.parametrize("limit", ["MOST_PROGRAMS", "MOST_INSTITUTIONS"])
def test_universities_are_refreshed_in_lots_that_fit_in_memory(monkeypatch, limit):
    monkeypatch.setattr(f"programs.facts.refresh.{limit}", 2)
    programs = ProgramFactory.create_batch(5)
    programs += ProgramFactory.create_batch(4, institution=programs[0].institution)
    for program in programs:
        ProgramFigureFactory(subject=program, value=f"{program.pk}000")
    assert refresh_facts() == len(programs)
    found = dict(ProgramFacts.objects.values_list("pk", "tuition"))
    assert found == {program.pk: program.pk * 1000 for program in programs}
    assert list(stale_facts()) == []


def test_programs_out_of_step_are_named_and_left_as_they_are(program):
    assert list(stale_facts()) == [program.pk]
    refresh_facts()
    ProgramFacts.objects.update(award="XX")
    assert list(stale_facts()) == [program.pk]
    assert ProgramFacts.objects.get().award == "XX"


@pytest.mark.parametrize(
    ("other", "findings"),
    [({"value": "70"}, 1), ({"value": "80"}, 0), ({"value": "70", "basis": "six_years"}, 0)],
)
def test_a_measure_that_no_list_shows_counts_where_it_contradicts_itself(program, other, findings):
    told = {"subject": program.institution, "measure": "graduation_rate", "source": SourceFactory()}
    InstitutionFigureFactory(value="80", **told)
    InstitutionFigureFactory(**told | other)
    assert facts_of(program).findings == findings


@pytest.mark.parametrize(
    ("plan", "award"), [([("a migration", False)], "ms"), ([], "xx")], ids=["some", "none"]
)
def test_what_migrations_leave_out_of_step_follows_them(program, plan, award):
    Program.objects.update(award="ms")
    refresh_facts()
    ProgramFacts.objects.update(award="xx")
    emit_post_migrate_signal(verbosity=0, interactive=False, db="default", plan=plan)
    assert ProgramFacts.objects.get().award == award


def test_tables_that_are_not_yet_those_of_the_code_are_left_alone(program, monkeypatch):
    pending = [("programs", "9999_later")]
    monkeypatch.setattr(MigrationExecutor, "migration_plan", lambda *_: pending)
    emit_post_migrate_signal(verbosity=0, interactive=False, db="default", plan=pending)
    assert list(stale_facts()) == [program.pk]


def queries_of_refresh():
    with CaptureQueriesContext(connection) as queries:
        refresh_facts()
    return len(queries)


def test_a_refresh_asks_as_often_for_many_programs_as_for_one(program):
    refresh_facts()
    for_one = queries_of_refresh()
    for other in ProgramFactory.create_batch(5):
        ProgramFigureFactory(subject=other)
        RankingEntryFactory(institution=other.institution)
    refresh_facts()
    assert queries_of_refresh() == for_one


def test_of_reasons_that_of_graduates_of_the_state_is_told(program, ipeds):
    told = {"subject": program.institution, "value": "not_applicable", "source": ipeds}
    for population in ("undergraduates", "graduate_students"):
        for basis in ("in_district", "in_state"):
            InstitutionFigureFactory(population=population, basis=basis, **told)
    facts = facts_of(program)
    assert (facts.tuition_population, facts.tuition_basis) == ("graduate_students", "in_state")
