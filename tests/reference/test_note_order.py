import pytest

from tests.factories import NoteFactory


def test_notes_stand_by_number_and_what_says_more_right_after():
    keys = ["B-14", "X", "B-9", "B-13-more", "A-10", "B-13", "best-value"]
    notes = sorted((NoteFactory.build(key=key) for key in keys), key=lambda note: note.place)
    assert [note.key for note in notes] == [
        *("A-10", "B-9", "B-13", "B-13-more", "B-14"),
        *("X", "best-value"),
    ]


@pytest.mark.parametrize("key", ["-", "1", "B-", "B-1x"])
def test_a_key_without_a_number_has_a_place_too(key):
    assert NoteFactory.build(key=key).place == (key, 0, "")
