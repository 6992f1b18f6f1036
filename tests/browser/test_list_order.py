"""The order of the list, by keys and by pointer, and the chips above the list."""

import re

import pytest
from playwright.sync_api import expect

pytestmark = pytest.mark.usefixtures("bundled")

DONE = 1000  # ms without a key after which one is taken to be done


@pytest.fixture
def programs(visit):
    page = visit("/programs/")
    page.evaluate("window.stillHere = true")
    yield page
    assert page.evaluate("window.stillHere")
    page.wait_for_load_state("networkidle")


@pytest.fixture
def asked(programs):
    """The lists asked for, in turn."""
    lists = []
    programs.on("request", lambda request: "/programs/?" in request.url and lists.append(request))
    return lists


def pass_by(page, *keys):
    page.get_by_label("Sort by").focus()
    for key in keys:
        page.keyboard.press(key)
        page.wait_for_timeout(100)


def test_orders_that_one_passes_by_with_the_keys_are_not_asked_for(programs, asked):
    pass_by(programs, "ArrowDown", "ArrowDown", "ArrowDown")
    wanted = programs.get_by_label("Sort by").input_value()
    assert not asked
    expect(programs).to_have_url(re.compile(f"sort={wanted}$"))
    assert len(asked) == 1
    expect(programs.get_by_label("Sort by")).to_be_focused()
    expect(programs.get_by_label("Sort by")).to_have_value(wanted)
    expect(programs.locator("#list-status")).not_to_be_empty()


@pytest.mark.parametrize("key", ["Enter", "Tab"])
def test_an_order_is_asked_for_as_one_is_done(programs, asked, key):
    pass_by(programs, "ArrowDown", "ArrowDown")
    with programs.expect_request("**/programs/?sort=*", timeout=DONE / 2):
        programs.keyboard.press(key)
    expect(programs).to_have_url(re.compile("sort="))
    programs.wait_for_timeout(DONE * 1.5)
    assert len(asked) == 1


def test_an_order_chosen_with_the_pointer_is_asked_for_at_once(programs, asked):
    pass_by(programs, "ArrowDown", "ArrowUp")
    programs.locator(".count").click()
    expect(programs.locator("#list-status")).not_to_be_empty()
    asked.clear()
    programs.locator("#sort").dispatch_event("pointerdown")
    with programs.expect_request("**/programs/?sort=-tuition", timeout=DONE / 2):
        programs.get_by_label("Sort by").select_option("-tuition")
    expect(programs).to_have_url(re.compile("sort=-tuition"))


def test_an_order_outlives_an_answer_that_comes_meanwhile(programs):
    programs.get_by_label("California", exact=True).check()
    pass_by(programs, "ArrowDown", "ArrowDown")
    wanted = programs.get_by_label("Sort by").input_value()
    expect(programs).to_have_url(re.compile(f"sort={wanted}&state=CA"))
    expect(programs.get_by_label("Sort by")).to_have_value(wanted)


def test_an_order_is_given_up_by_going_back(programs, asked):
    programs.get_by_label("California", exact=True).check()
    expect(programs).to_have_url(re.compile("state=CA"))
    expect(programs.locator("#list-status")).not_to_be_empty()
    pass_by(programs, "ArrowDown")
    programs.go_back()
    expect(programs).to_have_url(re.compile("/programs/$"))
    programs.wait_for_timeout(DONE * 1.5)
    assert not [request for request in asked if "sort=" in request.url]


def test_the_focus_goes_on_from_a_chip_that_is_removed(visit):
    page = visit("/programs/?control=public&state=CA&state=GA")
    chips = page.locator(".chip")
    expect(chips).to_have_count(3)
    second = chips.nth(1).text_content()
    chips.nth(0).press("Enter")
    expect(chips).to_have_count(2)
    expect(chips.nth(0)).to_have_text(second)
    expect(chips.nth(0)).to_be_focused()
    chips.nth(1).press("Enter")
    expect(chips).to_have_count(1)
    expect(page.get_by_role("link", name="Clear all")).to_be_focused()
    chips.nth(0).press("Enter")
    expect(chips).to_have_count(0)
    expect(page.get_by_role("region", name="Results")).to_be_focused()
    page.wait_for_load_state("networkidle")
