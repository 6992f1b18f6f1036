import pytest

from careers.models import FieldOfStudy, Occupation, OccupationFigure
from programs.models import Institution, InstitutionField, ProgramFacts, ProgramFigure
from reference.models import Source, Topic
from reference.signals import evidence_changed
from tests.factories import (
    InstitutionFieldFactory,
    InstitutionFieldFigureFactory,
    InstitutionFigureFactory,
    ProgramFactory,
    ProgramFigureFactory,
    RankingEntryFactory,
    SourceFactory,
    TopicFactory,
)

pytestmark = pytest.mark.django_db


@pytest.fixture
def program():
    return ProgramFactory()


@pytest.fixture(autouse=True)
def elsewhere():
    """A program that no test concerns."""
    return ProgramFactory()


RECORDS = {
    "a university": lambda program: program.institution,
    "a field": lambda program: InstitutionFieldFactory(institution=program.institution),
    "a figure of a field": lambda program: InstitutionFieldFigureFactory(
        subject__institution=program.institution
    ),
    "a figure of a university": lambda program: InstitutionFigureFactory(
        subject=program.institution
    ),
    "a program": lambda program: program,
    "a figure of a program": lambda program: ProgramFigureFactory(subject=program),
    "a row of a ranking": lambda program: RankingEntryFactory(institution=program.institution),
}


def refreshed():
    return set(ProgramFacts.objects.values_list("pk", flat=True))


@pytest.mark.parametrize("make", RECORDS.values(), ids=RECORDS)
def test_a_record_refreshes_the_programs_of_its_university_only(program, make):
    record = make(program)
    evidence_changed.send(sender=type(record), records=[record])
    assert refreshed() == {program.pk}


def test_every_program_of_the_university_is_refreshed(program):
    another = ProgramFactory(institution=program.institution)
    evidence_changed.send(sender=type(program), records=[program])
    assert refreshed() == {program.pk, another.pk}


def test_a_record_that_may_concern_all_refreshes_all(program, elsewhere):
    evidence_changed.send(sender=Source, records=[SourceFactory()])
    assert refreshed() == {program.pk, elsewhere.pk}


def test_a_record_that_no_fact_rests_on_refreshes_nothing():
    evidence_changed.send(sender=Topic, records=[TopicFactory()])
    assert refreshed() == set()


def test_records_that_are_not_named_refresh_all(program, elsewhere):
    evidence_changed.send(sender=type(program))
    assert refreshed() == {program.pk, elsewhere.pk}


def test_an_import_refreshes_all(program, elsewhere):
    evidence_changed.send(sender=None)
    assert refreshed() == {program.pk, elsewhere.pk}


@pytest.mark.parametrize("table", [FieldOfStudy, Institution, ProgramFigure])
def test_an_import_of_what_facts_rest_on_refreshes_all(program, elsewhere, table):
    evidence_changed.send(sender=None, tables={Occupation, table})
    assert refreshed() == {program.pk, elsewhere.pk}


def test_an_import_of_what_no_fact_rests_on_refreshes_nothing():
    evidence_changed.send(sender=None, tables={Occupation, OccupationFigure})
    assert refreshed() == set()


@pytest.mark.parametrize("sender", [None, InstitutionField])
def test_a_field_of_six_digits_is_put_under_that_of_four(program, sender):
    whole = InstitutionFieldFactory(institution=program.institution, field__cip="11.01")
    part = InstitutionFieldFactory(institution=program.institution, field__cip="11.0102")
    other = InstitutionFieldFactory(field__cip="11.0102")
    evidence_changed.send(sender=sender, records=[part])
    parents = {field.pk: field.parent_id for field in InstitutionField.objects.all()}
    assert parents == {whole.pk: None, part.pk: whole.pk, other.pk: None}


def test_no_record_refreshes_nothing(program):
    evidence_changed.send(sender=type(program), records=[])
    assert refreshed() == set()
