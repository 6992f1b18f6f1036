"""What an empty list of programs offers."""

from urllib.parse import urlencode

import pytest
from django.http import QueryDict

from programs.filters import ProgramFilterSet
from programs.finding.index import current_index
from programs.finding.words import words_of
from tests.catalogue import refresh
from tests.factories import (
    CareerFactory,
    FieldOfStudyFactory,
    InstitutionFactory,
    OccupationFactory,
    ProgramFactory,
    StateFactory,
)
from tests.programs.finding.random_catalogue import make_catalogue

pytestmark = pytest.mark.django_db

NEAR, CORE = "11.0103", "11.0102"


@pytest.fixture
def show(show):
    def after_refresh(address):
        refresh()
        return show(address)

    return after_refresh


def offers(page):
    """{link: how many it says}."""
    items = page.one("ul", class_="bullets").all("li")
    counted = [item for item in items if item.all("b")]
    return {item.one("a").text: int(item.one("b").text.split()[0]) for item in counted}


def test_programs_of_other_levels_are_one_link_away(show, client):
    field = FieldOfStudyFactory(cip=CORE)
    for number in range(2):
        ProgramFactory(title=f"PhD in Zymurgy {number}", level="doctorate", field=field)
    ProgramFactory(title="MS in Botany", field=field)
    page = show("/programs/?q=zymurgy")
    assert offers(page)["At every level"] == 2
    [wider] = [a["href"] for a in page.all("a") if a.text == "At every level"]
    behind = show(f"/programs/{wider}").main.text
    assert "PhD in Zymurgy 0" in behind and "PhD in Zymurgy 1" in behind
    assert "MS in Botany" not in behind
    assert client.get(f"/programs/{wider}").context["filter"].answer.count == 2


def test_words_look_through_every_field_so_that_fields_are_not_offered(show):
    ProgramFactory(level="doctorate", title="PhD in Zymurgy", field=FieldOfStudyFactory(cip=NEAR))
    assert "In every field" not in offers(show("/programs/?q=zymurgy"))


def of_a_near_field(level):
    """As federal files report it, in Washington."""
    return ProgramFactory(
        title="Zymurgy",
        identity="reported",
        award="",
        level=level,
        institution=InstitutionFactory(state=StateFactory(code="WA", name="Washington")),
        field=FieldOfStudyFactory(cip=NEAR),
    )


def test_without_words_the_near_fields_are_offered(show):
    of_a_near_field("masters")
    page = show("/programs/?state=WA")
    assert offers(page)["In every field"] == 1
    [wider] = [a["href"] for a in page.all("a") if a.text == "In every field"]
    assert "Zymurgy" in show(f"/programs/{wider}").main.text


def test_where_neither_alone_does_both_are_offered(show):
    of_a_near_field("doctorate")
    wider = [label for label in offers(show("/programs/?state=WA")) if "every" in label]
    assert wider == ["At every level and in every field"]


def test_a_list_that_stays_empty_offers_nothing_wider(show):
    ProgramFactory(title="MS in Botany")
    assert offers(show("/programs/?q=qqqq")) == {"Without Search: qqqq": 1}


def test_the_code_of_an_occupation_leads_to_its_page(show):
    occupation = OccupationFactory(soc="15-2051", title="Data Scientists")
    ProgramFactory()
    page = show("/programs/?q=15-2051")
    assert "“15-2051” is an occupation: Data Scientists" in page.main.seen
    assert occupation.get_absolute_url() in page.links


def test_the_name_of_a_career_leads_to_its_page(show):
    career = CareerFactory(title="Zymurgist")
    ProgramFactory()
    page = show("/programs/?q=zymurgist")
    assert "“zymurgist” is a career: Zymurgist" in page.main.seen
    assert career.get_absolute_url() in page.links


def test_what_programs_hold_is_not_explained_by_another_page(show):
    StateFactory(code="MS", name="Mississippi")
    ProgramFactory(title="MS in Zymurgy", award="ms")
    page = show("/programs/?q=ms&delivery=online")
    assert "No program fits all of these" in page.main.seen
    assert "is a state" not in page.main.seen


def test_words_may_be_looked_for_in_everything(show):
    ProgramFactory()
    assert "/search/?q=zymurgy+%26+kelp" in {
        link.replace("%20", "+") for link in show("/programs/?q=zymurgy+%26+kelp").links
    }


@pytest.mark.parametrize("seed", [1, 2])
def test_each_wider_list_holds_what_it_says(seed):
    make_catalogue(seed)
    refresh()
    index = current_index()
    for facet in ("state", "delivery", "control", "institution"):
        for value in words_of(facet, index):
            empty = ProgramFilterSet(QueryDict(urlencode({facet: value, "completions_min": 300})))
            for wider in empty.wider:
                behind = ProgramFilterSet(QueryDict(wider.url_without.removeprefix("?")))
                assert behind.ignored == []
                assert wider.count == behind.answer.count > 0
