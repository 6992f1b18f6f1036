import pytest

from programs.exports.figure import PARTS
from programs.exports.row import FIGURES, IN_WORDS
from tests.catalogue import refresh
from tests.factories import FieldOfStudyFactory, ProgramFactory, ProgramFigureFactory, SourceFactory

pytestmark = pytest.mark.django_db


@pytest.fixture
def program():
    return ProgramFactory(field=FieldOfStudyFactory(cip="11.0102"), title="=MS in “AI”")


def test_its_type_is_json(download):
    assert download("/programs.json")["Content-Type"] == "application/json"


def test_a_program_has_its_names_and_each_figure_with_its_parts(program, json_object):
    refresh()
    (found,) = json_object()["programs"]
    assert tuple(found) == (*IN_WORDS, *FIGURES)
    assert {tuple(found[name]) for name in FIGURES} == {PARTS}
    assert found["title"] == "=MS in “AI”"  # no spreadsheet reads it: nothing is put before it


def test_what_is_unknown_is_null(program, json_object):
    refresh()
    (found,) = json_object()["programs"]
    assert found["control"] is found["tuition_in_state"]["value"] is None
    assert found["tuition_in_state"]["low"] is None
    assert found["delivery"] == []


def test_numbers_are_numbers(program, json_object):
    ProgramFigureFactory(subject=program, measure="total_cost", value="61320.5..70000")
    refresh()
    (found,) = json_object()["programs"]
    assert found["total_cost"]["low"] == 61320.5
    assert repr(found["total_cost"]["high"]) == "70000"


def test_the_sources_that_it_names_come_with_what_they_ask_to_be_said(program, json_object):
    named = SourceFactory(
        slug="named", title="A list of prices", attribution="Prices by Zymurgy.", licence="CC BY"
    )
    SourceFactory(slug="other", attribution="Nobody names it.")
    ProgramFigureFactory(subject=program, measure="total_cost", value="61320", source=named)
    refresh()
    found = json_object()
    assert [source["title"] for source in found["sources"]] == ["A list of prices"]
    address = found["programs"][0]["total_cost"]["source_url"]
    assert found["sources"][0]["url"] == address == "http://localhost:8000/sources/named/"
    assert found["attributions"] == ["Prices by Zymurgy."]


def test_it_says_when_it_was_made_and_how_old_its_newest_source_is(program, json_object):
    SourceFactory(retrieved_on="2026-11-02", published_on="2026-01-01")
    found = json_object()
    assert found["retrieved"].endswith("+00:00")
    assert found["newest_source"] == "2026-11-02"
