import pytest

from tests.factories import FieldOfStudyFactory, StateFactory


@pytest.fixture
def computer_science():
    return FieldOfStudyFactory(cip="11.0701", title="Computer Science")


@pytest.fixture
def pennsylvania():
    return StateFactory(code="PA", name="Pennsylvania")
