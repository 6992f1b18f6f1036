from datetime import date

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from tests.catalogue import refresh, rows_by_file
from tests.factories import (
    CareerFigureFactory,
    InstitutionFactory,
    InstitutionFieldFigureFactory,
    InstitutionFigureFactory,
    OccupationFactory,
    OccupationFigureFactory,
    OrganizationFactory,
    OrganizationFigureFactory,
    ProgramFigureFactory,
    RankingFigureFactory,
    SourceFactory,
    StateFigureFactory,
    TopicFigureFactory,
)

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("catalogue")]

HAKIA = "/sources/hakia-2026/"
EVERY_KIND = (
    TopicFigureFactory,
    OccupationFigureFactory,
    CareerFigureFactory,
    InstitutionFigureFactory,
    InstitutionFieldFigureFactory,
    ProgramFigureFactory,
    StateFigureFactory,
    RankingFigureFactory,
    OrganizationFigureFactory,
)


@pytest.fixture
def source():
    return SourceFactory(slug="paper", short_name="Paper", published_on=date(2026, 9, 1))


def section(page, kind):
    return page.one("section", aria_labelledby=f"kind-{kind}")


def test_it_is_named_after_the_source(show):
    page = show(HAKIA)
    assert page.title == "Hakia, 2026: figures taken from this source | Gradpath"
    assert page.heading.startswith("Hakia: Best Machine Learning Programs - Top 10 Master’s")
    assert "Carries a paid affiliate offer for a course." in page.main.seen


def test_its_headlines_count_what_it_gave_whom_it_names_and_where_it_contradicts_itself(
    show, source
):
    subject = InstitutionFactory(name="Penn", slug="penn")
    for value, line in (("100", "line 3"), ("1", "line 9")):
        InstitutionFigureFactory(
            subject=subject,
            measure="graduation_rate",
            value=value,
            source=source,
            locator=line,
            cites="IPEDS",
        )
    page = show("/sources/paper/")
    told = [dd.seen for dd in page.one("dl", class_="figs").all("dd")]
    assert told[:2] == ["2", "no stated blank among them"]
    assert told[2:4] == ["2", "IPEDS"]
    assert told[4:6] == ["1", "Both figures, side by side"]
    assert told[6:] == ["Not recorded", ""]
    (item,) = page.one("section", aria_labelledby="contradictions").all("li")
    assert item.one("h3").seen == "Penn: Graduation rate"
    assert [dd.seen for dd in item.all("dd")] == ["100%", "1%"]
    assert [dt.seen for dt in item.all("dt")] == ["Paper, line 3", "Paper, line 9"]


def test_a_contradiction_shows_though_its_figures_are_past_the_first_of_their_kind(show, source):
    InstitutionFigureFactory.create_batch(30, source=source)
    subject = OccupationFactory(title="Developers")
    for value in ("100000", "150000"):
        OccupationFigureFactory(subject=subject, source=source, value=value)
    OccupationFigureFactory.create_batch(30, source=source)
    page = show("/sources/paper/")
    (item,) = page.one("section", aria_labelledby="contradictions").all("li")
    assert item.one("h3").seen.startswith("Developers")
    assert [dd.seen for dd in item.all("dd")] == ["$100,000", "$150,000"]
    assert {link["href"].partition("#")[0] for link in item.all("a")} == {
        "",
        f"/occupations/{subject.soc}/",
    }


def test_a_source_without_contradictions_says_that_none_is_found(show, source):
    page = show("/sources/paper/")
    assert page.stands("Contradict another of its own") == "None found"
    assert page.all("section", aria_labelledby="contradictions") == []


def test_it_names_four_sources_and_says_that_there_are_others(show, source):
    for name in "ABCDE":
        CareerFigureFactory(source=source, cites=name)
    told = show("/sources/paper/").one("dl", class_="figs").all("dd")[3].seen
    assert told == "A, B, C, D and others"


def test_it_says_what_the_document_states_of_itself(show, source):
    page = show(HAKIA)
    assert page.stands("Publisher") == "Hakia"
    assert page.stands("Kind") == "Ranking site"
    assert page.stands("Edition") == "2026"
    assert page.stands("Published") == page.stands("License") == "Not given"
    assert page.stands("Original").startswith(
        "The document states no address. We read a copy of 441"
    )
    assert "An editor may add the address." in page.stands("Original")
    assert page.links.count("/sources/hakia-2026/ledger/") == 3
    assert show("/sources/paper/").stands("Published") == "September 2026"


def test_a_document_that_nobody_counted_has_no_copy_to_compare(show, source):
    source.url = ""
    source.save()
    assert show("/sources/paper/").stands("Original") == (
        "The document states no address. An editor may add the address."
    )


def test_when_we_retrieved_it_is_ours_to_say(show, source):
    assert show("/sources/paper/").stands("Retrieved") == "Not recorded"
    source.retrieved_on = date(2026, 11, 20)
    source.save()
    assert show("/sources/paper/").stands("Retrieved") == "20 November 2026"


def test_the_publishers_page_is_linked_where_its_address_is_known(show, source):
    link = show("/sources/paper/").one("a", rel="external noopener")
    assert link["href"] == "https://example.org/"


def test_it_counts_what_is_taken_from_it(show):
    taken = show(HAKIA).one("section", aria_labelledby="taken-h").all("li")
    counts = [int(item.text.split()[0]) for item in taken]
    rows = rows_by_file(source="hakia-2026")
    bundled = [rows.pop("figures.csv")]
    not_taken = ("ledger.csv", "notes.csv", "rankings.csv")  # ours, and the ranking itself
    bundled += [number for file, number in rows.items() if file not in not_taken]
    assert sorted(counts) == sorted(bundled)
    assert counts[0] == rows_by_file(source="hakia-2026")["figures.csv"]


