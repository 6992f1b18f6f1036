"""Text search over every kind of record, on SQLite and PostgreSQL alike.

`read(text)` says what a visitor asks; `engine()` finds it.
"""

from reference.search.backends import engine
from reference.search.engine import Hit
from reference.search.query import Query
from reference.search.reading import read

__all__ = ["Hit", "Query", "engine", "read"]
