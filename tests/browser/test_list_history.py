"""Back and Forward among the lists that were refreshed in place."""

import re
import time

import pytest
from playwright.sync_api import expect

pytestmark = pytest.mark.usefixtures("bundled")

NOTED = 600  # ms after which the page has noted where one is


@pytest.fixture
def programs(visit):
    page = visit("/programs/")
    page.evaluate("window.stillHere = true")
    yield page
    page.wait_for_load_state("networkidle")
    assert page.evaluate("window.stillHere"), "the page was loaded anew"


def scroll_to(page, top):
    page.evaluate(f"window.scrollTo({{top: {top}, behavior: 'instant'}})")
    page.wait_for_timeout(NOTED)


def expect_scrolled_to(page, top):
    for _ in range(50):
        if abs(page.evaluate("window.scrollY") - top) < 3:
            return
        page.wait_for_timeout(100)
    assert page.evaluate("window.scrollY") == top


def test_back_and_forward_return_to_each_list_where_one_left_it(programs):
    whole = programs.locator(".count").text_content()
    scroll_to(programs, 700)
    programs.get_by_label("California", exact=True).check()
    expect(programs).to_have_url(re.compile(r"\?state=CA$"))
    expect(programs.locator(".count")).not_to_have_text(whole)
    part = programs.locator(".count").text_content()
    scroll_to(programs, 300)
    programs.go_back()
    expect(programs.locator(".count")).to_have_text(whole)
    expect(programs.get_by_label("California", exact=True)).not_to_be_checked()
    expect(programs.get_by_label("California", exact=True)).to_be_focused()
    expect_scrolled_to(programs, 700)
    assert programs.title() == "Programs | Gradpath"
    programs.go_forward()
    expect(programs.locator(".count")).to_have_text(part)
    expect(programs.get_by_label("California", exact=True)).to_be_checked()
    expect_scrolled_to(programs, 300)
    expect(programs.locator("#list-status")).to_contain_text(part)


def test_back_to_a_list_without_a_field_in_use_goes_to_its_results(programs):
    programs.get_by_role("link", name="Page 2").click()
    expect(programs).to_have_url(re.compile("page=2"))
    programs.go_back()
    expect(programs.locator(".pager [aria-current]")).to_contain_text("1")
    expect(programs.locator("#results")).to_be_focused()


def test_back_shows_what_the_server_has_now(programs):
    programs.get_by_label("California", exact=True).check()
    expect(programs).to_have_url(re.compile("state=CA"))
    with programs.expect_request("**/programs/") as asked:
        programs.go_back()
    assert asked.value.headers["hx-request"] == "true"
    expect(programs.get_by_label("California", exact=True)).not_to_be_checked()


def test_the_page_is_not_asked_for_anew_on_the_way_from_a_source_to_its_figure(programs):
    scroll_to(programs, 500)
    programs.locator(".prog .mark").nth(8).click()
    expect(programs).to_have_url(re.compile("#src-"))
    asked = []
    programs.on("request", lambda request: asked.append(request.url))
    programs.go_back()
    expect(programs).to_have_url(re.compile("/programs/$"))
    expect_scrolled_to(programs, 500)
    assert not [url for url in asked if "/programs/" in url]


def test_a_jump_within_the_page_breaks_no_refresh_off(programs):
    programs.route("**/programs/?*", lambda route: (time.sleep(0.6), route.continue_()))
    programs.get_by_label("California", exact=True).check()
    programs.evaluate("location.hash = 'results'")
    expect(programs).to_have_url(re.compile(r"\?state=CA$"))
    expect(programs.get_by_label("California", exact=True)).to_be_checked()


def test_a_failure_on_the_way_back_is_said_and_can_be_tried_again(visit, programs):
    programs.get_by_label("California", exact=True).check()
    expect(programs).to_have_url(re.compile("state=CA"))
    expect(programs.locator("#list-status")).not_to_be_empty()
    programs.route("**/programs/", lambda route: route.abort(), times=1)
    programs.go_back()
    programs.get_by_role("alert").get_by_role("button").click()
    expect(programs.get_by_label("California", exact=True)).not_to_be_checked()
    expect(programs.get_by_role("alert")).to_have_count(0)
    programs.go_forward()
    expect(programs.get_by_label("California", exact=True)).to_be_checked()
    visit.faults.clear()  # the request that was broken off


def test_back_from_a_program_returns_to_the_place_in_the_list(visit):
    page = visit("/programs/")
    page.get_by_label("Public", exact=True).check()
    expect(page).to_have_url(re.compile("control=public"))
    expect(page.locator("#list-status")).not_to_be_empty()
    link = page.locator(".prog .name").nth(9)
    link.scroll_into_view_if_needed()
    page.wait_for_timeout(NOTED)
    top = page.evaluate("window.scrollY")
    assert top > 100
    link.click()
    expect(page).to_have_url(re.compile("/programs/.+/$"))
    page.go_back()
    expect(page.get_by_label("Public", exact=True)).to_be_checked()
    expect_scrolled_to(page, top)
    page.go_back()
    expect(page.get_by_label("Public", exact=True)).not_to_be_checked()
    page.wait_for_load_state("networkidle")
