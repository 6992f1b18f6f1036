import pytest

from programs.disagreements import Row
from programs.explained import area_of_note, told_beside
from programs.finding_kinds import Area, Kind
from tests.factories import (
    CareerFigureFactory,
    InstitutionFactory,
    InstitutionFigureFactory,
    NoteFactory,
    SourceFactory,
)

pytestmark = pytest.mark.django_db


@pytest.fixture
def paper():
    return SourceFactory(slug="paper")


def row(*records, rule="state_sum", subjects=()):
    return Row(Kind.CHECK, Area.COST, None, rule, records, subjects)


def figure(source, line, **fields):
    return InstitutionFigureFactory(source=source, locator=f"line {line}", **fields)


def test_a_note_stands_with_what_its_rule_finds_on_its_lines(paper):
    here, there = row(figure(paper, 3)), row(figure(paper, 9))
    note = NoteFactory(source=paper, lines="lines 8–9", found_by="state_sum")
    assert told_beside([here, there], [note]) == []
    assert (here.notes, there.notes) == ([], [note])


def test_of_several_findings_it_goes_to_that_of_its_subject_then_to_most_of_its_lines(paper):
    yale = InstitutionFactory(slug="yale")
    of_yale = row(figure(paper, 3), subjects=(yale,))
    of_most = row(figure(paper, 3), figure(paper, 4))
    about = NoteFactory(
        source=paper, lines="line 3; line 4", found_by="state_sum", about="institution/yale"
    )
    of_none = NoteFactory(source=paper, lines="line 3; line 4", found_by="state_sum")
    assert told_beside([of_yale, of_most], [about, of_none]) == []
    assert (of_yale.notes, of_most.notes) == ([about], [of_none])


@pytest.mark.parametrize(
    "fields",
    [
        {"found_by": ""},
        {"found_by": "state_median"},
        {"lines": "line 4"},
        {"lines": "other line 3"},
        {"lines": ""},
    ],
)
def test_a_note_that_explains_nothing_stays_alone(paper, fields):
    note = NoteFactory(**{"source": paper, "lines": "line 3", "found_by": "state_sum"} | fields)
    found = row(figure(paper, 3))
    assert told_beside([found], [note]) == [note]
    assert found.notes == []


def test_a_finding_that_rests_on_a_note_is_on_the_lines_of_that_note(paper):
    claim = NoteFactory(source=paper, lines="line 3")
    found = row(claim, CareerFigureFactory(source=paper, locator="row 8"))
    note = NoteFactory(source=paper, lines="line 3", found_by="state_sum")
    assert told_beside([found], [note]) == []


@pytest.mark.parametrize(
    ("fields", "area"),
    [
        ({"found_by": "state_median", "about": "topic/growth"}, "cost"),
        ({"found_by": "topic_spread", "about": "career/x|topic/growth"}, "growth"),
        ({"about": "institution/yale|ranking/best"}, "programs"),
        ({"about": "state/CA"}, "rankings"),
        ({"about": "topic/unasked|source/paper|guide/cost"}, "other"),
        ({}, "other"),
    ],
)
def test_its_area_is_that_of_its_rule_or_of_what_it_is_about(fields, area):
    assert area_of_note(NoteFactory(**fields), {"growth": Area.GROWTH}) == area
