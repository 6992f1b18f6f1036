"""Other names of a record, which a file gives as one list."""

import pytest

from careers.models import Career, CareerAlias
from reference.imports import load
from tests import factories
from tests.samples import counts, load_rows, rejections, table_of

pytestmark = pytest.mark.django_db

CAREERS = table_of("careers", "careers.csv")
INSTITUTIONS = table_of("programs", "institutions.csv")


def names():
    aliases = CareerAlias.objects.order_by("career__slug", "pk")
    return list(aliases.values_list("career__slug", "name"))


def test_names_are_created_in_their_order():
    load_rows(CAREERS, {"slug": "a", "title": "A", "aliases": "Z|Y"}, {"slug": "b", "title": "B"})
    assert names() == [("a", "Z"), ("a", "Y")]


def test_changed_names_replace_the_old_ones():
    load_rows(CAREERS, {"slug": "a", "title": "A", "aliases": "X|Y"})
    report = load_rows(CAREERS, {"slug": "a", "title": "A", "aliases": "Y|Z"})
    assert counts(report).startswith("created 0 + updated 1")
    assert names() == [("a", "Y"), ("a", "Z")]


@pytest.mark.parametrize("batch", [1, 500])
def test_a_name_may_move_from_one_record_to_another(monkeypatch, batch):
    monkeypatch.setattr(load, "BATCH", batch)
    load_rows(
        CAREERS,
        {"slug": "a", "title": "A"},
        {"slug": "b", "title": "B", "aliases": "X"},
    )
    report = load_rows(
        CAREERS,
        {"slug": "a", "title": "A", "aliases": "X"},
        {"slug": "b", "title": "B"},
    )
    assert counts(report).startswith("created 0 + updated 2")
    assert names() == [("a", "X")]


def test_two_records_may_swap_their_names():
    load_rows(
        CAREERS,
        {"slug": "a", "title": "A", "aliases": "X"},
        {"slug": "b", "title": "B", "aliases": "Y"},
    )
    load_rows(
        CAREERS,
        {"slug": "a", "title": "A", "aliases": "Y"},
        {"slug": "b", "title": "B", "aliases": "X"},
    )
    assert names() == [("a", "Y"), ("b", "X")]


def test_a_name_that_another_record_has_is_refused():
    factories.CareerAliasFactory(name="X", career__title="Baker")
    report = load_rows(CAREERS, {"slug": "a", "title": "A", "aliases": "W|X"})
    assert rejections(report) == [
        "line 2, column aliases: the database refuses it: “X” is already a name of Baker. "
        "Correct the row, or one that it clashes with"
    ]
    assert not Career.objects.filter(slug="a").exists()


def test_names_from_another_source_are_left_alone():
    clark = factories.InstitutionFactory(slug="clark", name="Clark University")
    factories.InstitutionAliasFactory(institution=clark, name="CLK", curated=False)
    row = {"slug": "clark", "name": "Clark University", "state": "PA", "aliases": "Clark"}
    load_rows(INSTITUTIONS, row)
    assert list(clark.aliases.values_list("name", "curated")) == [("CLK", False), ("Clark", True)]
    assert counts(load_rows(INSTITUTIONS, row)).startswith("created 0 + updated 0 + unchanged 1")


def test_a_name_that_another_source_has_for_the_same_record_becomes_ours():
    clark = factories.InstitutionFactory(slug="clark", name="Clark University")
    factories.InstitutionAliasFactory(institution=clark, name="Clark", curated=False)
    load_rows(INSTITUTIONS, {"slug": "clark", "name": "Clark University", "aliases": "Clark"})
    assert list(clark.aliases.values_list("name", "curated")) == [("Clark", True)]
