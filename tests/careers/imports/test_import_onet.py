from decimal import Decimal

import pytest

from careers.models import (
    AlternateTitle,
    Occupation,
    OccupationSkill,
    OnetOccupation,
    RelatedOccupation,
    RequiredEducation,
)
from reference.models import Source
from tests.careers.imports import onet_samples as onet
from tests.careers.imports.onet_samples import (
    ANALYSTS,
    EDITIONS,
    ENGINEERS,
    MANAGERS,
    SCIENTISTS,
    records,
    skills,
)
from tests.factories import OccupationFactory

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize("edition", EDITIONS)
def test_it_reads_an_edition_whole(imported, edition):
    status, lines = imported(edition)
    source = Source.objects.get()
    assert (status, lines[-1]) == (
        0,
        "read 16 = created 16 + updated 0 + unchanged 0 + kept 0 + rejected 0",
    )
    assert skills() == [("Mathematics", Decimal("4.12"), Decimal("4.5")), ("Writing", 3, None)]
    assert records(OccupationSkill, "name", "group", "is_hot", "in_demand", kind="technology") == [
        ("Python", "Object oriented software", True, True),
        ("SAS", "Object oriented software", False, False),
    ]
    assert records(AlternateTitle, "subject__code", "name") == [
        (SCIENTISTS, "Data Analyst"),
        (SCIENTISTS, "Data Miner"),
    ]
    assert records(RelatedOccupation, "related__code", "tier", "position") == [
        (ANALYSTS, "primary_short", 1),
        (ENGINEERS, "supplemental", 11),
    ]
    assert records(RequiredEducation, "category", "name", "share") == [
        (6, "Bachelor's Degree", Decimal("25.5")),
        (8, "Master's Degree", Decimal("74.5")),
    ]
    cited = OccupationSkill.objects.first()
    assert (cited.source, cited.locator) == (source, f"O*NET-SOC {SCIENTISTS}, Skills")


@pytest.mark.parametrize(("edition", "slug"), [("29.3", "onet-29-3"), ("29.0", "onet-29-0")])
def test_the_source_carries_the_attribution_of_its_edition(imported, edition, slug):
    imported(edition)
    source = Source.objects.get(slug=slug)
    assert (source.short_name, source.edition, source.licence) == ("O*NET", edition, "CC BY 4.0")
    assert source.attribution.startswith(f"O*NET {edition} Database by the U.S. Department of La")
    assert not source.is_copy


def test_codes_of_one_soc_code_stand_under_one_occupation(imported):
    imported()
    assert records(Occupation, "soc", "title") == [
        ("15-2051", "Data Scientists"),
        ("17-2199", "Engineers, All Other"),
    ]
    assert records(OnetOccupation, "code", "occupation__soc", "job_zone") == [
        (SCIENTISTS, "15-2051", 5),
        (ANALYSTS, "15-2051", 4),
        ("17-2199.00", "17-2199", None),
        (ENGINEERS, "17-2199", 4),
    ]


def test_an_occupation_of_the_catalogue_keeps_its_title(imported):
    occupation = OccupationFactory(soc="15-2051", title="Scientists of data")
    imported()
    occupation.refresh_from_db()
    assert (occupation.title, occupation.job_zone) == ("Scientists of data", 5)


@pytest.mark.parametrize(
    ("zones", "zone"),
    [
        ({ANALYSTS: 4}, 4),
        ({ANALYSTS: 4, MANAGERS: 4}, 4),
        ({ANALYSTS: 4, MANAGERS: 5}, None),
        ({SCIENTISTS: 3, ANALYSTS: 4}, 3),
        ({ENGINEERS: 2}, None),
    ],
)
def test_a_job_zone_is_that_of_the_whole_or_the_one_its_specialties_share(imported, zones, zone):
    codes = (SCIENTISTS, ANALYSTS, MANAGERS, ENGINEERS)
    imported(
        Occupation_Data=[onet.occupation(code) for code in codes],
        Job_Zones=[onet.zone(*row) for row in zones.items()],
    )
    assert Occupation.objects.get(soc="15-2051").job_zone == zone


@pytest.mark.parametrize("edition", EDITIONS)
def test_what_o_net_recommends_to_suppress_is_left_out(imported, edition):
    hidden = {"Recommend Suppress": "Y"}
    _status, lines = imported(
        edition,
        Skills=[onet.skill("IM", 4.12), onet.skill("LV", 4.5, **hidden)],
        Education=[onet.education(8, 100, suppress="Y"), onet.education(9, 100, suppress="")],
    )
    assert skills() == [("Mathematics", Decimal("4.12"), None)]
    assert records(RequiredEducation, "category") == [(9,)]
    assert sum("1 that O*NET recommends to suppress" in line for line in lines) == 2


def test_the_level_of_a_skill_that_is_not_relevant_is_left_out(imported):
    said = {"Not Relevant": "Y"}
    _status, lines = imported(Skills=[onet.skill("IM", 1.2), onet.skill("LV", 0.1, **said)])
    assert skills() == [("Mathematics", Decimal("1.2"), None)]
    assert any("1 of the level of a skill that is not relevant" in line for line in lines)


@pytest.mark.parametrize("edition", EDITIONS)
def test_what_has_no_value_is_left_out_and_never_0(imported, edition):
    imported(
        edition,
        Skills=[onet.skill("IM", ""), onet.skill("LV", 0)],
        Job_Zones=[onet.zone(SCIENTISTS, ""), onet.zone(ANALYSTS, 4)],
        Education=[onet.education(6, ""), onet.education(8, 3)],
    )
    assert skills() == [("Mathematics", None, 0)]
    assert OnetOccupation.objects.get(code=SCIENTISTS).job_zone is None
    assert records(RequiredEducation, "category") == [(8,)]


def test_shares_of_0_are_left_out_and_counted(imported):
    _status, lines = imported()
    assert any("1 with a share of 0" in line for line in lines)


def test_other_scales_are_left_out(imported):
    _status, lines = imported(
        Skills=[onet.skill("IM", 4), onet.skill("XX", 4)],
        Education=[onet.education(6, 30), onet.education(6, 30, scale="RW")],
    )
    assert any("1 of another scale than importance and level" in line for line in lines)
    assert any("1 of experience and training" in line for line in lines)


def test_a_title_with_two_short_forms_is_one_title(imported):
    _status, lines = imported(Alternate_Titles=[onet.title(short="DM"), onet.title(short="Miner")])
    assert records(AlternateTitle, "name") == [("Data Miner",)]
    said = "left out 1 rows: 1 that repeat a title of their code with another short form"
    assert any(said in line for line in lines)


def test_what_is_said_of_an_unknown_code_is_left_out(imported):
    status, lines = imported(
        Skills=[onet.skill("IM", 4), onet.skill("IM", 4, code="99-9999.00")],
        Related_Occupations=[
            *(onet.related("99-9999.00"), onet.related(SCIENTISTS), onet.related()),
            onet.related(code="99-9999.00"),
        ],
    )
    assert (status, records(RelatedOccupation, "related__code")) == (0, [(ANALYSTS,)])
    assert any("2 of a code that Occupation Data does not list" in line for line in lines)
    assert any("1 of an occupation beside itself" in line for line in lines)
