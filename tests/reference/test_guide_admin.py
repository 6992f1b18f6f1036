import pytest

from reference.models import Guide
from tests.admin_pages import change_url, errors, load, open_form, saved, submit
from tests.factories import GuideFactory

pytestmark = pytest.mark.django_db

BODY = "A paragraph.\n\n## A heading\n\nSo they say{{ line:paper/12 }}."


@pytest.fixture
def guide():
    return GuideFactory(slug="skills", body=BODY, origin="seed")


def test_a_save_without_a_change_leaves_the_text_as_it_is(admin_client, guide):
    assert saved(submit(admin_client, change_url(guide)))
    guide.refresh_from_db()
    assert (guide.body, guide.edited) == (BODY, "")


def test_what_an_editor_writes_is_noted(admin_client, guide):
    assert saved(submit(admin_client, change_url(guide), body="New.", position="7"))
    guide.refresh_from_db()
    assert (guide.body, guide.edited) == ("New.", "body|position")


def test_an_edit_of_a_bundled_guide_outlives_the_next_import(admin_client):
    load()
    guide = Guide.objects.get(slug="skills")
    assert saved(submit(admin_client, change_url(guide), title="What to learn"))
    assert "kept the editor’s title of skills" in load()
    guide.refresh_from_db()
    assert guide.title == "What to learn"


def test_the_slug_of_an_imported_guide_stays(admin_client, guide):
    assert "slug" not in open_form(admin_client, change_url(guide))


@pytest.mark.parametrize(
    ("changes", "reason"),
    [
        ({"body": "It pays {{ figure:x }}."}, "“{{ figure:x }}” is not a reference; write {{"),
        ({"body": "x" * 20_001}, "at most 20000 characters"),
        ({"part": "hobby"}, "Select a valid choice"),
        ({"updated_on": "2026-02-30"}, "Enter a valid date"),
    ],
)
def test_what_a_file_could_not_hold_is_refused(admin_client, guide, changes, reason):
    response = submit(admin_client, change_url(guide), **changes)
    assert not saved(response)
    assert reason in errors(response)


def test_a_place_that_another_guide_has_is_refused(admin_client, guide):
    other = GuideFactory()
    response = submit(admin_client, change_url(guide), position=str(other.position))
    assert "already exists" in errors(response)
