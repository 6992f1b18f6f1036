from collections import Counter

import pytest
from django.core.management import CommandError, call_command
from django.db.models import F

from programs.facts import stale_facts
from programs.models import Institution, Program, ProgramFacts, ProgramFigure
from programs.synthetic import make_catalogue
from programs.synthetic.dice import shares
from programs.synthetic.words import PLACES, place_name, university_name
from reference.imports.errors import ImportRunning
from reference.models import Source
from reference.refresh import refresh_all_headlines
from tests.factories import InstitutionFactory, ProgramFactory, SourceFactory
from tests.samples import run

pytestmark = pytest.mark.django_db
PROGRAMS = 300


def contents():
    titles = Program.objects.order_by("slug").values_list("slug", "title", "summary")
    return list(titles), list(Institution.objects.order_by("slug").values_list("slug", "name"))


def test_it_makes_as_many_programs_as_asked_and_says_so():
    status, lines = run("make_catalog", programs=PROGRAMS)
    assert (status, lines) == (0, ["made 300 programs of 12 universities, all invented"])
    assert Program.objects.count() == PROGRAMS == ProgramFacts.objects.count()


def test_its_facts_and_headlines_are_those_that_its_figures_give():
    make_catalogue(PROGRAMS)
    assert list(stale_facts()) == []
    assert refresh_all_headlines() == 0
    assert run("check_catalog")[0] == 0


def test_its_pages_can_be_read(client):
    make_catalogue(PROGRAMS)
    assert client.get("/programs/?state=CA&delivery=online&q=data").status_code == 200
    assert client.get(Program.objects.listed().first().get_absolute_url()).status_code == 200
    assert client.get(Institution.objects.first().get_absolute_url()).status_code == 200


def test_a_visitor_is_told_that_it_is_invented(client):
    make_catalogue(PROGRAMS)
    program = Program.objects.listed().exclude(summary="").first()
    page = client.get(program.get_absolute_url()).content.decode()
    assert "Invented text" in page
    assert {source.note for source in Source.objects.all()} == {
        "Every name and number was invented by the command make_catalog, to measure the site with."
    }


def test_one_seed_makes_one_catalogue_and_another_seed_another():
    make_catalogue(100, seed=7)
    first = contents()
    make_catalogue(100, seed=7)
    assert contents() == first
    make_catalogue(100, seed=8)
    assert contents() != first


def test_what_it_made_before_goes_first():
    make_catalogue(100)
    make_catalogue(50)
    assert Program.objects.count() == 50
    assert list(stale_facts()) == []


def test_some_things_are_common_and_others_rare_and_some_unknown():
    make_catalogue(2000)
    facts = ProgramFacts.objects.filter(listed=True)
    states = Counter(facts.values_list("state", flat=True))
    assert states["CA"] > 5 * states["WY"]
    awards = Counter(facts.values_list("award", flat=True))
    assert awards["ms"] > 3 * awards["mds"] > 0 < awards[""]
    for blank in ("tuition", "earnings", "completions", "rank"):
        known = facts.filter(**{f"{blank}__isnull": False}).count()
        assert 0 < known < facts.count()
    counted = facts.filter(completions__isnull=False)
    assert not counted.filter(completions_source=None).exists()
    assert not counted.filter(completions_cip="").exists()
    assert 0 < Program.objects.filter(facts__listed=False).count() < 100


def test_private_universities_charge_everyone_the_same():
    make_catalogue(PROGRAMS)
    facts = ProgramFacts.objects.filter(tuition_scope="institution", tuition__isnull=False)
    for control, tuition, tuition_out in facts.values_list("control", "tuition", "tuition_out"):
        assert (tuition < tuition_out) if control == "public" else (tuition == tuition_out)


def test_some_universities_require_fees_and_these_change_the_order():
    make_catalogue(PROGRAMS)
    facts = ProgramFacts.objects.filter(tuition_scope="institution", tuition__isnull=False)
    with_fees = facts.exclude(fees_value="")
    assert 0 < with_fees.count() < facts.count()
    assert not with_fees.filter(charge__lte=F("tuition")).exists()
    by_tuition, by_charge = (
        list(facts.order_by(column, "pk").values_list("pk", flat=True))
        for column in ("tuition", "charge")
    )
    assert by_tuition != by_charge


@pytest.mark.parametrize("stranger", [SourceFactory, InstitutionFactory, ProgramFactory])
def test_it_refuses_a_database_with_anything_that_it_did_not_make(stranger):
    record = stranger()
    with pytest.raises(CommandError, match="not invented") as refusal:
        call_command("make_catalog", programs=10)
    assert refusal.value.returncode == 2
    assert type(record).objects.get() == record
    assert not ProgramFigure.objects.exists()


def test_it_refuses_a_program_that_an_editor_added_to_an_invented_university():
    make_catalogue(50)
    added = ProgramFactory(institution=Institution.objects.first())
    with pytest.raises(CommandError, match=added.title):
        call_command("make_catalog", programs=10)
    assert Program.objects.count() == 51


def test_it_refuses_the_bundled_catalogue():
    run("load_catalog")
    programs = Program.objects.count()
    with pytest.raises(CommandError, match="not invented"):
        call_command("make_catalog", programs=10)
    assert Program.objects.count() == programs


def test_it_waits_for_no_import(monkeypatch):
    def held():
        raise ImportRunning

    monkeypatch.setattr("programs.management.commands.make_catalog.import_lock", held)
    with pytest.raises(CommandError, match="Another import is running"):
        call_command("make_catalog", programs=10)


@pytest.mark.parametrize("number", ["0", "-1"])
def test_it_makes_one_program_at_least(number):
    with pytest.raises(CommandError, match="at least 1"):
        call_command("make_catalog", "--programs", number)


def test_one_program_is_a_catalogue():
    make_catalogue(1)
    assert Program.objects.count() == 1


def test_no_two_places_have_one_name_nor_two_universities():
    assert len({place_name(number) for number in range(PLACES)}) == PLACES
    assert len({university_name(number) for number in range(40_000)}) == 40_000


def test_shares_add_up():
    assert shares(10, [1, 1, 1]) == [3, 4, 3]
    assert sum(shares(100_000, [0.1, 5.5, 2.25, 0.007])) == 100_000
