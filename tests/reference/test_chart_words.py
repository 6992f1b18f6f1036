import pytest

from reference.charts.words import (
    counted_in_words,
    short_label,
    title_of,
)
from reference.number_words import number_in_words
from reference.spans import span_in_words
from tests.factories import (
    CareerFigureFactory,
    ProgramFigureFactory,
    TopicFactory,
    TopicFigureFactory,
)

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
            "Five figures put the growth in jobs between about 15% and 40%",
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
        (
            ("12..48", "12+", "18"),
            "duration",
            "Three figures put the length between 1 year and 4 years, one with no upper end",
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
        (("20", "60+", "40+"), "20% to 60% or more"),
        (("10+", "20+", "40"), "10% to 40%, two with no upper end"),
        (("20", "<=40"), "20% and up to 40%"),
        (("10", "20", "<=40"), "10% to 20% and up to 40%"),
        (("10", "40", "<=20"), "10% to 40%, one with no lower end"),
        (("~15", "~40"), "about 15% to about 40%"),
        (("~15", "15", "40"), "15% to 40%"),
        (("~15", "15"), "15%"),
    ],
)
def test_a_span_names_both_ends(values, words):
    assert span_in_words(figures(*values)) == words


def test_who_was_counted_is_told_where_every_figure_says_it():
    told = figures("3", "4", population="workers")
    others = figures("5", population="new_graduates")
    assert counted_in_words(told) == "Counted: workers."
    assert counted_in_words(told + others) == "Counted: workers, new graduates."


def test_no_source_is_called_silent_that_says_it_in_its_own_words_or_by_a_basis():
    told = figures("1", terms="qualified employees") + figures("2", basis="part_time")
    told += [CareerFigureFactory.build(value="3"), *figures("4", population="workers")]
    assert counted_in_words(told) == "What was counted stands beside each figure."


def test_that_a_source_does_not_say_is_said_of_bare_claims_only():
    silent, told = figures("1", "2"), figures("3", population="workers")
    assert counted_in_words(silent) == "The sources do not say who was counted."
    assert counted_in_words(told + silent) == (
        "What was counted stands beside a figure, where its source says it. Two figures do not say."
    )


def test_a_short_label_holds_the_basis_that_tells_two_figures_apart():
    for fields, label in (
        ({"statistic": "typical", "basis": "part_time"}, "typical, part time"),
        ({"terms": "online programs", "statistic": "mean"}, "online programs"),
        ({"basis": "full_time"}, "full time"),
        ({}, "Growth in jobs"),
    ):
        assert short_label(*figures("1", **fields), names_basis=True) == label
    assert short_label(*figures("1", terms="jobs", basis="projection"), False) == "jobs"
    long = "one two three four five six seven eight nine"
    assert short_label(*figures("1", terms=long), True).endswith("seven eight…")
    assert short_label(ProgramFigureFactory.build(basis="full_time"), True).endswith(", full time")
