import pytest

from reference.said_once import said_once


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (["approved programs", "approved programs"], ["approved programs"]),
        (["within 6 months", "Within 6 months of graduation"], ["Within 6 months of graduation"]),
        (["graduates", "undergraduates"], ["graduates", "undergraduates"]),
        (["median", "", None, "workers"], ["median", "workers"]),
        ([], []),
    ],
)
def test_no_word_is_said_twice(words, said):
    assert said_once(words) == said
