from hashlib import sha256

import pytest

from reference.ledger.documents import document_faults, documents_in, read_document
from reference.models import Source

TEXT = b"One\n\nThree"


@pytest.fixture
def copy(tmp_path):
    def copy(name, content=TEXT):
        path = tmp_path / name
        path.write_bytes(content)
        return path

    return copy


def paper(lines=3, text=TEXT):
    return Source(slug="paper", lines=lines, sha256=sha256(text).hexdigest())


def said(sources, folder):
    return [str(fault) for fault in document_faults(sources, documents_in(folder))]


def test_lines_are_counted_whether_or_not_the_last_one_ends(copy):
    assert read_document(copy("a.txt")).lines == 3
    assert read_document(copy("b.txt", TEXT + b"\n")).lines == 3
    assert read_document(copy("c.txt", "a\u2028b\x0bc".encode())).lines == 1
    assert read_document(copy("d.txt", b"")).lines == 0


def test_a_copy_is_known_by_its_digest_whatever_its_name(copy, tmp_path):
    copy("any name.txt")
    assert said([paper()], tmp_path) == []


def test_hidden_files_and_folders_are_passed_over(copy, tmp_path):
    copy(".hidden")
    (tmp_path / "folder").mkdir()
    assert documents_in(tmp_path) == []


def test_a_source_whose_document_is_not_at_hand_passes(tmp_path):
    assert said([paper()], tmp_path) == []


def test_a_document_that_changed_since_it_was_read_is_stale(copy, tmp_path):
    copy("paper.txt", TEXT + b"!")
    assert said([paper()], tmp_path) == [
        "stale: paper.txt: it has changed since it was read: its digest is not the one of paper"
    ]


def test_a_document_that_nothing_was_read_from_is_named(copy, tmp_path):
    copy("other.txt", b"Other")
    [fault] = said([paper(), Source(slug="other")], tmp_path)
    assert fault.startswith("stale: other.txt: no source was read from this text")


def test_a_wrong_number_of_lines_is_contradictory(copy, tmp_path):
    copy("paper.txt")
    assert said([paper(lines=4)], tmp_path) == [
        "contradictory: paper.txt: it has 3 lines; the catalogue says 4 of paper"
    ]
