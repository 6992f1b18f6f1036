"""Whoever writes, search follows."""

import pytest
from django.core.management import CommandError
from django.db import connection
from django.test.utils import CaptureQueriesContext

from careers.models import Career
from programs.models import Program, State
from reference.imports.errors import ImportRunning
from reference.models import SearchDocument, SearchName, SearchWord, Source
from reference.search import engine, read
from reference.search.documents import refresh_documents, stale_documents
from reference.search.installing import missing_triggers, repair_index
from reference.signals import evidence_changed
from tests.catalogue import refresh
from tests.factories import (
    CareerFactory,
    InstitutionAliasFactory,
    InstitutionFactory,
    OccupationFactory,
    ProgramFactory,
    RankingFactory,
    SourceFactory,
    StateFactory,
)
from tests.samples import run

pytestmark = pytest.mark.django_db


def found(text, kind):
    return engine().ranked(read(text, kind), kind)


def written(record):
    """As an editor’s form announces it."""
    evidence_changed.send(sender=type(record), records=[record])


def test_a_record_that_is_written_is_found_by_its_new_words_only():
    career = CareerFactory(title="Zymurgist")
    written(career)
    assert found("zymurgist", "career") == [career.pk]
    career.title = "Botanist"
    career.save()
    written(career)
    assert (found("zymurgist", "career"), found("botanist", "career")) == ([], [career.pk])


@pytest.mark.parametrize("delete", [lambda c: c.delete(), lambda c: Career.objects.all().delete()])
def test_a_record_that_is_deleted_is_found_no_more(delete):
    career = CareerFactory(title="Zymurgist")
    written(career)
    delete(career)
    assert found("zymurgist", "career") == []
    assert not SearchDocument.objects.exists() and not SearchName.objects.exists()


def test_a_program_that_is_withdrawn_is_found_no_more():
    program = ProgramFactory(title="Zymurgy")
    written(program)
    assert found("zymurgy", "program") == [program.pk]
    program.status = "withdrawn"
    program.save()
    written(program)
    assert found("zymurgy", "program") == []


def test_a_university_tells_its_programs():
    program = ProgramFactory(institution=InstitutionFactory(state=StateFactory(name="Kelp")))
    refresh()
    InstitutionAliasFactory(institution=program.institution, name="KAMU")
    written(program.institution)
    assert found("kamu", "program") == [program.pk]
    State.objects.update(name="Fern")
    written(State.objects.get())
    assert found("fern", "program") == [program.pk]
    assert found("fern", "institution") == [program.institution_id]


def test_an_import_tells_all():
    career = CareerFactory(title="Zymurgist")
    evidence_changed.send(sender=None)
    assert found("zymurgist", "career") == [career.pk]


def test_an_import_tells_those_that_rest_on_what_it_changed():
    ProgramFactory(title="Zymurgy")
    career = CareerFactory(title="Zymurgy", occupation=OccupationFactory())
    evidence_changed.send(sender=None, tables={type(career.occupation)})
    assert engine().of_each_kind(read("zymurgy")) == {"career": [career.pk]}


def test_a_source_that_is_renamed_tells_its_rankings():
    ranking = RankingFactory(source=SourceFactory(publisher="Kelp"))
    written(ranking)
    Source.objects.update(publisher="Fern")
    written(ranking.source)
    assert found("fern", "ranking") == [ranking.pk]


def test_what_has_not_changed_is_not_written():
    ProgramFactory(title="Zymurgy")
    refresh()
    with CaptureQueriesContext(connection) as asked:
        assert refresh_documents("program") == 0
    assert not [q for q in asked if q["sql"].startswith(("INSERT", "UPDATE", "DELETE"))]


def test_more_records_take_no_more_queries():
    def queries():
        with CaptureQueriesContext(connection) as asked:
            refresh_documents("program")
        return len(asked)

    ProgramFactory(title="Zymurgy")
    refresh()
    before = queries()
    for number in range(5):
        ProgramFactory(title=f"Zymurgy {number}")
    refresh()
    assert queries() == before


def test_stale_documents_are_told():
    program = ProgramFactory(title="Zymurgy")
    career = CareerFactory(title="Zymurgist")
    refresh()
    assert [*stale_documents()] == []
    Program.objects.update(title="Botany")
    Career.objects.all()._raw_delete("default")
    assert {*stale_documents()} == {("program", program.pk), ("career", career.pk)}


def test_a_rebuild_mends_all_and_forgets_old_words():
    career = CareerFactory(title="Zymurgist")
    refresh()
    Career.objects.update(title="Botanist")
    assert run("rebuild_search") == (0, ["1 record can be found"])
    assert found("botanist", "career") == [career.pk]
    assert not SearchWord.objects.filter(word="zymurgist").exists()


def test_a_rebuild_waits_for_no_import(monkeypatch):
    def running():
        raise ImportRunning

    monkeypatch.setattr("reference.management.commands.rebuild_search.import_lock", running)
    with pytest.raises(CommandError, match="Another import is running"):
        run("rebuild_search")


def test_a_missing_trigger_is_told_and_mended():
    if connection.vendor != "sqlite":  # the column that PostgreSQL generates needs none
        assert missing_triggers() == []
        return
    [name, *_others] = missing = ["reference_searchdocument_indexed_update"]
    with connection.cursor() as cursor:
        cursor.execute(f"DROP TRIGGER {name}")
    assert missing_triggers() == missing
    assert run("check_catalog")[1][0].startswith(f"missing: {name}")
    repair_index()
    assert missing_triggers() == []
