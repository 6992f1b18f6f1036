import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from programs.models import InstitutionFigure
from tests.factories import (
    CareerFigureFactory,
    InstitutionFigureFactory,
    OccupationFigureFactory,
    RankingEntryFactory,
    SourceFactory,
    StateFigureFactory,
    TopicFigureFactory,
)

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("catalogue")]

AUDIT = "/audit/"
WHOSE_RATE = "Whose rate is not stated; federal rates follow undergraduates"
STATE_DIFFERS = (
    "Differs 57% above in state, 21% above out of state, beside the medians we compute from "
    "the federal graduate charges of the universities it names"
)


def rows_of(page, section):
    return page.one("section", id=section).all("tr")[1:]


def cells(page, section, name):
    """What the row of a claim says: as printed, verdict, federal record …"""
    [row] = [row for row in rows_of(page, section) if row.one("th").all("a")[0].seen == name]
    return [cell.seen for cell in row.all("td")]


def verdicts(page, section):
    return [row.one("span", class_="verdict").seen for row in rows_of(page, section)]


def test_it_says_what_it_is(show):
    page = show(AUDIT)
    assert page.heading == "What is claimed, what is on record"
    assert page.title == "Audit of published claims | Gradpath"
    assert page.one("a", aria_current="page").text == "Audit"


def test_it_counts_the_claims_by_verdict_and_each_count_leads_to_them(show):
    page = show(AUDIT)
    told = {d.own("dt")[0].seen: d for d in page.one("dl", class_="figs").own("div")}
    numbers = {label: int(d.own("dd")[0].seen) for label, d in told.items()}
    assert list(numbers) == ["Agrees", "Is another measure", "Differs", "Cannot be checked"]
    assert numbers["Is another measure"] == 22
    assert f"{sum(numbers.values())} claims" == page.one(role="status").text
    for label, div in told.items():
        found = show(AUDIT + div.one("a")["href"])
        assert found.one(role="status").text.split()[0] == str(numbers[label])
        assert list(found.chips) == [f"Verdict: {label}"]


def test_of_25_tuitions_22_are_another_measure_and_3_agree(show):
    found = verdicts(show(AUDIT), "tuition-institution")
    assert (len(found), found.count("Is another measure"), found.count("Agrees")) == (25, 22, 3)


def test_all_25_equal_the_undergraduate_column_and_the_page_says_so_in_computed_counts(show):
    text = show(AUDIT).one("section", id="proof-hakia-2026").one("p", class_="measure").seen
    assert text.startswith("25 of 25 printed tuitions equal, to the dollar, what undergraduates")
    assert "column TUITION1 of the federal file, 2023–24" in text
    assert "14 stand above it, 8 below, and 3 equal it" in text


def test_washingtons_claim_is_named_and_both_graduate_charges_stand_beside_it(show):
    assert cells(show(AUDIT), "tuition-institution", "University of Washington-Seattle Campus") == [
        "$11,524",
        "Is another measure It is the undergraduate charge",
        "Undergraduates, in state: $11,524 2023–24 · TUITION1, TUITION2",
        "$17,514 in state $31,392 out of state",
        "$5,990 below in state $19,868 below out of state",
    ]


@pytest.mark.parametrize(
    "name", ["University of Southern California", "Johns Hopkins University", "Boston University"]
)
def test_where_both_charges_are_equal_the_claim_agrees_and_the_page_says_so(show, name):
    told = cells(show(AUDIT), "tuition-institution", name)
    assert told[1] == "Agrees Both charges are the same number"
    assert "TUITION5, TUITION6, TUITION7" in told[2] and "TUITION1" in told[2]
    assert told[4] == "equal"


def test_the_pay_of_machine_learning_engineers_differs_by_18_percent(show):
    rows = rows_of(show(AUDIT), "pay-career")
    [row] = [row for row in rows if row.all("td")[0].seen == "$157,000"]
    assert (
        row.one("th").seen == "Machine learning engineer Hakia, naming BLS OES 2024 · median · 2024"
    )
    assert row.all("td")[1].seen == (
        "Differs 18% above the federal figure by Hakia’s code 15-1252, Software Developers"
    )
    assert row.all("td")[2].seen == (
        "Software Developers, median: $133,080 May 2024 · A_MEDIAN "
        "Software Developers, median: $135,980 May 2025 · A_MEDIAN"
    )


def test_growth_to_other_years_cannot_be_checked(show):
    assert cells(show(AUDIT), "growth-career", "Machine learning engineer") == [
        "40%",
        "Cannot be checked The projection covers other years "
        "by Hakia’s code 15-1252, Software Developers",
        "Software Developers: 15.8% 2024–34 · Employment change, percent",
    ]


