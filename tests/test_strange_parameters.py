"""No address breaks a public page, and none puts a visitor's text into it as HTML."""

from urllib.parse import quote, urlencode

import pytest

from careers.filters import CareerFilterSet, OccupationFilterSet
from programs.filters import (
    DisagreementFilterSet,
    InstitutionFilterSet,
    ProgramFilterSet,
    StateFilterSet,
)
from tests.catalogue import kept_for_a_module, refresh
from tests.factories import (
    CareerFactory,
    CrosswalkLinkFactory,
    InstitutionFactory,
    InstitutionFigureFactory,
    OccupationFigureFactory,
    ProgramFactory,
    RankingEntryFactory,
    RoleLinkFactory,
    SourceFactory,
)
from tests.page import Page

# every kind of public page, with the parameters it reads
PAGES = {
    "/": (),
    "/programs/": (*ProgramFilterSet.base_filters, "page"),
    "/programs/zymurgy/": (),
    "/institutions/": (*InstitutionFilterSet.base_filters, "page"),
    "/institutions/zymurgy/": (),
    "/states/": (*StateFilterSet.base_filters,),
    "/states/PA/": (),
    "/rankings/": (),
    "/rankings/zymurgy/": (),
    "/careers/": (*CareerFilterSet.base_filters, "page"),
    "/careers/zymurgy/": (),
    "/career-paths/": (),
    "/occupations/": (*OccupationFilterSet.base_filters, "page"),
    "/occupations/99-0001/": (),
    "/fields/": (),
    "/fields/99.0001/": (),
    "/disagreements/": (*DisagreementFilterSet.base_filters,),
    "/sources/": ("page",),
    "/sources/zymurgy/": ("kind", "page"),
    "/sources/zymurgy/ledger/": ("page",),
    "/glossary/": (),
}
READERS = [address for address, parameters in PAGES.items() if parameters]

# as they stand in an address, percent-encoded where they would end it
STRANGE = {
    "nothing": "",
    "blank": "%20%09%0A",
    "zero": "0",
    "negative": "-1",
    "one": "1",
    "a large number": "2147483648",
    "a larger number": "9223372036854775808",
    "an exponent": "9e30",
    "five thousand digits": "9" * 5000,
    "digits of another script": "１２",
    "not a number": "NaN",
    "infinity": "-Infinity",
    "hexadecimal": "0x7f",
    "a list": "[1,2]",
    "a mapping": '{"a":1}',
    "null": "null",
    "NUL": "%00",
    "NUL in a word": "CA%00",
    "no UTF-8": "%ff%fe",
    "half a character": "%c3",
    "a surrogate": "%ed%a0%80",
    "control characters": "%01%1b%5b31m%7f",
    "a line break": "a%0d%0aSet-Cookie:%20a=b",
    "right to left": "%e2%80%aeabc",
    "an emoji": "👩‍🎓",
    "a long text": "a" * 20_000,
    "a long text of another script": "ß" * 3000,
    "many words": "+".join("abcdefghij"[n % 10] for n in range(99)),
    "SQL": "' OR 1=1 --",
    "more SQL": "1); DROP TABLE programs_program; --",
    "a pattern": "%25_[a-z]*(?:x+)+$",
    "a script": "<script>alert(1)</script>",
    "the end of an attribute": '"><img src=x onerror=alert(1)>',
    "a template": "{{ request.user }}{% debug %}",
    "a format": "%s%n{0.__class__}",
    "a path": "../../../../etc/passwd",
    "an address": "https://evil.example/",
    "an address that is a script": "javascript:alert(1)",
    "a minus": "-",
    "a word of the list": "none",
}
# those that a parameter may read as something, or hand on to the database
ALONE = (
    "zero",
    "one",
    "a large number",
    "five thousand digits",
    "digits of another script",
    "null",
    "NUL in a word",
    "no UTF-8",
    "an emoji",
    "many words",
    "SQL",
    "a pattern",
    "a word of the list",
)
LOOKUPS = (
    "facts__tuition__gte=1",
    "status=draft",
    "status__exact=draft",
    "institution__name__regex=(a%2B)%2B$",
    "level__in=doctorate",
    "id=1",
    "pk__gt=0",
    "order_by=-pk",
    "q__icontains=a",
    "source__url__startswith=h",
)
HTML = set("<>\"'")

pytestmark = [pytest.mark.django_db, pytest.mark.thorough]


@pytest.fixture(scope="module", autouse=True)
def zymurgy(django_db_setup, django_db_blocker):
    """One record of each kind, so that every page has something to show and to filter."""
    with kept_for_a_module(django_db_blocker):
        one_of_each_kind()
        yield


