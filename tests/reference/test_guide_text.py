"""Markdown that wishes us well, and Markdown that does not."""

import time

import pytest

from reference.guides.references import LineReference
from reference.guides.text import Slot, read_guide

LINE = LineReference("a", (1,))


def html(body):
    """The text with “#” where a reference stands."""
    return "".join("#" if isinstance(piece, Slot) else piece for piece in read_guide(body).pieces)


def slots(body):
    return [piece for piece in read_guide(body).pieces if isinstance(piece, Slot)]


def test_paragraphs_lists_emphasis_and_quotations_become_html():
    assert html("A *b* **c** `d`\n\n- e\n- f\n\n> g\n\n3. h") == (
        "<p>A <em>b</em> <strong>c</strong> <code>d</code></p>\n"
        "<ul>\n<li>e</li>\n<li>f</li>\n</ul>\n"
        "<blockquote>\n<p>g</p>\n</blockquote>\n"
        '<ol start="3">\n<li>h</li>\n</ol>\n'
    )


def test_a_reference_stands_where_it_is_written():
    assert html("A{{ line:a/1 }}, **{{ line:a/1 }}** b.\n\n- {{line:a/1}}") == (
        "<p>A#, <strong>#</strong> b.</p>\n<ul>\n<li>#</li>\n</ul>\n"
    )
    assert slots("A{{ line:a/1 }}.") == [Slot(LINE, in_link=False)]


def test_braces_that_are_no_reference_leave_an_empty_place():
    assert slots("A {{ nonsense }} b") == [Slot(None, in_link=False)]


def test_in_code_and_in_an_address_braces_are_text():
    assert slots("`{{ line:a/1 }}` and [b](/{{line:a/1}}) and [c](/d '{{ line:a/1 }}')") == []


def test_a_reference_in_a_link_knows_it():
    assert slots("[a {{ line:a/1 }}](/b/) {{ line:a/1 }}") == [Slot(LINE, True), Slot(LINE, False)]


def test_nobody_can_write_a_place_by_hand():
    assert html("a \ue0000\ue001 b {{ line:a/1 }}") == "<p>a 0 b #</p>\n"


def test_headings_have_anchors_and_make_the_contents():
    body = "## What it *costs*\n\n### In state\n\n## What it costs\n\n## €"
    assert read_guide(body).headings == (
        ("s-what-it-costs", "What it costs"),
        ("s-what-it-costs-2", "What it costs"),
        ("s-", "€"),
    )
    assert '<h3 id="s-in-state">In state</h3>' in html(body)


def test_the_page_keeps_its_only_first_heading():
    assert html("# A\n\nB\n=\n\n##### C") == (
        '<h2 id="s-a">A</h2>\n<h2 id="s-b">B</h2>\n<h3 id="s-c">C</h3>\n'
    )


def test_links_within_the_site_and_out_of_it():
    assert html("[a](/careers/) [b](https://example.org/?x=1&y=2) [c](mailto:a@example.org)") == (
        '<p><a href="/careers/">a</a> '
        '<a href="https://example.org/?x=1&amp;y=2" rel="external noopener">b</a> '
        '<a href="mailto:a@example.org">c</a></p>\n'
    )


@pytest.mark.parametrize(
    "body",
    [
        "<script>alert(1)</script>",
        "<img src=x onerror=alert(1)>",
        "a <b onclick='x()'>b</b>",
        "<style>p {}</style>\n\n<iframe src='//example.org'></iframe>",
        "<a href='javascript:alert(1)'>x</a>",
        "<!-- x --><svg onload=alert(1)>",
        "&lt;script&gt;",
        "<https://example.org/\"onclick=alert(1)>",
    ],
)  # fmt: skip
def test_html_stays_text(body):
    shown = html(body)
    for tag in ("<script", "<img", "<b", "<style", "<iframe", "<svg", "<!--"):
        assert tag not in shown


@pytest.mark.parametrize(
    "address",
    [
        "javascript:alert(1)",
        "JaVaScRiPt:alert(1)",
        "&#106;avascript:alert(1)",
        "java\tscript:alert(1)",
        "vbscript:x",
        "data:text/html,<script>alert(1)</script>",
        "file:///etc/passwd",
        "ftp://example.org/",
    ],
)
def test_a_link_that_runs_something_is_none(address):
    shown = html(f"[a]({address}) <{address}> [b][c]\n\n[c]: {address}")
    assert "href" not in shown or not any(
        f'href="{scheme}' in shown.lower() for scheme in ("javascript", "vbscript", "data", "file")
    )
    assert 'href="ftp' not in shown


def test_pictures_and_rules_and_tables_are_not_shown():
    shown = html("![a](https://example.org/spy.png)\n\n***\n\n| a | b |\n|---|---|\n| c | d |")
    for tag in ("<img", "<hr", "<table"):
        assert tag not in shown


@pytest.mark.parametrize(
    "body",
    [
        "[" * 20_000,
        "> " * 10_000 + "a",
        "- " * 10_000 + "a",
        "*" * 20_000,
        "*a_" * 6_000,
        "`" * 20_000,
        "{{" * 10_000,
        "}}" * 10_000 + "{{ line:a/1 }}",
        "[a](" * 5_000,
        "{{ line:a/1 }}" * 1_400,
        "<" * 20_000,
        "&#x" * 6_000,
        "# a\n" * 5_000,
    ],
    ids=lambda body: body[:8],
)
def test_the_longest_hostile_text_is_read_in_a_moment(body):
    began = time.monotonic()
    read_guide(body)
    assert time.monotonic() - began < 10
