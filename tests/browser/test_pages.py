"""Every kind of public page as Chromium shows it, with the bundled catalogue."""

import re

import pytest
from playwright.sync_api import expect

# (address, status)
PAGES = {
    "home": ("/", 200),
    "programs": ("/programs/", 200),
    "programs: none found": ("/programs/?q=hogwarts&state=CA", 200),
    "programs: filtered": (
        "/programs/?q=ms&state=CA&state=PA&tuition_min=cheap&sort=-tuition&page=x",
        200,
    ),
    "program: named": ("/programs/duke-meng-artificial-intelligence/", 200),
    "program: implied": ("/programs/brandeis-university-masters/", 200),
    "universities": ("/institutions/?state=CA&state=PA", 200),
    "university": ("/institutions/university-of-pennsylvania/", 200),
    "states": ("/states/?sort=-tuition", 200),
    "state": ("/states/CA/", 200),
    "rankings": ("/rankings/", 200),
    "ranking": ("/rankings/hakia-2026-machine-learning/", 200),
    "careers": ("/careers/", 200),
    "careers: filtered": ("/careers/?list=entry_level&list=alternative&pay_min=x&sort=-pay", 200),
    "career": ("/careers/machine-learning-engineer/", 200),
    "career: little known": ("/careers/bioinformatics/", 200),
    "career paths": ("/career-paths/", 200),
    "occupations": ("/occupations/?q=research&zone=5&sort=-pay&page=x", 200),
    "occupation": ("/occupations/15-1221/", 200),
    "occupation: specialties": ("/occupations/17-2199/", 200),
    "fields": ("/fields/", 200),
    "field": ("/fields/11.0102/", 200),
    "field: its parts": ("/fields/11.01/", 200),
    "audit": ("/audit/", 200),
    "audit: filtered": ("/audit/?verdict=differs&measure=pay&source=x", 200),
    "disagreements": ("/disagreements/", 200),
    "disagreements: filtered": ("/disagreements/?kind=check&topic=cost", 200),
    "questions": ("/topics/", 200),
    "question": ("/topics/machine-learning-engineer-pay/", 200),
    "question: two scales": ("/topics/masters-premium/", 200),
    "guides": ("/guides/", 200),
    "guide": ("/guides/financing/", 200),
    "sources": ("/sources/", 200),
    "source": ("/sources/hakia-2026/", 200),
    "ledger": ("/sources/hakia-2026/ledger/", 200),
    "glossary": ("/glossary/", 200),
    "no page": ("/programs/no-such-program/", 404),
}
MODES = [
    {"width": 1280},
    {"width": 1280, "colour_scheme": "dark"},
    {"width": 390},
    {"width": 390, "colour_scheme": "dark"},
    {"width": 320},
    {"forced_colours": True},
]

every_page = pytest.mark.parametrize(("path", "status"), PAGES.values(), ids=PAGES)


pytestmark = pytest.mark.usefixtures("bundled")


@every_page
def test_a_page_is_sound_at_every_width_and_in_every_scheme(visit, path, status):
    for mode in MODES:
        page = visit(path, status=status, **mode)
        assert page.locator("h1").is_visible()
        page.context.close()


@every_page
def test_a_page_is_valid_html(client, assert_valid_html, path, status):
    # as it was served: a browser's own copy has every fault mended
    response = client.get(path)
    assert response.status_code == status
    assert_valid_html(response.text)


def focused(page):
    return page.locator(":focus")


def tab_to(page, selector):
    """Press Tab until the element has the focus."""
    for _press in range(300):
        page.keyboard.press("Tab")
        if focused(page).and_(page.locator(selector)).count():
            return
    raise AssertionError(f"Tab does not lead to {selector}")


def arrive(page, url):
    """Wait for the page and all it asks for: leaving earlier would break off a request."""
    page.wait_for_url(url, wait_until="networkidle")


def chips(page):
    """The filters that are on, by their links to take them off."""
    return [" ".join(text.split()) for text in page.locator("a.chip").all_inner_texts()]


@every_page
def test_the_first_tab_skips_to_the_content(visit, path, status):
    page = visit(path, status=status)
    page.keyboard.press("Tab")
    assert focused(page).inner_text() == "Skip to main content"
    assert focused(page).bounding_box()["y"] >= 0
    page.keyboard.press("Enter")
    page.keyboard.press("Tab")
    assert page.locator("main :focus").count() == 1


