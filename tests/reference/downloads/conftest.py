import pytest

from tests.reference.downloads import publisher as loopback


@pytest.fixture
def publisher():
    with loopback.publisher() as here:
        yield here
