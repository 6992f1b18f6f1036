import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from reference.models import Note
from tests.factories import (
    CareerFigureFactory,
    InstitutionFactory,
    InstitutionFigureFactory,
    NoteFactory,
    OccupationFigureFactory,
    SourceFactory,
    TopicFactory,
    TopicFigureFactory,
)

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("catalogue")]

ADDRESS = "/disagreements/"
KINDS = ["contradiction", "topic_spread", "told_two_ways", "check", "note"]


def sections(page):
    return [section["id"] for section in page.main.all("section") if section["id"] != "sources"]


def rows(page, kind):
    return page.one("section", id=kind).all("li")


def tabs(page, label):
    """{name: (how many, address)}."""
    links = page.one("nav", aria_label=label).all("a")
    named = ((link.text.rpartition(" "), link["href"]) for link in links)
    return {name: (int(number), address) for (name, _space, number), address in named}


def test_its_sections_are_the_kinds_that_are_found(show):
    page = show(ADDRESS)
    assert page.heading == "Where sources disagree"
    assert sections(page) == KINDS


def test_a_contradiction_stands_side_by_side_with_its_places(show):
    penn, counts = rows(show(ADDRESS), "contradiction")
    assert penn.one("h3").text == "University of Pennsylvania: Graduation rate"
    assert [value.text for value in penn.all("dd")] == ["100%", "1%"]
    assert [where.seen for where in penn.all("dt")] == [
        "Hakia, line 211; line 287",
        "Hakia, line 279",
    ]
    assert penn.all("dd")[1].one("a")["href"] == (
        "/institutions/university-of-pennsylvania/#graduation_rate-hakia-2026-compare"
    )
    assert [value.text for value in counts.all("dd")] == ["50", "127", "47"]


def test_only_a_contradiction_in_the_same_words_is_called_like_for_like(show):
    penn, counts = rows(show(ADDRESS), "contradiction")
    same = "The same subject, the same terms: like for like."
    assert penn.all("p", class_="why")[0].seen.endswith(same)
    assert counts.all("p", class_="why")[0].seen == (
        "The same subject and measure, and no term that tells them apart; the sources’ own words "
        "differ."
    )
    ranking = show("/rankings/hakia-2026-machine-learning/").one(id="disagree")
    assert "Programs counted: not the same, nor in the same words" in ranking.seen


def test_a_contradiction_more_appears(show):
    penn = InstitutionFactory(name="Another university")
    source = SourceFactory()
    for value in ("90", "70"):
        InstitutionFigureFactory(
            subject=penn, source=source, measure="graduation_rate", value=value
        )
    told = rows(show(ADDRESS), "contradiction")
    assert "Another university: Graduation rate" in [row.one("h3").text for row in told]


def test_a_spread_names_the_terms_that_differ_and_has_no_sign(show):
    figure = CareerFigureFactory(value="100", statistic="median")
    CareerFigureFactory(subject=figure.subject, value="200", source=figure.source)
    page = show(ADDRESS)
    [spread] = rows(page, "spread")
    assert spread.one("p", class_="why").text == (
        "Not like for like: the figures differ in statistic, or leave it out."
    )
    assert page.one("h2", id="spread-h").classes == []
    assert page.one("h2", id="contradiction-h").classes == ["neqs"]


def test_a_spread_that_its_sources_own_words_part_says_so(show):
    stated = {"statistic": "median", "terms": "seniors"}
    figure = CareerFigureFactory(value="100", **stated)
    stated |= {"statistic": "mean", "terms": "juniors"}
    CareerFigureFactory(subject=figure.subject, value="200", source=figure.source, **stated)
    [spread] = rows(show(ADDRESS), "spread")
    assert spread.one("p", class_="why").text == (
        "Not like for like: the figures differ in statistic, what was counted."
    )


def test_what_tells_the_answers_to_a_question_apart_stands_beside_them(show):
    found = {row.one("h3").text: row for row in rows(show(ADDRESS), "topic_spread")}
    length = found["How long does a master’s take?"]
    assert "typical, part time, Hakia" in [label.seen for label in length.all("dt")]
    for question in (
        "How much work experience do programs expect?",
        "What does a master’s cost in all?",
    ):
        assert "what was counted" in found[question].all("p", class_="why")[0].text


def test_what_is_told_two_ways_says_in_which_terms(show):
    placed, _start = rows(show(ADDRESS), "told_two_ways")
    assert "The same number, told another way: basis." in placed.one("p", class_="why").text


def test_a_question_is_one_row_that_leads_to_all_its_answers(show):
    found = {row.one("h3").text: row for row in rows(show(ADDRESS), "topic_spread")}
    growth = found["How fast is machine learning work growing?"]
    assert growth.one("h3").one("a")["href"] == "/topics/machine-learning-growth/"
    assert {"40%", "about 15%"} <= {value.text for value in growth.all("dd")}


def test_a_row_that_tells_a_part_of_a_question_says_how_many_of_its_figures(show):
    found = {row.one("h3").text: row for row in rows(show(ADDRESS), "topic_spread")}
    for question, words in (
        ("What do employers pay towards a degree?", "4 of 8 figures: 70% to 100%; 3 of 4 shown."),
        ("How much more does a master’s pay?", "3 of 4 figures: $10,000 to $45,000."),
        ("How much work experience do programs expect?", "2 of 4 figures: "),
    ):
        assert found[question].all("p", class_="why")[0].seen.startswith(words)


def test_the_figure_of_the_career_itself_is_among_those_shown(show):
    found = {row.one("h3").text: row for row in rows(show(ADDRESS), "topic_spread")}
    pay = found["What does a machine learning engineer earn?"]
    assert [value.text for value in pay.all("dd")] == ["$170,000+", "$157,000", "$90,000–200,000+"]


