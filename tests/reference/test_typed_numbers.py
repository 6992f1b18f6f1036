"""Numbers in a guide’s own words: those found, and those that may stand."""

import pytest

from reference.guides.typed_numbers import typed_numbers
from reference.imports.files import bundled

GUIDES = sorted((bundled("reference") / "guides").glob("*.md"))


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("It costs $140,000 in all.", ["$140,000"]),
        ("About 15% of jobs", ["15%"]),
        ("a rise of 1.5 points", ["1.5"]),
        ("two of the documents", ["two"]),
        ("Twelve careers", ["Twelve"]),
        ("a two-year program", ["two"]),
        ("thirteen, twenty-one and ninety", ["thirteen", "twenty", "one", "ninety"]),
        ("hundreds of thousands, a million", ["hundreds", "thousands", "million"]),
        ("one of the sources", ["one"]),
        ("half a quarter, two thirds", ["half", "quarter", "two", "thirds"]),
        ("twice as much, double or triple", ["twice", "double", "triple"]),
        ("a dozen employers and a couple of labs", ["dozen", "a couple"]),
        ("the first and the second figure", ["first", "second"]),
        ("ranked 3rd, on a 401k, with an H1B", ["3rd", "401k", "H1B"]),
        ("½ or ² or ٣ or 四", ["½", "²", "٣", "四"]),
        ("in 2024 graduates earned 2024 dollars", ["2024"]),
        ("in 2000 programs", ["2000"]),
        ("in 2024% of them", ["2024%"]),
        ("on page 7 of 2026", ["7"]),
        ("1. Ask\n2. Wait", ["1", "2"]),
        ("[two names](/careers/)", ["two"]),
        ("`three` and **four**", ["three", "four"]),
        ("{ 5 } and { figure:x/1 }", ["5", "1"]),
    ],
)  # fmt: skip
def test_a_typed_number_is_found(text, found):
    assert typed_numbers(text) == found


@pytest.mark.parametrize(
    "text",
    [
        "It costs {{ figure:topic/total-cost/total_cost/hakia-2026/140 }} in all.",
        "So they say{{ line:hakia-2026/12,13 }}.",
        "## The 3 questions\n\nAsk.",
        "### Two more\nAsk.",
        "On 21 November 2026, in March 2024, since 2019, until 2030, from 2010–11.",
        "The list is dated 2024–2025.",
        "[The list](/rankings/hakia-2026-machine-learning/) is long.",
        "They contradict one another. It looked cheap at first.",
        "Someone alone often owns a phone, none tends to attend; a firsthand secondary source.",
        "",
    ],
)
def test_references_headings_dates_and_addresses_may_hold_numbers(text):
    assert typed_numbers(text) == []


@pytest.mark.parametrize("path", GUIDES, ids=lambda path: path.stem)
def test_no_bundled_guide_types_a_number(path):
    _empty, front_matter, body = path.read_text("utf-8").split("---\n", 2)
    [summary] = [line for line in front_matter.splitlines() if line.startswith("summary: ")]
    assert typed_numbers(summary) + typed_numbers(body) == []


def test_all_guides_are_there():
    assert len(GUIDES) == 16
