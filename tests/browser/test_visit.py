import pytest

pytestmark = pytest.mark.urls("tests.browser.faulty_urls")


@pytest.mark.parametrize(
    ("fault", "found"),
    [
        ("inline-script", "Content Security Policy"),
        ("missing-picture", "404"),
        ("off-site", "off-site request: https://off-site.invalid/a.png"),
        ("too-wide", "scrolls sideways"),
        ("no-alternative", "axe image-alt"),
    ],
)
def test_a_visit_finds_the_fault_of_a_page(visit, fault, found):
    with pytest.raises(AssertionError, match=found):
        visit(f"/faulty/{fault}")
    visit.faults.clear()  # else it is reported again when the test ends


def test_a_visit_of_a_sound_page_returns_it(visit):
    assert visit("/faulty/none").title() == "Faulty"


def test_invalid_html_is_found(client, assert_valid_html):
    with pytest.raises(AssertionError, match="close-order"):
        assert_valid_html(client.get("/faulty/not-closed").text)
