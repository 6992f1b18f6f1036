import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from programs.models import Institution, Program
from tests.catalogue import refresh
from tests.factories import (
    CareerFactory,
    FieldOfStudyFactory,
    InstitutionFactory,
    InstitutionFieldFactory,
    InstitutionFieldFigureFactory,
    InstitutionFigureFactory,
    OrganizationLinkFactory,
    ProfileItemFactory,
    ProgramFactory,
    ProgramFigureFactory,
    RoleLinkFactory,
    SourceFactory,
)

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("catalogue")]

CMU = "/programs/carnegie-mellon-ms-machine-learning/"
DUKE = "/programs/duke-meng-artificial-intelligence/"
PENN = "/programs/penn-mse-artificial-intelligence/"
BRANDEIS = "/programs/brandeis-university-masters/"


INHERITED = "Of the university or a part of it, not of this program"


def row(page, anchor):
    return [cell.seen for cell in page.one("tr", id=anchor).all("td")]


def names(page, section):
    """What the section lists, without the words beside each name."""
    listed = page.main.one("section", aria_labelledby=section).all("li")
    return [item.seen for item in listed]


def test_it_is_named_after_the_degree_and_the_university(show):
    page = show(CMU)
    assert page.title == "MS in Machine Learning, Carnegie Mellon University | Gradpath"
    assert page.heading == "MS in Machine Learning"
    assert "Six core courses and three electives" in page.main.seen


def test_the_headlines_show_figures_and_of_whom(show):
    page = show(CMU)
    assert page.stands("Tuition a year, in or out of state") == "$48,496"
    assert page.stands("Length") == "16 months"
    assert page.stands("Earnings a year") == "$108,000"
    assert page.stands("Place of the university in a ranking") == "1st of 50"
    figures = page.one("dl", class_="figs").seen
    assert "IPEDS, average for all graduate students" in figures
    assert (
        "federal: College Scorecard, all programs under 11.01, finished 2015–17, one year on"
        in figures
    )


def test_a_charge_that_only_a_ranking_has_is_told_as_printed(show, program):
    InstitutionFigureFactory(subject=program.institution, value="62260")
    refresh()
    page = show("/programs/zymurgy/")
    assert page.stands("Tuition, as printed") == "$62,260"
    assert "for the university" in page.one("dl", class_="figs").seen


def test_every_figure_stands_with_where_it_is_printed(show):
    page = show(CMU)
    assert row(page, "duration-hakia-2026-degree-list")[0] == "16 months"
    place = page.one("tr", id="duration-hakia-2026-degree-list").one("th")
    assert place.seen == "Hakia line 169; line 170: “16 months (3-4 semesters)”"


def test_a_figure_of_the_whole_university_says_so(show):
    [tuition] = [r for r in show(CMU).rows if r.all("td")[0].seen == "$62,260"]
    assert tuition.all("td")[1].seen == INHERITED


def test_dukes_outcomes_are_those_its_page_prints(show):
    page = show(DUKE)
    assert page.stands("Placement rate") == "100%"
    assert page.stands("Starting pay a year") == "$118,000"
    figures = page.one("dl", class_="figs").seen
    assert "median · new graduates · over the past 2 years" in figures
    assert "within 6 months" in figures
    assert row(page, "placement_rate-duke-outcomes-tile") == [
        "100%",
        "6 months after",
        "Not given",
        "The same number, told another way The tile says “after” where the text says “within”.",
    ]
    assert page.sources[0].startswith("Duke University,")


def test_dukes_thirteen_employers_are_named(show):
    employers = names(show(DUKE), "employers-h")
    assert len(employers) == 13
    assert {"OpenAI", "Eli Lilly", "Morgan Stanley", "GE"} <= set(employers)
    [unit] = [name for name in employers if name.startswith("Target’s AI Lab")]
    assert unit.endswith("part of Target")


def test_dukes_graduates_jobs_stand_as_printed(show):
    assert names(show(DUKE), "careers-h") == [
        "Machine learning engineer Printed as “ML Engineer” line 53"
        " “Senior ML Engineering” line 53 “AI Engineer” line 53",
        "Data scientist Printed as “Data Scientist” line 53 “Senior Data Scientist” line 53",
    ]


