from pathlib import Path

import pytest

from reference.imports.errors import UnusableFile
from reference.imports.files import bundled, find_files
from reference.imports.run import tables_of
from tests.samples import as_nobody

KNOWN = "sources.csv, topics.csv, notes.csv, ledger.csv, figures.csv, guides"


def names(path, app="reference"):
    return [(file.name, len(tables)) for file, tables in find_files(app, tables_of(app), path)]


def refusal(path, app="reference"):
    with pytest.raises(UnusableFile) as refused:
        find_files(app, tables_of(app), path)
    return str(refused.value)


def fill(folder, *files):
    folder.mkdir(exist_ok=True)
    for file in files:
        (folder / file).write_text("")
    return folder


def test_an_app_comes_with_its_seeds():
    assert (bundled("careers") / "careers.csv").is_file()


def test_files_of_a_folder_come_in_loading_order(tmp_path):
    fill(tmp_path, "topics.csv", "figures.csv", "sources.csv", "README.txt", "careers.html")
    assert names(tmp_path) == [("sources.csv", 1), ("topics.csv", 1), ("figures.csv", 1)]


def test_a_file_may_hold_rows_of_several_tables(tmp_path):
    assert names(fill(tmp_path, "figures.csv"), "programs") == [("figures.csv", 6)]


def test_an_export_holds_a_folder_for_each_app(tmp_path):
    fill(tmp_path / "reference", "sources.csv")
    fill(tmp_path / "careers", "careers.csv")
    assert names(tmp_path) == [("sources.csv", 1)]


def test_one_file_may_be_given(tmp_path):
    fill(tmp_path, "topics.csv", "sources.csv")
    assert names(tmp_path / "topics.csv") == [("topics.csv", 1)]


def test_a_path_to_nothing_is_refused(tmp_path):
    for path in (tmp_path / "topics.csv", tmp_path / "x", fill(tmp_path, "a") / "a" / "topics.csv"):
        assert refusal(path) == f"{path}: there is no such file or folder; check the path"


def test_a_folder_without_seed_files_is_refused(tmp_path):
    fill(tmp_path, "README.txt")
    assert refusal(tmp_path) == f"{tmp_path}: holds no seed files; expected some of {KNOWN}"


def test_a_folder_with_the_name_of_a_seed_file_is_a_folder(tmp_path):
    folder = fill(tmp_path / "topics.csv")
    assert refusal(folder) == f"{folder}: holds no seed files; expected some of {KNOWN}"


def test_a_misspelt_file_is_refused_with_the_name_that_was_meant(tmp_path):
    fill(tmp_path, "sources.csv", "topcs.csv")
    assert refusal(tmp_path) == (
        f"{tmp_path / 'topcs.csv'}: is not a seed file of this command; did you mean “topics.csv”?"
    )


@pytest.mark.parametrize("name", ["careers.csv", "seeds.xlsx", "SOURCES.CSV"])
def test_a_file_of_another_command_is_refused_with_those_it_reads(tmp_path, name):
    path = fill(tmp_path, name) / name
    assert refusal(path) == f"{path}: is not a seed file of this command; it reads {KNOWN}"


@pytest.mark.parametrize("name", ["careers.csv", "OTHER.CSV"])
def test_an_unknown_table_in_a_folder_is_refused(tmp_path, name):
    fill(tmp_path, "sources.csv", name)
    assert refusal(tmp_path).startswith(f"{tmp_path / name}: is not a seed file of this command")


def test_a_path_that_no_system_takes_is_refused(tmp_path):
    assert "cannot be read (File name too long)" in refusal(tmp_path / ("x" * 300))


def test_a_link_to_itself_leads_to_nothing(tmp_path):
    (tmp_path / "topics.csv").symlink_to("topics.csv")
    assert "there is no such file" in refusal(tmp_path / "topics.csv")


@pytest.mark.parametrize("path", ["seeds", "seeds/topics.csv"])
def test_a_folder_that_one_may_not_list_is_refused(tmp_path, monkeypatch, path):
    fill(tmp_path / "seeds", "topics.csv").chmod(0)
    tmp_path.chmod(0o755)
    monkeypatch.chdir(tmp_path)
    with as_nobody():
        message = refusal(Path(path))
    assert message == f"{path}: cannot be read (Permission denied); check its permissions"
