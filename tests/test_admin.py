"""What holds for every model that editors find in the admin."""

import pytest
from django.apps import apps
from django.contrib.auth import get_user_model
from django.contrib.auth.models import Permission

from careers.models import CareerAlias
from programs.models import Institution, Program, ProgramFacts, ProgramFigure, Ranking
from reference.models import DataChange, LedgerEntry, SearchDocument, SearchName, SearchWord
from tests.admin_pages import (
    APPS,
    add_url,
    change_url,
    delete_url,
    list_url,
    make,
    queries,
    registered,
)

BAD_QUERIES = (
    "o=999",
    "o=x.-",
    "p=abc",
    "p=999",
    "q=%00",
    "id__exact=99999999999999999999999",
    "id__exact=abc",
    "id__regex=(",
    "source__id__exact=abc",
    "origin__exact=nobody",
    "edited__isempty=maybe",
    "status__exact=%00",
    "nothing=1",
)

every_model = pytest.mark.parametrize("model", registered(), ids=lambda model: model.__name__)


@pytest.fixture
def viewer(client, db):
    """Someone who may see everything and change nothing."""
    user = get_user_model().objects.create_user("bea", is_staff=True)
    user.user_permissions.set(Permission.objects.filter(codename__startswith="view_"))
    client.force_login(user)
    return client


COMPUTED = {DataChange, ProgramFacts, SearchDocument, SearchName, SearchWord}


def test_every_model_is_there_but_what_is_computed():
    everything = {model for label in APPS for model in apps.get_app_config(label).get_models()}
    assert set(registered()) == everything - COMPUTED


@every_model
def test_more_rows_ask_no_more_queries(admin_client, db, model):
    make(model)
    few = queries(admin_client, list_url(model))
    for _record in range(3):
        make(model)
    # a filter by source or state appears with its second value: what it reads, and its counts
    assert queries(admin_client, list_url(model)) <= few + 2
    many = queries(admin_client, list_url(model))
    make(model)
    assert queries(admin_client, list_url(model)) == many


@every_model
def test_who_may_only_look_sees_the_pages(viewer, model):
    record = make(model)
    for url in (list_url(model), change_url(record)):
        assert viewer.get(url).status_code == 200
    for url in (add_url(model), delete_url(record)):
        assert viewer.get(url).status_code == 403


# one of each sort of list: of records, figures, aliases, rows of a document, and by year
@pytest.mark.parametrize("model", [Program, ProgramFigure, CareerAlias, LedgerEntry, Ranking])
def test_no_address_breaks_a_list(admin_client, db, model):
    make(model)
    for query in BAD_QUERIES:
        assert admin_client.get(f"{list_url(model)}?{query}").status_code in (200, 302, 400), query


@every_model
def test_no_address_breaks_a_form(admin_client, db, model):
    keys = [field.name for field in model._meta.fields if field.is_relation]
    for given in ("abc", "999999999999999999999999", "²"):
        query = "&".join(f"{name}={given}" for name in [*keys, "value", "measure", "delivery"])
        assert admin_client.get(f"{add_url(model)}?{query}").status_code == 200, given


@every_model
def test_a_form_that_names_no_record_comes_back_with_an_error(admin_client, db, model):
    keys = [field.name for field in model._meta.fields if field.is_relation]
    sent = dict.fromkeys(keys, "abc")
    assert admin_client.post(add_url(model), sent).status_code == 200


@pytest.mark.parametrize(
    ("query", "status"),
    [
        ("term=du", 200),
        ("term=%00", 200),
        ("term=du&page=abc", 404),
        ("term=du&page=99", 404),
        ("field_name=title", 403),
        ("model_name=nothing", 403),
    ],
)
def test_no_address_breaks_the_answers_to_what_is_typed(admin_client, db, query, status):
    make(Institution, name="Duke University")
    field = "app_label=programs&model_name=program&field_name=institution"
    assert admin_client.get(f"/admin/autocomplete/?{field}&{query}").status_code == status


@every_model
def test_no_key_breaks_a_change_page(admin_client, db, model):
    for key in ("abc", "999999999999999999999999"):
        url = f"{list_url(model)}{key}/change/"
        assert admin_client.get(url).headers["Location"] == "/admin/"


@every_model
def test_its_filters_show_counts(admin_client, db, model):
    make(model)
    page = admin_client.get(list_url(model))
    for choices in page.context["cl"].filter_specs:
        shown = [choice["display"] for choice in choices.choices(page.context["cl"])][1:]
        assert all(str(display).endswith(")") for display in shown)


def test_the_admin_names_the_site(admin_client):
    page = admin_client.get("/admin/").content.decode()
    assert "<title>The catalogue | Gradpath</title>" in page
    assert "css/admin.css" in page
