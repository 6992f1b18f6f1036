"""The admin behind these settings; what it shows is tested beside each model."""

import pytest
from django.contrib.auth import get_user_model
from django.test import Client

PASSWORD = "a long enough password"


@pytest.fixture
def editor(db):
    return get_user_model().objects.create_superuser("ann", password=PASSWORD)


def sign_in(client, **extra):
    form = {"username": "ann", "password": PASSWORD, "next": "/admin/"}
    return client.post("/admin/login/", form, **extra)


def test_an_editor_signs_in_on_a_laptop(client, editor):
    assert sign_in(client).headers["Location"] == "/admin/"
    assert client.get("/admin/").status_code == 200


def test_an_editor_signs_in_over_https(client, editor, settings):
    settings.SECURE_SSL_REDIRECT = True
    settings.SESSION_COOKIE_SECURE = True
    settings.SESSION_COOKIE_NAME = "__Host-sessionid"
    sign_in(client, secure=True)
    cookie = client.cookies["__Host-sessionid"]
    assert (cookie["secure"], cookie["httponly"], cookie["path"]) == (True, True, "/")
    assert cookie["domain"] == ""
    assert cookie["max-age"] == 8 * 3600


def test_a_form_from_another_site_is_refused(editor):
    client = Client(enforce_csrf_checks=True)
    assert sign_in(client).status_code == 403


def test_a_stranger_is_asked_to_sign_in(client, db):
    assert client.get("/admin/").headers["Location"] == "/admin/login/?next=/admin/"
