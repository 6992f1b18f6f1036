import re

import pytest

from careers.enumerations import CareerList
from programs.enumerations import Award, Control, Delivery, Identity
from reference.enumerations import (
    Absence,
    Basis,
    Fate,
    FigureStatus,
    Population,
    SourceKind,
    Statistic,
)
from reference.findings import FindingKind
from reference.glossary import TERMS, in_order

# that everyone knows, or that pages never show
PLAIN = {
    *("jobs", "employers", "programs", "full time", "part time", "withdrawn"),
}
EXPLAINED = [
    *(Absence, Basis, Fate, FigureStatus, Population, SourceKind, Statistic, FindingKind),
    *(CareerList, Award, Control, Delivery, Identity),
]
KEYS = [term.key for term in TERMS]


def words():
    return {str(word).casefold() for term in TERMS for word in (term.name, *term.also)}


@pytest.mark.parametrize("enumeration", EXPLAINED, ids=lambda enumeration: enumeration.__name__)
def test_every_word_of_an_enumeration_that_readers_see_is_defined(enumeration):
    labels = {str(label).casefold() for label in enumeration.labels}
    assert labels - words() - PLAIN == set()


def test_no_word_is_defined_twice():
    names = [str(word).casefold() for term in TERMS for word in {term.name, *term.also}]
    assert {name for name in names if names.count(name) > 1} == set()
    assert len(set(KEYS)) == len(KEYS)


def test_a_key_is_an_anchor_and_what_one_should_see_is_there():
    assert [key for key in KEYS if not re.fullmatch(r"[a-z][a-z-]*", key)] == []
    assert {key for term in TERMS for key in term.see} <= set(KEYS)
    assert [term.key for term in TERMS if term.key in term.see] == []


def test_terms_come_by_name():
    names = [str(term.name).casefold() for term, _others in in_order()]
    assert names == sorted(names)


def test_the_page_defines_every_term_under_its_anchor(show, db):
    page = show("/glossary/")
    assert (page.title, page.heading) == ("Glossary | Gradpath", "Glossary")
    for term in TERMS:
        entry = page.one("div", id=term.key)
        assert entry.one("dt").text == str(term.name)
        assert str(term.meaning) in entry.one("dd").text


def test_the_glossary_is_linked_from_every_page_and_from_where_its_terms_stand(show, db):
    assert "/glossary/" in show("/careers/").links
    page = show("/glossary/")
    assert page.one("div", id="locator").all("a", href="#ledger")


def test_it_asks_the_database_nothing(client, django_assert_num_queries, db):
    with django_assert_num_queries(0):
        client.get("/glossary/")
