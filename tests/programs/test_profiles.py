import pytest

from programs.models import Institution, Program
from programs.profiles import InstitutionProfile, ProgramProfile
from tests.catalogue import refresh
from tests.factories import (
    CareerFactory,
    FieldOfStudyFactory,
    InstitutionFieldFactory,
    InstitutionFieldFigureFactory,
    InstitutionFigureFactory,
    OrganizationLinkFactory,
    ProfileItemFactory,
    ProgramFactory,
    ProgramFigureFactory,
    RankingEntryFactory,
    RoleLinkFactory,
    SourceFactory,
)

pytestmark = pytest.mark.django_db


@pytest.fixture
def program():
    return ProgramFactory(field=FieldOfStudyFactory(cip="11.0102"))


def of_university(program):
    refresh()
    return InstitutionProfile(Institution.objects.get(pk=program.institution_id))


def of_program(program):
    refresh()
    return ProgramProfile(Program.objects.get(pk=program.pk))


def shown(profile):
    return [row.figure.in_words for group in profile.groups for row in group.rows]


def scopes(profile):
    rows = [row for group in profile.groups for row in group.rows]
    return {row.figure.in_words: row.scope for row in rows}


def test_a_program_shows_its_own_figures_its_fields_and_its_universitys(program):
    field = InstitutionFieldFactory(institution=program.institution, field=program.field)
    ProgramFigureFactory(subject=program, value="10000")
    InstitutionFieldFigureFactory(subject=field, value="40")
    InstitutionFigureFactory(subject=program.institution, value="30000")
    profile = of_program(program)
    assert scopes(profile) == {
        "$10,000": "",
        "40": "",
        "$30,000": "Of the university or a part of it, not of this program",
    }
    assert [count.covers for count in profile.record.counts] == ["All programs under 11.0102"]


def test_a_program_shows_the_figures_of_the_field_that_its_own_is_part_of(program):
    whole = InstitutionFieldFactory(institution=program.institution)
    InstitutionFieldFactory(institution=program.institution, field=program.field, parent=whole)
    InstitutionFieldFigureFactory(subject=whole, value="70")
    assert shown(of_program(program)) == ["70"]


@pytest.mark.parametrize("other", ["level", "field", "institution"])
def test_a_program_does_not_show_those_of_another_field_level_or_university(program, other):
    elsewhere = {
        "level": {"institution": program.institution, "field": program.field, "level": "doctorate"},
        "field": {"institution": program.institution},
        "institution": {"field": program.field},
    }[other]
    InstitutionFieldFigureFactory(subject=InstitutionFieldFactory(**elsewhere))
    assert shown(of_program(program)) == []


def test_a_program_without_a_field_has_none_of_any_field():
    program = ProgramFactory()
    InstitutionFieldFigureFactory(subject=InstitutionFieldFactory(institution=program.institution))
    assert shown(of_program(program)) == []


def test_a_university_shows_its_own_figures_alone(program):
    InstitutionFigureFactory(subject=program.institution, value="30000")
    ProgramFigureFactory(subject=program)
    assert scopes(of_university(program)) == {"$30,000": ""}


@pytest.mark.parametrize("profile", [of_program, of_university])
def test_withdrawn_figures_are_hidden_and_disputed_ones_shown(profile, program):
    for value, status in (("10000", "withdrawn"), ("20000", "disputed")):
        InstitutionFigureFactory(subject=program.institution, value=value, status=status)
    assert shown(profile(program)) == ["$20,000"]


@pytest.mark.parametrize("profile", [of_program, of_university])
def test_the_headlines_and_the_contradictions_are_those_of_the_figures(profile, program):
    source = SourceFactory()
    for value in ("1", "100"):
        InstitutionFigureFactory(
            subject=program.institution, source=source, measure="graduation_rate", value=value
        )
    found = profile(program)
    [clash] = found.clashes
    assert found.headlines["graduation_rate"].figure == clash.figure


def test_a_university_tells_named_degrees_from_others_and_masters_from_other_levels(program):
    at = {"institution": program.institution}
    reported = ProgramFactory(identity="reported", field=FieldOfStudyFactory(), **at)
    doctorate = ProgramFactory(level="doctorate", **at)
    ProgramFactory(identity="implied", title="", **at)  # gives way to the named one
    ProgramFactory(status="draft", **at)
    profile = of_university(program)
    assert (profile.named, profile.unnamed) == ([program], [reported])
    assert profile.other_levels == [doctorate]


def test_other_degrees_are_the_listed_masters_of_the_same_university(program):
    other = ProgramFactory(institution=program.institution)
    ProgramFactory(institution=program.institution, level="doctorate")
    ProgramFactory()
    assert of_program(program).others == [other]


def test_a_program_is_told_of_with_its_university_and_never_with_a_sister(program):
    at = {"institution": program.institution}
    sister = ProgramFactory(**at)
    for factory in (ProfileItemFactory, OrganizationLinkFactory, RoleLinkFactory):
        for about in (program, sister, None):
            factory(program=about, **at)
    mine, whole = of_program(program), of_university(program)
    assert [item.program for item in mine.items["lab"]] == [program, None]
    assert [link.program for link in mine.organizations["partner"]] == [program, None]
    assert len(mine.roles) == 2
    assert len(whole.items["lab"]) == len(whole.organizations["partner"]) == len(whole.roles) == 3


def test_kinds_without_anything_are_empty(program):
    profile = of_university(program)
    assert set(profile.items) == {
        "lab",
        "faculty",
        "designation",
        "location",
        "contact",
        "service",
    }
    assert not any(profile.items.values())
    assert profile.organizations == {"partner": [], "employer": []}
    assert (profile.roles, profile.entries) == ([], [])


def test_words_for_one_career_stand_together_and_others_alone(program):
    engineer = CareerFactory()
    printed = [
        ("ML Engineer", engineer),
        ("Clerk", None),
        ("AI Engineer", engineer),
        ("Boss", None),
    ]
    for words, career in printed:
        RoleLinkFactory(institution=program.institution, printed=words, career=career)
    roles = [
        (career, [link.printed for link in links]) for career, links in of_university(program).roles
    ]
    assert roles == [
        (engineer, ["ML Engineer", "AI Engineer"]),
        (None, ["Clerk"]),
        (None, ["Boss"]),
    ]


def test_places_in_rankings_are_the_universitys_the_best_first(program):
    for rank in (9, 2):
        RankingEntryFactory(institution=program.institution, rank=rank)
    RankingEntryFactory()
    assert [entry.rank for entry in of_program(program).entries] == [2, 9]
