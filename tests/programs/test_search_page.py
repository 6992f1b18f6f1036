import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from programs.search_kinds import KINDS
from tests.catalogue import refresh
from tests.factories import (
    AlternateTitleFactory,
    CareerAliasFactory,
    CareerFactory,
    FieldOfStudyFactory,
    GuideFactory,
    InstitutionAliasFactory,
    InstitutionFactory,
    OccupationFactory,
    OnetOccupationFactory,
    OrganizationLinkFactory,
    ProfileItemFactory,
    ProgramFactory,
    RankingFactory,
    SourceFactory,
    StateFactory,
    TopicFactory,
)

pytestmark = pytest.mark.django_db


@pytest.fixture
def show(show):
    """The page as it is once everything written is searchable."""

    def after_refresh(address):
        refresh()
        return show(address)

    return after_refresh


def found(page):
    """{heading: names} of what the page lists."""
    groups = page.one("main").all("section")
    return {
        group.one("h2").seen: [item.all("a")[0].seen for item in group.all("li")]
        for group in groups
        if group.all("ul", class_="hits")
    }


@pytest.fixture
def one_of_each():
    """A record of every kind that holds the word zymurgy."""
    institution = InstitutionFactory(name="Zymurgy University", state=StateFactory(name="Zymurgy"))
    ProgramFactory(title="MS in Zymurgy", institution=institution)
    CareerFactory(title="Zymurgy engineer")
    AlternateTitleFactory(
        name="Zymurgy lead", subject__occupation=OccupationFactory(title="Zymurgists")
    )
    FieldOfStudyFactory(title="Zymurgy studies")
    RankingFactory(title="Zymurgy ranked")
    GuideFactory(title="Why zymurgy")
    TopicFactory(question="What does zymurgy pay?")
    OrganizationLinkFactory(organization__name="Zymurgy Inc.", printed="Zymurgy")
    ProfileItemFactory(kind="lab", name="Zymurgy Lab")
    SourceFactory(publisher="Zymurgy Press", title="All of it")
    refresh()


def test_it_finds_every_kind_of_record(show, one_of_each):
    page = show("/search/?q=zymurgy")
    assert found(page) == {
        "Universities": ["Zymurgy University"],
        "Programs": ["MS in Zymurgy"],
        "Careers": ["Zymurgy engineer"],
        "Occupations": ["Zymurgists"],
        "Fields of study": ["Zymurgy studies"],
        "States": ["Zymurgy"],
        "Rankings": ["Zymurgy ranked"],
        "Guides": ["Why zymurgy"],
        "Questions": ["What does zymurgy pay?"],
        "Employers and partners": ["Zymurgy Inc."],
        "Labs, people and other facts": ["Zymurgy Lab"],
        "Sources": ["Zymurgy Press"],
    }
    assert page.one("main").one("p", class_="h2").seen == "12 results for “zymurgy”"


def test_an_occupation_found_by_an_onet_title_names_onet(show):
    onet = SourceFactory(short_name="O*NET", edition="29.3", attribution="Used under CC BY.")
    there = OnetOccupationFactory(source=onet)
    AlternateTitleFactory(name="Zymurgist", subject=there, source=onet)
    page = show("/search/?q=zymurgist")
    assert "by which an occupation is found are from O*NET 29.3" in page.main.seen
    assert "Used under CC BY." in page.one(id="sources").seen
    assert "O*NET" not in show("/search/?q=gradpath").main.seen


def test_each_word_must_be_found(show):
    CareerFactory(title="Data scientist")
    CareerFactory(title="Data analyst")
    assert found(show("/search/?q=data+analyst")) == {"Careers": ["Data analyst"]}


def test_an_alias_finds_its_record_once(show):
    career = CareerFactory(title="Machine learning engineer")
    CareerAliasFactory(career=career, name="ML Engineer")
    CareerAliasFactory(career=career, name="AI/ML Engineer")
    assert found(show("/search/?q=ml")) == {"Careers": ["Machine learning engineer"]}


def test_a_placeholder_or_an_unpublished_program_is_not_found(show):
    OrganizationLinkFactory(organization=None, printed="various partners")
    ProgramFactory(title="MS in Drafts", status="draft")
    refresh()
    assert found(show("/search/?q=partners")) == found(show("/search/?q=drafts")) == {}


def test_a_kind_shows_its_first_five_and_leads_to_all(show):
    for number in range(7):
        CareerFactory(title=f"Zymurgist {number}")
        TopicFactory(question=f"Zymurgy {number}?")
    page = show("/search/?q=zymurg")
    assert [len(names) for names in found(page).values()] == [5, 5]
    assert "?kind=career&q=zymurg" in page.links
    assert "?kind=topic&q=zymurg" in page.links


def test_one_kind_alone_is_paged(show):
    for number in range(31):
        TopicFactory(question=f"Zymurgy {number:02}?")
    first = show("/search/?q=zymurgy&kind=topic")
    assert len(found(first)["Questions"]) == 25
    assert found(show("/search/?q=zymurgy&kind=topic&page=2"))["Questions"][0] == "Zymurgy 25?"
    assert first.one("nav", class_="seg").one("a", aria_current="true").seen == "Questions 31"


def test_a_kind_that_holds_nothing_says_where_the_results_are(show):
    CareerFactory(title="Zymurgist")
    page = show("/search/?q=zymurgist&kind=guide")
    assert found(page) == {}
    assert "?q=zymurgist" in page.links


def test_nothing_found_says_so_and_keeps_the_words(show):
    page = show("/search/?q=qqqq")
    assert page.one("main").one("p", class_="h2").seen == "Nothing here holds “qqqq”"
    assert page.one("input", id="q")["value"] == "qqqq"


