import logging

import pytest
from django.template.loader import render_to_string
from django.test import Client

from config import errors

pytestmark = pytest.mark.urls("tests.config.failing_urls")

FAULTS = [("/bad", 400), ("/forbidden", 403), ("/nothing-here", 404), ("/broken", 500)]


@pytest.fixture
def visitor():
    return Client(raise_request_exception=False)


@pytest.fixture
def no_template_renders(monkeypatch):
    def fail(*args, **kwargs):
        raise RuntimeError("no template")

    monkeypatch.setattr(errors, "render_to_string", fail)


@pytest.mark.parametrize(("path", "status"), FAULTS)
def test_an_error_has_its_own_page_and_asks_no_database(visitor, path, status):
    # no `db` fixture: a query would fail the test
    response = visitor.get(path)
    assert response.status_code == status
    assert "<h1" in response.text


@pytest.mark.parametrize(("path", "status"), FAULTS)
def test_a_page_that_cannot_be_made_is_replaced_by_a_plain_one(
    visitor, no_template_renders, path, status, caplog
):
    with caplog.at_level(logging.ERROR, logger="config.errors"):
        response = visitor.get(path)
    assert response.status_code == status
    assert errors.TITLES[status] in response.text
    assert f"The page for status {status} could not be made" in caplog.text


@pytest.mark.parametrize("status", [400, 403, 404, 500])
def test_the_template_of_each_error_exists(status):
    assert "<h1" in render_to_string(f"{status}.html")


def test_a_wrong_host_gets_the_page_of_a_bad_request(visitor):
    response = visitor.get("/nothing-here", headers={"host": "evil.example"})
    assert response.status_code == 400
    assert "evil.example" not in response.text


def test_a_form_without_its_token_is_refused_on_the_page_of_403():
    response = Client(enforce_csrf_checks=True).post("/form")
    assert response.status_code == 403
    assert "<h1" in response.text


def test_a_path_is_not_repeated_on_the_page(visitor):
    assert "call-this-number" not in visitor.get("/call-this-number").text