def test_a_figure_stands_with_where_it_is_printed_and_whom_it_cites(show):
    page = show(HAKIA)
    [pay, _growth] = section(page, "career").all("tr")[1:]
    assert pay.one("th").seen == "Machine learning engineer Pay a year · median · 2024"
    assert [cell.seen for cell in pay.all("td")] == [
        "$157,000",
        "line 1 “$157,000”",
        "BLS OES 2024",
    ]
    assert section(page, "institution").all("tr")[1].all("td")[2].seen == "Not given"


def test_every_figure_leads_to_its_row_on_the_page_of_its_subject(show):
    for row in show(HAKIA).main.all("tbody")[1].all("tr"):
        address, _hash, anchor = row.one("th").one("a")["href"].partition("#")
        assert show(address).one(id=anchor).all("td")[0].seen == row.all("td")[0].seen


def test_penns_two_rates_lead_to_each_other(show):
    rows = [row for row in show(HAKIA).rows if "University of Pennsylvania Grad" in row.seen]
    assert [row.all("td")[0].seen for row in rows] == ["100% 1%", "1% 100%"]
    links = [row.one("a", class_="neq")["href"].partition("#")[2] for row in rows]
    assert links == ["graduation_rate-hakia-2026-compare", "graduation_rate-hakia-2026-profile"]


def test_of_many_figures_it_shows_the_first_and_leads_to_all(show):
    page = show(HAKIA)
    assert len(section(page, "institution").all("tr")) == 1 + 20
    link = section(page, "institution").all("a")[0]
    all_of_them = rows_by_file(source="hakia-2026", subject_kind="institution")["figures.csv"]
    words = f"All {all_of_them} figures: Universities"
    assert (link.text, link["href"]) == (words, "?kind=institution")
    whole = show(f"{HAKIA}{link['href']}")
    assert len(section(whole, "institution").all("tr")) == 1 + all_of_them
    assert section(whole, "institution").all("a")[0]["href"] == HAKIA


def test_a_kind_of_which_it_shows_all_offers_no_more(show):
    assert section(show(HAKIA), "career").all("a", href="?kind=career") == []


@pytest.mark.parametrize(
    ("query", "said"),
    [
        ("kind=nonsense", "Kind: “nonsense”"),
        ("kind=field", "Kind: “field”"),  # Hakia prints none
        ("kind=program&page=x", "Page: “x”"),
        ("kind=%3Cb%3E", "Kind: “<b>”"),
    ],
)
def test_what_it_cannot_read_is_named_and_left_out(show, query, said):
    page = show(f"{HAKIA}?{query}")
    assert page.ignored == [said]
    assert page.rows


def test_a_very_long_list_comes_in_pages(show, source):
    InstitutionFigureFactory.create_batch(105, source=source)
    page = show("/sources/paper/?kind=institution")
    following = page.one("a", rel="next")["href"]
    assert following == "?kind=institution&page=2"
    assert len(section(show(f"/sources/paper/{following}"), "institution").all("tr")) == 1 + 5
    show("/sources/paper/?kind=institution&page=3", status=404)


def test_a_source_without_figures_says_so(show, source):
    page = show("/sources/paper/")
    assert "No figure is taken from it yet." in page.main.text
    assert (page.marks, page.sources) == ([], [])


def test_a_withdrawn_figure_is_hidden_and_a_disputed_one_shown(show, source):
    CareerFigureFactory(source=source, value="70000", status="withdrawn")
    CareerFigureFactory(source=source, value="80000", status="disputed")
    page = show("/sources/paper/")
    assert "$70,000" not in page.text
    assert "$80,000" in page.text
    assert "1 figure" in page.one("section", aria_labelledby="taken-h").text


@pytest.mark.parametrize("status", ["draft", "withdrawn"])
def test_a_figure_of_an_unpublished_program_is_not_shown(show, source, status):
    ProgramFigureFactory(source=source, value="70000", subject__status=status)
    page = show("/sources/paper/")
    assert "$70,000" not in page.text
    assert "0 figures" in page.one("section", aria_labelledby="taken-h").text


def test_figures_of_every_kind_of_subject_are_shown(show, source):
    figures = [factory(source=source) for factory in EVERY_KIND]
    page = show("/sources/paper/")
    assert len(page.all("section", aria_labelledby=True)) >= len(EVERY_KIND)
    shown = [row.one("th").seen for row in page.rows if row.all("th")]
    for figure in figures:
        assert any(str(figure.subject) in words for words in shown), figure.subject_kind


def test_a_figure_whose_subject_has_no_page_leads_nowhere(show, source):
    brewer = OrganizationFactory(name="Zymurgists")
    for item, value in (("one", "10000"), ("two", "90000")):
        OrganizationFigureFactory(subject=brewer, source=source, item=item, value=value)
    refresh()
    rows = [row for row in show("/sources/paper/").rows if "Zymurgists" in row.seen]
    assert [row.all("td")[0].seen for row in rows] == ["$10,000 $90,000", "$90,000 $10,000"]
    assert [link["href"] for row in rows for link in row.all("a")] == ["#src-1", "#src-1"]


def test_it_asks_few_queries_and_no_more_for_more_figures(client, source):
    def queries():
        with CaptureQueriesContext(connection) as found:
            assert client.get("/sources/paper/").status_code == 200
        return len(found)

    def add(number):
        for factory in EVERY_KIND:
            factory.create_batch(number, source=source)

    add(1)
    few = queries()
    add(19)
    assert queries() == few <= 18
    with CaptureQueriesContext(connection) as found:
        client.get("/sources/paper/?kind=field")
    assert len(found) <= 5
