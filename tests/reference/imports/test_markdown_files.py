"""Guides as Markdown files: what is read, what is refused where, and what comes back."""

import pytest

from reference.imports.errors import UnusableFile
from reference.imports.files import bundled, find_files
from reference.imports.run import Options, run_import, tables_of
from reference.models import Guide
from tests.factories import GuideFactory
from tests.samples import SEEDS, copy_of_samples, edit, run, stored, texts

pytestmark = pytest.mark.django_db

GUIDE = """---
slug: skills
title: Skills: which to learn
summary: What is asked for.
part: career
position: 1
updated: 2026-11-21
---

A paragraph.

## A heading

Another.
"""
FOLDER = "reference/guides"


@pytest.fixture
def folder(tmp_path):
    """With one guide, as its writer left it."""
    (tmp_path / "guides").mkdir()
    (tmp_path / "guides" / "skills.md").write_text(GUIDE, "utf-8")
    return tmp_path


def imported(folder, **options):
    return run_import({"reference": folder}, Options(**options))


def write(folder, text, name="skills.md"):
    data = text if isinstance(text, bytes) else text.encode()
    (folder / "guides" / name).write_bytes(data)


def refused(folder, text, name="skills.md"):
    """Why the file is not loaded, after its name."""
    write(folder, text, name)
    report = imported(folder)
    assert not report.written
    assert not Guide.objects.exists()
    [rejection] = report.rejections
    said = str(rejection)
    assert said.startswith(f"{FOLDER}/{name}, ")
    return said.partition(", ")[2]


def without(key):
    return "".join(line for line in GUIDE.splitlines(True) if not line.startswith(f"{key}:"))


def test_a_file_becomes_a_guide(folder):
    report = imported(folder)
    assert report.lines() == [
        f"{FOLDER}: read 1 = created 1 + updated 0 + unchanged 0 + kept 0 + rejected 0",
        "read 1 = created 1 + updated 0 + unchanged 0 + kept 0 + rejected 0",
    ]
    guide = Guide.objects.get()
    assert (guide.slug, guide.title, guide.part) == ("skills", "Skills: which to learn", "career")
    assert (guide.position, str(guide.updated_on)) == (1, "2026-11-21")
    assert guide.body == "A paragraph.\n\n## A heading\n\nAnother."


def test_the_folder_itself_may_be_given(folder):
    assert imported(folder / "guides").written
    assert Guide.objects.count() == 1


def test_a_second_run_changes_nothing(folder):
    imported(folder)
    before = stored()
    assert "unchanged 1" in imported(folder).lines()[-1]
    assert stored() == before


def test_a_dry_run_writes_nothing(folder):
    assert "created 1" in imported(folder, dry_run=True).lines()[-1]
    assert not Guide.objects.exists()


def test_an_editors_change_is_kept_and_said_until_the_file_may_win(folder):
    imported(folder)
    Guide.objects.update(updated_on="2026-12-01", edited="updated_on")
    edit(folder / "guides" / "skills.md", "What is asked for.", "New.")
    report = imported(folder)
    assert [str(kept) for kept in report.kept] == [
        f"{FOLDER}/skills.md, line 1: kept the editor’s updated of skills"
    ]
    assert Guide.objects.values_list("summary", "edited").get() == ("New.", "updated_on")
    imported(folder, overwrite=True)
    guide = Guide.objects.get()
    assert (str(guide.updated_on), guide.edited) == ("2026-11-21", "")


def test_a_guide_whose_file_is_gone_stays_and_is_named(folder):
    GuideFactory(slug="gone", origin="seed")
    report = imported(folder)
    assert report.missing == [f"{FOLDER}: gone"]
    assert Guide.objects.count() == 2


def test_any_line_end_a_byte_order_mark_and_any_order_of_keys_are_taken(folder):
    lines = GUIDE.splitlines()
    mixed = [lines[0], *reversed(lines[1:7]), *lines[7:]]
    write(folder, ("\ufeff" + "\r\n".join(mixed)))
    assert imported(folder).written
    guide = Guide.objects.get()
    assert (guide.body, guide.position) == ("A paragraph.\n\n## A heading\n\nAnother.", 1)


def test_a_line_of_dashes_in_the_text_is_text(folder):
    write(folder, GUIDE + "\n---\n\nslug: x\n")
    imported(folder)
    assert Guide.objects.get().body.endswith("Another.\n\n---\n\nslug: x")


@pytest.mark.parametrize(
    ("old", "new", "place", "reason"),
    [
        ("---\nslug", "slug", "line 1", "does not begin with “---”"),
        ("---\n\nA", "\nA", "line 1", "the front matter has no end; close it with a line “---”"),
        ("part: career\n", "", "line 7, column part", "is missing from the front matter; add “"),
        ("part:", "parts:", "line 5, column parts", "did you mean “part”?"),
        ("part:", "author: x\npart:", "line 5, column author", "it has slug, title, summary"),
        ("part:", "title: x\npart:", "line 5, column title", "stands on line 3 already; remove"),
        ("part: career", "part career", "line 5", "“part career” has no colon; write “key: value”"),
        ("part: career", "part:", "line 5, column part", "must not be blank; write a value"),
        ("part: career", "part: hobby", "line 5, column part", "“hobby” is not one of degree"),
        ("2026-11-21", "21.11.2026", "line 7, column updated", "is not a day; write it as 2026-11"),
        ("2026-11-21", "2026-11", "line 7, column updated", "is not a day; write it as 2026-11-21"),
        ("2026-11-21", "2026-02-30", "line 7, column updated", "is not a day of the calendar"),
        ("position: 1", "position: first", "line 6, column position", "is not a whole number"),
        ("position: 1", "position: 99999", "line 6, column position", "is not a whole number from"),
        ("slug: skills", "slug: skill", "line 2, column slug", "is not the name of the file"),
        ("Skills: which", "x" * 121, "line 3, column title", "at most 120 characters"),
        ("A paragraph.", "x" * 20_000, "line 10, column body", "the most is 20000; shorten it"),
        ("A paragraph.", "\n\nx" + "y" * 19_980, "line 12, column body", "the most is 20000"),
        ("A paragraph.", "See {{ figure:x }}.", "line 10, column body", "“{{ figure:x }}” is not"),
        ("A paragraph.", "See {{ hello }}.", "line 10, column body", "is not a reference; write"),
        ("Another.", "An\ufeffother.", "line 14", "holds U+FEFF, which nobody can see"),
        ("Another.", "An\x00other.", "line 14, column 3", "a NUL byte; remove it"),
    ],
)  # fmt: skip
def test_a_faulty_file_is_refused_with_its_place_and_what_to_do(folder, old, new, place, reason):
    said = refused(folder, GUIDE.replace(old, new, 1))
    assert said.startswith(f"{place}: ")
    assert reason in said