@pytest.mark.parametrize("width", [1280, 390])
def test_programs_are_filtered_by_keyboard_alone(visit, width):
    page = visit("/programs/", width)
    if not page.locator("#state-CA").is_visible():
        tab_to(page, "aside summary")
        page.keyboard.press("Enter")
    tab_to(page, "#state-CA")
    page.keyboard.press("Space")
    arrive(page, "**/programs/?state=CA")
    expect(page.locator(".count")).to_have_text("8 programs")
    expect(focused(page)).to_have_id("state-CA")
    assert chips(page) == ["Remove filter State: California"]
    tab_to(page, "a.chip")
    page.keyboard.press("Enter")
    expect(page.locator("a.chip")).to_have_count(0)
    page.wait_for_load_state("networkidle")


def test_what_has_the_focus_is_seen_to_have_it(visit):
    page = visit("/programs/")
    for selector in ("input#q", "a.sort", "form.fs button"):
        tab_to(page, selector)
        style = focused(page).evaluate("element => getComputedStyle(element).outlineStyle")
        assert style != "none", selector


def test_a_mark_leads_to_its_source_and_the_source_to_its_page(visit):
    page = visit("/careers/machine-learning-engineer/")
    page.locator("#programs").get_by_role("link", name=re.compile("Source .*Duke")).first.click()
    assert re.search("#src-[0-9]+$", page.url)
    source = page.locator(":target")
    assert source.is_visible()
    source.get_by_role("link", name=re.compile("All its figures")).click()
    arrive(page, "**/sources/duke-outcomes/")


def test_the_sign_of_a_contradiction_leads_to_the_other_figure(visit):
    page = visit("/institutions/")
    page.locator("a.neq").first.click()
    arrive(page, "**/institutions/university-of-pennsylvania/#graduation_rate-*-compare")
    assert "1%" in page.locator(":target").inner_text()


def test_going_back_restores_the_list(visit):
    page = visit("/programs/?state=CA")
    page.locator("a.sort", has_text="Tuition").click()
    arrive(page, "**sort=tuition*")
    expect(page.locator("th[aria-sort]")).to_contain_text("Tuition")
    page.go_back()
    expect(page.locator("th[aria-sort]")).not_to_contain_text("Tuition")
    expect(page.locator("a.chip")).to_have_text("Remove filter State: California")
    page.wait_for_load_state("networkidle")


@pytest.fixture
def plain_page(visit):
    """A page of a browser without JavaScript."""
    context = visit.browser.new_context(java_script_enabled=False)
    visit.contexts.append(context)
    return context.new_page()


def test_programs_are_searched_filtered_and_sorted_without_javascript(plain_page, live_server):
    page = plain_page
    page.goto(f"{live_server.url}/programs/")
    page.locator("main input#q").fill("machine learning")
    page.locator("main form[role=search] button").click()
    assert chips(page) == ["Remove filter Search: machine learning"]
    page.locator("label", has_text=re.compile("^California$")).click()
    page.locator("form.fs button").first.click()
    assert "Remove filter State: California" in chips(page)
    page.locator("#sort").select_option("-name")
    page.locator(".tools form button").click()
    assert page.locator("th[aria-sort=descending]").inner_text().startswith("Program")
    assert len(chips(page)) == 2
    page.locator("a.chip", has_text="California").click()
    assert chips(page) == ["Remove filter Search: machine learning"]
    assert page.locator("#sort").input_value() == "-name"


def test_a_filter_opens_on_a_small_screen_without_javascript(plain_page, live_server):
    page = plain_page
    page.set_viewport_size({"width": 390, "height": 800})
    page.goto(f"{live_server.url}/programs/?state=CA")
    assert not page.locator("#state-CA").is_visible()
    page.locator("aside summary").click()
    assert page.locator("#state-CA").is_checked()
    page.locator("#state-CA").uncheck()
    page.locator("form.fs button").first.click()
    assert chips(page) == []


@pytest.mark.parametrize("width", [390, 320])
def test_what_a_year_costs_is_seen_without_scrolling_sideways(visit, width):
    page = visit("/programs/uw-ms-machine-learning/", width)
    section = page.locator("#cost")
    for words in ("$18,633", "$32,511", "tuition and fees for a full-time year"):
        box = section.locator("table").get_by_text(words).bounding_box()
        assert box["x"] >= 0 and box["x"] + box["width"] <= width, words
    scroll = section.locator(".scroll").evaluate("e => e.scrollWidth - e.clientWidth")
    assert scroll == 0


def test_the_filters_of_the_audit_and_their_button_stand_in_one_row(visit):
    form = visit("/audit/").locator("form.calc")
    boxes = [form.locator(each).last.bounding_box() for each in ("select", "button")]
    select, button = ((box["y"], box["y"] + box["height"]) for box in boxes)
    assert button[0] < select[1] and select[0] < button[1]
