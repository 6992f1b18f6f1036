"""The federal sections of a university’s page: charges, fields, and where each figure stands."""

import pytest

from programs.models import Institution, InstitutionFieldFigure, InstitutionFigure
from tests.catalogue import refresh
from tests.factories import (
    FieldOfStudyFactory,
    InstitutionFieldFactory,
    InstitutionFieldFigureFactory,
    ProgramFactory,
)

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("catalogue")]

CMU = "/institutions/carnegie-mellon-university/"
UW = "/institutions/university-of-washington-seattle/"
SAME, SAME_AT_HOME = "the same in and out of state", "the same in district and in state"


def table(section):
    return [[cell.seen for cell in row.own("th", "td")] for row in section.one("tbody").all("tr")]


def test_its_charges_stand_by_residency_and_equal_ones_share_a_cell(show):
    assert table(show(UW).one("section", id="charges")) == [
        ["Graduate students, 2023–24"],
        ["Tuition a year full-time, average", f"$17,514 {SAME_AT_HOME}", "$31,392"],
        ["Fees a year required fees, full-time", f"$1,119 {SAME}"],
        ["Price a credit per credit hour, part-time", f"$834 {SAME_AT_HOME}", "$1,495"],
        ["Undergraduates, 2023–24"],
        ["Tuition a year full-time, average", f"$11,524 {SAME_AT_HOME}", "$40,878"],
        ["Fees a year required fees, full-time", f"$1,119 {SAME}"],
        ["Price a credit per credit hour, part-time", f"$384 {SAME_AT_HOME}", "$1,363"],
    ]
    tuition = show(UW).one("section", id="charges").all("tr")[2]
    assert [cell.get("colspan") for cell in tuition.all("td")] == ["2", None]


def test_rates_of_undergraduates_are_called_so(show):
    page = show(CMU)
    assert "rates count first-time, full-time undergraduates" in page.one(id="facts").seen
    rate = page.one("tr", id="graduation_rate-scorecard-institutions-2023-c150_4")
    assert "first-time undergraduates" in rate.seen
    assert [cell.seen for cell in rate.all("td")][-2:] == [
        "2023–24 edition",
        "Not like for like: who was counted",
    ]
    [printed] = [row for row in page.one(id="facts").all("tr") if "98%" in row.seen]
    assert printed.all("td")[-1].seen == "As printed; who was counted is not stated"
    assert page.stands("Graduation rate, as printed") == "98%"


def test_its_fields_lead_to_their_pages_and_to_its_programs(show):
    fields = show(CMU).one("section", id="fields")
    [row] = [row for row in fields.all("tr") if "11.0102" in row.seen]
    links = [link["href"] for link in row.all("a") if "mark" not in link.classes]
    assert links == [
        "/fields/11.0102/",
        "/programs/carnegie-mellon-ms-machine-learning/",
        "/programs/carnegie-mellon-fifth-year-ms/",
    ]
    assert "147 2023–24" in row.seen


def test_four_digit_fields_tell_earnings_and_debt_or_why_not(show):
    fields = show(CMU).one("section", id="fields")
    [computing] = [row for row in fields.all("tr") if row.seen.startswith("Computer and Inform")]
    assert "Earnings a year, one year on: $108,000 median, 76 graduates, 2015–17" in computing.seen
    assert "677 2016–17 640 2015–16" in computing.seen
    [science] = [
        row for row in fields.all("tr") if "11.07" in row.seen and "11.0701" not in row.seen
    ]
    assert "Earnings a year, one year on; debt: not published, too few graduates" in science.seen


@pytest.mark.parametrize("model", [InstitutionFigure, InstitutionFieldFigure])
def test_every_figure_leads_to_its_own_place_on_the_page(show, model):
    for slug in ("carnegie-mellon-university", "uc-irvine", "san-jose-state-university"):
        page = show(Institution.objects.get(slug=slug).get_absolute_url())
        places = [element["id"] for element in page.all(id=True)]
        assert len(places) == len(set(places))
        owner = "subject" if model is InstitutionFigure else "subject__institution"
        figures = model.objects.visible().filter(**{f"{owner}__slug": slug}).with_subjects()
        assert figures
        for figure in figures:
            address, _hash, anchor = figure.get_absolute_url().partition("#")
            assert address == f"/institutions/{slug}/"
            assert anchor in places


def test_degrees_that_are_only_reported_stand_apart_from_those_that_are_named(show):
    cmu = Institution.objects.get(slug="carnegie-mellon-university")
    field = FieldOfStudyFactory(cip="11.0701")
    ProgramFactory(institution=cmu, title="Master’s in zymurgy", identity="reported", field=field)
    refresh()
    programs = show(CMU).one("section", id="programs")
    told = [cells[0] for cells in table(programs)]
    place = told.index("Reported to IPEDS, degree title not recorded")
    assert told[place + 1] == "Master’s in zymurgy, as reported to IPEDS"
    assert "Degree title not recorded" not in told


def test_a_university_of_which_no_federal_file_speaks_has_none_of_these_sections(show):
    program = ProgramFactory()
    refresh()
    page = show(program.institution.get_absolute_url())
    sections = {section.get("id") for section in page.all("section")}
    assert not sections & {"charges", "fields"}
    assert not {"#charges", "#fields"} & set(page.links)
    assert "first-time, full-time undergraduates" not in page.main.seen


def test_second_majors_and_fields_without_a_listed_program_say_so(show):
    field = InstitutionFieldFactory(field=FieldOfStudyFactory(cip="99.0102"))
    InstitutionFieldFigureFactory(subject=field, value="12", period="2024")
    InstitutionFieldFigureFactory(
        subject=field, measure="other_count", value="3", terms="second majors"
    )
    refresh()
    section = show(field.institution.get_absolute_url()).one("section", id="fields")
    [row] = table(section)
    assert row == ["Field 99.0102 99.0102", "12 2024 3 Second majors", "Not recorded"]


def test_a_field_of_four_digits_alone_has_a_row_without_a_table_of_programs(show):
    field = InstitutionFieldFactory(field=FieldOfStudyFactory(cip="99.01"))
    InstitutionFieldFigureFactory(subject=field, measure="debt", value="30000", counted=1)
    refresh()
    section = show(field.institution.get_absolute_url()).one("section", id="fields")
    assert table(section) == [["Field 99.01 99.01", "", "Debt: $30,000 1 graduate"]]
