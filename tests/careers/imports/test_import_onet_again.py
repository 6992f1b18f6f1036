from decimal import Decimal

import pytest

from careers.models import Occupation, OccupationSkill, OnetOccupation
from tests.careers.imports import onet_samples as onet
from tests.careers.imports.onet_samples import EDITIONS, ENGINEERS, SCIENTISTS, records, skills
from tests.factories import OccupationFactory
from tests.samples import stored

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize("edition", EDITIONS)
def test_a_second_run_changes_nothing(imported, edition):
    imported(edition)
    before = stored()
    status, lines = imported(edition)
    assert (status, lines[-1]) == (
        0,
        "read 16 = created 0 + updated 0 + unchanged 16 + kept 0 + rejected 0",
    )
    assert stored() == before


def test_a_dry_run_reports_the_same_and_writes_nothing(imported):
    before = stored()
    _status, dry = imported(options=["--dry-run"])
    assert stored() == before
    _status, real = imported()
    assert [line for line in dry if line != "Nothing was changed."] == real


def test_a_changed_row_changes_its_record(imported):
    imported()
    _status, lines = imported(
        Skills=[onet.skill("IM", 4.5), onet.skill("LV", 4.5)], Job_Zones=[onet.zone(SCIENTISTS, 4)]
    )
    assert skills(name="Mathematics") == [("Mathematics", Decimal("4.5"), Decimal("4.5"))]
    assert Occupation.objects.get(soc="15-2051").job_zone == 4
    assert any(line.endswith(": Writing") and "no longer in its file" in line for line in lines)


def test_what_an_editor_changed_is_kept(imported):
    imported()
    record = OccupationSkill.objects.get(name="Mathematics")
    occupation = Occupation.objects.get(soc="15-2051")
    for edited, values in ((record, {"importance": 2}), (occupation, {"job_zone": 1})):
        type(edited).objects.filter(pk=edited.pk).update(edited=next(iter(values)), **values)
    _status, lines = imported()
    assert lines[-1].endswith("unchanged 14 + kept 2 + rejected 0")
    assert skills(name="Mathematics") == [("Mathematics", 2, Decimal("4.5"))]
    assert Occupation.objects.get(soc="15-2051").job_zone == 1
    assert any("kept the editor’s job_zone of Data Scientists" in line for line in lines)
    imported(options=["--overwrite"])
    assert skills(name="Mathematics") == [("Mathematics", Decimal("4.12"), Decimal("4.5"))]
    assert records(Occupation, "job_zone", "edited", soc="15-2051") == [(5, "")]


def test_a_bundled_occupation_is_taken_over_once_its_job_zone_changes(imported):
    OccupationFactory(soc="15-2051", origin="seed", job_zone=2)
    OccupationFactory(soc="17-2199", origin="seed", job_zone=4)
    imported()
    assert records(Occupation, "job_zone", "origin") == [(4, "seed"), (5, "onet")]


def test_an_older_edition_after_a_newer_one_stands_beside_it(imported):
    imported("29.3")
    older = onet.occupation(SCIENTISTS, "Data scientists of old")
    status, lines = imported(
        "29.0",
        Occupation_Data=[older, onet.occupation("15-2051.03", "Data Keepers")],
        Job_Zones=[onet.zone(SCIENTISTS, 2)],
        Skills=[onet.skill("IM", 2)],
        Related_Occupations=None,
    )
    assert (status, "left 1 occupations as a newer edition of O*NET describes them" in lines) == (
        0,
        True,
    )
    assert records(OnetOccupation, "title", "source__edition", code__startswith="15-2051.0") == [
        ("Business Intelligence Analysts", "29.3"),
        ("Data Keepers", "29.0"),
        ("Data Scientists", "29.3"),
    ]
    assert Occupation.objects.get(soc="15-2051").job_zone == 5
    assert skills(source__edition="29.0") == [("Mathematics", 2, None)]
    assert skills(source__edition="29.3")[0] == ("Mathematics", Decimal("4.12"), Decimal("4.5"))


def test_a_newer_edition_describes_the_occupations_anew_and_removes_nothing(imported):
    imported("29.0")
    imported("29.3", Occupation_Data=[onet.occupation(SCIENTISTS, "Data scientists of today")])
    assert records(OnetOccupation, "title", "source__edition", code=SCIENTISTS) == [
        ("Data scientists of today", "29.3")
    ]
    assert OnetOccupation.objects.filter(source__edition="29.0").count() == 3
    assert OccupationSkill.objects.filter(source__edition="29.0").exists()


def test_an_occupation_that_its_edition_no_longer_lists_is_reported_and_kept(imported):
    imported()
    rows = onet.ROWS["Occupation Data"][:-1]
    _status, lines = imported(Occupation_Data=rows)
    gone = f"O*NET occupations: Mechatronics Engineers ({ENGINEERS})"
    assert f"no longer in its file: {gone}" in lines
    assert OnetOccupation.objects.filter(code=ENGINEERS).exists()
