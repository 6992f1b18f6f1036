"""What holds for every page of the public site, found by following its links from the first."""

import gzip
import re
from urllib.parse import urljoin, urlsplit

import pytest
from django.conf import settings
from django.test import Client

from tests.page import Page

KILOBYTE = 1024
# one of each kind, for what depends on the kind alone
KINDS = (
    "/",
    "/programs/",
    "/programs/carnegie-mellon-ms-machine-learning/",
    "/institutions/",
    "/institutions/university-of-pennsylvania/",
    "/states/",
    "/states/CA/",
    "/rankings/",
    "/rankings/hakia-2026-machine-learning/",
    "/careers/",
    "/careers/machine-learning-engineer/",
    "/career-paths/",
    "/occupations/",
    "/occupations/15-1252/",
    "/fields/",
    "/fields/11.0102/",
    "/audit/",
    "/disagreements/",
    "/topics/",
    "/topics/machine-learning-engineer-pay/",
    "/sources/",
    "/sources/hakia-2026/",
    "/sources/hakia-2026/ledger/",
    "/glossary/",
)

pytestmark = [pytest.mark.django_db, pytest.mark.thorough]


@pytest.fixture(scope="module")
def site(catalogue):
    """{address: its answer} of everything that links lead to, each address without its anchor.

    A page asked for with parameters is opened but not followed further: its links are those of the
    page without, over and over.
    """
    client, answers, waiting = Client(), {}, ["/"]
    while waiting:
        address = waiting.pop()
        if address not in answers:
            answers[address] = client.get(address)
            waiting += [] if "?" in address else internal_links(address, Page(answers[address]))
    return answers


@pytest.fixture(scope="module")
def pages(site):
    return {address: Page(answer) for address, answer in site.items()}


def internal_links(address, page):
    """Those to pages: a list as a file has tests of its own."""
    links = [urljoin(address, link) for link in page.links]
    own = [link for link in links if not urlsplit(link).netloc]
    return [link.partition("#")[0] for link in own if "." not in urlsplit(link).path.split("/")[1]]


def faults(pages, find):
    """{address: what the check finds wrong with it}."""
    found = {address: find(page) for address, page in pages.items()}
    return {address: wrong for address, wrong in found.items() if wrong}


def test_every_link_leads_to_a_page(site):
    assert {address: a.status_code for address, a in site.items() if a.status_code != 200} == {}


def test_every_record_has_a_page_that_links_lead_to(site):
    expected = {"programs": 50, "institutions": 33, "careers": 18, "sources": 14, "rankings": 1}
    expected |= {"states": 59, "topics": 21, "guides": 16, "occupations": 7, "fields": 20}
    found = [address.split("/")[1] for address in site if re.fullmatch(r"/\w+/[\w.-]+/", address)]
    assert {kind: found.count(kind) for kind in set(found)} == expected


def test_every_anchor_is_on_the_page_it_points_into(pages):
    ids = {address: {e["id"] for e in page.all(id=True)} for address, page in pages.items()}

    def dead(address, link):
        target, _hash, anchor = urljoin(address, link).partition("#")
        return anchor and target in ids and anchor not in ids[target]

    links = [(address, link) for address, page in pages.items() for link in page.links]
    assert [link for link in links if dead(*link)] == []


def test_no_page_has_one_anchor_twice(pages):
    def twice(page):
        ids = [element["id"] for element in page.all(id=True)]
        return {anchor for anchor in ids if ids.count(anchor) > 1}

    assert faults(pages, twice) == {}


def test_every_page_has_one_heading(pages):
    assert faults(pages, lambda page: len(page.all("h1")) != 1) == {}


def test_every_page_is_named_after_its_subject(pages):
    def misnamed(page):
        return not re.fullmatch(r"[^|]+ \| Gradpath", page.title)

    assert faults(pages, misnamed) == {}


def test_no_two_addresses_share_a_title(pages):
    titles = [page.title for address, page in pages.items() if "?" not in address]
    assert {title for title in titles if titles.count(title) > 1} == set()


def test_every_page_describes_itself(pages):
    assert faults(pages, lambda page: not page.one("meta", name="description")["content"]) == {}


def test_every_page_says_what_language_it_is_in(pages):
    assert faults(pages, lambda page: page.one("html")["lang"] != "en-US") == {}


def test_the_first_link_of_every_page_skips_to_its_content(pages):
    def misled(page):
        return page.links[0] != "#main" or not page.all("main", id="main")

    assert faults(pages, misled) == {}


