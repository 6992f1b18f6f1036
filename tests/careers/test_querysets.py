"""The questions one can ask of occupations and fields; those of careers are in test_careers."""

import pytest

from careers.models import FieldOfStudy, Occupation
from reference.search.documents import refresh_all_documents
from tests.factories import AlternateTitleFactory, FieldOfStudyFactory, OccupationFactory

pytestmark = pytest.mark.django_db


@pytest.fixture
def fields():
    for cip, title in (
        ("11.01", "Computing"),
        ("11.0102", "Artificial intelligence"),
        ("11.0103", "Information technology"),
        ("11.0701", "Computer science"),
        ("99.0101", "Zymurgy"),
    ):
        FieldOfStudyFactory(cip=cip, title=title)


def codes(fields):
    return [field.cip for field in fields.order_by("cip")]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("", 5),
        ("intelligence", 1),
        ("comput", 2),
        ("11.01", 3),
        ("11.01 information", 1),
        ("brewing", 0),
    ],
)
def test_a_field_is_found_by_words_of_its_title_or_the_start_of_its_code(fields, text, found):
    refresh_all_documents()
    assert FieldOfStudy.objects.named(text).count() == found


def test_a_whole_holds_its_parts_and_a_part_stands_in_its_whole(fields):
    whole, part = (FieldOfStudy.objects.get(cip=cip) for cip in ("11.01", "11.0102"))
    assert codes(FieldOfStudy.objects.parts_of(whole)) == ["11.0102", "11.0103"]
    assert codes(FieldOfStudy.objects.parts_of(part)) == []
    assert codes(FieldOfStudy.objects.whole_of(part)) == ["11.01"]
    assert codes(FieldOfStudy.objects.whole_of(whole)) == []


def test_the_detailed_fields_of_the_families_are_those_in_which_degrees_are_awarded(fields):
    found = FieldOfStudy.objects.in_families().detailed()
    assert codes(found) == ["11.0102", "11.0103", "11.0701"]


@pytest.mark.parametrize(
    ("cip", "family", "is_core"),
    [
        ("11.0102", "Artificial intelligence", True),
        ("11.0103", "Other computing", False),
        ("11.01", "", False),  # of several families
        ("30.70", "Data science and analytics", True),
        ("99.0101", "", False),
    ],
)
def test_a_field_knows_which_family_holds_it(cip, family, is_core):
    field = FieldOfStudyFactory.build(cip=cip)
    assert (field.family, field.is_core) == (family, is_core)


@pytest.mark.parametrize(
    ("zones", "found"),
    [([], 3), (["5"], 1), (["4", "5"], 2), (["none"], 1), (["none", "4"], 2), (["1"], 0)],
)
def test_occupations_are_asked_for_by_how_much_preparation_they_take(zones, found):
    for zone in (4, 5, None):
        OccupationFactory(job_zone=zone)
    assert Occupation.objects.in_zones(zones).count() == found


def test_each_word_may_stand_in_another_name_of_an_occupation():
    title = AlternateTitleFactory(name="Brew master", subject__occupation__title="Zymurgists")
    AlternateTitleFactory(name="Master baker")
    refresh_all_documents()
    assert list(Occupation.objects.named("zymurg master")) == [title.subject.occupation]
    assert list(Occupation.objects.named("zymurg baker")) == []


def test_a_blank_question_changes_nothing():
    OccupationFactory()
    assert Occupation.objects.named("  ").count() == 1
