import pytest
from django.core.exceptions import ValidationError
from django.db import connection
from django.test.utils import CaptureQueriesContext

from reference.models import Guide
from tests import factories

pytestmark = pytest.mark.django_db

FIGURE = "{{ figure:topic/pay/pay/paper/opening }}"
LINES = "{{ line:paper/12,13 }}"


@pytest.fixture
def paper():
    return factories.SourceFactory(slug="paper", title="The paper")


@pytest.fixture
def figure(paper):
    topic = factories.TopicFactory(key="pay")
    return factories.TopicFigureFactory(
        subject=topic, measure="pay", source=paper, item="opening", value="157000"
    )


@pytest.fixture
def read(show):
    """read("Some *text*."): the page of a guide with this text."""

    def read(body, **values):
        guide = factories.GuideFactory(slug="reading", body=body, **values)
        return show(guide.get_absolute_url())

    return read


def prose(page):
    return page.one("div", class_="prose")


def test_the_list_has_two_parts_in_reading_order(show):
    for slug, part, position in [("c", "career", 1), ("b", "degree", 2), ("a", "degree", 1)]:
        factories.GuideFactory(
            slug=slug, part=part, position=position, title=slug, summary=f"{slug}!"
        )
    page = show("/guides/")
    parts = page.main.all("section")
    assert [part.one("h2").text for part in parts] == ["Choosing the degree", "Choosing the work"]
    assert [[link["href"] for link in part.all("a")] for part in parts] == [
        ["/guides/a/", "/guides/b/"],
        ["/guides/c/"],
    ]
    assert "a!" in parts[0].text


def test_a_list_without_guides_says_so(show):
    assert show("/guides/").main.one(class_="nil").text == "No guide is written yet."


def test_every_page_links_to_the_guides(show):
    for page in (show("/"), show("/sources/")):
        assert page.links.count("/guides/") >= 2


def test_the_list_asks_no_more_with_more_guides(client):
    factories.GuideFactory()
    for most in (1, 1):
        with CaptureQueriesContext(connection) as asked:
            client.get("/guides/")
        assert len(asked) == most
        factories.GuideFactory.create_batch(3)


def test_a_guide_has_title_summary_date_and_contents(read, figure):
    page = read(f"Some {FIGURE}.\n\n## What it costs\n\n### More\n", title="Costs", summary="Much.")
    assert (page.title, page.heading) == ("Costs | Gradpath", "Costs")
    assert page.one("p", class_="lede").text == "Much."
    assert page.one("p", class_="dated").text == "Choosing the degree. Updated 21 November 2026."
    contents = page.one("nav", class_="toc").all("a")
    assert [(link["href"], link.text) for link in contents] == [
        ("#s-what-it-costs", "What it costs"),
        ("#sources", "Sources"),
    ]
    assert page.one("h2", id="s-what-it-costs").text == "What it costs"


def test_a_guide_that_cites_nothing_has_no_sources(read):
    page = read("Some text.")
    assert page.sources == page.marks == []
    assert "#sources" not in page.links


def test_a_figure_stands_in_words_with_its_mark_and_no_space_before_the_stop(read, figure):
    page = read(f"It pays {FIGURE}, they say.")
    assert prose(page).seen == "It pays $157,000, they say."
    assert page.marks == [1]
    assert "The paper" in page.source_of(prose(page))


def test_lines_show_a_mark_that_names_them(read, figure):
    page = read(f"So they say{LINES}. And so{{{{ line:paper/9 }}}}.")
    assert prose(page).seen == "So they say. And so."
    assert [mark["title"] for mark in prose(page).all("a", class_="mark")] == [
        "Lines 12, 13",
        "Line 9",
    ]


def test_sources_are_numbered_in_the_order_of_the_text(read, figure):
    factories.SourceFactory(slug="other", title="The other")
    page = read(f"A{{{{ line:other/1 }}}}, b {FIGURE}, c{{{{ line:other/2 }}}}.")
    assert page.marks == [1, 2, 1]
    assert ["The other" in page.sources[0], "The paper" in page.sources[1]] == [True, True]


