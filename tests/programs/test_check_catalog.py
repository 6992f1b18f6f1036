import pytest
from django.core.management import CommandError, call_command
from django.db import connection
from django.test.utils import CaptureQueriesContext

from programs.facts import refresh_facts
from programs.models import InstitutionFigure, ProgramFacts
from reference.imports.errors import ImportRunning
from reference.models import LedgerEntry
from reference.search.documents import refresh_all_documents
from tests import samples
from tests.factories import (
    FieldOfStudyFactory,
    GuideFactory,
    InstitutionFigureFactory,
    LedgerEntryFactory,
    ProgramFactory,
    SourceFactory,
)
from tests.programs.test_source_documents import DOCUMENTS

pytestmark = pytest.mark.django_db


def run(command, *args, **options):
    """With search in step: it is told of by tests of its own."""
    refresh_all_documents()
    return samples.run(command, *args, **options)


def rate_of_its_own():
    """A figure that should be the headline of its measure and is not marked so."""
    return InstitutionFigureFactory(
        measure="graduation_rate", value="96", source=SourceFactory(edition="2026")
    )


def without_copies(lines):
    """What is said of the bundled catalogue but for the sources that it has from copies."""
    return [line for line in lines if not line.startswith("copy: sources/")]


def test_the_bundled_catalogue_is_clean_and_names_its_copies():
    run("load_catalog")
    status, lines = run("check_catalog")
    assert "copy: sources/ipeds-ic-2023: read from a copy, not yet compared" in "\n".join(lines)
    assert (status, without_copies(lines)) == (0, [last(0, len(lines) - 1)])


def last(faults, notices):
    return f"{faults} faults found, {notices} things to look at"


def test_an_empty_catalogue_is_clean():
    assert run("check_catalog") == (0, ["0 faults found"])


def test_a_fault_of_the_ledger_is_found():
    source = SourceFactory(slug="paper", lines=1, sha256="0" * 64, edition="2026")
    assert run("check_catalog") == (
        1,
        ["missing: paper, line 1: no entry says what became of it", "1 fault found"],
    )
    LedgerEntryFactory(source=source, first=1, fate="ignored", reason="menu")
    assert run("check_catalog")[0] == 0
    LedgerEntry.objects.update(fate="stored", refs="careers/gone")
    [fault, _count] = run("check_catalog")[1]
    assert fault.startswith("orphaned: paper, line 1: it is stored as what no record says of it")


def test_a_guide_that_cites_what_is_not_there_is_found():
    GuideFactory(slug="cost", body="It {{ line:gone/1 }} costs.")
    status, lines = run("check_catalog")
    assert (status, lines[0]) == (
        1,
        "orphaned: guides/cost: it cites what is not there: {{ line:gone/1 }}",
    )


@pytest.mark.parametrize("stated", [{"edition": "2026"}, {"published_on": "2026-01-01"}, {}])
def test_a_source_without_a_date_needs_a_note_that_says_why(stated):
    source = SourceFactory(slug="paper", **stated)
    assert run("check_catalog")[0] == (0 if stated else 1)
    source.note = "The page prints no year."
    source.save()
    assert run("check_catalog")[0] == 0


def test_a_source_read_from_a_copy_is_named_but_is_no_fault():
    SourceFactory(slug="oews-2025", edition="May 2025", is_copy=True)
    copy, count = (lines := run("check_catalog"))[1]
    assert lines[0] == 0
    assert copy == (
        "copy: sources/oews-2025: read from a copy, not yet compared with the publisher’s file: "
        "import that file"
    )
    assert count == "0 faults found, 1 thing to look at"