def test_a_file_without_a_text_is_refused(folder):
    assert refused(folder, GUIDE.partition("\nA para")[0]) == (
        "line 9, column body: must not be blank"
    )


@pytest.mark.parametrize(
    ("data", "reason"),
    [
        (GUIDE.replace("Another", "Ü").encode("latin-1"), "line 14, column 1: the byte 0xDC is"),
        (GUIDE.encode("utf-16"), "line 1: is UTF-16 or UTF-32; save it as UTF-8"),
        (b"PK\x03\x04", "line 1: is a spreadsheet or zip archive, not Markdown; save"),
        (b"<p>", "line 1: is a web page or XML, not Markdown"),
        (b"", "line 1: does not begin with “---”"),
    ],
)  # fmt: skip
def test_what_is_no_text_is_refused(folder, data, reason):
    assert refused(folder, data).startswith(reason)


def test_two_guides_of_one_place_are_refused_by_the_database(folder):
    write(folder, GUIDE.replace("slug: skills", "slug: work"), "work.md")
    [rejection] = imported(folder).rejections
    assert str(rejection).startswith(f"{FOLDER}/work.md, line 1, column part, position: the data")


def test_with_keep_going_the_other_guides_are_loaded(folder):
    write(folder, GUIDE.replace("part: career", "part: hobby"), "work.md")
    report = imported(folder, keep_going=True)
    assert report.lines()[0].endswith("created 1 + updated 0 + unchanged 0 + kept 0 + rejected 1")
    assert Guide.objects.get().slug == "skills"


def test_one_fault_leaves_the_catalogue_as_it_was(folder):
    imported(folder)
    before = stored()
    edit(folder / "guides" / "skills.md", "A paragraph.", "New.")
    write(folder, "", "work.md")
    assert not imported(folder).written
    assert stored() == before


def test_a_folder_without_guides_cannot_be_used(tmp_path):
    (tmp_path / "guides").mkdir()
    (tmp_path / "guides" / "README.txt").write_text("")
    with pytest.raises(
        UnusableFile, match="holds no Markdown files; add some or remove the folder"
    ):
        imported(tmp_path)


def test_only_its_folder_and_markdown_files_are_looked_at(folder):
    (folder / "drafts").mkdir()
    (folder / "guides" / "notes.txt").write_text("x")
    [(found, _tables)] = find_files("reference", tables_of("reference"), folder)
    assert found.name == "guides"
    assert imported(folder).totals.total() == 1


def test_a_single_markdown_file_is_no_seed_file(folder):
    with pytest.raises(UnusableFile, match="is not a seed file of this command; it reads sources"):
        imported(folder / "guides" / "skills.md")


def test_an_export_is_byte_for_byte_what_was_imported(tmp_path):
    run("import_reference", SEEDS)
    run("export_catalog", tmp_path)
    assert texts(tmp_path / "reference" / "guides") == texts(SEEDS / "reference" / "guides")


def test_the_bundled_guides_come_out_as_they_went_in(tmp_path):
    run("import_reference")
    run("export_catalog", tmp_path)
    assert texts(tmp_path / "reference" / "guides") == texts(bundled("reference") / "guides")


def test_who_wrote_and_changed_a_guide_goes_with_it(tmp_path):
    GuideFactory(slug="mine", origin="editor", edited="body|title", body="Mine.")
    run("export_catalog", tmp_path)
    assert "origin: editor\nedited: body|title\n---\n\nMine.\n" in (
        tmp_path / "reference" / "guides" / "mine.md"
    ).read_text("utf-8")
    before = stored()
    status, lines = run("import_reference", tmp_path)
    assert (status, stored()) == (0, before), lines
    Guide.objects.all().delete()
    run("import_reference", tmp_path)
    assert Guide.objects.values_list("origin", "edited").get() == ("editor", "body|title")


def test_a_file_of_an_earlier_export_goes_with_its_guide(tmp_path):
    first, _second = GuideFactory(slug="one"), GuideFactory(slug="two")
    guides = tmp_path / "reference" / "guides"
    run("export_catalog", tmp_path)
    first.delete()
    run("export_catalog", tmp_path)
    assert list(texts(guides)) == ["two.md"]
    Guide.objects.all().delete()
    run("export_catalog", tmp_path)
    assert not guides.exists()


def test_a_copy_of_the_samples_loads(tmp_path):
    assert imported(copy_of_samples(tmp_path)).written
    assert Guide.objects.count() == 2
