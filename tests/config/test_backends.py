import importlib.util
import sqlite3

import pytest

from config.backends import POSTGRES_POOL, SQLITE_OPTIONS, caches, databases
from config.env import BASE_DIR, BadEnvironment


def database(monkeypatch, url):
    monkeypatch.setenv("DATABASE_URL", url)
    return databases()["default"]


def test_the_default_is_a_file_beside_manage_py(monkeypatch):
    default = database(monkeypatch, "")
    assert default["ENGINE"] == "django.db.backends.sqlite3"
    assert default["NAME"] == BASE_DIR / "db.sqlite3"


@pytest.mark.parametrize(
    ("url", "path"),
    [
        ("sqlite:///data/site.sqlite3", BASE_DIR / "data/site.sqlite3"),
        ("sqlite:////var/lib/site.sqlite3", BASE_DIR / "/var/lib/site.sqlite3"),
    ],
)
def test_a_sqlite_file_is_named_from_the_project_or_from_the_root(monkeypatch, url, path):
    assert database(monkeypatch, url)["NAME"] == path


def test_sqlite_waits_for_its_lock_and_keeps_its_connection(monkeypatch):
    default = database(monkeypatch, "")
    assert default["CONN_MAX_AGE"] is None
    assert default["OPTIONS"]["transaction_mode"] == "IMMEDIATE"
    assert default["OPTIONS"]["timeout"] == 20


def test_sqlite_takes_every_pragma(tmp_path):
    connection = sqlite3.connect(tmp_path / "a.sqlite3")
    connection.executescript(str(SQLITE_OPTIONS["init_command"]))
    pragmas = "journal_mode", "synchronous", "cache_size", "mmap_size", "journal_size_limit"
    values = [connection.execute(f"PRAGMA {pragma}").fetchone()[0] for pragma in pragmas]
    connection.close()
    assert values == ["wal", 1, -20000, 134217728, 27103364]


@pytest.mark.parametrize("scheme", ["postgres", "postgresql"])
def test_postgresql_is_pooled_and_checked(monkeypatch, scheme):
    default = database(monkeypatch, f"{scheme}://ann:p%40ss@db.example:5433/site?sslmode=require")
    assert default == {
        "ENGINE": "django.db.backends.postgresql",
        "NAME": "site",
        "USER": "ann",
        "PASSWORD": "p@ss",
        "HOST": "db.example",
        "PORT": 5433,
        "OPTIONS": {"sslmode": "require", "pool": POSTGRES_POOL},
        "CONN_MAX_AGE": 0,
        "CONN_HEALTH_CHECKS": True,
    }


@pytest.mark.parametrize(
    "url",
    [
        "site.sqlite3",
        "mysql://ann:hidden@db.example/site",
        "postgres://ann:hidden@db.example",
        "postgres://ann:hidden@db.example:port/site",
        "postgres://ann:hidden@[::1/site",
        "sqlite://hidden/site.sqlite3",
        "sqlite:///",
        "sqlite:///:memory:",
        "sqlite://:memory:",
    ],
)
def test_a_malformed_database_url_is_refused_without_repeating_it(monkeypatch, url):
    with pytest.raises(BadEnvironment, match="^DATABASE_URL ") as refusal:
        database(monkeypatch, url)
    assert "hidden" not in str(refusal.value)


def cache(monkeypatch, url):
    monkeypatch.setenv("CACHE_URL", url)
    return caches()["default"]


def test_the_default_cache_is_memory(monkeypatch):
    assert cache(monkeypatch, "")["BACKEND"] == "django.core.cache.backends.locmem.LocMemCache"


def test_a_redis_cache_is_taken_where_its_client_is_installed(monkeypatch):
    monkeypatch.setattr(importlib.util, "find_spec", lambda name: name)
    assert cache(monkeypatch, "redis://127.0.0.1:6379/2") == {
        "BACKEND": "django.core.cache.backends.redis.RedisCache",
        "LOCATION": "redis://127.0.0.1:6379/2",
    }


def test_a_redis_cache_without_its_client_is_refused_with_the_remedy(monkeypatch):
    monkeypatch.setattr(importlib.util, "find_spec", lambda name: None)
    with pytest.raises(BadEnvironment, match="pip install redis"):
        cache(monkeypatch, "redis://127.0.0.1:6379/2")


@pytest.mark.parametrize("url", ["127.0.0.1:6379", "http://127.0.0.1", "redis://[::1"])
def test_a_malformed_cache_url_is_refused_by_name(monkeypatch, url):
    with pytest.raises(BadEnvironment, match="^CACHE_URL is not one this site can use"):
        cache(monkeypatch, url)
