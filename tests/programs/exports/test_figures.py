"""Each figure of a file stands with all that it takes to read it, or with why it is not there."""

from datetime import date

import pytest

from programs.exports.figure import PARTS
from programs.exports.row import FIGURES
from programs.models import Ranking
from reference.enumerations import Absence
from tests.catalogue import refresh
from tests.factories import (
    FieldOfStudyFactory,
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
    return ProgramFactory(
        slug="brewing", field=FieldOfStudyFactory(cip="99.0102"), title="MS in Brewing"
    )


@pytest.fixture
def figure(csv_rows):
    """figure("tuition_in_state"): the parts of it that are not blank, of the one program."""

    def figure(name):
        refresh()
        (row,) = csv_rows("field=other&q=brewing")
        parts = {part: row[f"{name}_{part}"] for part in PARTS}
        return {part: cell for part, cell in parts.items() if cell}

    return figure


def federal(**more):
    return SourceFactory(kind="government", short_name="IPEDS", slug="ipeds", **more)


@pytest.mark.parametrize("name", FIGURES)
def test_of_what_nobody_records_it_says_so_and_never_a_number(program, figure, name):
    words = "Not ranked" if name == "rank" else "Not recorded"
    found = figure(name)
    assert found.pop("measure")
    found.pop("unit", None)
    code = "not_ranked" if name == "rank" else "not_recorded"
    assert found == {"absence": code, "reason": words}


def test_a_charge_that_all_graduate_students_share_says_so(program, figure):
    InstitutionFigureFactory(
        subject=program.institution,
        source=federal(),
        value="48496",
        period="2023-07..2024-06",
        statistic="mean",
        population="graduate_students",
        basis="in_state",
    )
    assert figure("tuition_in_state") == {
        "value": "48496",
        "low": "48496",
        "high": "48496",
        "unit": "usd/year",
        "measure": "tuition",
        "statistic": "mean",
        "population": "graduate_students",
        "basis": "in_state",
        "scope": "institution",
        "period_from": "2023-07",
        "period_to": "2024-06",
        "terms": "IPEDS, average for all graduate students",
        "source": "IPEDS",
        "source_url": "http://localhost:8000/sources/ipeds/",
    }
    assert figure("tuition_out_of_state")["absence"] == "not_recorded"


FEDERAL = {"population": "graduate_students", "basis": "in_state", "period": "2023-07..2024-06"}


def test_required_fees_say_all_that_their_tuition_says(program, figure):
    told = {"subject": program.institution, "source": federal(), "statistic": "mean", **FEDERAL}
    InstitutionFigureFactory(value="48496", **told)
    InstitutionFigureFactory(measure="fees", value="954", **told)
    tuition, fees = figure("tuition_in_state"), figure("fees_in_state")
    own = {"value": "954", "low": "954", "high": "954", "measure": "fees"}
    assert fees == tuition | own
    assert fees["terms"] == "IPEDS, average for all graduate students"
    assert figure("fees_out_of_state")["absence"] == "not_recorded"


def test_fees_of_nought_are_nought_and_those_not_given_are_none(program, figure):
    told = {"subject": program.institution, "source": federal(), **FEDERAL}
    InstitutionFigureFactory(value="48496", **told)
    fees = InstitutionFigureFactory(measure="fees", value="0", **told)
    assert figure("fees_in_state")["value"] == "0"
    fees.low, fees.high, fees.bound, fees.absence = None, None, "", "not_applicable"
    fees.save()
    found = figure("fees_in_state")
    assert not {"value", "low", "high"} & set(found)
    assert (found["absence"], found["reason"]) == ("not_applicable", "Not applicable")
    assert (found["source"], found["period_to"]) == ("IPEDS", "2024-06")


@pytest.mark.parametrize(
    "other",
    [{"population": "undergraduates"}, {"basis": "out_of_state"}, {"period": "2022"}],
    ids=str,
)
def test_fees_of_others_or_another_year_stand_beside_no_tuition(program, figure, other):
    told = {"subject": program.institution, "source": federal(), **FEDERAL}
    InstitutionFigureFactory(value="48496", **told)
    InstitutionFigureFactory(measure="fees", value="954", **told | other)
    assert figure("fees_in_state")["absence"] == "not_recorded"


def test_fees_in_doubt_are_not_told(program, figure):
    told = {"subject": program.institution, "source": federal(), **FEDERAL}
    InstitutionFigureFactory(value="48496", **told)
    InstitutionFigureFactory(measure="fees", value="954", status="disputed", **told)
    found = figure("fees_in_state")
    assert (found["absence"], "954" in found.values()) == ("disputed", False)


def test_fees_that_a_source_states_without_a_tuition_are_told_all_the_same(program, figure):
    told = {"subject": program.institution, "source": federal(), **FEDERAL}
    InstitutionFigureFactory(value="not_reported", **told)
    InstitutionFigureFactory(measure="fees", value="954", **told)
    assert figure("tuition_in_state")["absence"] == "not_reported"
    assert figure("fees_in_state")["value"] == "954"


def test_programs_of_two_universities_have_the_fees_of_their_own(program, csv_rows):
    source = federal()
    there = [program, ProgramFactory(title="MS in Brewing", field=program.field)]
    for dollars, one in zip(("954", "1119"), there, strict=True):
        told = {"subject": one.institution, "source": source, **FEDERAL}
        InstitutionFigureFactory(value="20000", **told)
        InstitutionFigureFactory(measure="fees", value=dollars, **told)
    refresh()
    rows = {row["slug"]: row for row in csv_rows("field=other&q=brewing&sort=tuition")}
    assert [row["fees_in_state_value"] for row in rows.values()] == ["954", "1119"]
    assert [row["charge_in_state"] for row in rows.values()] == ["20954", "21119"]


@pytest.mark.parametrize(
    ("tuition", "fees", "charge"),
    [
        ("48496", "954", "49450"),
        ("48496", "0", "48496"),
        ("48496", "not_reported", "48496"),
        ("40000..50000", "954.5", "40954.5"),
        ("not_reported", "954", ""),
        ("0", "0", "0"),
    ],
)
def test_the_charge_is_what_lists_compare(program, csv_rows, json_object, tuition, fees, charge):
    told = {"subject": program.institution, "source": federal(), **FEDERAL}
    InstitutionFigureFactory(value=tuition, **told)
    InstitutionFigureFactory(measure="fees", value=fees, **told)
    refresh()
    (row,) = csv_rows("field=other&q=brewing")
    assert (row["charge_in_state"], row["charge_out_of_state"]) == (charge, "")
    (found,) = json_object("field=other&q=brewing")["programs"]
    assert found["charge_in_state"] == (float(charge) if charge else None)
    assert found["charge_out_of_state"] is None


def test_earnings_of_a_whole_field_name_its_code_and_the_years_of_its_graduates(program, figure):
    parent = InstitutionFieldFactory(
        institution=program.institution, field=FieldOfStudyFactory(cip="99.01")
    )
    InstitutionFieldFactory(institution=program.institution, field=program.field, parent=parent)
    InstitutionFieldFigureFactory(
        subject=parent,
        measure="earnings",
        source=federal(),
        value="108000",
        period="2015-07..2017-06",
        statistic="median",
        population="aided_completers",
        basis="year_1",
    )
    found = figure("earnings")
    assert (found["value"], found["statistic"], found["basis"]) == ("108000", "median", "year_1")
    assert (found["scope"], found["cip"]) == ("field", "99.01")
    assert (found["period_from"], found["period_to"]) == ("2015-07", "2017-06")


def test_of_two_equal_values_it_takes_the_terms_of_the_one_that_lists_use(program, figure):
    source = federal()
    for period in ("2022", "2023", "2021"):
        ProgramFigureFactory(
            subject=program, measure="duration", value="24", period=period, source=source
        )
    assert figure("duration")["period_to"] == "2023"


def test_a_range_has_two_ends_and_an_open_one_has_one(program, figure):
    ProgramFigureFactory(subject=program, measure="duration", value="18..24")
    found = figure("duration")
    assert (found["value"], found["low"], found["high"]) == ("18..24", "18", "24")
    ProgramFigureFactory(subject=program, measure="total_cost", value="40000+")
    found = figure("total_cost")
    assert (found["value"], found["low"], found.get("high")) == ("40000+", "40000", None)


def test_zero_that_a_source_reports_is_zero(program, figure):
    field = InstitutionFieldFactory(institution=program.institution, field=program.field)
    InstitutionFieldFigureFactory(
        subject=field, measure="completions", value="0", source=federal(), statistic="total"
    )
    found = figure("completions")
    assert (found["value"], found["statistic"]) == ("0", "total")
    assert (found["scope"], found["cip"]) == ("field", "99.0102")


@pytest.mark.parametrize("absence", Absence.values)
def test_why_a_source_has_no_value_is_said_in_a_code_and_in_words(program, figure, absence):
    ProgramFigureFactory(subject=program, measure="earnings", value=absence)
    field = InstitutionFieldFactory(institution=program.institution, field=program.field)
    InstitutionFieldFigureFactory(subject=field, measure="completions", value=absence)
    words = {
        "not_reported": "Not given",
        "suppressed": "Not published (privacy)",
        "not_applicable": "Not applicable",
        "not_estimated": "Not estimated",
    }
    for name in ("earnings", "completions"):
        found = figure(name)
        assert not {"value", "low", "high"} & set(found)
        assert (found["absence"], found["reason"]) == (absence, words[absence])
        assert found["source"]


def test_the_words_that_a_source_has_instead_of_a_number_are_the_reason(program, figure):
    ProgramFigureFactory(
        subject=program, measure="duration", value="not_reported", terms="variable"
    )
    found = figure("duration")
    assert (found["absence"], found["reason"]) == ("not_reported", "Variable, as printed")


def test_a_value_in_doubt_is_not_told(program, figure):
    ProgramFigureFactory(subject=program, measure="earnings", value="119000", status="disputed")
    found = figure("earnings")
    assert (found["absence"], found["reason"]) == ("disputed", "Disputed")
    assert "119000" not in found.values()


def test_a_program_that_begins_later_has_no_graduates_yet(program, figure):
    program.starts_on = date(2026, 9, 1)
    program.save()
    field = InstitutionFieldFactory(institution=program.institution, field=program.field)
    for measure in ("completions", "earnings"):
        InstitutionFieldFigureFactory(
            subject=field, measure=measure, value="70", period="2023", source__kind="government"
        )
    for name in ("completions", "earnings"):
        found = figure(name)
        assert found["absence"] == "begins_later"
        assert found["reason"] == "Begins September 2026: no graduates counted yet"


@pytest.mark.parametrize("measure", ["completions", "earnings"])
def test_what_was_withheld_before_it_began_is_no_reason_either(program, figure, measure):
    program.starts_on = date(2026, 9, 1)
    program.save()
    field = InstitutionFieldFactory(institution=program.institution, field=program.field)
    InstitutionFieldFigureFactory(subject=field, measure=measure, value="suppressed")
    assert figure(measure)["absence"] == "begins_later"


def test_of_two_equal_counts_it_names_the_code_of_the_one_that_lists_use(program, figure):
    source = federal()
    parent = InstitutionFieldFactory(
        institution=program.institution, field=FieldOfStudyFactory(cip="99.01")
    )
    own = InstitutionFieldFactory(
        institution=program.institution, field=program.field, parent=parent
    )
    for field, period in ((own, "2020"), (parent, "2024")):
        InstitutionFieldFigureFactory(subject=field, value="31", period=period, source=source)
    found = figure("completions")
    assert (found["value"], found["cip"], found["period_to"]) == ("31", "99.0102", "2020")
    assert found["terms"] == "IPEDS, all programs under 99.0102, finished 2020"


def test_a_rank_is_that_of_the_university_in_one_edition(program, figure):
    source = SourceFactory(slug="hakia", edition="2026")
    RankingEntryFactory(institution=program.institution, rank=3, source=source)
    found = figure("rank")
    assert (found["value"], found["scope"]) == ("3", "institution")
    assert found["terms"] == "rank of the university, 2026 edition"
    assert found["source_url"] == "http://localhost:8000/sources/hakia/"


def test_without_an_edition_a_rank_names_none(program, figure):
    RankingEntryFactory(institution=program.institution, rank=3)
    found = figure("rank")
    assert (found["value"], found["terms"]) == ("3", "rank of the university")
    assert "source" not in found


def test_without_a_rank_it_says_what_lists_say(program, figure):
    RankingEntryFactory(ranking__says_ranked=50)
    assert Ranking.objects.count() == 1
    assert figure("rank")["reason"] == "Not in the first 1"