def test_a_role_named_for_the_whole_university_says_so(show):
    roles = names(show("/programs/usc-ms-applied-data-science/"), "careers-h")
    assert roles[1].startswith("Machine learning engineerwhole university")
    assert roles[0].startswith("Software Engineerwhole university")
    assert roles[0].endswith("none of our careers")


def test_the_degree_stands_in_the_words_of_the_source_beside_ours(show):
    page = show("/programs/uw-ms-artificial-intelligence-machine-learning-engineering/")
    assert page.stands("As the source prints it").startswith("“AI/ML for Engineering program is")
    assert page.stands("Award and level") == "MS · Master’s"
    assert page.stands("Field") == "Artificial Intelligence CIP 11.0102, our assignment"
    assert page.stands("Delivery") == "Online"
    assert page.stands("Pace") == "Full time, Part time"
    assert page.stands("Begins") == "2026"


def test_a_degree_of_another_level_names_its_university_and_is_told_from_the_masters(show):
    page = show("/programs/uci-phd/")
    assert page.heading == "PhD, University of California-Irvine"
    assert page.title == "PhD, University of California-Irvine | Gradpath"
    assert "but no master’s" in page.one(class_="head").seen
    assert "but no master’s" not in show(CMU).one(class_="head").seen


def test_a_length_that_is_no_number_is_told_in_the_words_of_the_source(show):
    page = show("/programs/syracuse-ms-sport-analytics/")
    assert page.stands("Length") == "Variable, as printed"


def test_a_program_without_a_summary_has_only_its_university_under_its_name(show):
    program = ProgramFactory(summary="", institution__name="Zymurgy University")
    refresh()
    lede = show(program.get_absolute_url()).one("p", class_="lede").seen
    assert lede == "Zymurgy University"


def test_people_of_different_kinds_are_no_rivals(show):
    page = show("/programs/uci-phd/")
    assert page.row("about 400").all("td")[3].seen.startswith("Only figure for doctoral")
    assert page.row("about 4,000").all("b") == []


def test_of_a_program_that_is_only_implied_the_title_is_not_recorded(show):
    page = show(BRANDEIS)
    assert page.title.startswith("Master’s in machine learning (degree title not recorded), ")
    assert page.heading == "Master’s in machine learning"
    assert page.one(class_="head").one("p", class_="nil").text == "degree title not recorded"
    assert page.stands("The source names only the university") == (
        "“Brandeis University” line 280; line 293"
    )
    assert page.stands("Award and level") == "Award not recorded · Master’s"
    assert page.stands("Field") == page.stands("Delivery") == page.stands("Pace") == "Not recorded"
    assert page.stands("Length") == "Not recorded"


def test_a_contradiction_is_told_with_both_figures_leading_to_each_other(show):
    page = show(PENN)
    link = page.one(class_="head").one("a", class_="neq")
    assert (link.seen, link["href"]) == ("1 contradiction", "#disagree")
    told = page.one(id="disagree")
    assert told.one("h3").text == "Graduation rate: like for like, and not the same"
    assert told.one("p").seen.startswith(
        "100% (Hakia, line 211; line 287) against 1% (Hakia, line 279)."
    )
    targets = [a["href"] for a in told.all("a") if "mark" not in a.classes]
    assert targets == [
        "/institutions/university-of-pennsylvania/#graduation_rate-hakia-2026-profile",
        "/institutions/university-of-pennsylvania/#graduation_rate-hakia-2026-compare",
    ]


def test_a_program_without_contradictions_speaks_of_none(show):
    assert "contradiction" not in show(CMU).text


def test_other_degrees_of_the_university_are_those_that_are_listed(show):
    cmu = Institution.objects.get(slug="carnegie-mellon-university")
    ProgramFactory(institution=cmu, title="MS in Drafting", status="draft")
    refresh()
    section = show(CMU).one("section", id="degrees")
    assert [row.one("th").seen for row in section.all("tr")[1:]] == ["Fifth-Year MS"]
    assert section.all("a")[0]["href"] == "/institutions/carnegie-mellon-university/"


