import pytest

from reference.chart_words import counted_in_words, number_in_words, span_in_words, title_of
from tests.factories import TopicFactory, TopicFigureFactory

TOPIC = TopicFactory.build(pk=1)


def figures(*values, measure="growth", **fields):
    return [
        TopicFigureFactory.build(subject=TOPIC, value=value, measure=measure, **fields)
        for value in values
    ]


@pytest.mark.parametrize(
    ("number", "words"), [(0, "No"), (1, "One"), (9, "Nine"), (12, "Twelve"), (13, "13")]
)
def test_a_small_number_is_a_word(number, words):
    assert number_in_words(number) == words


@pytest.mark.parametrize(
    ("values", "measure", "title"),
    [
        (
            ("40", "36", "22", "~15", "15.8"),
            "growth",
            "Five figures put the growth in jobs between 15% and 40%",
        ),
        (
            ("90000..200000+", "157000"),
            "pay",
            "Two figures put pay a year between $90,000 and $200,000 or more",
        ),
        (
            ("<=5000", "5250"),
            "tax_free_benefit",
            "Two figures put the tax-free employer benefit between $5,000 or less and $5,250",
        ),
        (("100", "100"), "placement_rate", "Two figures put the placement rate at 100%"),
        (("18..24", "18..24"), "duration", "Two figures put the length at 1.5–2 years"),
        (
            ("85+",),
            "skill_share",
            "One figure puts the share of employers asking for a skill at 85% or more",
        ),
        (
            ("15", "15..25"),
            "sector_premium_share",
            "Two figures put the sector pay premium between 15% and 25%",
        ),
    ],
)
def test_a_title_states_what_the_figures_say(values, measure, title):
    assert title_of(figures(*values, measure=measure)) == title


def test_measures_on_one_scale_share_a_name():
    told = figures("157000", measure="pay") + figures("118000", measure="earnings")
    assert title_of(told) == "Two figures put pay a year between $118,000 and $157,000"


@pytest.mark.parametrize(
    ("values", "words"),
    [
        (("15", "40"), "15% to 40%"),
        (("70..100",), "70–100%"),
        (("~15", "~15"), "about 15%"),
        (("85+", "60"), "60% to 85% or more"),
        (("40", "<=40"), "40% or less to 40%"),
    ],
)
def test_a_span_names_both_ends(values, words):
    assert span_in_words(figures(*values)) == words


def test_who_was_counted_is_told_as_far_as_sources_say():
    silent, told = figures("1", "2"), figures("3", "4", population="workers")
    others = figures("5", population="new_graduates")
    assert counted_in_words(told) == "Counted: workers."
    assert counted_in_words(told + others) == "Counted: workers, new graduates."
    assert counted_in_words(silent) == "The sources do not say who was counted."
    assert counted_in_words(told + silent) == "Counted: workers. Two figures do not say."
