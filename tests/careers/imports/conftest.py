import pytest

from tests.careers.imports import onet_samples
from tests.samples import run


@pytest.fixture
def imported(tmp_path):
    """Imports the sample of O*NET, changed, as an edition: (exit status, lines)."""

    def do(edition="29.3", options=(), **changed):
        write, name = onet_samples.EDITIONS[edition]
        folder = write(tmp_path / name, **changed)
        return run("import_onet", folder, *options)

    return do
