import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from tests.catalogue import refresh
from tests.factories import (
    CrosswalkLinkFactory,
    FieldOfStudyFactory,
    InstitutionFactory,
    InstitutionFieldFactory,
    InstitutionFieldFigureFactory,
    OccupationFigureFactory,
    ProgramFactory,
    SourceFactory,
)

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("catalogue")]

AI = "/fields/11.0102/"


@pytest.fixture
def scorecard():
    return SourceFactory(slug="scorecard", short_name="College Scorecard", kind="government")


@pytest.fixture
def publish(scorecard):
    """publish("70000", "suppressed"): what universities tell of the earnings under 99.01."""

    def publish(*values, **fields):
        fields = {"measure": "earnings", "basis": "year_1", "source": scorecard} | fields
        for value in values:
            place = InstitutionFieldFactory(field=FieldOfStudyFactory(cip="99.01"))
            InstitutionFieldFigureFactory(subject=place, value=value, **fields)

    return publish


def figures(page):
    return [figure.seen for figure in page.one("dl", class_="figs").own("div")]


def rows(page, name):
    section = page.one("section", id=name)
    return [[cell.seen for cell in row.own("th", "td")] for row in section.all("tr")[1:]]


def test_it_is_named_after_the_field_its_code_second(show):
    page = show(AI)
    assert page.title == "Artificial Intelligence, 11.0102 | Gradpath"
    assert page.heading == "Artificial Intelligence"
    lede = page.one("p", class_="lede")
    assert lede.seen.startswith("Field 11.0102. A program that focuses on the symbolic inference")
    assert "Classification of Instructional Programs" in page.source_of(lede)


@pytest.mark.parametrize("cip", ["99.9999", "11.010", "11", "11.0102x"])
def test_an_unknown_code_has_no_page(show, cip):
    show(f"/fields/{cip}/", status=404)


def test_it_says_which_family_holds_it_and_of_what_it_is_a_part(show):
    head = show(AI).one(class_="head").seen
    assert "Part of Computer and Information Sciences, General, 11.01" in head
    assert "Artificial intelligence: a core field of this catalogue" in head


def test_a_field_near_the_core_is_called_that(show):
    head = show("/fields/14.1001/").one(class_="head").seen
    assert "Electrical and computer engineering: a field near the core" in head


def test_a_field_of_no_family_claims_none(show):
    page = show(FieldOfStudyFactory(cip="99.0101", definition="Zymurgy.").get_absolute_url())
    assert page.one(class_="head").all("p")[1:] == []
    assert page.one(class_="head").seen.endswith("Zymurgy.")


def test_a_field_of_which_nothing_is_known_says_so(show):
    page = show(FieldOfStudyFactory(cip="99.0101").get_absolute_url())
    for told in (
        "No definition is recorded.",
        "No university of this catalogue has a program or a graduate there yet.",
        "The catalogue holds no federal figure of its earnings or debt yet.",
        "The catalogue holds nothing of what the federal crosswalk says of it yet.",
    ):
        assert told in page.main.seen
    assert figures(page) == [
        "Master’s graduates a year Not in the catalogue yet",
        "Universities with graduates Not in the catalogue yet",
        "Master’s programs listed None listed our count",
    ]
    assert page.sources == []


def test_graduates_are_summed_over_the_universities_of_the_catalogue(show):
    assert figures(show(AI)) == [
        "Master’s graduates a year 866 2023–24, summed here over the universities of this "
        "catalogue from IPEDS",
        "Universities with graduates 19 2023–24, of this catalogue",
        "Master’s programs listed 10 our count",
    ]


def test_a_code_of_four_digits_sums_its_parts_and_counts_a_university_once(show):
    page = show("/fields/11.01/")
    assert [figure.split()[4] for figure in figures(page)[:1]] == ["8,506"]
    assert figures(page)[1].startswith("Universities with graduates 24 ")
    assert [row[0] for row in rows(page, "parts")] == [
        "Computer and Information Sciences, General 11.0101",
        "Artificial Intelligence 11.0102",
    ]
    assert "Field" in [head.seen for head in page.one("section", id="programs").all("th")]


