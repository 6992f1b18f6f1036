import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from careers.models import FieldOfStudy
from programs.models import InstitutionField, Program
from tests.catalogue import refresh
from tests.factories import (
    FieldOfStudyFactory,
    InstitutionFieldFactory,
    InstitutionFieldFigureFactory,
    ProgramFactory,
)

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("catalogue")]


def lines(page):
    return [
        [cell.seen for cell in row.own("th", "td")] for row in page.main.one("table").all("tr")[1:]
    ]


def test_it_lists_the_fields_of_the_catalogue_by_family_the_core_first(show):
    page = show("/fields/")
    assert (page.title, page.heading) == ("Fields of study | Gradpath", "Fields of study")
    assert [line[0] for line in lines(page) if len(line) == 1] == [
        "Artificial intelligence core · its programs, with filters",
        "Data science and analytics core · its programs, with filters · 1 more code without a "
        "graduate or program here",
        "Computer science core · its programs, with filters",
        "Statistics core · its programs, with filters",
        "Electrical and computer engineering near the core",
    ]
    assert "/programs/?field=data-science" in page.links


def test_a_field_shows_universities_graduates_and_programs(show):
    page = show("/fields/")
    assert ["Artificial Intelligence 11.0102", "19", "866", "10"] in lines(page)
    assert "Master’s graduates, 2023–24, summed here" in page.main.seen
    assert [source for source in page.sources if "C2024_A" in source]


def test_what_is_not_there_is_said_in_words(show):
    found = lines(show("/fields/"))
    assert [
        "Electrical and Electronics Engineering 14.1001",
        "Not in the catalogue yet",
        "Not in the catalogue yet",
        "2",
    ] in found
    assert ["Data Visualization 30.7103", "1", "17", "None listed"] in found


def test_the_field_with_most_graduates_stands_first_in_its_family(show):
    found = [line[0] for line in lines(show("/fields/"))]
    assert found.index("Business Analytics 30.7102") < found.index("Data Science, General 30.7001")


def test_codes_of_four_digits_and_of_no_family_are_left_out(show):
    for cip in ("11.0101", "30.7001"):
        assert show("/fields/").row(cip)
    FieldOfStudyFactory(cip="99.0101", title="Zymurgy")
    page = show("/fields/")
    assert "Zymurgy" not in page.main.seen
    assert "/fields/11.01/" not in page.links


def test_only_the_newest_edition_is_summed(show):
    place = InstitutionFieldFactory(field=FieldOfStudy.objects.get(cip="11.0102"))
    InstitutionFieldFigureFactory(
        subject=place, value="1000", source__kind="government", period="2020"
    )
    assert show("/fields/").row("11.0102").all("td")[1].seen == "866"


def test_what_no_federal_file_counts_is_not_summed(show):
    for fields in ({"source__kind": "article"}, {"status": "withdrawn"}, {"measure": "students"}):
        place = InstitutionFieldFactory(field=FieldOfStudy.objects.get(cip="11.0102"))
        fields = {"source__kind": "government", "period": "2030"} | fields
        InstitutionFieldFigureFactory(subject=place, value="1000", **fields)
    assert show("/fields/").row("11.0102").all("td")[1].seen == "866"


def test_a_catalogue_without_fields_says_so(show):
    Program.objects.update(field=None)
    InstitutionField.objects.all().delete()
    FieldOfStudy.objects.all().delete()
    assert "No field is recorded." in show("/fields/").main.seen


def test_it_asks_few_queries_and_no_more_for_more_fields(client):
    def queries():
        with CaptureQueriesContext(connection) as found:
            assert client.get("/fields/").status_code == 200
        return len(found)

    def add(first, last):
        for number in range(first, last):
            place = InstitutionFieldFactory(field__cip=f"11.90{number}")
            ProgramFactory(field=place.field, institution=place.institution)
            InstitutionFieldFigureFactory(subject=place, source__kind="government")
        refresh()

    add(10, 11)
    few = queries()
    add(11, 41)
    assert queries() == few <= 8
