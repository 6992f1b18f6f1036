import json

import pytest
from django.core.management import CommandError, call_command

from programs.models import InstitutionFigure
from tests.factories import InstitutionFigureFactory, SourceFactory
from tests.samples import run

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("catalogue")]


def as_json(**options):
    status, lines = run("audit_claims", as_json=True, **options)
    return status, json.loads("\n".join(lines))


def test_it_says_of_each_claim_where_it_stands_the_verdict_and_by_what_figure():
    status, lines = run("audit_claims")
    [line] = [line for line in lines if "University of Washington" in line and "$11,524" in line]
    assert line == (
        "hakia-2026, line 3; line 199; line 278; line 286: "
        "University of Washington-Seattle Campus | Tuition a year $11,524 | Is another measure | "
        "Undergraduates, in state $11,524 (ipeds-ic-2023, TUITION1, TUITION2, 2023–24) | "
        "graduate charge: Graduate students, in state $17,514 "
        "(ipeds-ic-2023, TUITION5, TUITION6, 2023–24); "
        "Graduate students, out of state $31,392 (ipeds-ic-2023, TUITION7, 2023–24)"
    )
    assert status == 1


def test_its_last_line_counts_the_verdicts():
    _status, lines = run("audit_claims", source="research-com-2026")
    assert lines[-1] == (
        f"{len(lines) - 1} claims: agrees 5, is another measure 0, differs 0, cannot be checked 4"
    )


def test_a_source_that_only_agrees_or_cannot_be_checked_is_clean():
    assert run("audit_claims", source="research-com-2026")[0] == 0
    assert run("audit_claims", source="duke-outcomes") == (
        0,
        ["0 claims: agrees 0, is another measure 0, differs 0, cannot be checked 0"],
    )


def test_pay_says_by_how_much_it_differs_and_what_stands_beside_it():
    _status, lines = run("audit_claims", source="hakia-2026")
    [line] = [line for line in lines if "$157,000" in line]
    assert "Differs | Software Developers, median $133,080 (oews-2024, A_MEDIAN, May 2024)" in line
    assert line.endswith(
        "18% above | "
        "beside it: Software Developers, median $135,980 (oews-2025, A_MEDIAN, May 2025)"
    )


def test_programs_read_the_same_as_json():
    status, told = as_json()
    assert status == 1
    assert sum(told["totals"].values()) == len(told["claims"])
    tuition = [
        c for c in told["claims"] if (c["subject_kind"], c["measure"]) == ("institution", "tuition")
    ]
    verdicts = [claim["verdict"] for claim in tuition]
    assert (verdicts.count("another_measure"), verdicts.count("agrees")) == (22, 3)
    assert all("TUITION1" in sum((c["columns"] for c in t["federal"]), []) for t in tuition)
    assert {claim["subject"] for claim in tuition if claim["verdict"] == "agrees"} == {
        "University of Southern California",
        "Johns Hopkins University",
        "Boston University",
    }


def test_json_holds_shares_as_numbers_in_text_and_reasons_in_words():
    _status, told = as_json(source="hakia-2026")
    [pay] = [claim for claim in told["claims"] if claim["value"] == "157000"]
    [growth] = [claim for claim in told["claims"] if claim["value"] == "40"]
    assert (pay["verdict"], pay["share"], pay["reason"]) == ("differs", "0.1797", None)
    assert pay["federal"][0]["value"] == "133080"
    assert growth["share"] is None
    assert growth["reason"] == "The projection covers other years"
    assert growth["beside"][0]["period"] == "2024–34"


def test_growth_of_a_field_names_its_occupation_and_our_reading():
    _status, lines = run("audit_claims", source="hakia-2026")
    [line] = [line for line in lines if "Growth in jobs 35%" in line]
    assert "beside it: Information Security Analysts 28.5% (projections-2024" in line
    assert " | our reading: The claim names the field of cybersecurity" in line
    _status, told = as_json(source="research-com-2026")
    [claim] = [claim for claim in told["claims"] if claim["item"] == "prominent"]
    assert claim["beside"][0]["value"] == "19.7"
    assert "computer and information research science roles" in claim["reading"]


def test_a_states_median_is_told_for_both_residencies():
    _status, lines = run("audit_claims", source="hakia-2026")
    [line] = [line for line in lines if "$52,800" in line]
    assert line.endswith("57% above in state, 21% above out of state")
    assert "$33,689 (ipeds-ic-2023, TUITION6" in line
    assert "$43,535 (ipeds-ic-2023, TUITION7" in line
    _status, told = as_json(source="hakia-2026")
    [claim] = [claim for claim in told["claims"] if claim["value"] == "52800"]
    assert [one["value"] for one in claim["federal"]] == ["33689", "43535"]
    assert [one["share"] for one in claim["shares"]] == ["0.5673", "0.2128"]
    assert claim["share"] == "0.5673"


def test_a_changed_figure_changes_what_it_says():
    source = SourceFactory()
    [graduate] = InstitutionFigure.objects.filter(
        subject__slug="syracuse-university", item="TUITION6"
    )
    claim = InstitutionFigureFactory(subject=graduate.subject, source=source, value="44928")
    assert run("audit_claims", source=source.slug)[0] == 0
    claim.low = claim.high = 44000
    claim.save()
    assert run("audit_claims", source=source.slug)[0] == 1


def test_a_source_that_is_not_there_is_named():
    with pytest.raises(CommandError, match="There is no source “gone”") as failure:
        call_command("audit_claims", source="gone")
    assert failure.value.returncode == 2
