"""What a page leaves on A4 paper: all of its tables, and none of its controls."""

import pytest

A4 = 718  # CSS pixels between margins of 10 mm
PAGES = (
    "/topics/machine-learning-engineer-pay/",
    "/states/",
    "/programs/",
    "/audit/",
    "/disagreements/",
    "/careers/",
    "/guides/financing/",
    "/rankings/hakia-2026-machine-learning/",
    "/institutions/university-of-pennsylvania/",
)
CONTROLS = ".find, [role=search] label, .seg, .toc, .facets, .btn, details.data summary, .pager ul"
CUT_OFF = """() => [...document.querySelectorAll("main table")].filter(table =>
    table.getBoundingClientRect().right > document.documentElement.clientWidth).length"""


@pytest.fixture
def printed(visit, bundled):

    def open_page(path):
        page = visit(path, width=A4)
        page.emulate_media(media="print")
        return page

    return open_page


@pytest.mark.parametrize("path", PAGES)
def test_no_table_is_cut_off_and_no_control_is_printed(printed, path):
    page = printed(path)
    assert page.evaluate(CUT_OFF) == 0
    controls = page.locator(CONTROLS)
    assert [controls.nth(n).is_visible() for n in range(controls.count())].count(True) == 0
    assert page.evaluate("document.documentElement.scrollWidth") <= A4


def test_a_list_is_printed_as_a_table_that_says_which_page_it_is(printed):
    page = printed("/programs/")
    assert page.locator("table.prog thead").is_visible()
    assert page.locator(".pager .onpaper").is_visible()
    assert page.locator(".pager .onpaper").inner_text() == "Page 1 of 2"
