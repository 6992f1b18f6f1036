"""Lists compare what a year is charged: tuition and, where they are known, the required fees."""

import pytest
from django.http import QueryDict

from programs.filters import ProgramFilterSet
from programs.models import Program
from tests.catalogue import refresh
from tests.factories import InstitutionFigureFactory, ProgramFactory, SourceFactory
from tests.page import Page

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def zymurgy():
    """Little tuition with large fees, and more tuition without any; dearer from elsewhere."""
    source = SourceFactory(kind="government")
    for title, tuition, fees, dearer in (
        ("Zymurgy with fees", 7000, 8000, 20000),
        ("Zymurgy without", 12000, None, 9000),
    ):
        university = ProgramFactory(title=title).institution
        told = {"subject": university, "source": source, "population": "graduate_students"}
        for basis, more in (("in_state", 0), ("out_of_state", dearer)):
            InstitutionFigureFactory(value=str(tuition + more), basis=basis, **told)
            if fees:
                InstitutionFigureFactory(measure="fees", value=str(fees), basis=basis, **told)
    ProgramFactory(title="Zymurgy unknown")
    refresh()


def listed(query):
    """The titles in their order, of which the plain answer has the same."""
    found = ProgramFilterSet(QueryDict(query), Program.objects.published().listed())
    keys = [key for lot in found.answer.all_keys() for key in lot]
    assert keys == [program.pk for program in found.qs]
    titles = Program.objects.in_bulk(keys)
    return [titles[key].title.removeprefix("Zymurgy ") for key in keys]


@pytest.mark.parametrize(
    ("query", "titles"),
    [
        ("sort=tuition", ["without", "with fees", "unknown"]),
        ("sort=-tuition", ["with fees", "without", "unknown"]),
        ("sort=tuition&residency=out_of_state", ["without", "with fees", "unknown"]),
        ("tuition=0-10000", []),
        ("tuition=10000-20000&sort=tuition", ["without", "with fees"]),
        ("tuition=20000-30000&residency=out_of_state", ["without"]),
        ("tuition=30000-40000&residency=out_of_state", ["with fees"]),
        ("tuition=none", ["unknown"]),
        ("tuition_max=10000", []),
        ("tuition_max=14999", ["without"]),
        ("tuition_max=15000&sort=tuition", ["without", "with fees"]),
        ("tuition_min=12001", ["with fees"]),
        ("tuition_min=21001&residency=out_of_state", ["with fees"]),
        ("tuition_max=34999&residency=out_of_state", ["without"]),
        ("q=zymurgy+under+%2414k", ["without"]),
        ("q=cheapest+zymurgy", ["without", "with fees", "unknown"]),
    ],
)
def test_fees_count_in_orders_bands_bounds_and_words(query, titles):
    assert listed(query) == titles


def test_the_page_says_what_it_compares(client):
    page = Page(client.get("/programs/?q=zymurgy+under+%2415k&sort=tuition&tuition_min=9000"))
    assert "Order, bands and bounds go by the sum; where no fees are known, by" in page.main.seen
    assert "Read as: tuition and fees up to $15,000." in page.main.seen
    assert "Tuition and fees from: $9,000" in page.chips
    assert page.one("option", selected=True).text == "Tuition and fees, lowest first"
    legends = [legend.seen for legend in page.all("legend")]
    assert "Tuition and fees, in state, in dollars a year" in legends
    assert any(legend.startswith("Tuition and fees, band") for legend in legends)


def test_the_note_above_the_list_is_two_sentences_and_leads_to_the_rest(client):
    page = Page(client.get("/programs/?q=zymurgy"))
    [note] = [p for p in page.one("section", id="results").all("p") if "Order," in p.seen]
    assert note.seen.count(".") == 2
    rest = page.one("section", id="results").one("details", class_="data")
    assert "a university’s average for all graduate students" in rest.seen
    address, _hash, key = rest.one("a")["href"].partition("#")
    assert Page(client.get(address)).one("div", id=key).one("dt").text == "Tuition and fees"


@pytest.mark.parametrize(
    ("tuition", "fees", "cell"),
    [
        ("9000", "1000.5", "$10,000.5 = $9,000 + $1,000.5 required fees"),
        ("9000", "0", "$9,000 = $9,000 + $0 required fees"),
        ("9000..9500", "1000", "$9,000–9,500 + $1,000 required fees"),
        ("9000", "~1000", "$9,000 + about $1,000 required fees"),
        ("9000", "not_reported", "$9,000"),
    ],
)
def test_a_row_adds_up_plain_numbers_alone(client, tuition, fees, cell):
    source = SourceFactory(short_name="Printed")
    told = {"subject": ProgramFactory(title="Added").institution, "source": source}
    InstitutionFigureFactory(value=tuition, **told)
    InstitutionFigureFactory(measure="fees", value=fees, **told)
    refresh()
    [row] = Page(client.get("/programs/?q=added")).rows
    assert row.all("td")[1].seen.removesuffix(" Printed, for the university") == cell
