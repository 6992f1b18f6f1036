import pytest


@pytest.mark.parametrize("colour_scheme", ["light", "dark"])
@pytest.mark.parametrize("width", [1280, 390, 320])
def test_the_page_of_404_is_sound(visit, width, colour_scheme):
    page = visit("/nothing-here", width, colour_scheme, status=404)
    assert page.locator("h1").count() == 1


def test_the_page_of_404_is_sound_in_forced_colours(visit):
    visit("/nothing-here", forced_colours=True, status=404)


def test_the_page_of_404_is_valid_html(client, assert_valid_html):
    # as it was served: a browser's own copy has every fault mended
    assert_valid_html(client.get("/nothing-here").text)
