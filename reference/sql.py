"""Plain statements, for what a million rows make too many for the ORM. No text of users in them."""

from collections.abc import Sequence

from django.db import connection


def quoted(name: str) -> str:
    return connection.ops.quote_name(name)


def rows_of(*sql: str, parameters: Sequence = ()) -> list[tuple]:
    with connection.cursor() as cursor:
        cursor.execute(" ".join(sql), parameters)
        return cursor.fetchall()


def run_sql(*sql: str, parameters: Sequence = ()) -> int:
    """How many rows it wrote."""
    with connection.cursor() as cursor:
        cursor.execute(" ".join(sql), parameters)
        return cursor.rowcount
