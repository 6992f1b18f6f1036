"""A refresh of the list that fails: nothing is lost, and one is told."""

import re

import pytest
from playwright.sync_api import expect

pytestmark = pytest.mark.usefixtures("bundled")

REFRESH = "**/programs/?*"


@pytest.fixture
def programs(visit):
    page = visit("/programs/")
    page.evaluate("window.stillHere = true")
    yield page
    page.wait_for_load_state("networkidle")
    visit.faults.clear()  # the requests that were broken off


def broken_off(route):
    route.abort()


def refused(route):
    route.fulfill(status=500, body="<h1>Something went wrong</h1>", content_type="text/html")


def another_page(route):
    route.fulfill(status=200, body="<h1>Sign in to this network</h1>", content_type="text/html")


def never_answered(route):
    """Neither sent on nor answered."""


def alert(page):
    return page.locator("#finding").get_by_role("alert")


@pytest.mark.parametrize("failure", [broken_off, refused, another_page, never_answered])
def test_a_refresh_that_fails_keeps_the_page_and_can_be_tried_again(programs, failure):
    programs.evaluate("htmx.config.timeout = 400")
    whole = programs.locator(".count").text_content()
    programs.route(REFRESH, failure, times=1)
    programs.get_by_label("California", exact=True).check()
    expect(alert(programs)).to_contain_text("could not be refreshed")
    expect(alert(programs)).to_be_in_viewport()
    expect(programs.get_by_label("California", exact=True)).to_be_checked()
    expect(programs.get_by_label("California", exact=True)).to_be_focused()
    expect(programs.locator(".count")).to_have_text(whole)
    programs.evaluate("htmx.config.timeout = 20000")
    alert(programs).get_by_role("button", name="Try again").click()
    expect(programs).to_have_url(re.compile(r"\?state=CA$"))
    expect(programs.get_by_label("California", exact=True)).to_be_checked()
    expect(programs.locator(".count")).not_to_have_text(whole)
    expect(alert(programs)).to_have_count(0)
    expect(programs.locator("#results")).to_be_focused()
    assert programs.evaluate("window.stillHere")


def test_what_fails_again_is_said_again_where_one_stands(programs):
    programs.route(REFRESH, refused, times=2)
    programs.get_by_role("link", name="Out of state").click()
    programs.get_by_role("button", name="Try again").press("Enter")
    expect(alert(programs)).to_have_count(1)
    expect(programs.get_by_role("button", name="Try again")).to_be_focused()
    programs.get_by_role("button", name="Try again").press("Enter")
    expect(programs).to_have_url(re.compile(r"\?residency=out_of_state$"))
    expect(alert(programs)).to_have_count(0)


def test_what_was_ticked_as_a_refresh_failed_goes_along_with_the_next(programs):
    programs.route(REFRESH, refused, times=1)
    programs.get_by_label("California", exact=True).check()
    expect(alert(programs)).to_be_visible()
    programs.get_by_label("Sort by").select_option("-tuition")
    expect(programs).to_have_url(re.compile("sort=-tuition&state=CA"))
    expect(programs.get_by_label("California", exact=True)).to_be_checked()


def test_it_goes_along_with_a_link_too_but_for_clear_all(programs):
    programs.get_by_label("Public", exact=True).check()
    expect(programs).to_have_url(re.compile("control=public"))
    programs.route(REFRESH, refused, times=1)
    programs.get_by_label("California", exact=True).check()
    expect(alert(programs)).to_be_visible()
    programs.get_by_role("link", name="Out of state").click()
    expect(programs).to_have_url(re.compile("control=public&residency=out_of_state&state=CA"))
    programs.route(REFRESH, refused, times=1)
    programs.get_by_label("Georgia", exact=True).check()
    expect(alert(programs)).to_be_visible()
    programs.get_by_role("link", name="Clear all").click()
    expect(programs).to_have_url(re.compile(r"/programs/(\?.*residency.*)?$"))
    expect(programs.get_by_label("Georgia", exact=True)).not_to_be_checked()


def test_a_page_past_the_end_is_an_answer(programs):
    programs.route(
        "**/programs/?page=2", lambda route: route.continue_(url=f"{route.request.url}99")
    )
    programs.get_by_role("link", name="Page 2").click()
    expect(programs.get_by_role("heading", level=1)).to_have_text("This list ends at page 2")
    expect(programs).to_have_url(re.compile("page=2"))
    programs.go_back()
    expect(programs.locator(".count")).to_be_visible()
