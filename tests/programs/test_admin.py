"""What an editor does with programs and universities."""

import pytest

from programs.models import (
    OrganizationLink,
    Program,
    ProgramFacts,
    Ranking,
    RoleLink,
)
from tests.admin_pages import (
    act,
    add_url,
    change_url,
    delete_url,
    errors,
    open_form,
    saved,
    submit,
)
from tests.factories import (
    InstitutionAliasFactory,
    InstitutionFactory,
    InstitutionFieldFactory,
    InstitutionFigureFactory,
    OrganizationLinkFactory,
    ProfileItemFactory,
    ProgramFactory,
    ProgramFigureFactory,
    RankingEntryFactory,
    RoleLinkFactory,
    SourceFactory,
    StateFactory,
    StateTopFactory,
)

pytestmark = pytest.mark.django_db


@pytest.fixture
def program():
    return ProgramFactory(origin="seed")


def edited(record):
    record.refresh_from_db()
    return record.edited


# Programs


def test_ways_of_teaching_are_ticked(admin_client, program):
    ticked = {"delivery": ["online", "evening"], "pace": ["part_time"]}
    assert saved(submit(admin_client, change_url(program), **ticked))
    assert edited(program) == "delivery|pace"
    assert (program.delivery, program.pace) == (["online", "evening"], ["part_time"])


def test_a_set_in_the_order_of_its_file_stays_in_it(admin_client, program):
    Program.objects.update(delivery=["online", "on_campus"])
    assert saved(submit(admin_client, change_url(program), pace=["full_time"]))
    assert edited(program) == "pace"
    assert program.delivery == ["online", "on_campus"]


def test_an_unknown_way_of_teaching_is_an_error_of_the_form(admin_client, program):
    assert "by_post" in errors(submit(admin_client, change_url(program), delivery=["by_post"]))


@pytest.mark.parametrize("identity", ["reported", "implied"])
def test_who_gives_a_program_its_title_makes_it_a_named_one(admin_client, identity):
    program = ProgramFactory(identity=identity, title="As counted", origin="seed")
    assert saved(submit(admin_client, change_url(program), title="MS in Robotics"))
    assert (edited(program), program.identity) == ("identity|title", "curated")


def test_a_save_refreshes_what_lists_show(admin_client, program):
    assert saved(submit(admin_client, change_url(program), delivery=["online"]))
    assert program.facts.online


def test_a_figure_of_the_university_refreshes_what_lists_show(admin_client, program):
    figure = InstitutionFigureFactory(subject=program.institution, source__kind="ranking")
    assert saved(submit(admin_client, change_url(program.institution), figures__0__value="62260"))
    assert ProgramFacts.objects.get(program=program).tuition == 62260
    act(admin_client, "withdraw", figure)
    assert ProgramFacts.objects.get(program=program).tuition is None


def test_a_program_that_moves_refreshes_both_universities(admin_client, program):
    implied = ProgramFactory(institution=program.institution, identity="implied", title="")
    submit(admin_client, change_url(program), summary="Looked at.")
    assert not implied.facts.listed
    assert saved(submit(admin_client, change_url(program), institution=InstitutionFactory().pk))
    assert ProgramFacts.objects.get(program=implied).listed


def test_what_lists_show_can_be_seen_but_not_changed(admin_client, program):
    source = SourceFactory(kind="university", short_name="Its page")
    ProgramFigureFactory(subject=program, value="62260", source=source)
    submit(admin_client, change_url(program), figures__0__locator="line 9")
    page = admin_client.get(change_url(program)).content.decode()
    assert "$62,260 · Its page" in page
    assert not [name for name in open_form(admin_client, change_url(program)) if "listed" in name]


def test_programs_are_withdrawn_and_restored_together(admin_client, program):
    submit(admin_client, change_url(program), summary="Looked at.")
    act(admin_client, "withdraw", program)
    assert not ProgramFacts.objects.get(program=program).listed
    act(admin_client, "restore", program)
    assert ProgramFacts.objects.get(program=program).listed
    assert edited(program) == "status|summary"


def test_an_editors_program_is_deleted_with_its_figures(admin_client):
    figure = ProgramFigureFactory()
    submit(admin_client, change_url(figure.subject), summary="Looked at.")
    assert saved(admin_client.post(delete_url(figure.subject), {"post": "yes"}))
    assert not Program.objects.exists()


def test_an_editors_program_with_an_imported_figure_is_not_deleted(admin_client):
    figure = ProgramFigureFactory(origin="seed")
    url = delete_url(figure.subject)
    assert admin_client.post(url, {"post": "yes"}).status_code == 403
    assert Program.objects.exists()


