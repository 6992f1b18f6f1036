import os

import pytest
from django.core.management import CommandError, call_command

from programs.models import Program
from tests.samples import APPS, SEEDS, load, run, stored, texts

pytestmark = pytest.mark.django_db


def export(folder):
    return run("export_catalog", folder)


def empty_the_catalogue():
    """As a fresh database would be."""
    call_command("flush", verbosity=0, interactive=False)


def test_the_export_of_the_samples_is_the_samples(tmp_path):
    """They hold rows of every table, in the form in which they are exported."""
    load()
    export(tmp_path)
    assert texts(tmp_path) == texts(SEEDS)


def test_it_says_what_it_wrote(tmp_path):
    load()
    status, lines = export(tmp_path)
    assert (status, len(lines)) == (0, 35)
    assert lines[0] == "reference/sources.csv: 2"
    assert lines[-1] == "programs/figures.csv: 9"


def test_the_bundled_catalogue_comes_back_unchanged(tmp_path):
    run("load_catalog")
    export(tmp_path)
    before = stored()
    for app in APPS:
        status, lines = run(f"import_{app}", tmp_path)
        assert (status, "created 0 + updated 0" in lines[-1]) == (0, True), lines
    assert stored() == before


@pytest.mark.django_db(transaction=True)
def test_the_bundled_catalogue_goes_into_an_empty_database_and_out_again(tmp_path):
    run("load_catalog")
    export(tmp_path / "first")
    empty_the_catalogue()
    assert not Program.objects.exists()
    for app in APPS:
        status, lines = run(f"import_{app}", tmp_path / "first")
        assert (status, lines[-1].endswith("+ rejected 0")) == (0, True), lines
    export(tmp_path / "second")
    assert texts(tmp_path / "first") == texts(tmp_path / "second")


def test_an_editors_changes_go_with_it(tmp_path):
    load()
    Program.objects.filter(slug="river-ms-ai").update(title="MS in AI", edited="title")
    export(tmp_path)
    [line] = [
        line
        for line in (tmp_path / "programs" / "programs.csv").read_text().splitlines()
        if line.startswith("river-ms-ai")
    ]
    assert ",MS in AI," in line
    assert line.endswith(",seed,title")


def test_an_empty_catalogue_is_exported_as_empty_folders(tmp_path):
    export(tmp_path / "new" / "folder")
    assert texts(tmp_path) == {}
    assert {path.name for path in (tmp_path / "new" / "folder").iterdir()} == set(APPS)


@pytest.mark.parametrize("place", ["file", "file/below"])
def test_a_place_that_is_no_folder_is_refused(tmp_path, place):
    (tmp_path / "file").write_text("")
    with pytest.raises(CommandError, match="Name a folder you may write to") as refused:
        call_command("export_catalog", os.fspath(tmp_path / place))
    assert refused.value.returncode == 2
