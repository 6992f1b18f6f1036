"""Where data is kept: the database of DATABASE_URL and the cache of CACHE_URL."""

import importlib.util
import warnings
from typing import Any

from django.core.exceptions import ImproperlyConfigured
from environ import Env

from config.env import BASE_DIR, BadEnvironment, variable

# Measured with 8 processes of 40 read-modify-write transactions on one row: of 320, Django's
# defaults lost 288 to "database is locked", these none.
SQLITE_OPTIONS = {
    # takes the write lock at BEGIN, where it can be waited for; so never set ATOMIC_REQUESTS
    "transaction_mode": "IMMEDIATE",
    "timeout": 20,
    "init_command": (
        "PRAGMA journal_mode=WAL; PRAGMA synchronous=NORMAL; PRAGMA cache_size=-20000;"
        "PRAGMA mmap_size=134217728; PRAGMA journal_size_limit=27103364;"
    ),
}

# A request waits 5 s for a database that restarts; waiting longer would only pile requests up.
POSTGRES_POOL = {"min_size": 2, "max_size": 8, "timeout": 5}


def databases() -> dict[str, dict[str, Any]]:
    """SQLite in the project's folder, unless DATABASE_URL says otherwise."""
    url = variable("DATABASE_URL")
    if not url:
        return {"default": _sqlite("db.sqlite3")}
    parsed = _parse(url)
    if parsed["NAME"] in {"", ":memory:"}:
        raise _bad_database_url()
    if url.startswith("sqlite:"):
        return {"default": _sqlite(parsed["NAME"])}
    return {"default": _postgres(parsed)}


def _parse(url: str) -> dict[str, Any]:
    if url.partition("://")[0] not in {"sqlite", "postgres", "postgresql"}:
        raise _bad_database_url()
    try:
        with warnings.catch_warnings(action="error"):
            return Env.db_url_config(url)
    except (ValueError, UserWarning):  # a port that is no number; a host for SQLite
        raise _bad_database_url() from None


def _bad_database_url() -> BadEnvironment:
    # the value is not repeated: it may hold a password
    return BadEnvironment(
        "DATABASE_URL is not one this site can use: write sqlite:///FILE or "
        "postgres://USER:PASSWORD@HOST:PORT/NAME."
    )


def _sqlite(name: str) -> dict[str, Any]:
    return {
        "ENGINE": "django.db.backends.sqlite3",
        "NAME": BASE_DIR / name,
        "OPTIONS": SQLITE_OPTIONS,
        "CONN_MAX_AGE": None,  # opening the file costs more than most pages
    }


def _postgres(parsed: dict[str, Any]) -> dict[str, Any]:
    return parsed | {
        "OPTIONS": parsed.get("OPTIONS", {}) | {"pool": POSTGRES_POOL},
        "CONN_MAX_AGE": 0,  # the pool keeps the connections, so a request must give its own back
        "CONN_HEALTH_CHECKS": True,
    }


def caches() -> dict[str, dict[str, Any]]:
    """Memory of each process, unless CACHE_URL names a shared one."""
    try:
        cache = Env.cache_url_config(variable("CACHE_URL", "locmemcache://"))
    except (ValueError, ImproperlyConfigured):
        raise BadEnvironment(
            "CACHE_URL is not one this site can use: write redis://HOST:PORT/NUMBER."
        ) from None
    if "redis" in cache["BACKEND"] and importlib.util.find_spec("redis") is None:
        raise BadEnvironment(
            "CACHE_URL names Redis, whose client is not installed: `.venv/bin/pip install redis`."
        )
    return {"default": cache}
