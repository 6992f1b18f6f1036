from hypothesis import settings

from tests.catalogue import catalogue, copies
from tests.page import show
from tests.skips import pytest_sessionfinish, pytest_terminal_summary

__all__ = ["catalogue", "copies", "pytest_sessionfinish", "pytest_terminal_summary", "show"]

# how long an example takes is no matter of right or wrong, and differs by machine
settings.register_profile("gradpath", deadline=None)
settings.load_profile("gradpath")