@pytest.mark.parametrize(
    "value, nearest",
    [
        ("35%", "Information Security Analysts: 28.5%"),
        ("36%", "Data Scientists: 33.5%"),
        ("22%", "Computer and Information Research Scientists: 19.7%"),
        ("about 15%", "Software Developers: 15.8%"),
    ],
)
def test_growth_of_the_field_stands_beside_the_occupation_that_the_claim_is_about(
    show, value, nearest
):
    [row] = [row for row in rows_of(show(AUDIT), "growth-topic") if row.all("td")[0].seen == value]
    _printed, verdict, federal = (cell.seen for cell in row.all("td"))
    assert federal == f"{nearest} 2024–34 · Employment change, percent"
    assert verdict.startswith("Cannot be checked It gives no occupation code")
    assert "Our reading: " in verdict


def test_rates_of_graduation_stand_beside_those_of_undergraduates(show):
    page = show(AUDIT)
    assert set(verdicts(page, "graduation_rate-institution")) == {"Cannot be checked"}
    assert len(rows_of(page, "graduation_rate-institution")) == 21
    told = cells(page, "graduation_rate-institution", "Carnegie Mellon University")
    assert told[1] == f"Cannot be checked {WHOSE_RATE}"
    assert told[2] == (
        "First-time undergraduates, within six years: 92.52% 2023–24 edition · C150_4"
    )


def test_many_claims_that_end_the_same_way_are_one_sentence_and_a_table_to_open(show):
    part = show(AUDIT).one("section", id="graduation_rate-institution")
    assert part.one("p", class_="measure").seen == (
        f"None of these 21 claims can be checked. {WHOSE_RATE}."
    )
    folded = part.one("details")
    assert folded.one("summary").seen == "Each claim beside the nearest federal figure"
    assert len(folded.all("tr")) == 22
    alone = show(AUDIT + "?measure=graduation_rate")
    assert alone.one("section", id="graduation_rate-institution").all("details") == []


def test_pennsylvanias_median_differs_from_that_of_the_charges_of_its_four(show):
    told = cells(show(AUDIT), "tuition-state", "Pennsylvania")
    assert told[:2] == ["$52,800", STATE_DIFFERS]
    of_four = "median of the 4 universities it names, our calculation"
    assert f"Graduate students, in state, {of_four}: $33,689" in told[2]
    assert f"Graduate students, out of state, {of_four}: $43,535" in told[2]
    assert told[3:] == [
        "$33,689 in state $43,535 out of state",
        "$19,111 above in state $9,265 above out of state",
    ]


def test_georgia_is_not_checked_since_more_are_named_there_than_counted(show):
    assert cells(show(AUDIT), "tuition-state", "Georgia")[1] == (
        "Cannot be checked It counts 2 programs, yet names 3 universities there"
    )


def test_every_claim_and_every_federal_figure_carries_its_mark(show):
    for row in show(AUDIT).rows:
        for cell in row.all("td"):
            if "$" in cell.seen and cell["data-label"] != "Printed is":
                assert cell.all("a", class_="mark"), row.seen


def test_it_never_says_that_a_price_is_too_high(show):
    text = show(AUDIT).text.lower()
    assert "too high" not in text and "overcharge" not in text


def test_a_changed_figure_changes_the_verdict(show):
    graduate = InstitutionFigure.objects.filter(
        subject__slug="carnegie-mellon-university", item__in=["TUITION5", "TUITION6", "TUITION7"]
    )
    graduate.update(low=62260, high=62260)
    page = show(AUDIT)
    name = "Carnegie Mellon University"
    assert cells(page, "tuition-institution", name)[1].startswith("Agrees")
    assert "13 stand above it, 8 below, and 4 equal it" in page.text


def test_a_claim_that_differs_from_one_charge_for_all_names_all_its_columns(show):
    InstitutionFigure.objects.filter(
        subject__slug="carnegie-mellon-university", source__slug="hakia-2026", measure="tuition"
    ).update(low=50000, high=50000)
    told = cells(show(AUDIT), "tuition-institution", "Carnegie Mellon University")
    assert told[1:] == [
        "Differs 3% above the federal figure",
        "Graduate students, in or out of state: $48,496 2023–24 · TUITION5, TUITION6, TUITION7",
        "$48,496 in or out of state",
        "$1,504 above",
    ]


