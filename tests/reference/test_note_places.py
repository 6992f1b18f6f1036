import pytest

from reference.ledger.note_places import numbered_lines, with_places
from tests.factories import NoteFactory, SourceFactory

pytestmark = pytest.mark.django_db


@pytest.fixture
def paper():
    return SourceFactory(slug="paper")


def places(**fields):
    (note,) = with_places([NoteFactory(**fields)])
    return [(place.source, place.lines) for place in note.points_to]


def test_a_note_points_to_lines_of_its_source(paper):
    assert places(source=paper, lines="line 2; lines 4–6") == [(paper, "line 2; lines 4–6")]


def test_a_note_on_several_documents_points_to_each_once(paper):
    other = SourceFactory(slug="other-2026")
    lines = "paper line 1; line 3; other-2026 lines 7–8; paper line 9"
    assert places(lines=lines) == [(paper, "line 1; line 3; line 9"), (other, "lines 7–8")]


def test_a_note_of_one_document_may_name_another(paper):
    other = SourceFactory(slug="other")
    assert places(source=paper, lines="line 1; other line 2") == [
        (paper, "line 1"),
        (other, "line 2"),
    ]


def test_a_note_without_lines_points_to_the_whole(paper):
    assert places(source=paper) == [(paper, "")]
    assert places() == [(None, "")]


def test_a_document_that_we_do_not_hold_is_none():
    assert places(lines="gone line 1") == [(None, "line 1")]


def test_documents_are_read_in_one_query_and_in_none_where_a_note_has_them(
    paper, django_assert_num_queries
):
    notes = [NoteFactory(lines=f"paper line {n}; other line 1") for n in range(5)]
    with django_assert_num_queries(1):
        with_places(notes)
    of_it = [NoteFactory(source=paper, lines="line 1"), NoteFactory(lines="paper line 1")]
    with django_assert_num_queries(0):
        with_places(of_it)


def test_its_lines_are_numbered_by_document(paper):
    note = NoteFactory(source=paper, lines="line 2; lines 4–5; other line 9")
    assert numbered_lines(note) == {("paper", 2), ("paper", 4), ("paper", 5), ("other", 9)}
