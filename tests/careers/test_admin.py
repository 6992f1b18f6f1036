"""What an editor does with careers: other names above all, which imports replace as one list."""

import pytest

from careers.models import (
    AlternateTitle,
    Career,
    CareerAlias,
    CareerListing,
    CrosswalkLink,
    PathStep,
)
from tests.admin_pages import (
    act,
    add_url,
    change_url,
    delete_url,
    errors,
    list_url,
    saved,
    submit,
)
from tests.factories import (
    AlternateTitleFactory,
    CareerAliasFactory,
    CareerFactory,
    CareerFigureFactory,
    CareerListingFactory,
    CareerPathFactory,
    CrosswalkLinkFactory,
    OccupationFactory,
    OccupationFigureFactory,
    OnetOccupationFactory,
    PathStepFactory,
)

pytestmark = pytest.mark.django_db


@pytest.fixture
def career():
    return CareerFactory(origin="seed")


@pytest.fixture
def alias(career):
    return CareerAliasFactory(career=career, name="ML engineer")


def edited(record):
    record.refresh_from_db()
    return record.edited


def names(career):
    return [alias.name for alias in career.aliases.all()]


# Other names


def test_a_changed_name_is_noted_on_the_career(admin_client, career, alias):
    assert saved(submit(admin_client, change_url(career), aliases__0__name="ML developer"))
    assert (names(career), edited(career)) == (["ML developer"], "aliases")


def test_a_new_name_is_noted_on_the_career(admin_client, career):
    row = {"aliases__TOTAL_FORMS": "1", "aliases__0__name": "MLE"}
    assert saved(submit(admin_client, change_url(career), **row))
    assert (names(career), edited(career)) == (["MLE"], "aliases")


def test_a_deleted_name_is_noted_on_the_career(admin_client, career, alias):
    assert saved(submit(admin_client, change_url(career), aliases__0__DELETE="on"))
    assert (names(career), edited(career)) == ([], "aliases")


def test_names_that_stay_are_not_noted(admin_client, career, alias):
    assert saved(submit(admin_client, change_url(career), summary="Short."))
    assert edited(career) == "summary"


def test_a_new_career_comes_with_its_names(admin_client):
    row = {"aliases__TOTAL_FORMS": "1", "aliases__0__name": "MLE"}
    assert saved(submit(admin_client, add_url(Career), title="Engineer", slug="engineer", **row))
    assert edited(Career.objects.get()) == "aliases|slug|soc_doubtful|title"


def test_a_name_of_another_career_is_an_error_of_the_form(admin_client, career, alias):
    other = CareerAliasFactory()
    response = submit(admin_client, change_url(career), aliases__0__name=other.name)
    assert "already exists" in errors(response)


def test_a_name_edited_on_its_own_page_is_noted_on_the_career(admin_client, career, alias):
    assert saved(submit(admin_client, change_url(alias), name="ML developer"))
    assert edited(career) == "aliases"


def test_a_name_saved_unchanged_is_not_noted(admin_client, career, alias):
    assert saved(submit(admin_client, change_url(alias)))
    assert edited(career) == ""


def test_a_name_that_changes_hands_is_noted_on_both(admin_client, career, alias):
    other = CareerFactory()
    assert saved(submit(admin_client, change_url(alias), career=other.pk))
    assert (edited(career), edited(other)) == ("aliases", "aliases")


def test_a_name_deleted_on_its_own_page_is_noted_on_the_career(admin_client, career, alias):
    assert saved(admin_client.post(delete_url(alias), {"post": "yes"}))
    assert edited(career) == "aliases"


def test_names_deleted_from_their_list_are_noted_on_their_careers(admin_client, career, alias):
    other = CareerAliasFactory()
    assert saved(act(admin_client, "delete_selected", alias, other, post="yes"))
    assert (edited(career), edited(other.career)) == ("aliases", "aliases")
    assert not CareerAlias.objects.exists()


def test_a_search_finds_a_career_by_another_name(admin_client, alias):
    page = admin_client.get(list_url(Career), {"q": "ml engineer"})
    assert page.context["cl"].result_count == 1


# Lists


def test_a_listing_is_edited_on_the_page_of_its_career(admin_client, career):
    listing = CareerListingFactory(career=career, origin="seed")
    assert saved(submit(admin_client, change_url(career), listings__0__says="A first job at last."))
    assert (edited(listing), listing.says) == ("says", "A first job at last.")
    assert edited(career) == ""


def test_a_career_twice_on_one_list_of_a_source_is_an_error_of_the_form(admin_client, career):
    first = CareerListingFactory(career=career, list="entry_level")
    CareerListingFactory(career=career, list="alternative", source=first.source)
    changed = submit(admin_client, change_url(career), listings__1__list="entry_level")
    assert not saved(changed)


def test_a_search_finds_a_listing_by_what_it_says(admin_client):
    CareerListingFactory(says="Named first.")
    page = admin_client.get(list_url(CareerListing), {"q": "named"})
    assert page.context["cl"].result_count == 1


# Occupations and paths


@pytest.mark.parametrize("changes", [{"job_zone": "6"}, {"soc": "151252"}])
def test_a_rule_of_occupations_is_an_error_of_the_form(admin_client, changes):
    assert errors(submit(admin_client, change_url(OccupationFactory()), **changes)) != "[]"


def test_a_step_is_edited_on_the_page_of_its_path(admin_client):
    step = PathStepFactory(origin="seed", stage="entry")
    assert saved(submit(admin_client, change_url(step.path), steps__0__stage="senior"))
    assert (edited(step), step.stage) == ("stage", "senior")


def test_two_steps_at_one_position_are_an_error_of_the_form(admin_client):
    path = CareerPathFactory()
    PathStepFactory(path=path, position=1)
    PathStepFactory(path=path, position=2)
    assert not saved(submit(admin_client, change_url(path), steps__1__position="1"))
    assert PathStep.objects.filter(position=2).exists()


# Pages of the site


def test_a_career_and_its_figures_link_to_its_page(admin_client, career):
    figure = CareerFigureFactory(subject=career)
    for record in (career, figure):
        page = admin_client.get(change_url(record)).content.decode()
        assert f'href="/careers/{career.slug}/' in page


def test_an_occupation_and_its_figures_link_to_its_page(admin_client):
    figure = OccupationFigureFactory()
    soc = figure.subject.soc
    for record in (figure, figure.subject, OnetOccupationFactory(occupation=figure.subject)):
        page = admin_client.get(change_url(record)).content.decode()
        assert f'href="/occupations/{soc}/' in page


def test_a_field_links_to_its_page_and_to_the_lists_of_its_links(admin_client):
    link = CrosswalkLinkFactory()
    page = admin_client.get(change_url(link.field)).content.decode()
    assert f'href="/fields/{link.field.cip}/' in page
    assert f"{list_url(CrosswalkLink)}?field__id__exact={link.field.pk}" in page


def test_what_onet_lists_is_found_by_the_code_it_belongs_to(admin_client):
    title = AlternateTitleFactory(subject__code="99-0001.00", name="Zymurgist")
    AlternateTitleFactory()
    for text in ("99-0001", "zymurgist"):
        found = admin_client.get(list_url(AlternateTitle), {"q": text}).context["cl"]
        assert list(found.queryset) == [title]
