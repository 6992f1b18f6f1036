from datetime import date
from decimal import Decimal

import pytest

from programs.models import (
    Institution,
    InstitutionField,
    Organization,
    OrganizationLink,
    ProfileItem,
    Program,
    ProgramFacts,
    Ranking,
    RoleLink,
    State,
)
from tests.samples import SEEDS, copy_of_samples, edit, load, run, stored

pytestmark = pytest.mark.django_db


@pytest.fixture
def samples(tmp_path):
    load()
    return copy_of_samples(tmp_path)


@pytest.fixture
def river(samples):
    return Institution.objects.get(slug="river-college")


def test_a_university_is_loaded_with_its_place(river):
    assert (river.unitid, river.state.code, river.control) == ("123456", "CA", "private")
    assert (river.latitude, river.longitude) == (Decimal("34.0224"), Decimal("-118.2851"))
    assert [alias.name for alias in river.aliases.all()] == ["RC", "River"]


def test_what_a_file_leaves_blank_is_unknown(samples):
    hill = Institution.objects.get(slug="hill-university")
    assert (hill.unitid, hill.state, hill.control, hill.latitude, hill.source) == (
        "",
        None,
        "",
        None,
        None,
    )
    assert State.objects.get(code="PR").tile_row is None


def test_a_program_is_loaded_with_its_ways_and_start(samples):
    program = Program.objects.get(slug="river-ms-ai")
    assert (program.delivery, program.pace) == (["on_campus", "online"], ["full_time"])
    assert (program.starts_on, program.field.cip) == (date(2026, 9, 1), "11.0102")


def test_an_implied_program_has_no_title(samples):
    program = Program.objects.get(slug="hill-masters")
    assert (program.title, program.identity) == ("", "implied")


def test_a_ranking_keeps_its_ties(samples):
    entries = Ranking.objects.get(slug="best-2026").entries.all()
    assert [(entry.rank, entry.score) for entry in entries] == [(1, 64), (1, Decimal("94.4"))]


def test_a_ranking_may_call_a_university_top_of_a_state_that_it_does_not_lie_in(samples):
    top = Ranking.objects.get(slug="best-2026").state_tops.get()
    assert (top.state.code, top.institution.slug, top.printed) == ("CA", "hill-university", "Hill")


def test_a_program_is_loaded_with_what_an_applicant_decides_by(samples):
    facts = Program.objects.get(slug="river-ms-ai").deciding_facts.all()
    assert {(fact.kind, fact.on, fact.url) for fact in facts} == {
        ("deadline", date(2027, 1, 15), ""),
        ("official_address", None, "https://river.example/ai/"),
    }


def test_a_unit_has_its_parent(samples):
    assert Organization.objects.get(slug="amazon-robotics").parent.slug == "amazon"


def test_a_link_belongs_to_a_university_or_to_one_program(samples, river):
    links = OrganizationLink.objects.filter(institution=river)
    assert [(link.printed, link.program and link.program.slug) for link in links] == [
        ("AWS", None),
        ("Amazon Robotics", "river-ms-ai"),
        ("various partners", None),
    ]


def test_a_placeholder_names_no_organization_and_no_career(samples):
    assert OrganizationLink.objects.get(printed="various partners").organization is None
    assert RoleLink.objects.get(printed="Founder").career is None


def test_what_only_a_text_names_is_told_from_a_list(samples):
    assert OrganizationLink.objects.get(printed="various partners").mention == "prose"
    assert ProfileItem.objects.get(kind="designation").mention == "prose"
    assert set(ProfileItem.objects.exclude(kind="designation").values_list("mention")) == {
        ("list",)
    }


def test_an_item_says_whom_it_holds_for(samples):
    assert ProfileItem.objects.get(kind="designation").scope == "MS"


def test_every_kind_of_subject_has_its_figures(samples, river):
    assert [figure.value.notation for figure in river.figures.order_by("pk")] == [
        "62260",
        "17514",
        "not_reported",
    ]
    assert InstitutionField.objects.get().figures.get().low == 57
    assert State.objects.get(code="CA").figures.get().measure == "programs_counted"
    assert Organization.objects.get(slug="amazon").figures.get().value.notation == "<=5250"
    assert Ranking.objects.get().figures.get().value.notation == "170+"


def test_lists_show_what_was_loaded(samples):
    facts = ProgramFacts.objects.get(program__slug="river-ms-ai")
    assert (facts.tuition, facts.rank) == (17514, 1)
    assert (facts.completions, facts.begins_later) == (None, True)  # 57 had finished before
    assert (facts.duration_from, facts.duration_to) == (18, 24)


def test_lists_follow_a_changed_file(samples):
    edit(samples / "programs" / "figures.csv", "TUITION6,17514", "TUITION6,18000")
    run("import_programs", samples)
    assert ProgramFacts.objects.get(program__slug="river-ms-ai").tuition == 18000


def test_lists_keep_what_a_rejected_import_would_have_changed(samples):
    before = stored()
    edit(samples / "programs" / "figures.csv", "TUITION6,17514", "TUITION6,18000")
    edit(samples / "programs" / "figures.csv", "table,62260", "table,x")
    assert run("import_programs", samples)[0] == 1
    assert stored() == before


def test_one_file_may_be_loaded_alone(samples):
    edit(samples / "programs" / "institutions.csv", "Los Angeles", "Pasadena")
    status, lines = run("import_programs", samples / "programs" / "institutions.csv")
    assert (status, lines[-1]) == (
        0,
        "read 2 = created 0 + updated 1 + unchanged 1 + kept 0 + rejected 0",
    )


def test_rows_that_a_file_no_longer_lists_are_named_and_stay(samples):
    links = samples / "programs" / "role_links.csv"
    links.write_text("".join(links.read_text().splitlines(keepends=True)[:2]))
    _status, lines = run("import_programs", links)
    assert lines[1:] == [
        "no longer in its file: programs/role_links.csv: river-college/Founder/rankings-2026",
        "read 1 = created 0 + updated 0 + unchanged 1 + kept 0 + rejected 0",
    ]
    assert RoleLink.objects.count() == 2


def test_without_its_careers_it_says_what_to_add_first():
    run("import_reference", SEEDS)
    status, lines = run("import_programs", SEEDS)
    assert status == 1
    assert (
        "programs/role_links.csv, line 2, column program: “river-ms-ai” is not a known program; "
        "add it first, or correct the cell"
    ) in lines
    assert not Institution.objects.exists()
