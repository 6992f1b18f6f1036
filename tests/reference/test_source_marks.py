from reference.source_marks import SourceMarks, marks_of
from tests.factories import SourceFactory

HAKIA = SourceFactory.build(pk=1)
DUKE = SourceFactory.build(pk=2)


def test_sources_are_numbered_in_the_order_in_which_a_page_shows_them():
    marks = SourceMarks()
    assert [marks.number(source) for source in (DUKE, HAKIA)] == [1, 2]
    assert list(marks) == [DUKE, HAKIA]


def test_a_source_keeps_its_number():
    marks = SourceMarks()
    assert [marks.number(source) for source in (HAKIA, DUKE, HAKIA)] == [1, 2, 1]
    assert len(marks) == 2


def test_one_record_read_twice_is_one_source():
    marks = SourceMarks()
    assert marks.number(HAKIA) == marks.number(SourceFactory.build(pk=1)) == 1


def test_all_of_a_page_adds_to_one_list(rf):
    request = rf.get("/")
    marks_of(request).number(HAKIA)
    assert list(marks_of(request)) == [HAKIA]


def test_each_page_counts_from_one(rf):
    marks_of(rf.get("/")).number(HAKIA)
    assert marks_of(rf.get("/")).number(DUKE) == 1
