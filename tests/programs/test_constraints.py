import pytest

from programs.models import OrganizationLink, RoleLink
from tests.constraints import break_by_change, break_by_repeating, rules_of_app
from tests.factories import (
    DecidingFactFactory,
    FieldOfStudyFactory,
    InstitutionAliasFactory,
    InstitutionFactory,
    InstitutionFieldFactory,
    OrganizationAliasFactory,
    OrganizationFactory,
    OrganizationLinkFactory,
    ProfileItemFactory,
    ProgramFactory,
    ProgramFactsFactory,
    RankingEntryFactory,
    RankingFactory,
    RoleLinkFactory,
    StateFactory,
    StateTopFactory,
)

pytestmark = pytest.mark.django_db

REPEATED = [
    ("state.code", StateFactory, {}, ["code"]),
    ("state.name", StateFactory, {}, ["name"]),
    ("state_tile_is_free", StateFactory, {"tile_row": 3, "tile_column": 8}, []),
    ("institution.slug", InstitutionFactory, {}, ["slug"]),
    ("institution_unitid_once", InstitutionFactory, {"unitid": "211440"}, []),
    (
        "institution_alias_once_each",
        InstitutionAliasFactory,
        {"curated": False},
        ["institution", "name"],
    ),
    ("institution_alias_names_one", InstitutionAliasFactory, {"curated": True}, ["name"]),
    ("institution_field_once", InstitutionFieldFactory, {}, ["institution", "field", "level"]),
    ("program.slug", ProgramFactory, {}, ["slug"]),
    (
        "program_reported_once_a_field",
        ProgramFactory,
        {"identity": "reported", "field": FieldOfStudyFactory},
        ["institution", "level"],
    ),
    (
        "program_implied_once_an_institution",
        ProgramFactory,
        {"identity": "implied", "title": ""},
        ["institution"],
    ),
    ("programfacts.program", ProgramFactsFactory, {}, ["program"]),
    (
        "deciding_fact_once_a_source",
        DecidingFactFactory,
        {},
        ["program", "kind", "item", "source"],
    ),
    ("ranking.slug", RankingFactory, {}, ["slug"]),
    ("ranking_entry_once_an_institution", RankingEntryFactory, {}, ["ranking", "institution"]),
    ("state_top_one_a_state", StateTopFactory, {}, ["ranking", "state"]),
    ("organization.slug", OrganizationFactory, {}, ["slug"]),
    ("organizationalias.name", OrganizationAliasFactory, {}, ["name"]),
    (
        "organization_link_once_an_institution",
        OrganizationLinkFactory,
        {},
        ["institution", "role", "printed", "source"],
    ),
    (
        "organization_link_once_a_program",
        OrganizationLinkFactory,
        {"program": ProgramFactory},
        ["role", "printed", "source"],
    ),
    ("role_link_once_an_institution", RoleLinkFactory, {}, ["institution", "printed", "source"]),
    (
        "role_link_once_a_program",
        RoleLinkFactory,
        {"program": ProgramFactory},
        ["printed", "source"],
    ),
    (
        "profile_item_position_once",
        ProfileItemFactory,
        {},
        ["institution", "kind", "source", "position"],
    ),
]

CHANGED = [
    ("institution_control_is_known", InstitutionFactory, {"control": "royal"}),
    ("institution_field_level_is_known", InstitutionFieldFactory, {"level": "nursery"}),
    ("program_has_a_title", ProgramFactory, {"title": ""}),
    ("program_has_a_title", ProgramFactory, {"title": "", "identity": "reported"}),
    ("program_words_are_known", ProgramFactory, {"level": "nursery"}),
    ("program_words_are_known", ProgramFactory, {"award": "mfa"}),
    ("program_words_are_known", ProgramFactory, {"identity": "imagined"}),
    ("program_words_are_known", ProgramFactory, {"mention": "hearsay"}),
    ("program_words_are_known", ProgramFactory, {"status": "lost"}),
    ("deciding_fact_kind_is_known", DecidingFactFactory, {"kind": "horoscope"}),
    ("deciding_fact_says_something", DecidingFactFactory, {"text": ""}),
    ("deciding_fact_says_something", DecidingFactFactory, {"kind": "official_address"}),
    ("deciding_fact_says_something", DecidingFactFactory, {"kind": "deadline", "text": ""}),
    ("ranking_entry_rank_from_one", RankingEntryFactory, {"rank": 0}),
    ("organization_kind_is_known", OrganizationFactory, {"kind": "guild"}),
    ("organization_link_role_is_known", OrganizationLinkFactory, {"role": "rival"}),
    ("organization_link_mention_is_known", OrganizationLinkFactory, {"mention": "rumour"}),
    ("profile_item_kind_is_known", ProfileItemFactory, {"kind": "rumour"}),
    ("profile_item_mention_is_known", ProfileItemFactory, {"mention": "rumour"}),
    ("profile_item_says_something", ProfileItemFactory, {"name": "", "text": ""}),
]


@pytest.mark.parametrize("rule, factory, given, names", REPEATED)
def test_no_two_records_share_what_identifies_them(rule, factory, given, names):
    break_by_repeating(rule, factory, given, names)


@pytest.mark.parametrize("rule, factory, changes", CHANGED)
def test_no_record_holds_what_its_table_forbids(rule, factory, changes):
    break_by_change(rule, factory(), changes)


def test_every_rule_of_this_app_is_broken_here():
    assert rules_of_app("programs") == {rule for rule, *_case in REPEATED + CHANGED}


def test_universities_and_states_without_a_code_or_a_place_do_not_collide():
    assert {InstitutionFactory().unitid, InstitutionFactory().unitid} == {""}
    assert {StateFactory().tile_row, StateFactory().tile_row} == {None}


def test_two_universities_may_tie_in_a_ranking():
    first = RankingEntryFactory(rank=10, score="65.4")
    second = RankingEntryFactory(ranking=first.ranking, rank=10, score="65.4")
    assert first.institution != second.institution


def test_an_alias_that_ipeds_lists_may_name_two_universities():
    first = InstitutionAliasFactory(name="State College", curated=False)
    second = InstitutionAliasFactory(name="State College", curated=False)
    assert first.institution != second.institution


def test_several_named_degrees_may_share_a_field():
    field = FieldOfStudyFactory()
    first = ProgramFactory(field=field)
    second = ProgramFactory(field=field, institution=first.institution)
    assert first.pk != second.pk


def test_only_an_implied_program_may_lack_a_title():
    assert ProgramFactory(identity="implied", title="").pk


def test_two_programs_of_a_university_may_name_the_same_role_and_partner():
    first, second = RoleLinkFactory(program=ProgramFactory()), OrganizationLinkFactory()
    RoleLinkFactory(
        institution=first.institution,
        program=ProgramFactory(),
        source=first.source,
        printed=first.printed,
    )
    OrganizationLinkFactory(
        institution=second.institution,
        program=ProgramFactory(),
        source=second.source,
        printed=second.printed,
    )
    assert RoleLink.objects.count() == OrganizationLink.objects.count() == 2