def test_the_only_degree_of_a_university_says_so(show):
    assert "No other master’s is recorded here." in show(DUKE).text


@pytest.mark.parametrize("status", ["draft", "withdrawn"])
def test_an_unpublished_program_has_no_page(show, status):
    program = ProgramFactory(status=status)
    refresh()
    show(program.get_absolute_url(), status=404)


def test_an_unlisted_program_leads_to_the_named_degree_of_its_field(client):
    named = Program.objects.get(slug="duke-meng-artificial-intelligence")
    reported = ProgramFactory(
        institution=named.institution, field=named.field, identity="reported", title="AI"
    )
    refresh()
    response = client.get(reported.get_absolute_url())
    assert (response.status_code, response.headers["Location"]) == (302, DUKE)


def test_an_unlisted_program_without_one_leads_to_its_university(client):
    duke = Institution.objects.get(slug="duke-university")
    implied = ProgramFactory(institution=duke, identity="implied", title="")
    refresh()
    response = client.get(implied.get_absolute_url())
    assert response.headers["Location"] == "/institutions/duke-university/"


@pytest.fixture
def program():
    return ProgramFactory(title="MS in Zymurgy", slug="zymurgy")


def test_a_program_of_which_nothing_is_known_says_so_in_words(show, program):
    refresh()
    page = show("/programs/zymurgy/")
    for label in ("Tuition a year", "Length", "Pay after", "Field", "Delivery", "Pace"):
        assert page.stands(label) == "Not recorded"
    assert page.stands("As the source prints it") == "Not recorded"
    assert "No figure is taken from a source yet." in page.main.text
    assert "No source we hold names a role." in page.main.text
    assert names(page, "employers-h") == names(page, "labs-h") == []
    assert (page.marks, page.sources) == ([], [])


def test_a_withdrawn_figure_is_hidden_and_a_disputed_one_shown(show, program):
    ProgramFigureFactory(subject=program, measure="duration", value="11", status="withdrawn")
    ProgramFigureFactory(subject=program, measure="duration", value="13", status="disputed")
    refresh()
    page = show("/programs/zymurgy/")
    assert "11 months" not in page.text
    assert page.row("13 months").all("td")[3].seen == "Disputed"
    assert page.stands("Length") == "Disputed, see below"
    assert page.one("dl", class_="figs").one("a", class_="nil")["href"] == "#facts"


def test_disputed_pay_of_washington_is_told_with_its_reason_only(show):
    page = show("/programs/uw-ms-data-science/")
    assert page.stands("Pay a year") == "Disputed, see below"
    assert page.row("$165,000").all("td")[3].seen.startswith("Disputed")


def test_pay_of_which_all_figures_are_disputed_is_told_below_and_not_above(show, program):
    ProgramFigureFactory(subject=program, measure="starting_pay", value="165000", status="disputed")
    refresh()
    page = show("/programs/zymurgy/")
    assert page.stands("Starting pay a year") == "Disputed, see below"
    assert "165,000" not in page.one("dl", class_="figs").text
    assert page.row("$165,000").all("td")[3].seen == "Disputed"


def test_a_stated_absence_is_told_in_words_with_its_mark(show, program):
    ProgramFigureFactory(subject=program, measure="duration", value="suppressed")
    refresh()
    page = show("/programs/zymurgy/")
    assert page.stands("Length") == "Not published (privacy)"
    assert page.row("Not published").all("td")[3].seen == "Withheld, too few people"
    assert page.marks == [1, 1]


def test_what_it_inherits_says_from_whom(show, program):
    program.field = FieldOfStudyFactory(cip="11.0102")
    program.save()
    whole = InstitutionFieldFactory(
        institution=program.institution, field=FieldOfStudyFactory(cip="11.01")
    )
    field = InstitutionFieldFactory(
        institution=program.institution, field=program.field, parent=whole
    )
    InstitutionFieldFigureFactory(subject=field, value="4321")
    InstitutionFieldFigureFactory(subject=whole, measure="debt", value="30000")
    InstitutionFigureFactory(subject=program.institution, measure="completions", value="8765")
    refresh()
    page = show("/programs/zymurgy/")
    own, _table = page.one("section", id="graduates").all("h3"), page.row("4,321")
    assert [heading.seen for heading in own] == ["11.0102, its own code"]
    assert page.row("8,765").all("td")[1].seen == INHERITED
    assert page.row("$30,000").all("td")[1].seen == "All programs under 11.01"


