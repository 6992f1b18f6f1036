import pytest
from django.core.management import CommandError, call_command

from programs.models import Institution, ProgramFacts, RankingEntry
from reference.models import Source
from tests.samples import run, stored

pytestmark = pytest.mark.django_db


def test_one_command_fills_the_site():
    status, lines = run("load_catalog")
    assert (status, lines[-1].endswith("+ updated 0 + unchanged 0 + kept 0 + rejected 0")) == (
        0,
        True,
    )
    assert RankingEntry.objects.count() == 25


def test_lists_have_what_they_show():
    run("load_catalog")
    shown = ProgramFacts.objects.get(program__slug="carnegie-mellon-ms-machine-learning")
    assert (shown.listed, shown.tuition, shown.rank, shown.state) == (True, 48496, 1, "PA")


def test_a_second_run_changes_nothing():
    run("load_catalog")
    before = stored()
    status, lines = run("load_catalog")
    assert (status, lines[-1].partition(" = ")[2][:33]) == (0, "created 0 + updated 0 + unchanged")
    assert stored() == before


def test_a_dry_run_writes_nothing():
    status, lines = run("load_catalog", dry_run=True)
    assert (status, lines[-2]) == (0, "Nothing was changed.")
    assert not Source.objects.exists()


def test_what_an_editor_changed_outlives_it():
    run("load_catalog")
    Institution.objects.filter(slug="clark-university").update(city="Here", edited="city")
    status, lines = run("load_catalog")
    assert status == 0
    assert "kept 1 + rejected 0" in lines[-1]
    assert any(line.endswith("kept the editor’s city of clark-university") for line in lines)
    assert Institution.objects.get(slug="clark-university").city == "Here"


def test_it_takes_no_path():
    with pytest.raises(CommandError, match="unrecognized arguments"):
        call_command("load_catalog", "seeds")
