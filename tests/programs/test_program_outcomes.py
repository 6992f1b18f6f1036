"""What a program’s page tells of its field: graduates, earnings, debt, occupations."""

import pytest

from tests.catalogue import refresh
from tests.factories import (
    FieldOfStudyFactory,
    InstitutionFieldFactory,
    InstitutionFieldFigureFactory,
    ProgramFactory,
    SourceFactory,
)

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("catalogue")]

CMU = "/programs/carnegie-mellon-ms-machine-learning/"


def rows(page, section):
    table = page.one("section", id=section).one("tbody")
    return [[cell.seen for cell in row.own("th", "td")] for row in table.all("tr")]


def counts(page):
    """{heading: rows of its table} of the graduates."""
    section = page.one("section", id="graduates")
    headings = [heading.seen for heading in section.all("h3")]
    tables = [table.all("tr") for table in section.all("tbody")]
    told = [[[c.seen for c in row.own("th", "td")] for row in table] for table in tables]
    return dict(zip(headings, told, strict=True))


@pytest.fixture
def program():
    return ProgramFactory(slug="zymurgy", field=FieldOfStudyFactory(cip="99.0102"))


@pytest.fixture
def counted(program):
    """counted(measure, value, …): a federal figure of its field, or of the four-digit one."""
    place = {"institution": program.institution}
    whole = InstitutionFieldFactory(field=FieldOfStudyFactory(cip="99.01"), **place)
    own = InstitutionFieldFactory(field=program.field, parent=whole, **place)
    source = SourceFactory(kind="government", short_name="College Scorecard")

    def counted(measure, value, four_digits=True, **stated):
        subject = whole if four_digits else own
        said = {"subject": subject, "source": source, "measure": measure, "value": value}
        return InstitutionFieldFigureFactory(**said | stated)

    return counted


def test_graduates_of_its_field_are_told_by_year_and_code(show):
    page = show(CMU)
    assert counts(page) == {
        "11.0102, its own code": [["2023–24", "147", "first majors"]],
        "All of 11.01, the wider field": [
            ["2016–17", "677", "four-digit field"],
            ["2015–16", "640", "four-digit field"],
        ],
    }
    assert "their numbers are no series" in page.one("section", id="graduates").seen


def test_georgia_techs_online_degree_stands_where_ipeds_counts_its_graduates(show):
    told = counts(show("/programs/georgia-tech-omscs/"))
    assert told["11.0101, its own code"] == [["2023–24", "2,992", "first majors"]]


def test_what_was_counted_before_a_degree_begins_is_told_as_of_its_field_only(show):
    page = show("/programs/uw-ms-artificial-intelligence-machine-learning-engineering/")
    assert page.stands("Pay after") == "None yet"
    begins = "Begins 2026: no graduates counted yet"
    assert begins in page.one("dl", class_="figs").seen
    assert "$119,900" not in page.one("dl", class_="figs").seen
    for section in ("graduates", "outcomes"):
        assert f"{begins}. What follows" in page.one("section", id=section).seen
    assert begins not in show("/programs/uw-ms-machine-learning/").text


def test_second_majors_are_told_apart(show, counted):
    year = {"four_digits": False, "period": "2023-07..2024-06"}
    counted("completions", "20", terms="first majors", **year)
    counted("other_count", "3", terms="graduates with it as a second major", **year)
    refresh()
    page = show("/programs/zymurgy/")
    assert counts(page) == {
        "99.0102, its own code": [
            ["2023–24", "20", "first majors"],
            ["2023–24", "3", "Graduates with it as a second major"],
        ]
    }
    assert "no series" not in page.one("section", id="graduates").seen


def test_a_field_that_nobody_counts_and_a_degree_without_one_say_so(show, program):
    refresh()
    page = show("/programs/zymurgy/")
    told = page.one("section", id="graduates").seen
    assert "The catalogue holds no federal count of graduates of 99.0102 here yet." in told
    assert not page.all("section", id="outcomes")
    page = show("/programs/brandeis-university-masters/")
    assert "No field code is recorded" in page.one("section", id="graduates").seen


def test_earnings_and_debt_say_of_whom_how_many_and_when(show):
    page = show(CMU)
    aided = "All programs under 11.01 · %s graduates counted"
    assert rows(page, "outcomes") == [
        ["Earnings a year, one year on median", "$108,000", aided % 76, "2015–17"],
        ["Debt median", "$60,316", aided % 101, "2015–17"],
    ]
    told = page.one("section", id="outcomes").seen
    assert "Earnings count only graduates who had federal aid and worked." in told
    assert "Debt counts graduates who had federal aid, whether they worked or not." in told
    assert "International students are not in the file." in told
    assert "four and five years" not in told


def test_what_is_withheld_is_one_line_with_its_reason(show):
    page = show("/programs/uw-ms-computer-science-artificial-intelligence/")
    section = page.one("section", id="outcomes")
    assert section.all("table") == []
    assert section.all("p")[0].seen == (
        "Earnings a year, one year on; debt: not published, too few graduates with federal aid "
        "(privacy) All programs under 11.07"
    )
    assert section.all("p")[0].all("a", class_="mark")


