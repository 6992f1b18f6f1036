"""What lists show of a program, computed from its figures, those it inherits, and its links."""

from programs.facts.migrated import refresh_after_migrations
from programs.facts.refresh import refresh_facts, stale_facts

__all__ = ["refresh_after_migrations", "refresh_facts", "stale_facts"]
