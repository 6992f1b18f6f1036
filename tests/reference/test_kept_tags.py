import pytest
from django.template import engines
from django.utils import translation

from reference.templatetags.kept import MOST


class Counting:
    """Tells how often a template has asked for it."""

    def __init__(self):
        self.asked = 0

    def __str__(self):
        self.asked += 1
        return f"shown {self.asked}"


@pytest.fixture
def render():
    loaded = engines["django"].from_string("{% load kept %}{% kept word %}{{ piece }}{% endkept %}")
    piece = Counting()
    return lambda word="": loaded.render({"word": word, "piece": piece})


def test_a_piece_is_rendered_once_for_the_same_values(render):
    assert [render("a"), render("a"), render("b"), render("a")] == [
        "shown 1",
        "shown 1",
        "shown 2",
        "shown 1",
    ]


def test_another_language_has_its_own(render):
    assert render() == "shown 1"
    with translation.override("de"):
        assert render() == "shown 2"
    assert render() == "shown 1"


def test_it_keeps_no_more_than_so_many(render):
    for number in range(MOST + 1):
        render(number)
    assert render(0) == f"shown {MOST + 2}"


@pytest.fixture
def live():
    """The page of a word: what is between is kept, the word within it is not."""
    inner = "{% kept %}[{{ piece }} {% live %}{{ word }}{% endlive %}]{% endkept %}"
    source = (
        "{% load kept %}{% kept %}<{{ piece }} {% live %}{{ word }}{% endlive %} %s>{% endkept %}"
    )
    loaded = engines["django"].from_string(source.replace("%s", inner))
    piece = Counting()
    return lambda word: loaded.render({"word": word, "piece": piece})


def test_what_is_live_within_a_piece_is_rendered_each_time(live):
    assert live("a") == "<shown 1 a [shown 2 a]>"
    assert live("b & c") == "<shown 1 b &amp; c [shown 2 b &amp; c]>"


def test_no_text_passes_for_a_live_part():
    source = "{% load kept %}{% kept word %}{{ word }}|{% live %}live{% endlive %}{% endkept %}"
    loaded = engines["django"].from_string(source)
    word = "a\x06b\x06"
    assert [loaded.render({"word": word}) for _time in range(2)] == [f"{word}|live"] * 2