def test_a_part_without_graduates_here_is_named_beneath(show):
    FieldOfStudyFactory(cip="11.0199", title="Zymurgy computing")
    parts = show("/fields/11.01/").one("section", id="parts").seen
    assert "Without a graduate here: Zymurgy computing" in parts


def test_a_university_stands_once_with_its_graduates_and_the_degrees_it_has_there(show):
    page = show(AI)
    places = rows(page, "programs")
    assert places[0] == [
        "Carnegie Mellon University",
        "Fifth-Year MS MS in Machine Learning",
        "147 all under 11.0102",
    ]
    assert len({place[0] for place in places}) == len(places) == 10
    assert "/programs/?q=11.0102" in page.links


def test_a_university_of_which_no_degree_is_named_stands_by_its_graduates(show):
    assert rows(show(AI), "programs")[2] == [
        "San Jose State University",
        "No degree named here yet",
        "69 all under 11.0102",
    ]


@pytest.mark.parametrize(
    ("universities", "said"), [(9, "Most graduates first."), (11, "The 10 with most graduates.")]
)
def test_of_more_universities_than_it_shows_it_says_which_they_are(
    show, scorecard, universities, said
):
    for graduates in range(1, universities + 1):
        place = InstitutionFieldFactory(field=FieldOfStudyFactory(cip="99.0101"))
        figure = {"measure": "completions", "value": str(graduates), "source": scorecard}
        InstitutionFieldFigureFactory(subject=place, **figure)
    section = show("/fields/99.0101/").one("section", id="programs")
    assert said in section.seen
    assert len(section.all("tbody")[0].all("tr")) == min(universities, 10)


def test_what_is_only_reported_is_no_named_degree(show, scorecard):
    field = FieldOfStudyFactory(cip="99.0101")
    place = InstitutionFieldFactory(field=field)
    InstitutionFieldFigureFactory(subject=place, source=scorecard, period="2024")
    reported = {"field": field, "institution": place.institution, "identity": "reported"}
    ProgramFactory(title="Zymurgy", **reported)
    refresh()
    [[_university, degrees, _graduates]] = rows(show("/fields/99.0101/"), "programs")
    assert degrees == "Zymurgy, as reported to IPEDS"


def test_listed_degrees_without_graduates_come_last_and_nobody_elses_zero_does(show, scorecard):
    field = FieldOfStudyFactory(cip="99.0101")
    for graduates in ("0", "8", "0"):
        place = InstitutionFieldFactory(field=field)
        InstitutionFieldFigureFactory(
            subject=place, source=scorecard, period="2024", value=graduates
        )
    ProgramFactory(title="MS of none", field=field, institution=place.institution)
    ProgramFactory(title="MS uncounted", field=field)
    refresh()
    assert [row[1:] for row in rows(show("/fields/99.0101/"), "programs")] == [
        ["No degree named here yet", "8 all under 99.0101"],
        ["MS of none", "0 all under 99.0101"],
        ["MS uncounted", "Not recorded"],
    ]


def test_where_the_catalogue_holds_no_count_at_all_it_says_so(show):
    places = rows(show("/fields/14.1001/"), "programs")
    assert {place[-1] for place in places} == {"Not in the catalogue yet"}


def test_earnings_are_those_that_universities_publish_never_a_national_figure(show, publish):
    publish("70000", "90000", "100000", "suppressed", "suppressed", "not_reported", period="2016")
    page = show("/fields/99.01/")
    assert rows(page, "outcomes") == [
        [
            "Earnings a year, one year on College Scorecard",
            "2016",
            "3",
            "2 1 more left out",
            "$90,000 of the 3 published",
            "$70,000 to $100,000",
        ]
    ]
    assert "neither is a national one" in page.one("section", id="outcomes").seen


def test_a_field_of_six_digits_tells_the_outcomes_of_its_four_digits(show, publish):
    FieldOfStudyFactory(cip="99.0101")
    publish("70000", "80000")
    page = show("/fields/99.0101/")
    assert rows(page, "outcomes")[0][4] == "$75,000 of the 2 published"
    assert "the whole four-digit field 99.01" in page.one("section", id="outcomes").seen


