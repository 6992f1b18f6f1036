import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from tests.catalogue import rows_by_file
from tests.factories import CareerFigureFactory, SourceFactory

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("catalogue")]


def cells(page, source):
    return [cell.seen for cell in page.row(source).all("td")]


def figures_of(source):
    return f"{rows_by_file(source=source)['figures.csv']:,}"


def of_documents(page):
    return [row.one("a").seen for row in page.rows if row.all("td")[0].seen != "Federal statistics"]


def test_it_lists_every_source_with_how_many_figures_are_taken_from_it(show):
    page = show("/sources/")
    assert (page.title, page.heading) == ("Sources | Gradpath", "Sources")
    assert page.one(role="status").text == "14 sources"
    assert cells(page, "Hakia") == ["Ranking site", "2026", figures_of("hakia-2026")]
    assert cells(page, "Student charges")[2] == figures_of("ipeds-ic-2023")
    assert cells(page, "Research.com")[2] == figures_of("research-com-2026")
    assert cells(page, "Duke University")[2] == figures_of("duke-outcomes")


def test_the_figures_of_the_sources_are_all_that_the_catalogue_holds(show):
    cells = [row.all("td")[2].seen for row in show("/sources/").rows]
    taken = [int(cell.replace(",", "")) for cell in cells if not cell.endswith(("taken", "shares"))]
    told = show("/").stands("figures and stated blanks, each with its place in a source")
    assert f"{sum(taken):,}" == told


def test_a_source_is_named_by_its_publisher_with_its_title(show):
    row = show("/sources/").row("Hakia")
    assert row.one("a").seen == "Hakia"
    assert row.one("a")["href"] == "/sources/hakia-2026/"
    assert "Best Machine Learning Programs - Top 10 Master’s" in row.seen


def test_a_federal_file_is_named_by_its_edition(show):
    row = show("/sources/").row("May 2025")
    assert row.one("a").text == "OEWS, May 2025"
    assert row.one("a")["href"] == "/sources/oews-2025/"
    assert "Bureau of Labor Statistics · Occupational Employment" in row.seen


def test_no_two_sources_are_named_alike(show):
    names = [row.one("a").text for row in show("/sources/").rows]
    assert len(set(names)) == len(names) == 14


def test_it_says_that_documents_have_no_address_and_what_a_line_number_is(show):
    page = show("/sources/")
    head = page.one(class_="head")
    assert "Where a document states no address there is none to link to" in head.text
    assert "an editor may add the address" in head.text
    assert "counts the lines of that copy from the first" in head.text
    assert show("/glossary/").one(id="locator")
    assert "/glossary/#locator" in page.links


def test_a_source_of_which_only_names_are_taken_has_no_figures(show):
    assert cells(show("/sources/"), "Directory of institutions")[2] == "None taken"


def test_a_source_of_ratings_says_how_many(show):
    told = cells(show("/sources/"), "O*NET database")[2]
    number = told.removesuffix(" ratings and shares")
    assert show("/sources/onet-29-3/").stands("Figures in the catalogue").startswith(number)
    assert int(number.replace(",", "")) > 0


def test_what_a_document_does_not_state_is_said_in_words(show):
    assert cells(show("/sources/"), "Duke University")[1] == "Not given"


def test_the_newest_come_first_and_the_undated_last(show):
    for year in ("2024", "2026"):
        SourceFactory(publisher=f"Of {year}", published_on=f"{year}-01-01")
    page = show("/sources/")
    assert [row.one("a").seen for row in page.rows][:2] == ["Of 2026", "Of 2024"]
    assert of_documents(page)[2:] == [
        "Duke University, Pratt School of Engineering",
        "Hakia",
        "Research.com",
    ]


def test_withdrawn_figures_are_not_counted(show):
    source = SourceFactory(publisher="Zymurgy Times")
    for status in ("withdrawn", "disputed", "as_printed"):
        CareerFigureFactory(source=source, status=status)
    assert cells(show("/sources/"), "Zymurgy Times")[2] == "2"


def test_a_page_number_that_cannot_be_read_is_named(show):
    page = show("/sources/?page=x")
    assert page.ignored == ["Page: “x”"]
    assert len(page.rows) == 14


def test_a_long_list_comes_in_pages(show):
    SourceFactory.create_batch(30)
    page = show("/sources/")
    assert len(page.rows) == 25
    assert len(show(f"/sources/{page.one('a', rel='next')['href']}").rows) == 19
    show("/sources/?page=3", status=404)


def test_it_asks_few_queries_and_no_more_for_more_sources(client):
    def queries():
        with CaptureQueriesContext(connection) as found:
            assert client.get("/sources/").status_code == 200
        return len(found)

    few = queries()
    CareerFigureFactory.create_batch(50)
    assert queries() == few <= 3
