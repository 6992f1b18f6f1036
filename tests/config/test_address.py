import pytest

from config.address import site
from config.env import BadEnvironment


def test_without_an_address_the_site_answers_this_machine_only(monkeypatch):
    monkeypatch.setenv("SITE_URL", "")
    assert site().allowed_hosts == ["127.0.0.1", "localhost", "127.0.0.1", "[::1]"]


def test_an_https_site_answers_to_its_own_name_only(monkeypatch):
    monkeypatch.setenv("SITE_URL", "https://gradpath.example/")
    assert site().https
    assert site().url == "https://gradpath.example"
    assert site().allowed_hosts == ["gradpath.example"]


@pytest.mark.parametrize(
    "address",
    [
        "http://localhost:9000",
        "http://gradpath.localhost:9000",
        "http://127.0.0.53:9000",
        "http://[::1]:9000",
    ],
)
def test_plain_http_is_taken_for_this_machine(monkeypatch, address):
    monkeypatch.setenv("SITE_URL", address)
    assert site().url == address
    assert site().loopback
    assert not site().https


@pytest.mark.parametrize("address", ["http://gradpath.example", "http://192.0.2.7:8000"])
def test_plain_http_is_refused_for_any_other(monkeypatch, address):
    monkeypatch.setenv("SITE_URL", address)
    with pytest.raises(BadEnvironment, match="plain http is for this machine alone"):
        site()


@pytest.mark.parametrize(
    "address",
    [
        "gradpath.example",
        "ftp://gradpath.example",
        "https://",
        "https://gradpath.example/path",
        "https://gradpath.example?query",
        "https://gradpath.example#part",
        "https://user@gradpath.example",
        "https://gradpath.example:port",
        "https://[::1",
    ],
)
def test_what_is_not_the_address_of_a_site_is_refused_by_name(monkeypatch, address):
    monkeypatch.setenv("SITE_URL", address)
    with pytest.raises(BadEnvironment, match="^SITE_URL .* is not the address of a site"):
        site()
