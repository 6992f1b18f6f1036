import pytest

from reference.imports.cells import check_cell, parts, read_short, unknown_choice
from reference.imports.errors import CellError


@pytest.mark.parametrize(
    "text", ["", "plain", "“ζωή” – 北京", "two\nlines\r\n", "tab\there", "x" * 20_000]
)
def test_text_is_taken(text):
    check_cell(text)


def test_an_overlong_cell_is_refused():
    with pytest.raises(CellError, match="has 20001 characters, the most is 20000; shorten it"):
        check_cell("x" * 20_001)


@pytest.mark.parametrize(
    "character",
    [
        "\x00",
        "\x07",
        "\x1b",
        "\x7f",
        "\x85",
        "\xad",
        "\u200b",
        "\u200e",
        "\u2028",
        "\u202e",
        "\u2060",
    ]
    + ["\ufeff", "\ufffd"],
)
def test_a_character_that_nobody_can_see_is_refused(character):
    code = f"U\\+{ord(character):04X}"
    with pytest.raises(CellError, match=f"holds {code}, which nobody can see; type the text again"):
        check_cell(f"Carnegie{character} Mellon")


def test_a_list_is_split_and_blank_entries_are_dropped():
    assert parts("CMU| Carnegie Mellon ||") == ["CMU", "Carnegie Mellon"]


def test_a_blank_list_is_empty():
    assert parts("") == []


def test_an_entry_must_not_stand_twice():
    with pytest.raises(CellError, match="“CMU” stands twice"):
        parts("CMU|Tartans|CMU")


def test_a_short_text_is_read():
    assert read_short(int, "7") == 7


def test_the_complaint_of_a_parser_is_passed_on():
    with pytest.raises(CellError, match="invalid literal"):
        read_short(int, "seven")


def test_a_text_that_no_parser_needs_is_not_parsed():
    with pytest.raises(CellError, match="…” is too long; write one value"):
        read_short(int, "7" * 61)


def test_an_unknown_choice_is_told_the_known_ones():
    assert unknown_choice("x", ["", "public", "private"]) == "“x” is not one of public, private"
