import pytest
from hypothesis import given
from hypothesis import strategies as st

from reference.search.words import code_words, name_key, stems, words


@pytest.mark.parametrize(
    "spellings",
    [
        ("Texas A & M", "Texas A&M", "texas a and m", "Texas A M"),
        ("St. John’s", "St John's", "Saint Johns", "SAINT JOHN’S"),
        ("San José", "San Jose", "SAN JOSE\u0301"),
        ("Ph.D.", "PhD", "phd"),
        ("M.S.", "MS", "MSc"),
        ("C++", "c++"),
        ("U.S. News", "US News"),
        ("University of Georgia", "U Georgia", "Univ. of Georgia", "the university, Georgia"),
        ("part-time", "part time", "Part/Time"),
    ],
)
def test_spellings_of_one_name_are_the_same_words(spellings):
    assert len({tuple(words(spelling)) for spelling in spellings}) == 1


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Machine Learning Engineer", "ML engineer"),
        ("PhD in artificial intelligence", "Doctor of Philosophy in AI"),
        ("NYC", "New York"),
    ],
)
def test_a_name_and_its_short_form_are_the_same_name(one, other):
    assert name_key(one) == name_key(other)


@pytest.mark.parametrize(("one", "other"), [("C++", "C"), ("C#", "C"), (".NET", "net")])
def test_a_symbol_that_belongs_to_a_name_tells_it_from_others(one, other):
    assert words(one) != words(other)


def test_endings_make_no_difference():
    assert stems("engineering") == stems("Engineers")


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("11.0102", ["cip110102"]),
        ("CIP 11.01", ["cip", "cip1101"]),
        ("15-1252", ["soc151252"]),
        ("15-2051.01", ["soc152051"]),
        ("2023-24", ["2023", "24"]),
    ],
)
def test_a_code_is_one_word(text, found):
    assert words(text) == found


def test_a_code_is_found_by_its_beginnings():
    assert {"cip", "cip11", "cip1101", "cip110102"} <= {*code_words("cip", "11.0102")}


@given(st.text())
def test_any_text_becomes_words_of_letters_and_digits(text):
    assert all(word.isalnum() for word in words(text))
