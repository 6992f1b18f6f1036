import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from tests.factories import (
    CareerFactory,
    CareerFigureFactory,
    GuideFactory,
    LedgerEntryFactory,
    NoteFactory,
    OrganizationLinkFactory,
    ProgramFactory,
    SourceFactory,
)

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("catalogue")]

HAKIA = "/sources/hakia-2026/ledger/"
PAPER = "/sources/paper/ledger/"


@pytest.fixture
def paper():
    return SourceFactory(slug="paper", short_name="Paper", lines=205, sha256="0" * 64)


def line(page, number):
    return page.one("tr", id=f"line-{number}")


def test_it_is_named_after_the_source_and_linked_from_its_page(show):
    page = show(HAKIA)
    assert page.title == "Hakia: what became of every line | Gradpath"
    assert page.heading == "Hakia: what became of every line"
    assert HAKIA in show("/sources/hakia-2026/").links


def test_it_counts_the_lines_and_their_fates(show):
    page = show(HAKIA)
    assert page.stands("Lines in the document") == "441"
    stored, reported, ignored = (
        int(page.stands(fate)) for fate in ("Stored", "Reported", "Ignored")
    )
    assert stored + ignored <= 441 <= stored + reported + ignored


def test_it_says_what_a_line_number_is_and_how_to_compare_a_copy(show):
    section = show(HAKIA).one("section", aria_labelledby="copy-h")
    assert "counts the lines of the copy that we read" in section.text
    assert "441 lines · SHA-256 571d7a1a1f35c3b8" in section.text


def test_a_line_says_what_it_became_and_leads_there(show):
    row = line(show(f"{HAKIA}?page=2"), 166)
    assert row.all("td")[0].seen.startswith("stored")
    assert "Carnegie Mellon University: Tuition a year, $62,260" in row.seen
    tuition = next(link for link in row.all("a") if "Tuition" in link.text)
    address, _hash, anchor = tuition["href"].partition("#")
    assert show(address).one(id=anchor)


def test_an_ignored_line_says_why(show):
    row = line(show("/sources/duke-outcomes/ledger/"), 2)
    assert row.one("th").seen == "2–26"
    assert [cell.seen for cell in row.all("td")] == ["ignored", "navigation of the website"]


def test_the_text_of_the_document_is_not_on_the_page(show):
    assert "houses the world" not in show(HAKIA).text


def test_every_line_of_the_document_is_on_one_of_its_pages(show):
    pages = [show(f"{HAKIA}?page={number}") for number in range(1, 6)]
    ranges = [row.one("th").seen.partition("–") for page in pages for row in page.rows]
    lines = {n for first, _dash, last in ranges for n in range(int(first), int(last or first) + 1)}
    assert lines == set(range(1, 442))
    show(f"{HAKIA}?page=6", status=404)


def test_a_range_over_the_end_of_a_page_is_on_both(show, paper):
    LedgerEntryFactory(source=paper, first=90, last=110, fate="ignored", reason="menu")
    for number in (1, 2):
        assert line(show(f"{PAPER}?page={number}"), 90).one("th").seen == "90–110"


def test_it_comes_in_pages_of_a_hundred_lines(show, paper):
    page = show(PAPER)
    assert page.one("h2", id="lines-h").text == "Lines 1 to 100 of 205"
    assert page.one("a", rel="next")["href"] == "?page=2"
    assert show(f"{PAPER}?page=3").one("h2", id="lines-h").text == "Lines 201 to 205 of 205"
    assert show(f"{PAPER}?page=x").ignored == ["Page: “x”"]


def test_a_page_of_which_nobody_has_accounted_says_so(show, paper):
    assert "Nobody has accounted for these lines yet." in show(PAPER).main.text


