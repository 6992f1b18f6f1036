"""Fills the columns that a migration adds: only the code of now has the rules for them."""

from django.db import connections
from django.db.migrations.executor import MigrationExecutor

from programs.facts.refresh import refresh_facts


def refresh_after_migrations(using, plan=(), **_signal) -> None:
    """Once the tables are those of the code; facts that are right are left as they are."""
    if plan and _is_newest(using):
        refresh_facts()


def _is_newest(database) -> bool:
    executor = MigrationExecutor(connections[database])
    return not executor.migration_plan(executor.loader.graph.leaf_nodes())
