import pytest

from reference.search.highlights import marked
from reference.search.words import stem


@pytest.mark.parametrize(
    ("text", "sought", "shown"),
    [
        ("Data scientist", ["data"], "<mark>Data</mark> scientist"),
        ("AI/ML Engineer", ["ml"], "AI/<mark>ML</mark> Engineer"),
        (
            "St. John’s, engineers.",
            ["john", "engin"],
            "St. <mark>John’s</mark>, <mark>engineers</mark>.",
        ),
        ("<b>data</b>", ["data"], "&lt;b&gt;<mark>data</mark>&lt;/b&gt;"),
        ("<script> & data", ["data"], "&lt;script&gt; &amp; <mark>data</mark>"),
        ("San José", ["jose"], "San <mark>José</mark>"),
        ("Carnegie Mellon, data", ["carnegi", "mellon"], "<mark>Carnegie Mellon</mark>, data"),
        ("data, science", ["data", "scienc"], "<mark>data</mark>, <mark>science</mark>"),
        (
            "Data Science of data",
            ["data", "scienc"],
            "<mark>Data Science</mark> of <mark>data</mark>",
        ),
        ("nothing", [], "nothing"),
        ("", ["data"], ""),
    ],
)
def test_the_words_found_are_marked_and_the_rest_is_escaped(text, sought, shown):
    assert marked(text, [stem(word) for word in sought]) == shown