def test_a_headline_that_the_rule_does_not_choose_is_named_and_set():
    figure = InstitutionFigureFactory(
        subject__slug="mit",
        measure="graduation_rate",
        value="96",
        item="row",
        source=SourceFactory(slug="hakia", edition="2026"),
    )
    status, lines = run("check_catalog")
    assert (status, lines) == (
        1,
        [
            "stale: institution/mit/graduation_rate/hakia/row: the rule for headlines says "
            "otherwise; check_catalog --refresh sets it",
            "1 fault found",
        ],
    )
    assert not InstitutionFigure.objects.get(pk=figure.pk).headline
    assert run("check_catalog", refresh=True) == (
        0,
        ["1 row was out of step", "0 faults found"],
    )
    assert InstitutionFigure.objects.get(pk=figure.pk).headline


def test_a_program_that_lists_show_otherwise_than_its_figures_is_named_and_set():
    program = ProgramFactory(slug="mit-ms")
    refresh_facts()
    ProgramFactory(slug="new")  # of which nothing is computed yet
    ProgramFacts.objects.update(tuition=1)
    status, lines = run("check_catalog")
    says = "lists do not show what its figures say; check_catalog --refresh mends it"
    assert (status, lines) == (
        1,
        [f"stale: programs/mit-ms: {says}", f"stale: programs/new: {says}", "2 faults found"],
    )
    assert run("check_catalog", refresh=True)[0] == 0
    assert ProgramFacts.objects.get(pk=program.pk).tuition is None


@pytest.mark.parametrize("make", [ProgramFactory, rate_of_its_own], ids=["programs", "headlines"])
def test_of_many_that_are_out_of_step_some_are_named_and_the_rest_counted(monkeypatch, make):
    monkeypatch.setattr("reference.catalog_faults.MOST_NAMED", 2)
    monkeypatch.setattr("programs.catalog_faults.MOST_NAMED", 2)
    for _number in range(5):
        make()
    *named, more, count = run("check_catalog")[1]
    assert (len(named), more.endswith(": 3 more of them")) == (2, True)
    assert count == "3 faults found"


def test_a_named_masters_without_a_field_beside_those_reported_is_named_but_is_no_fault():
    program = ProgramFactory(slug="mit-ms", identity="curated", field=None)
    reported = ProgramFactory.create_batch(
        2, institution=program.institution, identity="reported", field=None
    )
    for place, of in enumerate(reported):
        of.field = FieldOfStudyFactory(cip=f"11.010{place}")
        of.save()
    ProgramFactory(identity="curated", field=None)  # nothing is reported of its university
    refresh_facts()
    assert run("check_catalog") == (
        0,
        [
            "unassigned: programs/mit-ms: a named master’s without a CIP code; of its university "
            "IPEDS reports 2: is it one?",
            "0 faults found, 1 thing to look at",
        ],
    )


def test_it_reads_as_often_for_many_programs_as_for_one():
    def queries():
        refresh_facts()
        refresh_all_documents()
        with CaptureQueriesContext(connection) as found:
            samples.run("check_catalog")
        return len(found)

    rate_of_its_own()
    ProgramFactory()
    for_one = queries()
    ProgramFactory.create_batch(30)
    assert queries() == for_one


def test_it_sets_nothing_while_an_import_is_at_work(monkeypatch):
    monkeypatch.setattr("programs.management.commands.check_catalog.import_lock", at_work)
    with pytest.raises(CommandError, match="Another import is running"):
        call_command("check_catalog", refresh=True)


def at_work():
    raise ImportRunning


def test_documents_are_compared_where_a_folder_is_named(tmp_path):
    (tmp_path / "stray.txt").write_text("What nobody read.", "utf-8")
    status, lines = run("check_catalog", documents=tmp_path)
    assert (status, lines[0].partition(":")[0]) == (1, "stale")


def test_a_folder_that_is_not_there_is_named(tmp_path):
    with pytest.raises(CommandError, match="cannot be read: No such file") as failure:
        call_command("check_catalog", documents=tmp_path / "gone")
    assert failure.value.returncode == 2


if DOCUMENTS.is_dir():

    def test_the_documents_at_hand_are_those_of_the_bundled_catalogue():
        run("load_catalog")
        status, lines = run("check_catalog", documents=DOCUMENTS)
        assert (status, without_copies(lines)) == (0, [last(0, len(lines) - 1)])
