"""What is left out where nothing holds all words: the same on every database."""

import pytest

from programs.models import Program
from reference.search import engine, read
from tests.catalogue import refresh
from tests.factories import (
    CareerFactory,
    InstitutionAliasFactory,
    InstitutionFactory,
    ProgramFactory,
    StateFactory,
)

pytestmark = pytest.mark.django_db


@pytest.fixture
def kelp():
    university = InstitutionFactory(name="Kelp University")
    InstitutionAliasFactory(institution=university, name="Kelp Bay")
    ProgramFactory(title="MS in Zymurgy", institution=university)
    return university


@pytest.fixture
def botany():
    for number in range(4):
        ProgramFactory(title=f"Botany of mosses {number}")


def programs(text):
    refresh()
    titles = dict(Program.objects.values_list("pk", "title"))
    return [titles[key] for key in engine().ranked(read(text, "program"), "program")]


def test_of_two_words_the_commoner_is_left_out_and_named(kelp, botany):
    assert programs("kelp botany") == ["MS in Zymurgy"]
    query = read("kelp botany", "program")
    assert (query.dropped, query.partial) == (("botany",), True)


def test_of_two_words_the_name_of_a_university_stays_though_it_is_the_commoner(kelp):
    InstitutionAliasFactory(institution=kelp, name="Kelp")
    ProgramFactory(title="MS in Brewing", institution=kelp)
    ProgramFactory(title="Botany")
    assert set(programs("kelp botany")) == {"MS in Zymurgy", "MS in Brewing"}
    assert read("kelp botany", "program").dropped == ("botany",)


def test_a_word_that_finds_with_the_others_is_not_left_out(kelp, botany):
    refresh()
    assert read("kelp zymurgy", "program").dropped == ()


def test_of_more_the_name_of_a_university_is_kept(kelp, botany):
    assert programs("kelp bay botany mosses") == ["MS in Zymurgy"]
    assert read("kelp bay botany mosses", "program").dropped == ("botany", "mosses")


def test_one_way_to_leave_a_word_out_is_said_several_are_not(kelp):
    ProgramFactory(title="MS in Brewing", institution=kelp)
    refresh()
    CareerFactory(title="Botanist")
    refresh()
    assert read("zymurgy kelp botanist", "program").dropped == ("botanist",)
    mixed = read("zymurgy university brewing", "program")
    assert (mixed.dropped, mixed.partial) == ((), True)


def test_a_short_form_finds_each_university_that_it_stands_for():
    for name in ("Ohio State University-Main Campus", "Oregon State University", "Kelp University"):
        ProgramFactory(title=f"MS at {name}", institution=InstitutionFactory(name=name))
    assert len(programs("osu")) == 2
    assert read("osu", "program").left_out == ()


def test_a_short_form_stands_for_no_other_whose_name_holds_those_words():
    for name in ("University of Chicago", "Loyola University of Chicago"):
        ProgramFactory(title=f"MS at {name}", institution=InstitutionFactory(name=name))
    assert programs("uchicago") == ["MS at University of Chicago"]


def test_a_topic_that_no_program_holds_finds_what_says_as_much():
    ProgramFactory(title="MS in Machine Learning")
    CareerFactory(title="Reinforcement learning engineer")
    assert programs("reinforcement learning") == ["MS in Machine Learning"]
    assert read("reinforcement learning", "program").by_sense == ("reinforcement",)
    ProgramFactory(title="MS in Reinforcement Learning")
    assert programs("reinforcement learning") == ["MS in Reinforcement Learning"]
    assert read("reinforcement learning", "program").by_sense == ()


def test_three_letters_are_completed_only_in_lists_of_little_and_while_typing():
    place = InstitutionFactory(name="Zymurgy College", city="Greeley")
    ProgramFactory(title="MS in Zymurgy", institution=place)
    refresh()
    assert read("gre", "program").left_out == read("gre").left_out == ("gre",)
    assert programs("no gre") == []
    assert read("gre", "institution").groups
    assert read("gre", prefix=True).groups


def test_columbia_means_no_university_of_the_district():
    district = StateFactory(code="DC", name="District of Columbia")
    capital = InstitutionFactory(name="Kelp College", city="Washington", state=district)
    ProgramFactory(title="MS in Zymurgy", institution=capital)
    ProgramFactory(title="MA", institution=InstitutionFactory(name="Columbia University"))
    assert programs("columbia") == ["MA"]
    for text in ("Washington, DC", "zymurgy district of columbia", "District of Columbia"):
        assert programs(text) == ["MS in Zymurgy"]
