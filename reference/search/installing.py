"""What a database needs beside the tables, so that its text search follows the documents."""

from django.apps import AppConfig, apps
from django.db import connection, connections

from reference.search import sqlite
from reference.sql import rows_of, run_sql


def install(sender: AppConfig, using: str, **_signal) -> None:
    """After every `migrate`: a table that SQLite rebuilds loses its triggers."""
    database = connections[using]
    tables = database.introspection.table_names()
    if database.vendor != "sqlite" or sqlite.TABLE not in tables:
        return  # PostgreSQL’s column comes with the migration
    with database.cursor() as cursor:
        if sqlite.INDEX not in tables:
            for statement in (sqlite.CREATE, sqlite.WEIGH, sqlite.REBUILD):
                cursor.execute(statement)
        for name, does in sqlite.TRIGGERS.items():
            cursor.execute(f"CREATE TRIGGER IF NOT EXISTS {name} {does}")


def repair_index() -> None:
    """Make what is missing, and read all documents anew."""
    if connection.vendor == "sqlite":
        install(apps.get_app_config("reference"), connection.alias)
        run_sql(sqlite.REBUILD)


def missing_triggers() -> list[str]:
    """What keeps the index in step and is not there."""
    if connection.vendor != "sqlite":
        return []
    there = {name for (name,) in rows_of("SELECT name FROM sqlite_master")}
    return sorted({sqlite.INDEX, *sqlite.TRIGGERS} - there)
