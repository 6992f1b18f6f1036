"""The list that refreshes in place, and what search boxes suggest, as a visitor meets them."""

import re
import time

import pytest
from playwright.sync_api import expect

from tests.catalogue import refresh
from tests.factories import ProgramFactory

pytestmark = pytest.mark.usefixtures("bundled")


def stays_loaded(page):
    """A mark that a reload would wipe away."""
    page.evaluate("window.stillHere = true")


def is_still_loaded(page):
    return page.evaluate("window.stillHere === true")


def count_said(page):
    return page.locator("#list-status")


@pytest.fixture
def programs(visit):
    page = visit("/programs/")
    stays_loaded(page)
    return page


def test_a_filter_refreshes_the_list_without_a_reload(programs):
    box = programs.get_by_label("California", exact=True)
    box.check()
    expect(programs).to_have_url(re.compile(r"\?state=CA$"))
    assert is_still_loaded(programs)
    expect(programs.get_by_label("California", exact=True)).to_be_focused()
    expect(programs.get_by_label("California", exact=True)).to_be_checked()
    shown = programs.locator(".count").text_content().strip()
    expect(count_said(programs)).to_have_text(shown)
    assert programs.title() == "Programs (State: California) | Gradpath"


def test_back_restores_the_list_and_its_filters(programs):
    whole = programs.locator(".count").text_content()
    programs.get_by_label("California", exact=True).check()
    expect(programs).to_have_url(re.compile("state=CA"))
    programs.go_back()
    expect(programs.locator(".count")).to_have_text(whole)
    expect(programs.get_by_label("California", exact=True)).not_to_be_checked()
    programs.wait_for_load_state("networkidle")


def test_a_header_that_sticks_to_the_window_leads_to_the_first_row_and_keeps_the_focus(programs):
    programs.evaluate("window.scrollTo({ top: 2500, behavior: 'instant' })")
    programs.locator("#by-tuition").click()
    expect(programs).to_have_url(re.compile("sort=tuition"))
    expect(programs.locator("#by-tuition")).to_be_focused()
    programs.wait_for_load_state("networkidle")
    assert 0 <= programs.locator("tbody tr").first.bounding_box()["y"] < 600
    programs.locator("#by-tuition").press("Enter")
    expect(programs).to_have_url(re.compile("sort=-tuition"))
    expect(programs.locator("#by-tuition")).to_be_focused()
    programs.wait_for_load_state("networkidle")


def test_an_order_a_page_and_a_chip_stay_in_place_too(programs):
    programs.get_by_label("Sort by").select_option("-tuition")
    expect(programs).to_have_url(re.compile("sort=-tuition"))
    programs.get_by_role("link", name="Next").click()
    expect(programs).to_have_url(re.compile("page=2"))
    expect(programs.locator("#results")).to_be_focused()
    programs.get_by_label("Public", exact=True).check()
    expect(programs).to_have_url(re.compile("control=public"))
    assert "page=2" not in programs.url
    programs.get_by_role("link", name="Remove filter Control: Public").click()
    expect(programs).not_to_have_url(re.compile("control"))
    assert is_still_loaded(programs)


def test_a_field_left_blank_is_not_in_the_address(programs):
    programs.get_by_label("Search programs by degree").fill("data")
    programs.get_by_label("Search programs by degree").press("Enter")
    expect(programs).to_have_url(re.compile(r"\?q=data$"))
    assert is_still_loaded(programs)


def test_filters_stay_open_on_a_phone(visit):
    page = visit("/programs/", 390)
    page.get_by_text("Filter programs").click()
    page.get_by_label("California", exact=True).check()
    expect(page).to_have_url(re.compile("state=CA"))
    expect(page.get_by_label("California", exact=True)).to_be_visible()


@pytest.fixture
def box(visit):
    page = visit("/")
    found = page.get_by_role("main").locator("input[name=q]")
    found.press_sequentially("carn")
    expect(page.get_by_role("option").first).to_be_visible()
    return found


def test_a_search_box_suggests_and_says_how_many(box):
    page = box.page
    expect(box).to_have_attribute("aria-expanded", "true")
    expect(page.get_by_role("option").first).to_have_text(
        re.compile("^Carnegie Mellon University, University$")
    )
    number = page.get_by_role("option").count()
    expect(box.locator("~ [role=status]")).to_have_text(
        f"{number} suggestions; the arrow keys choose one"
    )


