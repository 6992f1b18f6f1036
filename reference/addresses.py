"""The query by which a list is addressed. Sorted, so that one state has one address."""

from collections.abc import Iterable, Mapping
from functools import lru_cache
from urllib.parse import urlencode


def address(query: Mapping[str, Iterable[str]]) -> str:
    """Of {parameter: its values}; `?` for none."""
    return joined({name: encoded(name, values) for name, values in query.items()})


def encoded(name: str, values: Iterable[str]) -> str:
    """One parameter’s part of an address; blank without values."""
    return "&".join([_pair(name, value) for value in values])


@lru_cache(maxsize=10_000)
def _pair(name: str, value: str) -> str:
    return urlencode({name: value})


def joined(parts: Mapping[str, str]) -> str:
    """Of {parameter: its part}."""
    return f"?{'&'.join([parts[name] for name in sorted(parts) if parts[name]])}"
