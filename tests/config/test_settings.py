import os
import runpy
import subprocess
import sys
from importlib import import_module

import pytest

from config.env import BASE_DIR


def settings_for(monkeypatch, address):
    """The settings as they would be at this address; those of the run stay as they are."""
    monkeypatch.setenv("SITE_URL", address)
    return runpy.run_path(str(BASE_DIR / "config" / "settings.py"))


@pytest.fixture
def public(monkeypatch):
    return settings_for(monkeypatch, "https://gradpath.example")


@pytest.fixture
def local(monkeypatch):
    return settings_for(monkeypatch, "http://127.0.0.1:8000")


def test_production_is_the_default(public):
    assert public["DEBUG"] is False


def test_https_switches_on_the_redirect_and_two_years_of_hsts(public):
    assert public["SECURE_SSL_REDIRECT"] is True
    assert public["SECURE_HSTS_SECONDS"] == 63072000
    assert public["SECURE_HSTS_INCLUDE_SUBDOMAINS"] is True


def test_https_cookies_belong_to_this_host_alone(public):
    assert public["SESSION_COOKIE_NAME"] == "__Host-sessionid"
    assert public["CSRF_COOKIE_NAME"] == "__Host-csrftoken"
    assert public["SESSION_COOKIE_SECURE"]
    assert public["CSRF_COOKIE_SECURE"]


def test_a_laptop_gets_none_of_it_so_that_the_admin_works(local):
    assert local["SECURE_SSL_REDIRECT"] is False
    assert local["SECURE_HSTS_SECONDS"] == 0
    assert local["SESSION_COOKIE_NAME"] == "sessionid"
    assert local["CSRF_COOKIE_NAME"] == "csrftoken"
    assert not local["SESSION_COOKIE_SECURE"]


def test_cookies_are_out_of_reach_of_scripts(local):
    assert local["SESSION_COOKIE_HTTPONLY"]
    assert local["CSRF_COOKIE_HTTPONLY"]


def test_an_editor_is_signed_out_after_eight_hours(public):
    assert public["SESSION_COOKIE_AGE"] == 8 * 3600


def test_the_address_decides_who_is_answered(public):
    assert public["ALLOWED_HOSTS"] == ["gradpath.example"]
    assert public["CSRF_TRUSTED_ORIGINS"] == ["https://gradpath.example"]


def test_passwords_have_twelve_characters_or_more(public):
    options = [validator.get("OPTIONS", {}) for validator in public["AUTH_PASSWORD_VALIDATORS"]]
    assert {"min_length": 12} in options


def test_the_deployment_check_finds_nothing():
    production = os.environ | {
        "DJANGO_SETTINGS_MODULE": "config.settings",
        "DJANGO_SECRET_KEY": "".join(chr(number) for number in range(ord("0"), ord("z"))),
        "SITE_URL": "https://gradpath.example",
    }
    command = [sys.executable, "manage.py", "check", "--deploy", "--fail-level", "WARNING"]
    run = subprocess.run(command, cwd=BASE_DIR, env=production, capture_output=True, text=True)
    assert run.returncode == 0, run.stderr


def test_a_server_can_load_the_application():
    assert callable(import_module("config.wsgi").application)
