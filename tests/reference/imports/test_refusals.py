"""What the database refuses: which row, which column, and why."""

import pytest
from django.db import IntegrityError, OperationalError

from careers.models import CareerAlias
from programs.models import InstitutionFigure, State
from reference.imports import load
from tests import factories
from tests.samples import counts, load_rows, rejections, table_of, tuition_of

pytestmark = pytest.mark.django_db

TOPICS = table_of("reference", "topics.csv")
STATES = table_of("programs", "states.csv")
CAREERS = table_of("careers", "careers.csv")
ENTRIES = table_of("programs", "ranking_entries.csv")
PROGRAMS = table_of("programs", "programs.csv")
LEDGER = table_of("reference", "ledger.csv")
TUITION = table_of("programs", "figures.csv", "institution")
TOPIC = {"key": "pay", "question": "What does one earn?"}


def test_a_refused_row_is_named_and_the_others_are_loaded():
    load_rows(STATES, {"code": "PA", "name": "Pennsylvania"})
    report = load_rows(
        STATES,
        {"code": "CA", "name": "California"},
        {"code": "XX", "name": "California"},
        {"code": "PA", "name": "Penn’s Woods"},
    )
    assert counts(report) == "created 1 + updated 1 + unchanged 0 + kept 0 + rejected 1"
    assert rejections(report) == [
        "line 3, column name: the database refuses it: State with this Name already exists. "
        "Correct the row, or one that it clashes with"
    ]


@pytest.mark.parametrize("batch", [1, 500])
def test_a_row_waits_for_another_to_give_up_what_it_needs(monkeypatch, batch):
    monkeypatch.setattr(load, "BATCH", batch)
    load_rows(
        STATES,
        {"code": "AA", "name": "One"},
        {"code": "BB", "name": "Two"},
        {"code": "CC", "name": "Three"},
    )
    report = load_rows(
        STATES,
        {"code": "AA", "name": "Two"},
        {"code": "BB", "name": "Three"},
        {"code": "CC", "name": "Four"},
        {"code": "DD", "name": "One"},
    )
    assert counts(report) == "created 1 + updated 3 + unchanged 0 + kept 0 + rejected 0"
    assert dict(State.objects.values_list("code", "name")) == {
        "AA": "Two",
        "BB": "Three",
        "CC": "Four",
        "DD": "One",
    }


def test_a_pin_moves_to_another_figure():
    factories.InstitutionFactory(slug="clark")
    factories.SourceFactory(slug="hakia")
    first, second = tuition_of("clark"), tuition_of("clark", item="other")
    load_rows(TUITION, first, second | {"pinned": "yes"})
    report = load_rows(TUITION, first | {"pinned": "yes"}, second)
    assert counts(report).startswith("created 0 + updated 2")
    assert InstitutionFigure.objects.get(pinned=True).item == "table"


def test_a_second_pin_is_refused():
    factories.InstitutionFactory(slug="clark")
    factories.SourceFactory(slug="hakia")
    first = tuition_of("clark", pinned="yes")
    report = load_rows(TUITION, first, first | {"item": "other"})
    assert [(r.line, r.column) for r in report.rejections] == [(3, "subject, measure, pinned")]
    assert "Constraint “institutionfigure_one_pin” is violated." in report.rejections[0].reason


@pytest.mark.parametrize(
    ("table", "cells", "columns"),
    [
        (ENTRIES, {"ranking": "best", "institution": "clark", "rank": "0"}, "rank"),
        (PROGRAMS, {"slug": "a", "institution": "clark", "status": "draft"}, "title, identity"),
        (LEDGER, {"source": "hakia", "first": "9", "last": "5", "fate": "stored"}, "first, last"),
    ],
)
def test_a_rule_of_the_database_is_named_with_its_columns(table, cells, columns):
    factories.InstitutionFactory(slug="clark")
    factories.RankingFactory(slug="best", source__slug="hakia")
    report = load_rows(table, cells)
    assert [r.column for r in report.rejections] == [columns]
    assert " is violated. Correct the row" in report.rejections[0].reason


def test_a_refusal_that_no_rule_of_ours_explains_is_told_in_the_words_of_the_database(monkeypatch):
    def refuse(table, changes):
        raise IntegrityError("odd row\nDETAIL: x")

    monkeypatch.setattr(load, "write", refuse)
    report = load_rows(
        CAREERS,
        {"slug": "a", "title": "A", "aliases": "X"},
        {"slug": "b", "title": "B"},
    )
    assert rejections(report) == [
        f"line {line}: the database refuses it: odd row. "
        "Correct the row, or one that it clashes with"
        for line in (2, 3)
    ]


def test_a_record_that_was_refused_leaves_its_number_to_others(monkeypatch):
    """SQLite gives out again the number of a row that was rolled back."""
    monkeypatch.setattr(load, "BATCH", 2)
    factories.CareerAliasFactory(name="X", career__slug="holder", career__origin="seed")
    report = load_rows(
        CAREERS,
        {"slug": "a", "title": "A", "aliases": "X"},
        {"slug": "b", "title": "B"},
        {"slug": "c", "title": "C"},
        {"slug": "holder", "title": "Holder"},
    )
    assert counts(report) == "created 3 + updated 1 + unchanged 0 + kept 0 + rejected 0"
    assert CareerAlias.objects.get().career.slug == "a"


def test_trouble_with_the_database_itself_is_no_fault_of_a_row(monkeypatch):
    def fail(table, changes):
        raise OperationalError("disk full")

    monkeypatch.setattr(load, "write", fail)
    with pytest.raises(OperationalError):
        load_rows(TOPICS, TOPIC)