# Rules


@pytest.mark.parametrize(
    ("make", "changes"),
    [
        (lambda: ProgramFactory(), {"title": ""}),
        (lambda: InstitutionFactory(), {"unitid": "12"}),
        (lambda: InstitutionFactory(), {"website": "http://a.example"}),
        (lambda: ProfileItemFactory(), {"name": "", "text": ""}),
        (lambda: RankingEntryFactory(), {"rank": "0"}),
        (lambda: StateFactory(), {"code": "pa"}),
    ],
)
def test_a_rule_is_an_error_of_the_form(admin_client, make, changes):
    assert not saved(submit(admin_client, change_url(make()), **changes))


@pytest.mark.parametrize(
    ("factory", "shared", "changed"),
    [
        (InstitutionFactory, {"unitid": "211440"}, ["unitid"]),
        (StateFactory, {"tile_row": 1, "tile_column": 2}, ["tile_row", "tile_column"]),
        (InstitutionAliasFactory, {"name": "Tech"}, ["name"]),
        (RankingEntryFactory, {}, ["ranking", "institution"]),
        (StateTopFactory, {}, ["ranking", "state"]),
        (InstitutionFieldFactory, {"level": "masters"}, ["institution", "field"]),
        (ProfileItemFactory, {}, ["institution", "position", "source"]),
        (OrganizationLinkFactory, {}, ["institution", "printed", "source"]),
        (RoleLinkFactory, {}, ["institution", "printed", "source"]),
        (ProgramFactory, {"identity": "implied"}, ["institution", "identity"]),
    ],
)
def test_a_record_that_repeats_another_is_an_error_of_the_form(
    admin_client, factory, shared, changed
):
    first, second = factory(**shared), factory()
    copied = {name: first.serializable_value(name) for name in changed}
    assert not saved(submit(admin_client, change_url(second), **copied))


@pytest.mark.parametrize("model", [OrganizationLink, RoleLink])
def test_a_link_of_a_program_that_repeats_another_is_an_error_of_the_form(admin_client, model):
    factory = {OrganizationLink: OrganizationLinkFactory, RoleLink: RoleLinkFactory}[model]
    first = factory(program=ProgramFactory())
    second = factory(program=first.program)
    same = {"printed": first.printed, "source": first.source_id}
    assert not saved(submit(admin_client, change_url(second), **same))


def test_a_row_is_held_to_the_rules_of_its_ranking(admin_client):
    first = RankingEntryFactory(rank=1)
    second = RankingEntryFactory(ranking=first.ranking, rank=2)
    url = change_url(first.ranking)
    assert not saved(submit(admin_client, url, entries__1__institution=first.institution_id))
    assert saved(submit(admin_client, url, entries__1__rank="1"))
    assert edited(second) == "rank"


def test_another_name_of_two_universities_is_an_error_of_the_form(admin_client):
    first, second = InstitutionAliasFactory(), InstitutionAliasFactory()
    response = submit(admin_client, change_url(second.institution), aliases__0__name=first.name)
    assert "institution_alias_names_one" in errors(response)


def test_a_new_ranking_comes_with_its_rows(admin_client):
    row = {"rank": "1", "institution": InstitutionFactory().pk}
    rows = {f"entries__0__{name}": value for name, value in row.items()}
    ranking = {"title": "Best", "slug": "best", "source": SourceFactory().pk}
    url = add_url(Ranking)
    assert saved(submit(admin_client, url, entries__TOTAL_FORMS="1", **ranking, **rows))
    assert Ranking.objects.get().entries.get().edited == "institution|rank|ranking"


# Pages of the site


def test_a_published_program_links_to_its_page(admin_client, program):
    address = f'href="/programs/{program.slug}/"'
    assert address in admin_client.get(change_url(program)).content.decode()
    Program.objects.update(status="draft")
    assert address not in admin_client.get(change_url(program)).content.decode()


def test_a_university_a_ranking_and_what_belongs_to_them_link_to_their_pages(admin_client):
    entry = RankingEntryFactory()
    field = InstitutionFieldFactory(institution=entry.institution)
    figure = InstitutionFigureFactory(subject=entry.institution)
    university = f'href="/institutions/{entry.institution.slug}/'
    pages = {entry.institution: university, field: university, figure: university}
    pages[entry.ranking] = f'href="/rankings/{entry.ranking.slug}/'
    for record, address in pages.items():
        assert address in admin_client.get(change_url(record)).content.decode()
