"""The page of a federal file: an edition with rows and columns, not a document with lines."""

from datetime import date

import pytest

from careers.models import OccupationSkill, OnetOccupation, RequiredEducation
from reference.models import Source
from tests.catalogue import rows_by_file
from tests.factories import InstitutionFigureFactory, SourceFactory

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("catalogue")]

OF_DOCUMENTS = (
    *("Lines in the document", "Name an original source", "Says it comes from"),
    *("as printed; sentences", "states no address", "No figure is taken", "None found"),
)
FILES = [
    *("ipeds-ic-2023", "ipeds-hd-2024", "oews-2025", "onet-29-3", "cip-2020"),
    *("scorecard-fields-2017", "projections-2024"),
]


def address(slug):
    return f"/sources/{slug}/"


def told(page):
    """{headline: its words}"""
    figures = page.one("dl", class_="figs")
    said = [" ".join(dd.seen for dd in part.all("dd")) for part in figures.all("div")]
    return dict(zip((dt.seen for dt in figures.all("dt")), map(str.strip, said), strict=True))


def taken(page):
    return [item.seen for item in page.one("section", aria_labelledby="taken-h").all("li")]


@pytest.mark.parametrize("slug", FILES)
def test_it_does_not_speak_of_documents(show, slug):
    text = show(address(slug)).main.text
    assert [words for words in OF_DOCUMENTS if words in text] == []


def test_it_is_named_after_its_edition(show):
    page = show(address("oews-2025"))
    assert page.title == "OEWS, May 2025: figures taken from this source | Gradpath"
    assert page.heading == "OEWS, May 2025"
    lede = page.one("p", class_="lede").seen
    assert lede == "Occupational Employment and Wage Statistics, national estimates"


def test_it_says_how_many_figures_of_each_measure_are_taken(show):
    page = show(address("ipeds-ic-2023"))
    kinds = ("tuition", "fees", "credit_price")
    rows = [rows_by_file(source="ipeds-ic-2023", measure=kind)["figures.csv"] for kind in kinds]
    assert taken(page) == [
        f"Tuition a year: {rows[0]}",
        f"Fees a year: {rows[1]}",
        f"Price a credit: {rows[2]}",
    ]
    assert told(page)["Figures in the catalogue"].startswith(f"{sum(rows)} ")
    assert told(page)["Other records"] == "None taken"


def test_it_counts_records_that_are_no_figures(show):
    page = show(address("onet-29-3"))
    rows = rows_by_file(source="onet-29-3")
    assert f"Alternate titles: {rows['alternate_titles.csv']}" in taken(page)
    assert told(page)["Other records"] == str(rows.total())
    assert "Names, descriptions, ratings and shares are as the file has them." in page.main.text


def test_it_counts_the_ratings_and_shares_that_stand_in_records(show):
    rated = [
        value
        for model, fields in (
            (OccupationSkill, ("importance", "level")),
            (RequiredEducation, ("share",)),
            (OnetOccupation, ("job_zone",)),
        )
        for row in model.objects.values_list(*fields)
        for value in row
        if value is not None
    ]
    page = show(address("onet-29-3"))
    assert told(page)["Figures in the catalogue"] == f"{len(rated)} ratings and shares"
    assert f"Ratings and shares in these: {len(rated)}" in taken(page)
    OccupationSkill.objects.filter(level__isnull=False).first().delete()
    page = show(address("onet-29-3"))
    assert told(page)["Figures in the catalogue"] == f"{len(rated) - 2} ratings and shares"


def test_names_without_numbers_are_called_names(show):
    page = show(address("cip-2020"))
    assert told(page)["Figures in the catalogue"] == "None taken"
    assert "Names and descriptions are as the file has them." in page.main.text


def test_a_file_that_only_fills_blanks_says_so(show):
    page = show(address("ipeds-hd-2024"))
    assert taken(page) == []
    assert "Only what fills blanks of records that another source names" in page.main.text


def test_a_license_that_asks_for_words_has_them(show):
    stands = show(address("onet-29-3")).stands("License")
    assert stands.startswith("CC BY 4.0 O*NET 29.3 Database by the U.S. Department of Labor")
    assert show(address("oews-2025")).stands("License") == "Public domain"


@pytest.mark.parametrize(
    ("said", "words"),
    [
        ({}, "The file the day it was retrieved is not recorded"),
        ({"is_copy": True}, "A copy not yet compared with the publisher’s file"),
        ({"retrieved_on": date(2026, 11, 20)}, "The file retrieved on 20 November 2026"),
    ],
)
def test_it_says_from_what_it_was_read(show, said, words):
    SourceFactory(slug="file", kind="government", **said)
    assert told(show(address("file")))["Read from"] == words


def test_it_says_when_it_was_published_if_the_file_does(show):
    source = SourceFactory(slug="file", kind="government", published_on=None)
    assert "Published" not in [row.one("th").seen for row in show(address("file")).rows]
    Source.objects.filter(pk=source.pk).update(published_on=date(2026, 6, 10))
    assert show(address("file")).stands("Published") == "10 June 2026"


def test_a_figure_stands_with_its_row_and_column(show):
    source = SourceFactory(slug="file", kind="government")
    InstitutionFigureFactory(source=source, locator="UNITID 1, column FEE5")
    (row,) = [row for row in show(address("file")).rows if len(row.all("td")) == 2]
    assert row.all("td")[1].seen == "UNITID 1, column FEE5"
