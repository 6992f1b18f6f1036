"""What the pages of universities, rankings, roles and states, and the first page, say of it."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from careers.models import Career, CareerFigure, OccupationFigure
from programs.audit import pages
from programs.models import InstitutionFigure, Ranking, State
from programs.ranking_table import RankingTable
from programs.state_profile import StateProfile
from tests.catalogue import refresh
from tests.factories import (
    InstitutionFigureFactory,
    RankingEntryFactory,
    RankingFactory,
    SourceFactory,
)

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("catalogue")]

HAKIA = "/rankings/hakia-2026-machine-learning/"
BY_CODE = "by Hakia’s code 15-1252, Software Developers"
UNDERGRADUATE = "Is another measure It is the undergraduate charge"
CMU = "/institutions/carnegie-mellon-university/"


def audit_of(page):
    return page.one("section", id="audit")


def sentence(page):
    return audit_of(page).all("p", class_="measure")[0].seen


def told(page):
    """{claim: what the row says of it}."""
    rows = audit_of(page).all("tr")[1:]
    return {
        (row.one("th").seen, row.all("td")[0].seen): [td.seen for td in row.all("td")[1:]]
        for row in rows
    }


def test_a_university_whose_ranked_tuition_is_the_undergraduate_charge_says_so_in_a_sentence(show):
    assert sentence(show(CMU)) == (
        "The ranking prints the undergraduate charge; graduate students are charged $48,496 in or "
        "out of state, on average over all graduate programs. The printed figure, $62,260, is "
        "$13,764 above that."
    )


def test_a_university_that_charges_graduates_more_names_both_residencies(show):
    assert sentence(show("/institutions/university-of-washington-seattle/")) == (
        "The ranking prints the undergraduate charge; graduate students are charged $17,514 in "
        "state and $31,392 out of state, on average over all graduate programs. The printed "
        "figure, $11,524, is $5,990 below the charge in state."
    )


@pytest.mark.parametrize(
    "slug, printed",
    [
        ("university-of-southern-california", "$66,640"),
        ("johns-hopkins-university", "$62,840"),
        ("boston-university", "$63,798"),
    ],
)
def test_a_university_whose_charges_are_equal_says_that_both_are_the_same_number(
    show, slug, printed
):
    assert sentence(show(f"/institutions/{slug}/")) == (
        f"The ranking prints {printed}, which graduate students are charged and undergraduates "
        "too: both charges are the same number."
    )


def test_each_of_the_25_ranked_universities_has_its_sentence(show):
    entries = Ranking.objects.get().entries.select_related("institution")
    said = [sentence(show(entry.institution.get_absolute_url())) for entry in entries]
    assert (len(said), len([s for s in said if "undergraduate charge; graduate" in s])) == (25, 22)
    assert len([s for s in said if "both charges are the same number" in s]) == 3


@pytest.mark.parametrize(
    "value, expected",
    [
        ("48496", "Guide prints $48,496, the charge to graduate students, on average over all"),
        ("50000", "Guide prints $50,000; graduate students are charged $48,496"),
    ],
)
def test_the_sentence_follows_from_the_verdict(show, value, expected):
    federal = InstitutionFigure.objects.filter(item="TUITION6").select_related("subject")
    here = federal.get(subject__slug="carnegie-mellon-university").subject
    source = SourceFactory(kind="article", short_name="Guide")
    InstitutionFigureFactory(subject=here, source=source, value=value)
    said = [p.seen for p in audit_of(show(CMU)).all("p", class_="measure")]
    assert any(one.startswith(expected) for one in said)


def test_a_university_has_the_claims_about_it_and_no_others(show):
    found = told(show(CMU))
    assert list(found) == [("Tuition a year Hakia", "$62,260"), ("Graduation rate Hakia", "98%")]
    assert found["Graduation rate Hakia", "98%"] == [
        "Cannot be checked Whose rate is not stated; federal rates follow undergraduates",
        "First-time undergraduates, within six years: 92.52% 2023–24 edition · C150_4",
        "Not applicable",
        "Not applicable",
    ]


def test_a_university_of_which_nothing_is_claimed_has_no_such_section(show):
    page = show("/institutions/stanford-university/")
    assert page.all("section", id="audit") == []
    assert "#audit" not in page.links


def test_the_contents_of_a_page_lead_to_its_audit(show):
    for address in (CMU, "/careers/machine-learning-engineer/"):
        assert "#audit" in show(address).links


def test_the_ranking_has_the_verdict_on_each_tuition_beside_it(show):
    page = show(HAKIA)
    rows = page.one("table", class_="ranks").all("tr")[1:]
    brief = {row.one("th").all("a")[0].seen: row.all("td")[3].seen for row in rows}
    assert brief["Carnegie Mellon University"] == (
        "Is another measure graduate $48,496 in or out of state"
    )
    assert brief["Boston University"] == "Agrees both charges are the same number"
    assert brief["University of Washington-Seattle Campus"] == (
        "Is another measure graduate $17,514 in state graduate $31,392 out of state"
    )


def test_the_ranking_counts_its_verdicts_at_the_top(show):
    page = show(HAKIA)
    assert page.stands("printed tuitions are another measure") == "22 of 25"
    top = page.one("dl", class_="figs").seen
    assert "25 equal the undergraduate charge, TUITION1; 3 of the claims agree." in top
    assert "0 of 21 can be checked: federal rates follow undergraduates" in top


def test_a_ranking_beside_no_federal_figure_says_so_row_by_row(show):
    ranking = RankingFactory()
    with_claim, _without = RankingEntryFactory.create_batch(2, ranking=ranking)
    InstitutionFigureFactory(subject=with_claim.institution, source=ranking.source)
    refresh()
    page = show(ranking.get_absolute_url())
    brief = [row.all("td")[3].seen for row in page.one("table", class_="ranks").all("tr")[1:]]
    assert brief == [
        "Cannot be checked No federal figure of this is recorded",
        "Nothing to check",
    ]
    assert "another measure" not in page.one("dl", class_="figs").seen


def test_a_role_has_the_verdicts_on_its_pay_and_growth(show):
    page = show("/careers/machine-learning-engineer/")
    assert sentence(page) == (
        "Federal files count occupations, not roles. Beside each claim stands Software "
        "Developers, SOC 15-1252, the code that a source gives this role. It is shared by "
        "Computer vision engineer and Natural language processing engineer."
    )
    assert {claim: row[0] for (_name, claim), row in told(page).items()} == {
        "$157,000": f"Differs 18% above the federal figure {BY_CODE}",
        "40%": f"Cannot be checked The projection covers other years {BY_CODE}",
        "$110,000–160,000": f"Agrees Its range holds the federal median {BY_CODE}",
    }


def test_a_role_that_has_its_occupation_alone_says_nothing_of_others(show):
    assert sentence(show("/careers/data-scientist/")).endswith(
        "the code that a source gives this role."
    )


def test_a_role_of_which_nothing_is_claimed_has_no_such_section(show):
    page = show("/careers/ai-ethicist/")
    assert page.all("section", id="audit") == []


def test_a_code_that_hardly_fits_or_that_no_source_gives_says_so_beside_each_verdict(show):
    career = Career.objects.filter(slug="machine-learning-engineer")
    career.update(soc_doubtful=True, source=None, locator="")
    verdicts = [row[0] for row in told(show("/careers/machine-learning-engineer/")).values()]
    ending = "by code 15-1252, Software Developers; it hardly fits the role"
    assert all(verdict.endswith(ending) for verdict in verdicts)


def test_a_median_that_changes_changes_the_verdict_on_a_role(show):
    medians = OccupationFigure.objects.filter(item="A_MEDIAN", subject__soc="15-1252")
    medians.filter(source__slug="oews-2024").update(low=157000, high=157000)
    found = told(show("/careers/machine-learning-engineer/"))
    verdicts = [row[0] for (_name, claim), row in found.items() if claim == "$157,000"]
    assert verdicts == [f"Agrees {BY_CODE}"]


def test_a_state_has_the_verdicts_on_its_median_and_on_its_universities(show):
    rows = audit_of(show("/states/PA/")).all("tr")[1:]
    said = {row.one("th").all("a")[0].seen: row.all("td")[1].seen for row in rows}
    assert said == {
        "Pennsylvania": "Differs 57% above in state, 21% above out of state, beside the medians we "
        "compute from the federal graduate charges of the universities it names",
        "Carnegie Mellon University": UNDERGRADUATE,
        "University of Pennsylvania": UNDERGRADUATE,
        "University of Pittsburgh-Pittsburgh Campus": UNDERGRADUATE,
        "Pennsylvania State University-Main Campus": UNDERGRADUATE,
    }


def test_a_state_whose_programs_are_not_all_named_says_so(show):
    rows = audit_of(show("/states/CA/")).all("tr")[1:]
    assert rows[0].all("td")[1].seen == (
        "Cannot be checked It counts 23 programs; charges known of those it names: 6"
    )
    assert "median of the 6 universities it names" in rows[0].all("td")[2].seen


def test_a_state_of_which_nothing_is_claimed_has_no_such_section(show):
    assert show("/states/AK/").all("section", id="audit") == []


def test_the_first_page_proves_it_in_a_minute(show):
    page = show("/")
    proof = page.one("section", aria_labelledby="audit-h")
    assert page.stands("printed tuitions equal what undergraduates are charged") == "25 of 25"
    assert page.stands("stand above the charge to graduate students in state") == "14"
    assert page.stands("stand below it") == "8"
    assert page.stands("equal it: both charges are the same number") == "3"
    assert proof.one("h3").seen == "Northeastern University"
    assert proof.one("p", class_="measure").seen == (
        "The ranking prints the undergraduate charge; graduate students are charged $27,728 in or "
        "out of state, on average over all graduate programs. The printed figure, $62,000, is "
        "$34,272 above that."
    )
    assert "/audit/" in [link["href"] for link in proof.all("a")]
    assert len(page.one(class_="bell").all("li")) == 25


def test_the_first_page_without_federal_figures_shows_what_the_catalogue_holds(show):
    InstitutionFigure.objects.filter(source__kind="government").delete()
    page = show("/")
    assert page.all("section", aria_labelledby="audit-h") == []
    assert page.stands("contradictions") == "2"
    assert page.one("svg", class_="tiles")


def test_the_example_follows_from_the_figures(show):
    here = InstitutionFigure.objects.filter(subject__slug="northeastern-university")
    here.filter(population="graduate_students", measure="tuition").update(low=62000, high=62000)
    page = show("/")
    assert page.stands("equal it: both charges are the same number") == "4"
    proof = page.one("section", aria_labelledby="audit-h")
    assert proof.one("h3").seen == "Saint Louis University"


def test_charges_that_all_lie_on_one_side_leave_the_other_blank(show):
    charged = InstitutionFigure.objects.filter(
        measure="tuition", population="graduate_students", source__kind="government"
    )
    charged.update(low=1, high=1)
    page = show("/")
    assert page.stands("stand below it") == "None"
    assert page.stands("equal it") == "None"
    charged.update(low=99000, high=99000)
    assert show("/").stands("stand above the charge to graduate students in state") == "None"


def queries(ask):
    with CaptureQueriesContext(connection) as found:
        assert ask()
    return len(found)


def test_it_asks_two_queries_of_a_page_however_many_claims_there_are():
    ranking = Ranking.objects.select_related("source").get()
    institution = ranking.entries.first().institution
    career = CareerFigure.objects.filter(measure="growth").first().subject
    for entry in RankingEntryFactory.create_batch(20):
        InstitutionFigureFactory(subject=entry.institution, source=ranking.source)
    table = RankingTable(ranking)
    assert table.rows
    assert queries(lambda: pages.about_institution(institution)) == 2
    assert queries(lambda: pages.about_career(career)) == 2
    assert queries(lambda: pages.RankingAudit(table).rows) == 2


def test_it_asks_one_query_of_a_state_beside_what_its_page_reads():
    profile = StateProfile(State.objects.get(code="PA"))
    assert profile.read
    assert queries(lambda: profile.audit) == 1
