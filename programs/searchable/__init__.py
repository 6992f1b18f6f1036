"""What search may find of this app."""

from programs.searchable.program import PROGRAMS
from programs.searchable.told import INSTITUTIONS, ITEMS, ORGANIZATIONS, RANKINGS, STATES

KINDS = (PROGRAMS, INSTITUTIONS, STATES, RANKINGS, ORGANIZATIONS, ITEMS)