def test_its_own_figure_and_one_of_its_university_may_be_printed_under_one_name(show, program):
    said = {"source": SourceFactory(slug="paper"), "item": "tuition"}
    ProgramFigureFactory(subject=program, value="20000", **said)
    InstitutionFigureFactory(subject=program.institution, value="30000", **said)
    refresh()
    page = show("/programs/zymurgy/")
    assert page.one(id="tuition-paper-tuition").all("td")[0].seen == "$20,000"
    assert page.row("$30,000").all("td")[1].seen == INHERITED


def test_it_does_not_borrow_what_is_said_of_a_sister_program(show, program):
    sister = ProgramFactory(institution=program.institution)
    of_sister = {"institution": program.institution, "program": sister}
    ProfileItemFactory(name="Lab of the sister", **of_sister)
    RoleLinkFactory(printed="Role of the sister", **of_sister)
    OrganizationLinkFactory(role="employer", organization__name="Employer of sisters", **of_sister)
    ProfileItemFactory(name="Lab of them all", institution=program.institution)
    refresh()
    page = show("/programs/zymurgy/")
    assert names(page, "labs-h") == ["Lab of them all"]
    assert "sister" not in page.main.text


def test_a_note_on_another_source_leads_to_it_by_its_mark(show):
    page = show("/programs/duke-meng-artificial-intelligence/")
    notes = page.one("section", id="findings").all("li")
    [of_hakia] = [note for note in notes if "North Carolina" in note.seen]
    assert of_hakia.seen.endswith("Editor’s note on Hakia, line 393")
    assert page.source_of(of_hakia).startswith("Hakia, ")


def test_notes_alone_lead_to_all_disagreements_too(show):
    findings = show("/institutions/clark-university/").one("section", id="findings")
    assert findings.all("a")[0]["href"] == "/disagreements/"


def test_a_ranked_tuition_that_is_another_measure_leads_to_the_audit(show):
    page = show("/programs/carnegie-mellon-ms-machine-learning/")
    [row] = [row for row in page.one(id="facts").all("tr") if "$62,260" in row.seen]
    standing = row.all("td")[-1]
    assert standing.seen == "Is another measure"
    assert standing.one("a")["href"] == "/audit/?measure=tuition"


def test_a_ranked_tuition_that_agrees_keeps_its_standing(show):
    page = show("/programs/usc-ms-applied-data-science/")
    [row] = [row for row in page.one(id="facts").all("tr") if "$66,640" in row.seen]
    assert "another measure" not in row.seen


def test_it_asks_few_queries_and_no_more_for_more_of_everything(client, program):
    def queries():
        with CaptureQueriesContext(connection) as found:
            assert client.get("/programs/zymurgy/").status_code == 200
        return len(found)

    def add(number):
        university = {"institution": program.institution}
        ProgramFigureFactory.create_batch(number, subject=program)
        InstitutionFigureFactory.create_batch(number, subject=program.institution)
        ProgramFactory.create_batch(number, **university)
        for role in ("employer", "partner"):
            OrganizationLinkFactory.create_batch(number, role=role, **university)
        for kind in ("lab", "faculty", "service", "designation"):
            ProfileItemFactory.create_batch(number, kind=kind, **university)
        for _role in range(number):
            RoleLinkFactory(career=CareerFactory(), program=program, **university)
        refresh()

    add(1)
    few = queries()
    add(49)
    assert queries() == few <= 15  # two for the verdict on a printed tuition


def test_a_program_of_a_field_asks_few_queries(client, django_assert_max_num_queries):
    # two for the verdict on a printed tuition
    with django_assert_max_num_queries(17):
        client.get(CMU)


def test_a_university_that_nobody_places_says_so(show):
    program = ProgramFactory(institution=InstitutionFactory(state=None))
    refresh()
    assert "Place not recorded" in show(program.get_absolute_url()).one(class_="head").seen
