import pytest

from tests.constraints import break_by_change, break_by_repeating, rules_of_app
from tests.factories import (
    AlternateTitleFactory,
    CareerAliasFactory,
    CareerFactory,
    CareerListingFactory,
    CareerPathFactory,
    ClaimOccupationFactory,
    CrosswalkLinkFactory,
    EntryEducationFactory,
    FieldOfStudyFactory,
    OccupationFactory,
    OccupationSkillFactory,
    OnetOccupationFactory,
    OverallGrowthFactory,
    PathStepFactory,
    RelatedOccupationFactory,
    RequiredEducationFactory,
)

pytestmark = pytest.mark.django_db

REPEATED: list[tuple] = [
    ("fieldofstudy.cip", FieldOfStudyFactory, {}, ["cip"]),
    ("occupation.soc", OccupationFactory, {}, ["soc"]),
    ("career.slug", CareerFactory, {}, ["slug"]),
    ("careeralias.name", CareerAliasFactory, {}, ["name"]),
    ("career_listing_once_a_list", CareerListingFactory, {}, ["career", "list", "source"]),
    ("careerpath.slug", CareerPathFactory, {}, ["slug"]),
    ("path_step_position_once", PathStepFactory, {}, ["path", "position"]),
    ("claim_occupation_once", ClaimOccupationFactory, {}, ["claim"]),
    ("crosswalk_link_once", CrosswalkLinkFactory, {}, ["field", "occupation", "source"]),
    ("onetoccupation.code", OnetOccupationFactory, {}, ["code"]),
    (
        "occupation_skill_once",
        OccupationSkillFactory,
        {},
        ["subject", "kind", "name", "group", "source"],
    ),
    ("alternate_title_once", AlternateTitleFactory, {}, ["subject", "name", "source"]),
    ("related_occupation_once", RelatedOccupationFactory, {}, ["subject", "related", "source"]),
    ("entry_education_once", EntryEducationFactory, {}, ["subject", "source"]),
    ("overall_growth_once", OverallGrowthFactory, {}, ["source"]),
    ("required_education_once", RequiredEducationFactory, {}, ["subject", "category", "source"]),
]

CHANGED = [
    ("occupation_job_zone_in_range", OccupationFactory, {"job_zone": 0}),
    ("occupation_job_zone_in_range", OccupationFactory, {"job_zone": 6}),
    ("claim_occupation_has_a_reason", ClaimOccupationFactory, {"reason": ""}),
    ("career_listing_list_is_known", CareerListingFactory, {"list": "luckiest"}),
    ("path_step_stage_is_known", PathStepFactory, {"stage": "retired"}),
    ("onet_occupation_job_zone_in_range", OnetOccupationFactory, {"job_zone": 0}),
    ("onet_occupation_job_zone_in_range", OnetOccupationFactory, {"job_zone": 6}),
    ("occupation_skill_kind_is_known", OccupationSkillFactory, {"kind": "talent"}),
    ("related_occupation_tier_is_known", RelatedOccupationFactory, {"tier": "cousin"}),
    ("required_education_share_is_a_percentage", RequiredEducationFactory, {"share": -1}),
    ("required_education_share_is_a_percentage", RequiredEducationFactory, {"share": 101}),
]


@pytest.mark.parametrize("rule, factory, given, names", REPEATED)
def test_no_two_records_share_what_identifies_them(rule, factory, given, names):
    break_by_repeating(rule, factory, given, names)


@pytest.mark.parametrize("rule, factory, changes", CHANGED)
def test_no_record_holds_what_its_table_forbids(rule, factory, changes):
    break_by_change(rule, factory(), changes)


@pytest.mark.parametrize("job_zone", [None, 1, 5])
def test_a_job_zone_is_unknown_or_from_1_to_5(job_zone):
    assert OccupationFactory(job_zone=job_zone).pk


def test_every_rule_of_this_app_is_broken_here():
    assert rules_of_app("careers") == {rule for rule, *_case in REPEATED + CHANGED}