def test_without_words_it_asks_for_some(show):
    page = show("/search/")
    assert found(page) == {}
    assert "Type a degree" in page.one("main").seen


def test_it_asks_a_bounded_number_of_queries(client, one_of_each):
    def queries():
        with CaptureQueriesContext(connection) as asked:
            client.get("/search/?q=zymurgy")
        return len(asked)

    before = queries()
    for number in range(4):
        CareerFactory(title=f"Zymurgist {number}")
        TopicFactory(question=f"Zymurgy {number}?")
    assert queries() == before
    assert before <= 2 * len(KINDS) + 3  # one of them for the editions of O*NET


def test_words_of_the_glossary_are_found_and_explained(show):
    page = show("/search/?q=told+two+ways")
    assert found(page) == {"Words": ["Told two ways"]}
    assert "/glossary/#told-two-ways" in page.links


def test_words_come_page_by_page_like_the_rest(show):
    page = show("/search/?q=recorded&kind=term")
    assert "Not recorded" in found(page)["Words"]


def test_the_code_or_the_name_of_an_occupation_finds_its_careers(show):
    occupation = OccupationFactory(soc="15-2051", title="Data Scientists")
    CareerFactory(title="Zymurgist", occupation=occupation)
    assert found(show("/search/?q=15-2051"))["Careers"] == ["Zymurgist"]
    assert found(show("/search/?q=data+scientists"))["Careers"] == ["Zymurgist"]


def test_the_code_of_a_field_finds_its_programs(show):
    ProgramFactory(title="MS in Zymurgy", field=FieldOfStudyFactory(cip="11.0102"))
    refresh()
    assert found(show("/search/?q=11.0102"))["Programs"] == ["MS in Zymurgy"]


def test_programs_of_all_levels_are_found_and_all_are_one_link_away(show):
    for number in range(6):
        ProgramFactory(title=f"PhD in Zymurgy {number}", level="doctorate")
    refresh()
    page = show("/search/?q=zymurgy")
    assert len(found(page)["Programs"]) == 5
    assert "?kind=program&q=zymurgy" in page.links
    assert len(found(show("/search/?kind=program&q=zymurgy"))["Programs"]) == 6


def test_programs_found_lead_to_their_list_with_the_same_words(show):
    ProgramFactory(title="MS in Zymurgy")
    CareerFactory(title="Botanist")
    address = "/programs/?q=zymurgy"
    assert address in show("/search/?q=zymurgy").links
    assert address in show("/search/?q=zymurgy&kind=program").links
    assert "/programs/?q=botanist" not in show("/search/?q=botanist").links


def test_words_that_say_as_much_are_named_as_such(show):
    CareerFactory(title="Zymurgist", summary="Assistantships are to be had.")
    page = show("/search/?q=scholarships")
    assert found(page) == {"Careers": ["Zymurgist"]}
    assert (
        "Nothing here holds: “scholarships”. These hold words that say as much." in page.main.seen
    )


def test_its_title_names_the_kind_and_the_page(show):
    for number in range(31):
        TopicFactory(question=f"Zymurgy {number:02}?")
    page = show("/search/?q=zymurgy&kind=topic&page=2")
    assert page.title == "Search: zymurgy, Questions (page 2) | Gradpath"


def test_of_a_university_with_many_names_a_few_show(show):
    university = InstitutionFactory(name="Zzz University")
    for number in range(5):
        InstitutionAliasFactory(institution=university, name=f"Zed {number}", curated=False)
    page = show("/search/?q=zed+4")
    assert "Also Zed 0; Zed 1; Zed 2" in page.main.seen
    assert "Zed 3" not in page.main.seen


def test_a_price_or_an_order_in_words_is_said_and_leads_to_the_list(show):
    ProgramFactory(title="MS in Zymurgy")
    refresh()
    page = show("/search/?q=zymurgy+under+%2410k")
    assert "the list of programs is: tuition and fees up to $10,000." in page.main.seen
    page = show("/search/?q=shortest+zymurgy")
    assert "the list of programs is: Length, shortest first." in page.main.seen
    assert "/programs/?q=shortest+zymurgy&sort=duration" in page.links


def test_an_order_alone_holds_no_words_that_could_be_missing(show):
    ProgramFactory(title="MS in Zymurgy")
    refresh()
    page = show("/search/?q=cheapest")
    assert page.one("main").one("p", class_="h2").seen == "“cheapest” says how to list programs"
    assert "/programs/?q=cheapest&sort=tuition" in page.links
    assert "Nothing here holds" not in page.main.seen


def test_the_list_of_what_is_found_is_offered_with_its_number(show):
    ProgramFactory(title="PhD in Zymurgy", level="doctorate")
    refresh()
    assert "/programs/?q=zymurgy" not in show("/search/?q=zymurgy").links
    ProgramFactory(title="MS in Zymurgy")
    refresh()
    page = show("/search/?q=zymurgy")
    assert "1 master’s degree among them, with filters" in page.main.seen


def test_a_word_left_out_is_named(show):
    CareerFactory(title="Zymurgist of kelp")
    for number in range(3):
        CareerFactory(title=f"Botanist {number}")
    page = show("/search/?q=kelp+botanist")
    assert "Nothing holds all of these words. Left out: “botanist”." in page.main.seen


@pytest.mark.parametrize("text", ["robotics", "xyzzyx", "cheap"])
def test_only_the_line_that_says_how_much_was_found_is_announced(show, text):
    status = show(f"/search/?q={text}").one(role="status")
    assert text in status.text
    assert not status.all("a") + status.all("p")
