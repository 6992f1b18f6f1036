"""The account of the bundled documents, and the rules of any account."""

from collections import Counter

import pytest

from reference.enumerations import Fate
from reference.ledger.account import entries_from, left_of, line_counts, lines_of, uncovered
from reference.ledger.cited_lines import named_lines
from reference.ledger.documents import document_faults, documents_in
from reference.ledger.faults import faults_of
from reference.ledger.upkeep import ledger_faults
from reference.models import LedgerEntry, Source
from tests.programs.test_source_documents import DOCUMENTS

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("catalogue")]

SLUGS = ["duke-outcomes", "hakia-2026", "research-com-2026"]
PAPER = Source(slug="paper", lines=4)
FIGURE = "topic/pay/pay/paper/opening"
every_document = pytest.mark.parametrize("slug", SLUGS)


def entry(first, last=None, fate="stored", refs=FIGURE, reason=""):
    if fate == "ignored":
        refs, reason = "", reason or "navigation"
    return LedgerEntry(
        source=PAPER, first=first, last=last or first, fate=fate, refs=refs, reason=reason
    )


def faults(entries, named):
    return [f"{fault.kind} {fault.line}" for fault in faults_of(PAPER, entries, named)]


WHOLE = [entry(1), entry(2, 4, "ignored")]
NAMED = {(1, "stored"): {FIGURE}}


def test_the_ledger_of_the_bundled_documents_has_no_fault():
    assert [str(fault) for fault in ledger_faults()] == []


def test_every_bundled_document_has_a_ledger():
    assert [source.slug for source in Source.objects.with_ledger()] == SLUGS


@every_document
def test_every_line_has_an_entry_and_what_is_ignored_stands_alone(slug):
    source = Source.objects.get(slug=slug)
    entries = list(source.ledger.all())
    assert uncovered(source.lines, entries) == []
    ignored = Counter(line for e in entries if e.fate == Fate.IGNORED for line in e.span)
    others = {line for e in entries if e.fate != Fate.IGNORED for line in e.span}
    assert set(ignored.values()) == {1}
    assert set(ignored) & others == set()
    assert others | set(ignored) == set(range(1, source.lines + 1))


@every_document
def test_an_entry_names_every_record_whose_locator_has_its_line(slug):
    source = Source.objects.get(slug=slug)
    refs = {(e.first, e.fate): set(e.addresses) for e in source.ledger.all()}
    for place, addresses in named_lines()[source.pk].items():
        assert refs[place] == addresses, place


@every_document
def test_an_entry_names_no_other_record_and_none_is_blank(slug):
    source = Source.objects.get(slug=slug)
    named = named_lines()[source.pk]
    for e in source.ledger.exclude(fate=Fate.IGNORED):
        assert e.first == e.last
        assert e.refs
        assert set(e.addresses) == named[e.first, e.fate], e


def test_advertising_and_testimonials_are_never_stored():
    advert, testimonials = range(432, 438), (54, 84, *range(153, 156))
    for slug, lines in (("hakia-2026", advert), ("research-com-2026", testimonials)):
        stored = {line for line, fate in named_lines()[_pk(slug)] if fate == Fate.STORED}
        assert stored & set(lines) == set()


def _pk(slug):
    return Source.objects.get(slug=slug).pk


if DOCUMENTS.is_dir():

    def test_the_documents_at_hand_are_those_that_were_read():
        documents = documents_in(DOCUMENTS)
        digests = {document.digest for document in documents}
        assert {source.sha256 for source in Source.objects.with_ledger()} <= digests
        assert document_faults(Source.objects.all(), documents) == []


@pytest.mark.parametrize(
    ("locator", "lines"),
    [
        ("line 166; line 275; line 283", {166, 275, 283}),
        ("line 7", {7}),
        ("row 12, column TUITION6", set()),
        ("airline 3", set()),
        ("", set()),
    ],
)
def test_a_locator_is_read_as_the_lines_it_names(locator, lines):
    assert lines_of(locator) == lines


def test_entries_follow_from_records_one_a_line_and_fate():
    named = {(2, "reported"): {"notes/B-1"}, (2, "stored"): {"b", "a"}, (1, "stored"): {"c"}}
    entries = entries_from(PAPER, named)
    assert [(e.first, e.last, e.fate, e.refs) for e in entries] == [
        (1, 1, "stored", "c"),
        (2, 2, "reported", "notes/B-1"),
        (2, 2, "stored", "a|b"),
    ]


def test_a_line_that_is_stored_and_reported_counts_for_both():
    entries = [entry(1), entry(1, fate="reported"), entry(2, 4, "ignored")]
    assert line_counts(entries) == {"stored": 1, "ignored": 3, "reported": 1}


def test_a_whole_account_has_no_fault():
    assert faults(WHOLE, NAMED) == []


def test_a_line_without_an_entry_is_missing():
    assert faults([entry(1), entry(3, 4, "ignored")], NAMED) == ["missing 2"]


def test_what_is_ignored_stands_alone():
    note = {(3, "reported"): {"notes/B-1"}}
    entries = [*WHOLE, entry(3, fate="reported", refs="notes/B-1")]
    assert faults(entries, NAMED | note) == ["contradictory 3", "contradictory 3"]
    twice = [*WHOLE, entry(4, fate="ignored")]
    assert faults(twice, NAMED) == ["contradictory 4"]


def test_an_ignored_line_that_a_record_names_is_both_contradictory_and_left_out():
    named = NAMED | {(3, "stored"): {"careers/a", "careers/b", "careers/c", "careers/d"}}
    assert faults(WHOLE, named) == ["contradictory 3", "stale 3"]
    assert "careers/a, careers/b, careers/c, and 1 more" in str(faults_of(PAPER, WHOLE, named)[0])


def test_an_entry_that_leaves_a_record_out_is_stale():
    assert faults(WHOLE, {(1, "stored"): {FIGURE, "careers/new"}}) == ["stale 1"]


def test_an_entry_that_names_what_no_record_says_is_orphaned():
    assert faults([entry(1, refs=f"{FIGURE}|careers/gone"), WHOLE[1]], NAMED) == ["orphaned 1"]


def test_an_entry_without_records_is_orphaned():
    assert faults([entry(1, refs=""), WHOLE[1]], {}) == ["orphaned 1"]


def test_a_line_past_the_end_of_the_document_is_orphaned():
    assert faults([WHOLE[0], entry(2, 5, "ignored")], NAMED) == ["orphaned 5"]
    named = NAMED | {(9, "stored"): {"careers/far"}}
    assert faults([*WHOLE, entry(9, refs="careers/far")], named) == ["orphaned 9"]


def test_a_fault_says_where_and_what():
    [fault] = faults_of(PAPER, [entry(1, 3, "ignored")], {})
    assert str(fault) == "missing: paper, line 4: no entry says what became of it"


def test_lines_that_records_come_to_name_are_no_longer_ignored():
    runs = left_of(entry(1, 4, "ignored", reason="menu"), {(2, "stored"): {FIGURE}})
    assert [(e.first, e.last, e.reason) for e in runs] == [(1, 1, "menu"), (3, 4, "menu")]
    assert left_of(entry(1, fate="ignored"), NAMED) == []
