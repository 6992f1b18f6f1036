import pytest
from django.core.management import CommandError, call_command

from reference.models import LedgerEntry
from tests.factories import GuideFactory, LedgerEntryFactory, SourceFactory
from tests.programs.test_source_documents import DOCUMENTS
from tests.samples import run

pytestmark = pytest.mark.django_db


def test_the_bundled_catalogue_is_clean():
    run("load_catalog")
    assert run("check_catalog") == (0, ["0 faults found"])


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
        assert run("check_catalog", documents=DOCUMENTS) == (0, ["0 faults found"])