def one_of_each_kind():
    source = SourceFactory(slug="zymurgy", lines=1, sha256="0" * 64)
    place = {"institution": InstitutionFactory(slug="zymurgy"), "source": source}
    link = CrosswalkLinkFactory(field__cip="99.0001", occupation__soc="99-0001")
    OccupationFigureFactory(subject=link.occupation, source=source)
    program = ProgramFactory(slug="zymurgy", field=link.field, **place)
    RoleLinkFactory(career=CareerFactory(slug="zymurgy"), program=program, **place)
    RankingEntryFactory(ranking__slug="zymurgy", **place)
    InstitutionFigureFactory(subject=program.institution, source=source)
    refresh()


@pytest.fixture
def ask(client):
    """ask(address, query): the answer, which is a page or says that there is none."""

    def ask(address, query):
        response = client.get(f"{address}?{query}")
        assert response.status_code in (200, 400, 404), query[:200]
        return response

    return ask


def encoded(value):
    """As a browser sends it: all but the escapes it already holds."""
    return quote(value, safe="%+")


def assert_shown_as_text(response, value):
    page = Page(response)
    scripts = [s for s in page.all("script") if s.text or not s["src"].startswith("/static/")]
    assert scripts == page.all("iframe") == []
    assert [e.name for e in page.all() if any(name.startswith("on") for name in e.attributes)] == []
    assert [link for link in page.links if link.startswith("javascript:")] == []
    if HTML & set(value):
        assert value not in response.text


def test_the_pages_are_there(ask):
    assert {ask(address, "").status_code for address in PAGES} == {200}


@pytest.mark.parametrize("strange", STRANGE)
@pytest.mark.parametrize("address", READERS)
def test_a_value_given_to_all_that_a_page_reads_breaks_nothing(ask, address, strange):
    value = encoded(STRANGE[strange])
    names = (*PAGES[address], "unknown", value or "empty")
    response = ask(address, "&".join(f"{name}={value}" for name in names))
    assert_shown_as_text(response, STRANGE[strange])


@pytest.mark.parametrize("address", [address for address in PAGES if address not in READERS])
def test_a_page_without_parameters_reads_none(ask, address):
    values = (encoded(value) for value in STRANGE.values())
    strange = ask(address, "&".join(f"p{number}={value}" for number, value in enumerate(values)))
    assert strange.content == ask(address, "").content


@pytest.mark.parametrize(
    ("address", "name"), [(address, name) for address in READERS for name in PAGES[address]]
)
def test_no_value_of_a_parameter_alone_breaks_anything(ask, address, name):
    for strange in ALONE:
        value = STRANGE[strange]
        assert_shown_as_text(ask(address, f"{name}={encoded(value)}"), value)


@pytest.mark.parametrize(
    ("address", "name"), [(address, name) for address in READERS for name in PAGES[address]]
)
def test_a_parameter_given_a_thousand_times_is_read_as_far_as_it_makes_sense(ask, address, name):
    assert ask(address, "&".join([f"{name}=1"] * 1000)).status_code == 200
    many = "&".join(f"{name}={number}" for number in range(1, 1000))
    assert ask(address, many).status_code in (200, 404)


@pytest.mark.parametrize("address", READERS)
def test_more_parameters_than_any_form_has_are_refused(ask, address):
    response = ask(address, "&".join(["page=1"] * 1500))
    assert response.status_code == 400
    assert Page(response).heading == "This request cannot be understood"


@pytest.mark.parametrize("lookup", LOOKUPS)
@pytest.mark.parametrize("address", READERS)
def test_a_lookup_of_the_database_changes_nothing(ask, address, lookup):
    assert ask(address, lookup).content == ask(address, "").content


@pytest.mark.parametrize("address", READERS)
@pytest.mark.parametrize(
    "query",
    [
        "&&&",
        "=",
        "==&=",
        "?",
        "?page=1",
        "%",
        "%zz=%zz",
        ";page=2",
        "page",
        "page=1&page",
        "#",
        "q[]=a",
    ],
)
def test_a_broken_query_is_read_as_far_as_it_goes(ask, address, query):
    assert ask(address, query).status_code == 200


@pytest.mark.parametrize(
    "kind",
    [
        *("programs", "institutions", "rankings", "careers", "sources", "states"),
        *("occupations", "fields"),
    ],
)
@pytest.mark.parametrize(
    "slug",
    ["%00", "%ff", "..%2f..", "<script>", "１２", "a" * 5000, "zymurgy'--", "zymurgy%0a", "%20"],
)
def test_a_name_that_is_none_has_no_page(client, kind, slug):
    response = client.get(f"/{kind}/{slug}/")
    assert response.status_code == 404
    assert "<script>" not in response.text


@pytest.mark.parametrize("address", PAGES)
def test_what_only_the_address_says_is_not_sent_back_as_a_header(ask, address):
    response = ask(address, "page=a%0d%0aSet-Cookie:%20a=b&q=a%0d%0aX:%20y")
    assert not response.cookies
    assert "X" not in response.headers


@pytest.mark.parametrize("address", READERS)
def test_a_page_repeats_little_of_a_long_address(ask, address):
    plain = len(ask(address, "").content)
    query = urlencode([(name, "x" * 10_000) for name in PAGES[address]])
    assert len(ask(address, query).content) < plain + 5000