def test_filters_may_be_combined_and_taken_off_one_by_one(show):
    page = show("/audit/?verdict=agrees&measure=pay&source=research-com-2026")
    assert set(verdicts(page, "pay-career")) == {"Agrees"}
    assert [s["id"] for s in page.all("section") if s["id"].startswith("tuition")] == []
    assert page.chips["Measure: Pay a year"] == "?source=research-com-2026&verdict=agrees"
    assert page.title == (
        "Audit of published claims "
        "(Verdict: Agrees; Measure: Pay a year; Printed by: Research.com) | Gradpath"
    )


def test_its_filters_offer_only_what_some_claim_has(show):
    form = show(AUDIT).main.one("form", method="get")
    offered = {s["name"]: [o["value"] for o in s.all("option")] for s in form.all("select")}
    assert offered == {
        "verdict": ["", "agrees", "another_measure", "differs", "cannot_be_checked"],
        "measure": ["", "tuition", "graduation_rate", "pay", "growth"],
        "source": ["", "hakia-2026", "research-com-2026"],
    }


def test_a_filter_that_no_claim_fits_says_so(show):
    page = show("/audit/?verdict=differs&measure=growth")
    assert "No claim fits all of these." in page.text
    assert page.one(role="status").text == "0 claims"


def test_what_it_cannot_read_is_named(show):
    page = show("/audit/?verdict=wrong&page=2")
    assert page.ignored == ["Verdict: “wrong”"]
    assert len(rows_of(page, "tuition-institution")) == 25


def test_the_chart_tells_its_numbers_in_words_too(show):
    chart = show(AUDIT).one(class_="bell")
    first, *_others, last = [li.all("span")[1].text for li in chart.all("li")]
    assert first == (": printed $62,000, graduate charge $27,728; printed is $34,272 above")
    assert last.endswith("printed is $5,990 below")
    assert len(chart.all("li")) == 25


def test_the_chart_draws_equals_as_one_ring_and_prints_the_difference_at_the_end(show):
    lanes = {li.one(class_="nm").seen: li for li in show(AUDIT).one(class_="bell").all("li")}
    ends = {name: li.one(class_="gap").seen for name, li in lanes.items()}
    assert ends["Northeastern University"] == "+$34,272"
    assert ends["University of Washington"] == "−$5,990"
    assert [name for name, end in ends.items() if end == "equal"] == [
        "Southern California",
        "Johns Hopkins",
        "Boston U",
    ]
    dots = {name: [t.text for t in li.all("text")] for name, li in lanes.items()}
    assert (dots["Boston U"], dots["UC Irvine"]) == (["="], ["2", "1"])


def test_the_chart_names_a_university_so_that_none_is_taken_for_another(show):
    names = [one.seen for one in show(AUDIT).one(class_="bell").all("span", class_="nm")]
    assert {"University of Pennsylvania", "Penn State", "University of Georgia"} <= set(names)


def test_a_source_whose_tuitions_equal_no_column_has_a_sentence_of_its_own(show):
    source = SourceFactory(short_name="Guide")
    claim = InstitutionFigureFactory(
        source=source, value="1234", subject=InstitutionFigure.objects.first().subject
    )
    page = show(f"/audit/?source={source.slug}")
    text = page.one("section", id=f"proof-{source.slug}").one("p", class_="measure").seen
    assert text.startswith("The one printed tuition equals no charge to undergraduates.")
    assert text.endswith("0 stand above it, 1 below, and 0 equal it.")
    assert claim.in_words in page.text


def test_disagreements_and_every_footer_lead_to_it(show):
    assert AUDIT in [link["href"] for link in show("/disagreements/").main.all("a")]
    assert AUDIT in [link["href"] for link in show("/glossary/").one("footer").all("a")]


def test_it_asks_few_queries_and_no_more_for_more_claims(client):
    source, federal = SourceFactory(), SourceFactory(kind="government")

    def queries():
        with CaptureQueriesContext(connection) as found:
            assert client.get(AUDIT).status_code == 200
        return len(found)

    few = queries()
    for entry in RankingEntryFactory.create_batch(20, ranking__source=source):
        InstitutionFigureFactory(subject=entry.institution, source=source, value="20000")
        InstitutionFigureFactory(
            subject=entry.institution,
            source=federal,
            item="TUITION6",
            population="graduate_students",
            basis="in_state",
        )
        career = CareerFigureFactory(source=source)
        career.subject.occupation = OccupationFigureFactory(source=federal).subject
        career.subject.save()
        TopicFigureFactory(source=source)
    StateFigureFactory(source=source, measure="tuition", subject=entry.institution.state)
    assert queries() == few <= 12
