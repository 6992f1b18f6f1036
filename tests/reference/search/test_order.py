"""What comes first of what is found: the same on every database."""

import pytest

from careers.models import Career
from programs.models import Program
from reference.search import engine, read
from tests.catalogue import refresh
from tests.factories import CareerFactory, InstitutionFactory, ProgramFactory

pytestmark = pytest.mark.django_db


def careers(text):
    refresh()
    titles = dict(Career.objects.values_list("pk", "title"))
    return [titles[key] for key in engine().ranked(read(text, "career"), "career")]


def programs(text):
    refresh()
    titles = dict(Program.objects.values_list("pk", "title"))
    return [titles[key] for key in engine().ranked(read(text, "program"), "program")]


@pytest.fixture
def zymurgy():
    return ProgramFactory(title="MS in Zymurgy", award="ms")


def test_the_name_that_holds_more_of_the_words_comes_first():
    CareerFactory(title="Kelp", summary="Zymurgy.")
    CareerFactory(title="Kelp keeper in zymurgy", summary="Told at length. " * 20)
    assert careers("zymurgy kelp")[0] == "Kelp keeper in zymurgy"


def test_of_two_names_alike_the_one_of_which_more_is_told_comes_first():
    CareerFactory(title="Zymurgy aide", summary="Short.")
    told = CareerFactory(title="Zymurgy aide too", summary="Beer needs yeast, malt, hops.")
    Career.objects.filter(pk=told.pk).update(title="Zymurgy aide")
    refresh()
    assert engine().ranked(read("zymurgy", "career"), "career")[0] == told.pk


def test_of_equals_those_of_the_university_that_is_named_come_before_those_in_its_city():
    told = {"title": "Zymurgy", "summary": "Told at length. " * 20}
    ProgramFactory(institution=InstitutionFactory(name="Reef University", city="Kelpton"), **told)
    meant = ProgramFactory(
        institution=InstitutionFactory(name="Kelpton University", city="Reef"), title="Zymurgy"
    )
    refresh()
    assert engine().ranked(read("kelpton university zymurgy"), "program")[0] == meant.pk


def test_where_nothing_holds_all_words_the_commonest_is_missed_first(zymurgy):
    for number in range(4):
        ProgramFactory(title=f"MS in Botany {number}", award="ms")
    assert programs("ms botany zymurgy")[0] == "MS in Zymurgy"


def test_few_are_those_that_fit_best(zymurgy):
    for number in range(5):
        CareerFactory(title=f"Zymurgy {number}")
    CareerFactory(title="Keeper of zymurgy")
    CareerFactory(title="Zymurgy", summary="The very name.")
    CareerFactory(title="Botanist", summary="Not zymurgy.")
    refresh()
    titles = dict(Career.objects.values_list("pk", "title"))
    hits = engine().few(read("zymurgy"), "career", 8)
    assert [titles[hit.key] for hit in hits[:6]] == ["Zymurgy", *(f"Zymurgy {n}" for n in range(5))]
    assert [titles[hit.key] for hit in hits[6:]] == ["Keeper of zymurgy", "Botanist"]
    assert engine().few(read("zymurgy"), "career", 3) == hits[:3]


def test_of_kinds_that_fit_alike_the_first_leads(zymurgy):
    CareerFactory(title="Keeper of zymurgy")
    refresh()
    assert [*engine().of_each_kind(read("zymurgy"))][0] == "program"
