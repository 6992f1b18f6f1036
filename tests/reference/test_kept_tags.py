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