@pytest.mark.parametrize(
    ("values", "told"),
    [
        (("suppressed",), ["None published", "1", "Too few published", "None published"]),
        (("70000",), ["1", "None withheld", "Too few published", "$70,000"]),
        (("70000", "70000"), ["2", "None withheld", "$70,000 of the 2 published", "$70,000"]),
    ],
)
def test_too_few_figures_have_no_median(show, publish, values, told):
    publish(*values)
    assert rows(show("/fields/99.01/"), "outcomes")[0][2:] == told


def test_campuses_that_repeat_one_figure_count_once(show, publish):
    publish("70000", "70000", terms="computed for OPEID 003329 and repeated on each campus")
    publish("90000", terms="computed for OPEID 001002 and repeated on each campus")
    assert rows(show("/fields/99.01/"), "outcomes")[0][2] == "2"


def test_each_horizon_and_cohort_has_its_row_debt_last(show, publish):
    publish("1000", measure="debt", basis="unstated")
    publish("70000", basis="year_5")
    publish("70000", period="2016")
    publish("70000", period="2018")
    labels = [row[:2] for row in rows(show("/fields/99.01/"), "outcomes")]
    assert [label.split(" College")[0] for label, _years in labels] == [
        "Earnings a year, five years on",
        "Earnings a year, one year on",
        "Earnings a year, one year on",
        "Debt",
    ]
    assert [years for _label, years in labels] == ["Not given", "2016", "2018", "Not given"]


def test_what_is_disputed_or_no_federal_figure_is_no_outcome(show, publish):
    publish("70000", status="disputed")
    publish("70000", source=SourceFactory(kind="university"))
    assert rows(show("/fields/99.01/"), "outcomes") == []


def test_occupations_stand_with_their_federal_pay_and_growth(show):
    page = show(AI)
    assert rows(page, "occupations") == [
        [
            "Computer and Information Research Scientists 15-1221",
            "$140,300 May 2025",
            "19.7% 2024–34",
        ],
        ["Software Developers 15-1252", "$135,980 May 2025", "15.8% 2024–34"],
        ["Data Scientists 15-2051", "$120,230 May 2025", "33.5% 2024–34"],
    ]
    assert "/occupations/15-1252/" in page.links
    told = page.one("section", id="occupations").seen
    assert "it does not say how often" in told
    assert "only a part of the crosswalk so far: it names others too" in told


def test_of_the_whole_crosswalk_nothing_is_said_to_be_missing(show):
    CrosswalkLinkFactory(field__cip="99.0101")
    told = show("/fields/99.0101/").one("section", id="occupations").seen
    assert "By the federal crosswalk" in told
    assert "only a part" not in told


def test_an_occupation_of_several_parts_or_crosswalks_stands_once(show):
    first = CrosswalkLinkFactory(field__cip="99.0101")
    CrosswalkLinkFactory(field=first.field, occupation=first.occupation)
    CrosswalkLinkFactory(field__cip="99.0102", occupation=first.occupation)
    FieldOfStudyFactory(cip="99.01")
    assert len(rows(show("/fields/99.01/"), "occupations")) == 1


def test_it_asks_few_queries_and_no_more_for_more_of_everything(client, scorecard):
    field = FieldOfStudyFactory(cip="99.0101", definition="Zymurgy.")
    whole = FieldOfStudyFactory(cip="99.01")

    def queries():
        with CaptureQueriesContext(connection) as found:
            assert client.get("/fields/99.0101/").status_code == 200
        return len(found)

    def add(number):
        for university in InstitutionFactory.create_batch(number):
            ProgramFactory(field=field, institution=university)
            place = InstitutionFieldFactory(field=field, institution=university)
            InstitutionFieldFigureFactory(subject=place, source=scorecard, period="2024")
            parent = InstitutionFieldFactory(field=whole, institution=university)
            for measure in ("earnings", "debt"):
                InstitutionFieldFigureFactory(subject=parent, source=scorecard, measure=measure)
            link = CrosswalkLinkFactory(field=field)
            OccupationFigureFactory(subject=link.occupation, source=scorecard, statistic="median")
        refresh()

    add(1)
    few = queries()
    add(14)
    assert queries() == few <= 12
