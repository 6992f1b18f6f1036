"""What the list of programs keeps of its page from one visit to the next is no other’s page."""

import pytest
from django.template import engines
from django.test import Client

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("catalogue")]

PAGES = (
    "",
    "?q=data+science",
    "?state=CA&delivery=online&sort=-tuition",
    "?residency=out_of_state&award=ms",
    "?level=doctoral",
    "?level=nonsense&tuition_min=abc&page=x",
    "?q=zzzzqqqq",
    "?tuition_min=5000&tuition_max=90000&earnings_min=1&completions_min=1",
    "?residency=out_of_state&q=xqxqxq&state=ME",
    "?page=2",
)


def forget():
    """All templates are read anew, and with them goes what they keep."""
    for loader in engines["django"].engine.template_loaders:
        loader.reset()


def html_of(address):
    return Client().get(f"/programs/{address}").content.decode()


def test_a_page_after_all_others_is_as_if_it_were_the_first():
    for address in PAGES:
        html_of(address)
    warm = {address: html_of(address) for address in PAGES}
    assert len(set(warm.values())) == len(PAGES)
    for address in PAGES:
        forget()
        assert html_of(address) == warm[address]