def test_records_of_one_kind_stand_together_with_what_they_are_about(show, paper):
    link = {"institution__name": "Zymurgy College", "source": paper, "locator": "line 1"}
    first = OrganizationLinkFactory(printed="Acme", **link)
    second = OrganizationLinkFactory(
        printed="Bolt", source=paper, locator="line 1", institution=first.institution
    )
    at = first.institution.slug
    refs = [f"organization_links/{at}/partner/{x.printed}/paper" for x in (first, second)]
    LedgerEntryFactory(source=paper, first=1, refs="|".join(refs))
    cell = line(show(PAPER), 1).all("td")[1]
    assert cell.seen == ("Employer or partner named: Zymurgy College: Acme; Zymurgy College: Bolt")
    assert {link["href"] for link in cell.all("a")} == {f"/institutions/{at}/"}


def test_a_line_that_is_stored_and_reported_is_one_row(show, paper):
    CareerFactory(slug="alchemist", title="Alchemist", source=paper, locator="line 7")
    GuideFactory(slug="cost", title="What it costs", position=99)
    NoteFactory(key="Z-1", text="Twice the same. " * 40)
    LedgerEntryFactory(source=paper, first=7, refs="careers/alchemist|guides/cost")
    LedgerEntryFactory(source=paper, first=7, fate="reported", refs="notes/Z-1")
    row = line(show(PAPER), 7)
    fate, became = row.all("td")
    assert fate.seen == "stored, reported"
    assert became.seen.startswith("Career: Alchemist Guide: What it costs Note: Twice the same.")
    assert became.seen.endswith("…")
    assert [link["href"] for link in became.all("a")] == [
        "/careers/alchemist/",
        "/guides/cost/",
        "/disagreements/#note-Z-1",
    ]
    assert show("/disagreements/").one(id="note-Z-1").text.startswith("Twice the same.")


def test_notes_of_one_line_are_a_list(show, paper):
    for key in ("Z-1", "Z-2"):
        NoteFactory(key=key, text=f"It is {key}.")
    LedgerEntryFactory(source=paper, first=7, fate="reported", refs="notes/Z-1|notes/Z-2")
    items = line(show(PAPER), 7).all("td")[1].all("li")
    assert [item.seen for item in items] == ["It is Z-1.", "It is Z-2."]


def test_its_breadcrumb_leads_by_the_sources(show, paper):
    crumbs = show(PAPER).one("nav", aria_label="Breadcrumb").all("a")
    assert [link["href"] for link in crumbs] == ["/", "/sources/", f"/sources/{paper.slug}/"]


def test_what_no_page_shows_leads_nowhere(show, paper):
    ProgramFactory(slug="draft", status="draft", source=paper, locator="line 1")
    CareerFigureFactory(
        subject__slug="alchemist", item="x", source=paper, locator="line 1", status="withdrawn"
    )
    refs = "programs/draft|career/alchemist/pay/paper/x|topics/gone"
    LedgerEntryFactory(source=paper, first=1, refs=refs)
    cell = line(show(PAPER), 1).all("td")[1]
    assert cell.all("a") == []
    assert cell.seen == ("Not shown: programs/draft; career/alchemist/pay/paper/x; topics/gone")


def test_a_source_whose_lines_are_not_counted_has_no_ledger(show):
    SourceFactory(slug="uncounted")
    assert "/sources/uncounted/ledger/" not in show("/sources/uncounted/").links
    show("/sources/uncounted/ledger/", status=404)


def test_it_asks_few_queries_and_no_more_for_more_records(client, paper):
    def queries(address=PAPER):
        with CaptureQueriesContext(connection) as found:
            assert client.get(address).status_code == 200
        return len(found)

    def add(number):
        for n in range(number, 100, 3):
            slug = CareerFactory(source=paper, locator=f"line {n}").slug
            LedgerEntryFactory(source=paper, first=n, refs=f"careers/{slug}")

    add(98)
    few = queries()
    add(1)
    assert queries() == few <= 6
    assert max(queries(f"{HAKIA}?page={number}") for number in range(1, 6)) <= 20


def test_the_title_of_a_later_page_names_it(show):
    source = SourceFactory(slug="long", short_name="Long", lines=250, sha256="0" * 64)
    page = show(f"/sources/{source.slug}/ledger/?page=2")
    assert page.title == "Long: what became of every line (page 2) | Gradpath"
