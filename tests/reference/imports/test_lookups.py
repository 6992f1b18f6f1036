import pytest

from programs.models import InstitutionField
from reference.imports.lookups import Lookups
from reference.models import Source
from tests import factories

pytestmark = pytest.mark.django_db

SLUG = ("slug",)
FIELD_KEY = ("institution__slug", "field__cip", "level")


def test_a_record_is_found_by_its_key():
    source = factories.SourceFactory(slug="hakia")
    assert Lookups().find(Source, SLUG, "hakia") == source.pk


def test_an_unknown_key_finds_nothing():
    assert Lookups().find(Source, SLUG, "hakia") is None


def test_a_key_of_several_parts_is_joined_by_slashes():
    field = factories.InstitutionFieldFactory(institution__slug="clark", field__cip="11.0102")
    assert Lookups().find(InstitutionField, FIELD_KEY, "clark/11.0102/masters") == field.pk


def test_a_record_has_its_key():
    source = factories.SourceFactory(slug="hakia")
    lookups = Lookups()
    assert lookups.key_of(Source, SLUG, source.pk) == "hakia"
    assert lookups.key_of(Source, SLUG, None) == ""


def test_a_table_is_read_once(django_assert_num_queries):
    factories.SourceFactory.create_batch(3)
    lookups = Lookups()
    with django_assert_num_queries(1):
        for text in ("a", "b", "c"):
            lookups.find(Source, SLUG, text)
    with django_assert_num_queries(1):
        for pk in (1, 2, 3):
            lookups.key_of(Source, SLUG, pk)


def test_a_table_that_changed_is_read_again():
    lookups = Lookups()
    lookups.find(Source, SLUG, "hakia")
    source = factories.SourceFactory(slug="hakia")
    assert lookups.find(Source, SLUG, "hakia") is None
    lookups.forget(Source)
    assert lookups.find(Source, SLUG, "hakia") == source.pk
    assert lookups.key_of(Source, SLUG, source.pk) == "hakia"