def test_federal_figures_answer_a_question_and_are_checked_by_nobody(show):
    federal = SourceFactory(kind="government")
    topic = TopicFactory(question="How fast?")
    OccupationFigureFactory(measure="growth", value="15.8", source=federal, topic=topic)
    TopicFigureFactory(measure="growth", value="40", subject=topic)
    found = {row.one("h3").text: row for row in rows(show(ADDRESS), "topic_spread")}
    assert {value.text for value in found["How fast?"].all("dd")} == {"40%", "15.8%"}


def test_checks_are_told_by_name_with_links_to_their_figures(show):
    section = show(ADDRESS).one("section", id="check")
    assert "State medians" in [heading.text for heading in section.all("h3")]
    [medians] = [item for item in section.all("li") if "it $39,387." in item.text]
    assert "/states/PA/#tuition-hakia-2026-state-table" in [a["href"] for a in medians.all("a")]
    assert medians.all("a", class_="mark")


def test_notes_of_editors_stand_at_the_end(show):
    NoteFactory(key="z-1", text="A page says nothing.", found_by="")
    NoteFactory(key="z-2", text="A rule finds this.", found_by="state_sum")
    notes = [note.seen for note in rows(show(ADDRESS), "note")]
    assert notes[-2:] == [
        "A page says nothing. Editor’s note on the whole page",
        "A rule finds this. Editor’s note on the whole page",
    ]
    lede = show(ADDRESS).one("p", class_="lede").text
    assert "What no rule can find is an editor’s note and says so." in lede


def test_a_note_names_each_document_by_its_mark(show):
    NoteFactory(key="Z-1", text="Two ask.", lines="hakia-2026 line 318; research-com-2026 line 88")
    page = show(ADDRESS)
    note = page.one("li", id="note-Z-1")
    assert note.seen == "Two ask. Editor’s note on Hakia, line 318 · Research.com, line 88"
    marks = [mark["href"].removeprefix("#") for mark in note.all("a", class_="mark")]
    cited = [page.one("li", id=mark).text for mark in marks]
    assert [words.partition(",")[0] for words in cited] == ["Hakia", "Research.com"]


def test_a_note_that_explains_a_finding_stands_with_it(show):
    page = show(ADDRESS)
    [penn] = [item for item in page.one("section", id="check").all("li") if "$39,387" in item.text]
    note = Note.objects.get(key="B-6")
    assert penn.one(id="note-B-6").seen.startswith(f"Editor: {note.text} Hakia, line 283")
    told, _counts = rows(page, "contradiction")
    assert told.one(id="note-B-1")


def test_every_note_is_on_the_page_once(show):
    page = show(ADDRESS)
    for note in Note.objects.all():
        assert note.text in page.one(id=f"note-{note.key}").text


def test_its_title_says_which_tabs_are_chosen(show):
    page = show("/disagreements/?kind=note&topic=cost")
    assert page.title == "Where sources disagree (Kind: Editors’ notes; Topic: Cost) | Gradpath"


def test_a_tab_shows_one_kind(show):
    for kind in KINDS:
        assert sections(show(f"{ADDRESS}?kind={kind}")) == [kind]


def test_a_tab_shows_one_topic(show):
    page = show(f"{ADDRESS}?topic=growth")
    assert sections(page) == ["topic_spread", "note"]
    [row] = rows(page, "topic_spread")
    assert row.one("h3").text == "How fast is machine learning work growing?"


def test_every_finding_and_note_has_a_topic(show):
    for kind in ("", *KINDS):
        topics = tabs(show(f"{ADDRESS}?kind={kind}"), "Topic")
        assert topics["All"][0] == sum(topics[name][0] for name in topics if name != "All")


def test_tabs_keep_what_the_other_tabs_chose_and_count(show):
    page = show(f"{ADDRESS}?kind=check&topic=cost")
    kinds, topics = tabs(page, "Kind"), tabs(page, "Topic")
    assert kinds["All"][1] == "?topic=cost"
    number, address = kinds["Checks of a source against itself"]
    assert topics["Cost"] == (number, "?kind=check&topic=cost") == (number, address)
    assert number == len(rows(page, "check"))
    assert topics["All"][0] == sum(topics[name][0] for name in topics if name != "All")
    chosen = [a.text.rpartition(" ")[0] for a in page.main.all("a", aria_current="true")]
    assert chosen == ["Checks of a source against itself", "Cost"]


def test_nothing_of_a_kind_is_said(show):
    page = show(f"{ADDRESS}?kind=contradiction&topic=growth")
    assert "Nothing of this kind." in page.main.text


@pytest.mark.parametrize("query", ["kind=nonsense", "topic=nonsense", "topic=%00"])
def test_a_wrong_value_counts_as_blank_and_is_named(show, query):
    page = show(f"{ADDRESS}?{query}")
    assert sections(page) == KINDS
    assert "left out" in page.main.text or "ignored" in page.main.text


def test_it_is_linked_from_every_page(show):
    assert show("/").links.count(ADDRESS) >= 2


def test_it_asks_few_queries_and_no_more_for_more_figures(client):
    def queries():
        with CaptureQueriesContext(connection) as found:
            assert client.get(ADDRESS).status_code == 200
        return len(found)

    few = queries()
    for figure in CareerFigureFactory.create_batch(9):
        CareerFigureFactory.create_batch(3, subject=figure.subject, source=figure.source)
    for number in range(9):
        NoteFactory(key=f"Z-{number}")
    assert queries() == few <= 14
