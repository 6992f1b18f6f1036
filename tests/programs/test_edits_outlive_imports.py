"""What the next import makes of what an editor changed in the admin."""

import pytest

from programs.models import Institution, InstitutionFigure, Program, Ranking
from tests.admin_pages import act, change_url, load, open_form, saved, submit

pytestmark = [pytest.mark.thorough, pytest.mark.usefixtures("catalogue", "db")]


def test_an_edit_outlives_the_next_import(admin_client):
    program = Program.objects.get(slug="duke-meng-artificial-intelligence")
    summary = {"summary": "One line.\r\nAnother."}
    assert saved(submit(admin_client, change_url(program), delivery=["online"], **summary))
    report = load()
    assert edited(program) == "delivery|summary"
    assert (program.delivery, program.summary) == (["online"], "One line.\nAnother.")
    assert "kept the editor’s delivery, summary of" in report
    assert "updated 0" in report.splitlines()[-1]


def test_a_figure_edited_on_another_page_outlives_the_next_import(admin_client):
    of_san_diego = InstitutionFigure.objects.filter(subject__slug="university-of-san-diego")
    figure = of_san_diego.claims().get(measure="tuition")
    row = _row_of(figure, admin_client)
    new = {f"{row}__value": "12345..23456", f"{row}__pinned": "on"}
    assert saved(submit(admin_client, change_url(figure.subject), **new))
    report = load()
    figure.refresh_from_db()
    assert (figure.value.notation, figure.pinned, figure.headline) == ("12345..23456", True, True)
    assert "kept the editor’s value, pinned of" in report


def _row_of(figure, client):
    form = open_form(client, change_url(figure.subject))
    return next(
        name.removesuffix("-id")
        for name, value in form.items()
        if name.startswith("figures-") and name.endswith("-id") and value == str(figure.pk)
    )


def test_other_names_outlive_the_next_import(admin_client):
    university = Institution.objects.filter(aliases__isnull=False, origin="seed").first()
    before = {alias.name for alias in university.aliases.all()}
    assert saved(submit(admin_client, change_url(university), aliases__0__name="Ours alone"))
    report = load()
    after = {alias.name for alias in university.aliases.all()}
    assert len(after - before) == 1
    assert "kept the editor’s aliases of" in report


def test_a_withdrawal_outlives_the_next_import(admin_client):
    program = Program.objects.filter(status="published").first()
    act(admin_client, "withdraw", program)
    load()
    program.refresh_from_db()
    assert program.status == "withdrawn"
    assert not program.facts.listed


def test_saving_pages_unchanged_leaves_nothing_for_the_next_import(admin_client):
    for model in (Program, Institution, Ranking):
        for record in model.objects.filter(origin="seed")[:5]:
            assert saved(submit(admin_client, change_url(record)))
    assert not Program.objects.exclude(edited="").exists()
    assert "updated 0 " in load().splitlines()[-1]


def edited(record):
    record.refresh_from_db()
    return record.edited
