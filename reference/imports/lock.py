"""One import at a time: a lock that dies with its process."""

import fcntl
from collections.abc import Iterator
from contextlib import AbstractContextManager, contextmanager, nullcontext, suppress
from pathlib import Path
from typing import Any

from django.db import DatabaseError, connection

from reference.imports.errors import ImportRunning

# Any number that no other program takes as its PostgreSQL advisory lock; spells “grad”.
ADVISORY_LOCK = 0x67726164


@contextmanager
def import_lock() -> Iterator[None]:
    """Hold the import lock; raises ImportRunning at once if another process holds it."""
    with _lock():
        yield


def _lock() -> AbstractContextManager[None]:
    if connection.vendor == "postgresql":
        return _advisory_lock()
    database: Any = connection
    if database.is_in_memory_db():  # no other process sees it
        return nullcontext()
    return _file_lock(Path(f"{connection.settings_dict['NAME']}.import.lock"))


@contextmanager
def _advisory_lock():
    with connection.cursor() as cursor:
        cursor.execute("SELECT pg_try_advisory_lock(%s)", [ADVISORY_LOCK])
        if not cursor.fetchone()[0]:
            raise ImportRunning
    try:
        yield
    finally:
        # a connection that is lost has taken its lock with it
        with suppress(DatabaseError), connection.cursor() as cursor:
            cursor.execute("SELECT pg_advisory_unlock(%s)", [ADVISORY_LOCK])


@contextmanager
def _file_lock(path):
    with path.open("w") as file:
        try:
            fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            raise ImportRunning from None
        yield