def test_marks_count_from_one_in_the_order_in_which_the_page_first_shows_them(pages):
    def out_of_order(page):
        first_shown = list(dict.fromkeys(page.marks))
        return first_shown != list(range(1, len(page.sources) + 1))

    assert faults(pages, out_of_order) == {}


def test_every_mark_shows_the_number_of_the_source_it_leads_to(pages):
    def misleading(page):
        return [
            mark.text
            for mark in page.all("a", class_="mark")
            if mark["href"] != f"#src-{mark.seen}" and mark.text != f"Source {mark.seen}"
        ]

    assert faults(pages, misleading) == {}


def test_every_row_with_a_price_or_a_share_has_the_mark_of_its_source(pages):
    def unmarked(page):
        rows = [row for row in page.rows if re.search(r"\$\d|\d%", row.seen)]
        return [row.seen for row in rows if not row.all("a", class_="mark")]

    assert faults(pages, unmarked) == {}


def test_what_is_missing_is_said_in_words(pages):
    def wordless(page):
        told = [e for name in ("td", "th", "dt", "dd", "li", "p") for e in page.main.all(name)]
        # beneath a figure may stand what limits it, or nothing
        told = [element for element in told if element.seen or "prov" not in element.classes]
        # a 0 that a source reports is a figure, and carries its mark
        told = [e.seen for e in told if e.seen != "0" or not e.all("a", class_="mark")]
        return [words for words in told if words in ("", "0", "—", "–", "-", "N/A", "n/a", "?")]

    assert faults(pages, wordless) == {}


def test_nothing_of_the_machinery_shows(pages):
    def leaks(page):
        return re.findall(
            r"\b(?:None(?! [a-z])|nan|NaN|Decimal|object at|&amp;\w+;)\b|[{}]", page.text
        )

    assert faults(pages, leaks) == {}


def test_no_page_holds_a_script_or_a_style(pages):
    def active(page):
        elements = [e.name for name in ("style", "iframe") for e in page.all(name)]
        elements += [
            script.text
            for script in page.all("script")
            if script.text or "src" not in script.attributes
        ]
        return elements + [
            name
            for element in page.all()
            for name in element.attributes
            if name == "style" or name.startswith("on")
        ]

    assert faults(pages, active) == {}


def test_only_links_to_publishers_leave_the_site(pages):
    def leaving(page):
        return [
            element.get(name)
            for element in page.all()
            for name in ("href", "src", "action", "srcset")
            if urlsplit(element.get(name, "")).netloc
            and element.get("rel") != "canonical"
            and "external" not in element.get("rel", "")
        ]

    assert faults(pages, leaving) == {}


def test_no_page_sets_a_cookie_or_depends_on_one(site):
    assert [address for address, answer in site.items() if answer.cookies] == []
    assert [a for a, answer in site.items() if "Cookie" in answer.headers.get("Vary", "")] == []


def test_every_page_carries_the_policy(site):
    for answer in site.values():
        assert "default-src 'none'" in answer.headers["Content-Security-Policy"]


@pytest.mark.parametrize("address", [*KINDS, "/programs/?q=cmu&page=1"])
def test_a_page_that_has_not_changed_is_answered_with_304(site, client, address):
    tag = client.get(address).headers["ETag"]
    again = client.get(address, headers={"if-none-match": tag})
    assert (again.status_code, again.content) == (304, b"")


@pytest.mark.parametrize("address", KINDS)
def test_a_page_answers_a_question_about_its_headers(site, client, address):
    assert client.head(address).status_code == 200


@pytest.mark.parametrize("address", KINDS)
def test_the_slash_at_the_end_may_be_forgotten(site, client, address):
    if address != "/":
        assert client.get(address.rstrip("/")).headers["Location"] == address


@pytest.mark.parametrize(
    "kind",
    [
        *("programs", "institutions", "careers", "sources", "rankings", "states"),
        *("occupations", "fields"),
    ],
)
def test_a_record_that_is_not_there_has_no_page(site, client, kind):
    assert client.get(f"/{kind}/no-such-record/").status_code == 404


# the one page without pages of its own: every finding and note of the catalogue in full
LARGER = {"/disagreements/": 16 * KILOBYTE}


@pytest.mark.parametrize("address", [a for a in KINDS if a.count("/") == 2])
def test_a_list_is_light(site, address):
    most = LARGER.get(address, 12 * KILOBYTE)
    assert len(gzip.compress(site[address].content)) <= most


def test_the_styles_are_light():
    styles = [path.read_bytes() for path in (settings.BASE_DIR / "static/css").glob("*.css")]
    assert sum(map(len, styles)) <= 45 * KILOBYTE
    assert sum(len(gzip.compress(style)) for style in styles) <= 10 * KILOBYTE
