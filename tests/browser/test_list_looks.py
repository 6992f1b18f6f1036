"""The list of programs where colours or the width are not the usual ones."""

import re

import pytest
from playwright.sync_api import expect

pytestmark = pytest.mark.usefixtures("bundled")


def edge(found):
    """How wide a line is around it, in pixels."""
    return found.evaluate(
        """part => {
          const { borderTopWidth, outlineStyle, outlineWidth } = getComputedStyle(part);
          return parseFloat(outlineStyle === "none" ? borderTopWidth : outlineWidth);
        }"""
    )


def test_what_a_fill_sets_apart_has_an_edge_in_forced_colours(visit):
    page = visit("/programs/?tuition_min=1", forced_colours=True)
    chip = page.get_by_role("link", name="Remove filter Tuition and fees from: $1")
    pager = page.get_by_role("navigation", name="Pages")
    switch = page.get_by_role("navigation", name="Charge shown")
    assert edge(chip) >= 1
    assert edge(pager.get_by_role("link", name="Page 2")) >= 1
    assert edge(pager.locator("[aria-current]")) >= 3
    assert edge(switch.get_by_role("list")) >= 1
    assert edge(switch.locator("[aria-current]")) >= 3


def test_a_style_that_others_left_on_a_field_is_not_copied(visit):
    page = visit("/programs/")
    # as extensions that fill in forms do
    page.locator("#sort").evaluate("box => { box.style.color = 'red'; box.style.color = ''; }")
    page.get_by_label("California", exact=True).check()
    expect(page).to_have_url(re.compile("state=CA"))
    expect(page.locator("#list-status")).not_to_be_empty()
    expect(page.locator("#sort[style]")).to_have_count(0)


def test_on_a_phone_the_first_row_is_in_sight_and_its_figures_stand_in_pairs(visit):
    page = visit("/programs/", 390)
    row = page.locator(".prog tbody tr").first
    expect(row.get_by_role("rowheader")).to_be_in_viewport(ratio=1)
    tops = [cell.bounding_box()["y"] for cell in row.get_by_role("cell").all()]
    assert tops[0] == tops[1] < tops[2] == tops[3]
    said_of_all = page.get_by_text("Tuition for students from the same state")
    assert said_of_all.bounding_box()["y"] > row.bounding_box()["y"]
