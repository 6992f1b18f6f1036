"""What holds for every template of the site: short, in parts, translatable, nothing inline."""

import re
from html.parser import HTMLParser
from pathlib import Path

import pytest
from django.conf import settings
from django.template.loader import get_template

FOLDER = settings.BASE_DIR / "templates"
TEMPLATES = sorted(FOLDER.rglob("*.html"))
PUBLIC = [path for path in TEMPLATES if "admin" not in path.parts]
PAGES = [path for path in PUBLIC if not path.name.startswith("_") and path.name != "base.html"]
LONGEST = 120

TRANSLATED = re.compile(r"{% blocktranslate.*?{% endblocktranslate %}", re.DOTALL)
TAG = re.compile(r"{%.*?%}|{{.*?}}|{#.*?#}", re.DOTALL)
HANDED_ON = re.compile(r"{% (?:include|sort_header) .*?%}", re.DOTALL)
SPOKEN = ("aria-label", "alt", "title", "placeholder", "content", "data-label", "label")
# names, which are the same in every language
NAMES = {"Gradpath", "CIP", "SOC", "CMU", "CSV", "JSON"}


def name(path):
    return str(path.relative_to(FOLDER))


every_template = pytest.mark.parametrize("path", TEMPLATES, ids=name)
every_public_template = pytest.mark.parametrize("path", PUBLIC, ids=name)


class Words(HTMLParser):
    """The words and spoken attributes of a template that no tag produces."""

    def __init__(self, html: str):
        super().__init__()
        self.found: list[str] = []
        self.elements: list[tuple[str, dict]] = []
        self.feed(html)
        self.close()

    def handle_starttag(self, tag, attributes):
        given = dict(attributes)
        self.elements.append((tag, given))
        # of metadata only what a search engine shows
        if tag != "meta" or given.get("name") == "description":
            self.found += [given[key] for key in SPOKEN if given.get(key)]

    handle_startendtag = handle_starttag

    def handle_data(self, data):
        self.found.append(data)


def is_inline_script(tag: str, given: dict) -> bool:
    return tag == "script" and "src" not in given


def untranslated(text: str) -> set[str]:
    """The words that a template would show in every language."""
    html = TAG.sub("", TRANSLATED.sub("", text))
    shown = " ".join(Words(html).found)
    return set(re.findall(r"[^\W\d_]{2,}", shown)) - NAMES


def handed_on_untranslated(text: str) -> list[str]:
    """Strings with a capital or a space that a tag hands to a fragment without _()."""
    strings = [
        string
        for tag in HANDED_ON.findall(text)
        for marked, string in re.findall(r'(_\()?"([^"]*)"', tag)
        if not marked
    ]
    return [string for string in strings if re.search(r"[A-Z ]", string)]


def included(text: str) -> list[str]:
    return re.findall(r'{% include "([^"]+)"', text)


def named_in_code() -> set[str]:
    """The fragments that a page chooses among."""
    modules = [
        *settings.BASE_DIR.glob("*/templatetags/*.py"),
        *settings.BASE_DIR.glob("programs/*.py"),
        *settings.BASE_DIR.glob("programs/rows/*.py"),
    ]
    text = "".join(path.read_text("utf-8") for path in modules)
    return set(re.findall(r'"(\w+/_\w+\.html)"', text))


def tagged() -> set[str]:
    """The fragments that tags render."""
    modules = settings.BASE_DIR.glob("*/templatetags/*.py")
    text = "".join(path.read_text("utf-8") for path in modules)
    return set(re.findall(r'inclusion_tag\(\s*"([^"]+)"', text))


@every_template
def test_a_template_can_be_read(path):
    get_template(name(path))


@every_template
def test_a_template_is_short(path):
    assert len(path.read_text("utf-8").splitlines()) <= LONGEST


@every_template
def test_a_fragment_begins_with_an_underscore(path):
    fragments = set(included(path.read_text("utf-8")))
    assert {part for part in fragments if not Path(part).name.startswith("_")} == set()


def test_what_tags_render_begins_with_an_underscore():
    assert tagged()
    assert {part for part in tagged() if not Path(part).name.startswith("_")} == set()


def test_every_fragment_is_shown_by_something():
    fragments = {name(path) for path in TEMPLATES if path.name.startswith("_")}
    used = {part for path in TEMPLATES for part in included(path.read_text("utf-8"))}
    assert fragments == used | tagged() | named_in_code()


@pytest.mark.parametrize("path", PAGES, ids=name)
def test_a_page_stands_on_the_base_page(path):
    assert path.read_text("utf-8").startswith('{% extends "base.html" %}')


@every_public_template
def test_every_word_can_be_translated(path):
    text = path.read_text("utf-8")
    assert untranslated(text) == set()
    assert handed_on_untranslated(text) == []


@every_template
def test_nothing_is_inline(path):
    html = TAG.sub("", path.read_text("utf-8"))
    elements = Words(html).elements
    assert [tag for tag, given in elements if tag == "style" or is_inline_script(tag, given)] == []
    assert [
        attribute
        for _tag, given in elements
        for attribute in given
        if attribute == "style" or attribute.startswith("on")
    ] == []


@pytest.mark.parametrize(
    "text",
    [
        "<p>Programs</p>",
        "<p>{% translate 'Programs' %} found</p>",
        '<svg aria-label="A map"></svg>',
        '<img alt="A map">',
        '<input placeholder="Search">',
        '<meta name="description" content="A site">',
        "{% if programs %}Programs{% endif %}",
        "<td>{{ n }} programs</td>",
    ],
)
def test_words_that_cannot_be_translated_are_found(text):
    assert untranslated(text)


@pytest.mark.parametrize(
    "text",
    [
        '<p class="lede">{% translate "Programs" %}: {{ n }}</p>',
        "{% blocktranslate count n=n %}{{ n }} program{% plural %}programs{% endblocktranslate %}",
        '<svg aria-label="{% translate "A map" %}"></svg>',
        '<meta name="viewport" content="width=device-width">',
        "<h2>Gradpath</h2>",
        "{# words for those who read the template #}",
    ],
)
def test_words_that_can_are_not(text):
    assert not untranslated(text)


def test_a_string_that_is_handed_on_untranslated_is_found():
    assert handed_on_untranslated('{% include "a/_b.html" with here="Programs" %}')
    assert not handed_on_untranslated('{% include "a/_b.html" with here=_("Programs") key="q" %}')
