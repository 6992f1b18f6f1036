"""The admin under the content security policy: what an editor clicks, and what axe finds."""

import pytest
from django.conf import settings

from tests.admin_pages import change_url, list_url
from tests.browser.conftest import axe_violations
from tests.factories import InstitutionFigureFactory, ProgramFactory, SourceFactory


@pytest.fixture
def sign_in(visit, admin_client):
    """sign_in(path) is the page as an editor sees it, with nothing on its console."""
    cookie = admin_client.cookies[settings.SESSION_COOKIE_NAME]

    def open_page(path):
        page = visit.blank_page(1280, "light", False)
        page.context.add_cookies([{"name": cookie.key, "value": cookie.value, "url": visit.site}])
        page.goto(f"{visit.site}{path}", wait_until="networkidle")
        visit.assert_no_faults()
        return page

    return open_page


def choose(page, field, text):
    """Type into the search of a key's field and take the first answer."""
    page.locator(f"{field} .select2-selection").click()
    # an answer on its way would be dropped, which counts as a failed request
    page.locator(".select2-results__option:not(.loading-results)").first.wait_for()
    page.keyboard.type(text)
    page.locator(".select2-results__option--highlighted", has_text=text).wait_for()
    page.keyboard.press("Enter")


def test_the_first_page_and_the_lists_have_no_fault(sign_in, transactional_db):
    figure = InstitutionFigureFactory()
    lists = [list_url(type(record)) for record in (figure, figure.subject, figure.source)]
    for path in ("/admin/", *lists):
        assert axe_violations(sign_in(path)) == []


def test_a_form_with_rows_and_searches_has_nothing_on_its_console(sign_in, transactional_db):
    figure = InstitutionFigureFactory()
    for record in (figure, figure.subject, figure.source):
        sign_in(change_url(record))


def test_the_page_to_sign_in_has_no_fault(visit, transactional_db):
    visit("/admin/login/")


def test_an_editor_adds_a_figure_with_its_source(sign_in, transactional_db):
    program = ProgramFactory()
    SourceFactory(short_name="The catalogue of the university")
    page = sign_in(change_url(program))
    page.get_by_role("button", name="Add another Program figure").click()
    page.get_by_label("Measure").first.select_option("tuition")
    page.locator("#id_figures-0-item").fill("prose")
    page.locator("#id_figures-0-value").fill("62260")
    page.locator("#id_figures-0-locator").fill("line 9")
    choose(page, "#figures-0", "The catalogue")
    page.get_by_role("button", name="Save", exact=True).click()
    page.get_by_text("was changed successfully").wait_for()
    assert program.figures.get().source.short_name == "The catalogue of the university"


def test_an_editor_finds_a_university_by_typing(sign_in, transactional_db):
    program = ProgramFactory()
    other = ProgramFactory(institution__name="Duke University").institution
    page = sign_in(change_url(program))
    choose(page, ".field-institution", "Duke")
    page.get_by_role("button", name="Save", exact=True).click()
    page.get_by_text("was changed successfully").wait_for()
    program.refresh_from_db()
    assert program.institution == other
