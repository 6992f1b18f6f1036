"""Which engine answers: the one of the database."""

from django.db import connection

from reference.search.engine import Engine
from reference.search.postgres import PostgresEngine
from reference.search.sqlite import SQLiteEngine


def engine() -> Engine:
    return PostgresEngine() if connection.vendor == "postgresql" else SQLiteEngine()
