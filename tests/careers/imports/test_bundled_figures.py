"""The bundled federal figures, against the publishers’ own files: see tests/federal_files.py."""

import pytest

from careers.models import CrosswalkLink, OccupationFigure
from tests.careers.imports.test_publishers_files import IMPORTS
from tests.federal_files import FEDERAL_FILES
from tests.samples import run

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("catalogue")]

COLUMNS = (
    *("pk", "low", "high", "bound", "absence", "statistic", "population", "basis"),
    *("period_from", "period_to", "terms", "locator", "source__slug"),
)

if FEDERAL_FILES.is_dir():

    def test_they_are_taken_over_as_they_are():
        seeds = OccupationFigure.objects.filter(origin="seed")
        bundled = set(seeds.values_list(*COLUMNS))
        links = set(CrosswalkLink.objects.values_list("pk", "locator"))
        for command in IMPORTS:
            run(*command)
        assert bundled
        assert not seeds.exists()
        assert bundled <= set(OccupationFigure.objects.values_list(*COLUMNS))
        assert links <= set(CrosswalkLink.objects.values_list("pk", "locator"))

    def test_loading_the_bundled_files_again_changes_nothing_of_them():
        for command in IMPORTS:
            run(*command)
        _status, lines = run("load_catalog")
        assert "created 0 + updated 0" in lines[-1]
