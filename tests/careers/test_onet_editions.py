import pytest

from careers.models import AlternateTitle, OccupationSkill
from tests.factories import (
    AlternateTitleFactory,
    OccupationSkillFactory,
    OnetOccupationFactory,
    RelatedOccupationFactory,
    RequiredEducationFactory,
    SourceFactory,
)

pytestmark = pytest.mark.django_db


@pytest.fixture
def subject():
    return OnetOccupationFactory()


def edition(number, short_name="O*NET"):
    return SourceFactory(short_name=short_name, edition=number)


@pytest.mark.parametrize(
    "factory",
    [
        AlternateTitleFactory,
        OccupationSkillFactory,
        RelatedOccupationFactory,
        RequiredEducationFactory,
    ],
)
def test_pages_read_the_newest_edition_that_has_any(subject, factory):
    older, newer = edition("29.0"), edition("29.3")
    shown = factory(subject=subject, source=newer)
    factory(subject=subject, source=older)
    kept = factory(source=older)
    found = type(shown).objects.of_newest_edition()
    assert set(found) == {shown, kept}


def test_skills_and_technologies_each_have_their_newest_edition(subject):
    older, newer = edition("29.0"), edition("29.3")
    skill = OccupationSkillFactory(subject=subject, kind="skill", source=older)
    OccupationSkillFactory(subject=subject, kind="technology", source=older)
    technology = OccupationSkillFactory(subject=subject, kind="technology", source=newer)
    assert set(OccupationSkill.objects.of_newest_edition()) == {skill, technology}


def test_another_source_is_no_newer_edition(subject):
    titles = [
        AlternateTitleFactory(subject=subject, source=edition("29.3")),
        AlternateTitleFactory(subject=subject, source=edition("May 2025", "OEWS")),
    ]
    assert set(AlternateTitle.objects.of_newest_edition()) == set(titles)


def test_it_follows_any_other_question(subject):
    AlternateTitleFactory(subject=subject, name="Data Miner", source=edition("29.0"))
    AlternateTitleFactory(subject=subject, name="Data Analyst", source=edition("29.3"))
    assert not subject.titles.filter(name="Data Miner").of_newest_edition().exists()
