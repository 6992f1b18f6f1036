import csv

import pytest
from django.core.management import CommandError, call_command

from reference.models import LedgerEntry
from tests.factories import CareerFactory, LedgerEntryFactory, NoteFactory, SourceFactory
from tests.samples import as_nobody, run

pytestmark = pytest.mark.django_db


@pytest.fixture
def paper():
    """Of five lines, of which a career stands on the first; the last is not accounted for."""
    source = SourceFactory(slug="paper", lines=5, sha256="0" * 64)
    CareerFactory(slug="alchemist", source=source, locator="line 1")
    ignore(source, 2, 4, "menu")
    return source


def ignore(source, first, last, reason):
    LedgerEntryFactory(source=source, first=first, last=last, fate="ignored", reason=reason)


def entries():
    fields = ("first", "last", "fate", "refs", "reason")
    return list(LedgerEntry.objects.order_by("first", "fate").values_list(*fields))


def test_it_writes_the_entries_that_follow_from_the_records(paper):
    status, lines = run("write_ledger")
    assert entries() == [(1, 1, "stored", "careers/alchemist", ""), (2, 4, "ignored", "", "menu")]
    assert (status, lines) == (
        1,
        [
            "created 1 + updated 0 + deleted 0",
            "missing: paper, line 5: no entry says what became of it",
        ],
    )


def test_a_whole_ledger_is_clean_and_a_second_run_changes_nothing(paper):
    ignore(paper, 5, 5, "blank line")
    run("write_ledger")
    before = list(LedgerEntry.objects.order_by("pk").values())
    assert run("write_ledger") == (0, ["created 0 + updated 0 + deleted 0"])
    assert list(LedgerEntry.objects.order_by("pk").values()) == before


def test_it_follows_what_editors_change(paper):
    ignore(paper, 5, 5, "blank line")
    run("write_ledger")
    career = CareerFactory(slug="zymurgist", source=paper, locator="line 1")
    assert run("write_ledger") == (0, ["created 0 + updated 1 + deleted 0"])
    assert entries()[0][3] == "careers/alchemist|careers/zymurgist"
    career.delete()
    NoteFactory(key="B-1", source=paper, lines="line 1")
    assert run("write_ledger")[1] == ["created 1 + updated 1 + deleted 0"]
    assert entries()[:2] == [
        (1, 1, "reported", "notes/B-1", ""),
        (1, 1, "stored", "careers/alchemist", ""),
    ]


def test_an_entry_of_records_that_are_gone_goes_too(paper):
    LedgerEntryFactory(source=paper, first=5, refs="careers/gone")
    status, lines = run("write_ledger")
    assert (status, lines[0]) == (1, "created 1 + updated 0 + deleted 1")
    assert not LedgerEntry.objects.filter(first=5).exists()


def test_a_line_that_a_record_names_is_no_longer_ignored_and_it_says_so(paper):
    NoteFactory(key="B-1", source=paper, lines="line 3")
    _status, lines = run("write_ledger")
    assert "paper, line 3: no longer ignored, since a record names it" in lines
    assert entries()[1:] == [
        (2, 2, "ignored", "", "menu"),
        (3, 3, "reported", "notes/B-1", ""),
        (4, 4, "ignored", "", "menu"),
    ]


def test_of_ignored_ranges_that_come_to_begin_on_one_line_the_longest_stays(paper):
    ignore(paper, 3, 3, "a shorter range")
    NoteFactory(key="B-1", source=paper, lines="line 2")
    run("write_ledger")
    assert (3, 4, "ignored", "", "menu") in entries()


def test_a_source_whose_lines_are_not_counted_has_no_ledger():
    CareerFactory(source=SourceFactory(), locator="line 1")
    assert run("write_ledger") == (0, ["created 0 + updated 0 + deleted 0"])
    assert entries() == []


def test_it_writes_the_whole_ledger_as_a_seed_file(paper, tmp_path):
    ignore(paper, 5, 5, "blank line")
    file = tmp_path / "ledger.csv"
    assert run("write_ledger", file) == (0, ["created 1 + updated 0 + deleted 0", f"{file}: 3"])
    assert list(csv.reader(file.read_text("utf-8").splitlines())) == [
        ["source", "first", "last", "fate", "refs", "reason"],
        ["paper", "1", "1", "stored", "careers/alchemist", ""],
        ["paper", "2", "4", "ignored", "", "menu"],
        ["paper", "5", "5", "ignored", "", "blank line"],
    ]
    status, lines = run("import_reference", file)
    assert (status, lines[-1].partition(" = ")[2]) == (
        0,
        "created 0 + updated 0 + unchanged 3 + kept 0 + rejected 0",
    )


def test_an_empty_catalogue_empties_no_file(tmp_path):
    file = tmp_path / "ledger.csv"
    file.write_text("by hand")
    with pytest.raises(CommandError, match="Load the catalogue first"):
        call_command("write_ledger", file)
    assert file.read_text() == "by hand"


def test_a_file_that_cannot_be_written_is_named(paper, tmp_path):
    tmp_path.chmod(0o500)
    with as_nobody(), pytest.raises(CommandError, match="cannot be written") as failure:
        call_command("write_ledger", tmp_path / "ledger.csv", verbosity=0)
    assert failure.value.returncode == 2
