"""What an editor has changed stands against the file."""

import pytest

from careers.models import Career, CareerAlias
from programs.models import InstitutionFigure
from reference.models import Topic
from tests import factories
from tests.samples import counts, load_rows, table_of, tuition_of

pytestmark = pytest.mark.django_db

TOPICS = table_of("reference", "topics.csv")
CAREERS = table_of("careers", "careers.csv")
TUITION = table_of("programs", "figures.csv", "institution")
TOPIC = {"key": "pay", "question": "What does one earn?"}


@pytest.fixture
def edited():
    """A topic whose question an editor has changed."""
    load_rows(TOPICS, TOPIC)
    Topic.objects.update(question="Mine?", edited="question")


def test_what_an_editor_changed_is_kept_and_said(edited):
    report = load_rows(TOPICS, TOPIC)
    assert counts(report) == "created 0 + updated 0 + unchanged 0 + kept 1 + rejected 0"
    assert [str(kept) for kept in report.kept] == [
        "app/topics.csv, line 2: kept the editor’s question of pay"
    ]
    assert Topic.objects.get().question == "Mine?"


def test_the_other_fields_of_an_edited_record_are_updated(edited):
    load_rows(TOPICS, TOPIC | {"summary": "New."})
    assert Topic.objects.values_list("question", "summary").get() == ("Mine?", "New.")


def test_an_edit_that_the_file_agrees_with_is_nothing_to_keep(edited):
    report = load_rows(TOPICS, TOPIC | {"question": "Mine?"})
    assert counts(report).startswith("created 0 + updated 0 + unchanged 1")
    assert Topic.objects.get().edited == "question"


def test_overwrite_lets_the_file_win_and_forgets_the_edit(edited):
    report = load_rows(TOPICS, TOPIC, overwrite=True)
    assert counts(report).startswith("created 0 + updated 1")
    topic = Topic.objects.get()
    assert (topic.question, topic.edited) == (TOPIC["question"], "")
    assert counts(load_rows(TOPICS, TOPIC)).startswith("created 0 + updated 0 + unchanged 1")


def test_overwrite_leaves_edits_of_fields_that_no_column_fills(edited):
    Topic.objects.update(edited="elsewhere|question")
    load_rows(TOPICS, TOPIC, overwrite=True)
    assert Topic.objects.get().edited == "elsewhere"


def test_overwrite_without_edits_changes_nothing():
    load_rows(TOPICS, TOPIC)
    report = load_rows(TOPICS, TOPIC, overwrite=True)
    assert counts(report).startswith("created 0 + updated 0 + unchanged 1")


def test_a_value_is_kept_whole():
    """Else a floor by an editor and a number by the file would make what nobody printed."""
    factories.InstitutionFigureFactory(
        subject__slug="clark", source__slug="hakia", item="table", value="90+", edited="bound|high"
    )
    report = load_rows(TUITION, tuition_of("clark", value="120", printed="120"))
    assert [kept.fields for kept in report.kept] == [("value",)]
    figure = InstitutionFigure.objects.get()
    assert (figure.value.notation, figure.printed) == ("90+", "120")


def test_names_that_an_editor_changed_are_kept():
    load_rows(CAREERS, {"slug": "a", "title": "A", "aliases": "X|Y"})
    CareerAlias.objects.filter(name="Y").delete()
    Career.objects.update(edited="aliases")
    report = load_rows(CAREERS, {"slug": "a", "title": "A", "aliases": "X|Y"})
    assert [kept.fields for kept in report.kept] == [("aliases",)]
    assert [alias.name for alias in CareerAlias.objects.all()] == ["X"]


def test_a_record_that_an_editor_made_is_not_taken_over():
    factories.TopicFactory(key="pay", question="Mine?", origin="editor", edited="key|question")
    load_rows(TOPICS, TOPIC)
    assert Topic.objects.values_list("question", "origin").get() == ("Mine?", "editor")
