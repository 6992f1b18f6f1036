import logging
import sys

import pytest

from config.logs import EscapingFormatter


def line(message, *args, exc_info=None):
    record = logging.LogRecord("name", logging.WARNING, __file__, 1, message, args, exc_info)
    return EscapingFormatter("{levelname} {message}", style="{").format(record)


@pytest.mark.parametrize(
    ("character", "shown"),
    [
        ("\n", r"\n"),
        ("\r", r"\r"),
        ("\x1b", r"\x1b"),
        ("\x00", r"\x00"),
        ("\x85", r"\x85"),
        ("\u2028", r"\u2028"),
    ],
)
def test_a_control_character_in_an_address_is_spelled_out(character, shown):
    assert line("Not Found: %s", f"/a{character}b") == f"WARNING Not Found: /a{shown}b"


def test_other_letters_stay_as_they_are():
    assert line("Not Found: %s", "/José") == "WARNING Not Found: /José"


def test_an_exception_cannot_forge_a_line():
    try:
        raise ValueError("one\nWARNING forged")
    except ValueError:
        text = line("failed", exc_info=sys.exc_info())
    first, *others = text.split("\n")
    assert first == "WARNING failed"
    assert all(other.startswith("    ") for other in others)
