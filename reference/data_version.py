"""What tells every process that the data of lists has changed, whoever wrote it, and how.

Triggers give a new random token to each change of a watched table; what a process keeps in memory
it keeps by the version that it read. A rollback brings the old version back, and its data.
"""

from collections.abc import Iterable
from itertools import chain
from uuid import uuid4

from django.apps import AppConfig
from django.db import connection, connections, models
from django.db.models.signals import post_migrate

from reference.sql import rows_of

TABLE = "reference_datachange"
EVENTS = ("insert", "update", "delete")

_watched: dict[str, list[str]] = {}  # {app: its tables}


def watch(app: AppConfig, *tables: type[models.Model]) -> None:
    """Each change of these tables of the app changes the version, once `migrate` has run."""
    _watched[app.label] = [table._meta.db_table for table in tables]
    # after every `migrate`: a table that SQLite rebuilds loses its triggers
    post_migrate.connect(_install_triggers, sender=app, dispatch_uid=f"{app.label}.watch")


def data_version() -> tuple:
    """Equal as long as no watched table has changed. One small query."""
    token, rows = rows_of("SELECT SUM(token), COUNT(*) FROM", TABLE)[0]
    return (token, rows) if rows else (uuid4(), 0)  # nothing would note a change: keep nothing


def unwatched_tables() -> list[str]:
    """Tables that should be watched and lack a trigger."""
    is_postgres = connection.vendor == "postgresql"
    there = {name for (name,) in rows_of(_POSTGRES_LIST if is_postgres else _SQLITE_LIST)}
    tables = chain.from_iterable(_watched.values())
    return [table for table in tables if not {name for name, _ in _names(table)} <= there]


def _install_triggers(sender: AppConfig, using: str, **_signal) -> None:
    database = connections[using]
    if not {TABLE, *_watched[sender.label]} <= set(database.introspection.table_names()):
        return  # migrated back to before it
    with database.cursor() as cursor:
        for statement in _statements(database.vendor, _watched[sender.label]):
            cursor.execute(statement)


def _names(table: str) -> Iterable[tuple[str, str]]:
    return [(f"{table}_noted_{event}", event) for event in EVENTS]


def _statements(vendor: str, tables: Iterable[str]) -> Iterable[str]:
    is_postgres = vendor == "postgresql"
    yield _POSTGRES_FUNCTION if is_postgres else _SQLITE_ROW
    form = _POSTGRES_TRIGGER if is_postgres else _SQLITE_TRIGGER
    for table in tables:
        for name, event in _names(table):
            yield form.format(name=name, event=event, table=table)


_SQLITE_LIST = "SELECT name FROM sqlite_master WHERE type = 'trigger'"
_SQLITE_ROW = "INSERT OR IGNORE INTO reference_datachange VALUES (0, random() / 2)"
# An UPDATE: an INSERT OR REPLACE would take over the way in which the outer statement treats
# conflicts, and do nothing inside an INSERT OR IGNORE.
_SQLITE_TRIGGER = """
CREATE TRIGGER IF NOT EXISTS {name} AFTER {event} ON {table} BEGIN
    UPDATE reference_datachange SET token = random() / 2 WHERE "transaction" = 0;
END
"""

_POSTGRES_LIST = "SELECT tgname FROM pg_trigger WHERE NOT tgisinternal"
# Each transaction has a row of its own, which no other waits for. Now and then those go of which
# all that runs has seen the end.
_POSTGRES_FUNCTION = """
CREATE OR REPLACE FUNCTION reference_note_change() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    INSERT INTO reference_datachange VALUES (txid_current(), (random() * 2 ^ 62)::bigint)
        ON CONFLICT ("transaction") DO UPDATE SET token = EXCLUDED.token;
    IF random() < 0.02 THEN
        DELETE FROM reference_datachange WHERE "transaction" IN (
            SELECT "transaction" FROM reference_datachange
            WHERE "transaction" < txid_snapshot_xmin(txid_current_snapshot())
            ORDER BY "transaction" DESC OFFSET 1 FOR UPDATE SKIP LOCKED
        );
    END IF;
    RETURN NULL;
END $$
"""
_POSTGRES_TRIGGER = """
CREATE OR REPLACE TRIGGER {name} AFTER {event} ON {table}
    FOR EACH STATEMENT EXECUTE FUNCTION reference_note_change()
"""