def test_a_suggestion_is_chosen_by_keys(box):
    box.press("ArrowDown")
    expect(box.page.get_by_role("option", selected=True)).to_have_count(1)
    expect(box).to_be_focused()
    box.press("Enter")
    expect(box.page).to_have_url(re.compile("/institutions/carnegie-mellon-university/$"))


def test_a_suggestion_is_chosen_by_pointer(box):
    box.page.get_by_role("option").first.click()
    expect(box.page).to_have_url(re.compile("/institutions/carnegie-mellon-university/$"))


def test_escape_closes_the_suggestions_and_enter_searches(box):
    box.press("ArrowDown")
    box.press("Escape")
    expect(box).to_have_attribute("aria-expanded", "false")
    box.press("Enter")
    expect(box.page).to_have_url(re.compile(r"/search/\?q=carn$"))


def test_leaving_the_box_closes_the_suggestions(box):
    box.press("Tab")
    expect(box).to_have_attribute("aria-expanded", "false")
    expect(box.page.get_by_role("option")).to_have_count(0)


def test_what_is_ticked_stays_where_it_is_on_a_page_that_is_scrolled(visit):
    page = visit("/programs/?field=artificial-intelligence")
    box = page.get_by_label("Public", exact=True)
    box.scroll_into_view_if_needed()
    page.mouse.wheel(0, 300)
    page.wait_for_timeout(200)
    before = box.bounding_box()["y"]
    box.check()
    expect(page).to_have_url(re.compile("control=public"))
    expect(page.locator("#list-status")).not_to_be_empty()
    assert abs(page.get_by_label("Public", exact=True).bounding_box()["y"] - before) < 4


def test_a_ticked_choice_stays_in_sight_within_its_box(visit):
    for code in ("AK", "AL", "AR", "CT", "HI", "ID", "KS", "KY", "ME", "MS", "NE", "VT", "WY"):
        place = {"institution__state__code": code, "institution__state__name": f"Far {code}"}
        ProgramFactory(title="MS in Zymurgy", **place)
    refresh()
    programs = visit("/programs/?q=zymurgy")
    key = programs.locator(".facet .long input").last.get_attribute("id")
    last = programs.locator(f"#{key}")
    last.scroll_into_view_if_needed()
    before = last.bounding_box()["y"]
    last.check()
    expect(count_said(programs)).not_to_be_empty()
    expect(last).to_be_focused()
    after = last.bounding_box()["y"]
    assert abs(after - before) < 4
    box = programs.locator(f".long:has(#{key})").bounding_box()
    assert box["y"] <= after <= box["y"] + box["height"]


def test_what_is_typed_while_the_list_is_looked_up_is_kept(programs):
    programs.route("**/programs/?*", lambda route: (time.sleep(0.6), route.continue_()))
    programs.get_by_label("From").first.fill("5000")
    programs.keyboard.press("Tab")
    programs.keyboard.type("60000")
    expect(programs).to_have_url(re.compile("tuition_min=5000"))
    expect(programs.locator("#tuition_max")).to_have_value("60000")
    programs.keyboard.press("Tab")
    expect(programs).to_have_url(re.compile("tuition_max=60000"))
    programs.wait_for_load_state("networkidle")


def test_a_text_that_is_not_sent_outlives_a_filter(programs):
    programs.locator("main input#q").fill("robot")
    programs.get_by_label("Public", exact=True).check()
    expect(programs).to_have_url(re.compile("control=public"))
    expect(programs.locator("main input#q")).to_have_value("robot")
    programs.get_by_role("link", name="Clear all").click()
    expect(programs.locator("main input#q")).to_have_value("")


def test_only_what_is_new_is_said_beside_the_count(programs):
    programs.get_by_label("Sort by").select_option("tuition")
    expect(count_said(programs)).to_contain_text("Tuition and fees, lowest first")
    programs.get_by_label("Public", exact=True).check()
    expect(programs).to_have_url(re.compile("control=public"))
    expect(count_said(programs)).not_to_contain_text("Tuition")


def test_the_filters_can_be_skipped(programs):
    skip = programs.get_by_role("link", name="Skip the filters")
    skip.focus()
    programs.keyboard.press("Enter")
    expect(programs.locator("#results")).to_be_focused()