def test_what_contradicts_a_figure_shows_beside_it(read, figure, paper):
    terms = {
        "statistic": "median",
        "population": "workers",
        "basis": "projection",
        "period": "2024",
    }
    figure.delete()
    for item, value in (("opening", "157000"), ("table", "160000")):
        factories.TopicFigureFactory(
            subject=figure.subject, measure="pay", source=paper, item=item, value=value, **terms
        )
    page = read(f"It pays {FIGURE}.")
    told = prose(page)
    assert " ".join(told.text.split()).startswith("It pays $157,000Source 1, elsewhere $160,000")
    assert len(told.all("a", class_="mark")) == 2
    assert prose(page).all("br") == []


def test_an_absence_says_why(read, figure):
    figure.delete()
    factories.TopicFigureFactory(
        subject=figure.subject, measure="pay", source=figure.source, item="opening",
        value="suppressed",
    )  # fmt: skip
    page = read(f"It pays {FIGURE}.")
    assert prose(page).one(class_="nil").text == "Not published (privacy)"


@pytest.mark.parametrize("body", [FIGURE, "{{ nonsense }}", "{{ line:other/1 }}"])
def test_what_leads_nowhere_says_so(read, body):
    page = read(f"It pays {body}.")
    assert prose(page).one(class_="nil").text == "figure not recorded"
    assert prose(page).seen == "It pays figure not recorded."


def test_a_withdrawn_figure_shows_no_value(read, figure):
    figure.status = "withdrawn"
    figure.save()
    assert "157" not in prose(read(f"It pays {FIGURE}.")).text


def test_in_a_link_a_figure_has_no_mark(read, figure):
    page = read(f"[It pays {FIGURE}{LINES}](/careers/).")
    [link] = prose(page).all("a")
    assert link.text == "It pays $157,000"


def test_html_in_a_guide_is_text(read):
    page = read("<script>alert(1)</script> <b>x</b> [a](javascript:alert(1))")
    assert prose(page).all("script") == prose(page).all("b") == prose(page).all("a") == []


def test_a_title_is_no_markup(read):
    page = read("Text.", title="<b>R&D</b>", summary="<i>")
    assert page.heading == "<b>R&D</b>"


def test_the_guides_before_and_after_are_linked_across_the_parts(show):
    for slug, part, position in [("a", "degree", 1), ("b", "degree", 9), ("c", "career", 1)]:
        factories.GuideFactory(slug=slug, part=part, position=position)

    def beside(slug):
        links = show(f"/guides/{slug}/").main.all("nav", class_="pager")
        return {a["rel"]: a["href"] for nav in links for a in nav.all("a")}

    assert beside("a") == {"next": "/guides/b/"}
    assert beside("b") == {"prev": "/guides/a/", "next": "/guides/c/"}
    assert beside("c") == {"prev": "/guides/b/"}


def test_an_only_guide_has_none_beside_it(read):
    assert read("Text.").main.all("nav", class_="pager") == []


def test_a_guide_that_is_not_there_is_not_found(show):
    show("/guides/nothing/", status=404)


def test_more_references_ask_no_more_queries(client, figure):
    guide = factories.GuideFactory(body=f"{FIGURE} {LINES}")

    def queries():
        with CaptureQueriesContext(connection) as asked:
            assert client.get(guide.get_absolute_url()).status_code == 200
        return len(asked)

    few = queries()
    for item in "abc":
        other = factories.TopicFigureFactory(subject=figure.subject, measure="pay", item=item)
        guide.body += f" {{{{ figure:topic/pay/pay/{other.source.slug}/{item} }}}}"
        guide.body += f" {{{{ line:{other.source.slug}/1 }}}}"
    guide.save()
    assert queries() == few <= 14


@pytest.mark.usefixtures("catalogue")
def test_every_bundled_guide_shows_within_its_budget(show):
    for guide in Guide.objects.all():
        with CaptureQueriesContext(connection) as asked:
            page = show(guide.get_absolute_url())
        assert len(asked) <= 16
        assert page.sources
        assert "figure not recorded" not in page.main.text


@pytest.mark.parametrize(
    ("values", "field"),
    [
        ({"body": "{{ figure:x }}"}, "body"),
        ({"body": "{{ hello }}"}, "body"),
        ({"title": "a\nb"}, "title"),
        ({"summary": "a\u2028b"}, "summary"),
    ],
)
def test_a_guide_is_refused_that_its_file_could_not_hold(values, field):
    with pytest.raises(ValidationError) as refused:
        factories.GuideFactory.build(**values).clean()
    assert list(refused.value.message_dict) == [field]