def test_other_reasons_are_told_in_their_own_words(show, counted):
    counted("earnings", "not_reported", basis="year_1")
    counted("debt", "not_applicable")
    refresh()
    section = show("/programs/zymurgy/").one("section", id="outcomes")
    told = [line.seen for line in section.all("p")[:2]]
    assert told == [
        "Earnings a year, one year on: not given All programs under 99.01",
        "Debt: not applicable All programs under 99.01",
    ]


def test_one_four_and_five_years_on_are_no_path_of_one_person(show, counted):
    for years, value in (("5", "90000"), ("1", "70000"), ("4", "suppressed")):
        counted("earnings", value, basis=f"year_{years}", counted=1)
    refresh()
    page = show("/programs/zymurgy/")
    assert [row[:1] + row[2:] for row in rows(page, "outcomes")] == [
        ["Earnings a year, one year on", "All programs under 99.01 · 1 graduate counted"]
        + ["Not given"],
        ["Earnings a year, five years on", "All programs under 99.01 · 1 graduate counted"]
        + ["Not given"],
    ]
    told = page.one("section", id="outcomes").seen
    assert "Earnings a year, four years on: not published" in told
    assert "different graduates: no one person’s path" in told


def test_a_note_on_what_is_not_told_is_left_out(show, counted):
    counted("debt", "30000")
    refresh()
    told = show("/programs/zymurgy/").one("section", id="outcomes").seen
    assert "Debt counts" in told and "Earnings count" not in told


def test_a_figure_repeated_on_every_campus_says_so(show, counted):
    counted("debt", "30000", terms="four-digit field; computed for OPEID 003329 and repeated")
    refresh()
    told = show("/programs/zymurgy/").one("section", id="outcomes").seen
    assert "computed for all campuses that share a federal number" in told
    assert "all campuses" not in show(CMU).one("section", id="outcomes").seen


def test_occupations_of_its_field_lead_to_their_pages_with_their_pay(show):
    page = show(CMU)
    section = page.one("section", id="occupations")
    links = [item.all("a")[0] for item in section.all("li")]
    assert [link["href"] for link in links] == [
        "/occupations/15-1221/",
        "/occupations/15-1252/",
        "/occupations/15-2051/",
    ]
    developers = section.all("li")[1]
    assert developers.one("b").seen == "$135,980"
    assert "median pay of all who work in it, May 2025" in developers.seen
    assert "by the federal crosswalk" in section.seen


def test_a_program_whose_field_the_crosswalk_leaves_out_speaks_of_no_occupations(show, program):
    refresh()
    page = show("/programs/zymurgy/")
    assert not page.all("section", id="occupations")
    assert "#occupations" not in page.links


@pytest.fixture
def reported():
    program = ProgramFactory(
        slug="zymurgy",
        title="Master’s in computer science",
        award="",
        identity="reported",
        institution__name="Zymurgy University",
        institution__website="https://www.example.org/",
        field=FieldOfStudyFactory(cip="11.0701"),
    )
    refresh()
    return program


def test_a_degree_that_is_only_reported_says_what_is_known_and_whom_to_ask(show, reported):
    page = show("/programs/zymurgy/")
    assert page.one(class_="head").one("p", class_="nil").text == "as reported to IPEDS"
    told = page.one("section", id="degree")
    assert "Zymurgy University reports master’s graduates in Computer Science 11.0701" in told.seen
    assert "one code may hold several degrees" in told.seen
    assert "not recorded" in told.seen
    assert "https://www.example.org/" in [link["href"] for link in told.all("a")]


def test_a_degree_that_is_only_reported_has_no_empty_section(show, reported):
    page = show("/programs/zymurgy/")
    sections = [section["id"] for section in page.main.all("section") if "id" in section]
    assert sections == ["degree", "cost", "graduates", "occupations", "sources"]
    contents = page.one("nav", class_="toc").all("a")
    assert [link["href"] for link in contents] == [f"#{section}" for section in sections]
    assert "Length" not in page.one("dl", class_="figs").seen


def test_a_university_without_a_recorded_site_is_named_all_the_same(show, reported):
    reported.institution.website = ""
    reported.institution.save()
    assert "Ask the university." in show("/programs/zymurgy/").one("section", id="degree").seen


def test_on_the_page_of_its_university_a_code_says_whose_assignment_it_is(show, reported):
    named = ProgramFactory(
        institution=reported.institution,
        title="MS in Zymurgy",
        field=FieldOfStudyFactory(cip="99.0102"),
    )
    refresh()
    page = show(named.institution.get_absolute_url())
    assert page.row("MS in Zymurgy").all("td")[0].seen.endswith("99.0102, our assignment")
    assert page.row("Master’s in computer").all("td")[0].seen.endswith("11.0701, as reported")
