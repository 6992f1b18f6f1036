from pathlib import Path

from reference.imports.errors import Rejection, UnusableFile, one_line, quoted


def test_a_rejection_says_file_line_and_column():
    assert (
        str(Rejection("topics.csv", 3, "key", "is bad")) == "topics.csv, line 3, column key: is bad"
    )


def test_a_rejection_leaves_out_what_it_does_not_know():
    assert str(Rejection("topics.csv", 0, "", "is bad")) == "topics.csv: is bad"


def test_a_file_is_named_as_it_was_given():
    assert (
        str(UnusableFile(Path("seeds/topics.csv"), "is bad", 1))
        == "seeds/topics.csv, line 1: is bad"
    )


def test_a_message_is_one_line_whatever_the_cell_held():
    assert one_line("a\nb\x1b[31mc\u202ed") == r"a\nb\x1b[31mc\u202ed"


def test_a_message_keeps_letters_of_every_script():
    assert one_line("“ζωή” – 北京") == "“ζωή” – 北京"


def test_an_overlong_message_is_cut():
    assert one_line("x" * 5000) == "x" * 1000 + "…"


def test_a_quoted_cell_is_cut():
    assert quoted("short") == "“short”"
    assert quoted("x" * 61) == "“" + "x" * 60 + "…”"
