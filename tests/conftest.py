from tests.catalogue import catalogue
from tests.page import show
from tests.skips import pytest_sessionfinish, pytest_terminal_summary

__all__ = ["catalogue", "pytest_sessionfinish", "pytest_terminal_summary", "show"]
