"""What an applicant decides by: on the page of a program and in the admin."""

import pytest
from django.core.exceptions import ValidationError

from programs.models import DecidingFact, Program
from tests.catalogue import refresh
from tests.factories import (
    DecidingFactFactory,
    ProgramFactory,
    ProgramFigureFactory,
    SourceFactory,
)

pytestmark = pytest.mark.django_db

LABELS = [
    "Official address",
    "Deadline",
    "Start term",
    "Admission test",
    "Prerequisite",
    "STEM/OPT designation",
    "The program’s own price",
]


@pytest.fixture
def program():
    program = ProgramFactory(title="MS in Zymurgy")
    refresh()
    return program


@pytest.fixture
def told(show, program):
    """told(label): what the page says beside it."""

    def told(label):
        return show(program.get_absolute_url()).stands(label)

    return told


def test_what_nobody_states_is_said_to_be_not_recorded(told):
    assert {told(label) for label in LABELS} == {"Not recorded"}


def test_each_deadline_stands_with_its_term_and_its_source(show, program):
    source = SourceFactory(publisher="Zymurgy University")
    for term, day in (("Fall 2027", "2027-01-15"), ("Spring 2028", "2027-09-01")):
        DecidingFactFactory(
            program=program, kind="deadline", item=term, text="", on=day, source=source
        )
    page = show(program.get_absolute_url())
    assert page.stands("Deadline") == (
        "Fall 2027: 15 January 2027 line 1 Spring 2028: 1 September 2027 line 1"
    )
    assert "Zymurgy University" in page.source_of(page.row("Deadline"))


def test_the_official_address_is_a_link(show, program):
    url = "https://zymurgy.example/ms"
    DecidingFactFactory(program=program, kind="official_address", text="", url=url)
    assert url in show(program.get_absolute_url()).links


def test_only_a_price_by_the_university_is_its_own(told, program):
    ProgramFigureFactory(
        subject=program, measure="credit_price", value="1200", source__kind="ranking"
    )
    assert told("The program’s own price") == "Not recorded"
    ProgramFigureFactory(
        subject=program, measure="credit_price", value="1300", source__kind="university"
    )
    assert told("The program’s own price") == "$1,300 Price a credit"


def test_a_price_that_is_not_given_is_no_price(told, program):
    ProgramFigureFactory(
        subject=program, measure="tuition", value="not_reported", source__kind="university"
    )
    assert told("The program’s own price") == "Not recorded"
    assert Program.objects.lacking("own_price").get() == program


@pytest.mark.parametrize(
    ("kind", "field"),
    [("official_address", "url"), ("deadline", "on"), ("test", "text"), ("stem_opt", "text")],
)
def test_a_fact_that_says_nothing_is_an_error_of_its_field(kind, field):
    with pytest.raises(ValidationError) as error:
        DecidingFact(kind=kind).clean()
    assert list(error.value.message_dict) == [field]


def test_a_deadline_may_be_said_in_words():
    DecidingFact(kind="deadline", text="Rolling").clean()


def listed(admin_client, query):
    response = admin_client.get(f"/admin/programs/program/?{query}")
    return set(response.context["cl"].queryset)


def test_editors_list_the_programs_that_lack_a_fact(admin_client, program):
    other = ProgramFactory(title="MS in Oenology")
    DecidingFactFactory(program=program, kind="deadline")
    assert listed(admin_client, "missing=deadline") == {other}
    assert listed(admin_client, "missing=test") == {program, other}
    assert listed(admin_client, "missing=nonsense") == {program, other}


def test_editors_see_of_each_program_what_is_missing(admin_client, program):
    for kind in ("deadline", "start_term", "test", "prerequisite", "stem_opt"):
        DecidingFactFactory(program=program, kind=kind)
    response = admin_client.get("/admin/programs/program/")
    assert "Official address, The program’s own price" in response.text
