import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from tests.catalogue import refresh
from tests.factories import (
    CareerFactory,
    InstitutionAliasFactory,
    InstitutionFactory,
    InstitutionFigureFactory,
    OrganizationLinkFactory,
    ProfileItemFactory,
    ProgramFactory,
    RankingEntryFactory,
    RoleLinkFactory,
    SourceFactory,
)

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("catalogue")]

CMU = "/institutions/carnegie-mellon-university/"
PENN = "/institutions/university-of-pennsylvania/"
UW = "/institutions/university-of-washington-seattle/"


def names(page, section):
    return [item.seen for item in page.main.one("section", aria_labelledby=section).all("li")]


def groups(page):
    """{heading: titles} of the programs."""
    found, title = {}, ""
    for row in page.one("section", id="programs").all("tr")[1:]:
        if "grp" in row.classes:
            title = row.seen
        else:
            found.setdefault(title, []).append(row.one("th").seen)
    return found


def test_it_is_named_after_the_university_and_says_where_it_is(show):
    page = show(CMU)
    assert page.title == "Carnegie Mellon University | Gradpath"
    assert page.heading == "Carnegie Mellon University"
    lede = page.one(class_="head").one("p", class_="lede").seen
    assert lede.startswith(
        "Also CMU; Carnegie Mellon. Private nonprofit, Pittsburgh, Pennsylvania."
    )


def test_the_headlines_show_what_graduates_are_charged_and_the_rate_as_printed(show):
    page = show(UW)
    assert page.stands("Graduate charge a year") == "$17,514"
    assert "Average for all graduate students, in state, 2023–24, before fees" in page.main.seen
    assert page.stands("Graduation rate, as printed") == "97%"
    assert page.stands("Named master’s degrees") == "4"
    assert page.stands("Place in ranking") == "4th of 50"
    assert "Average for all graduate students" in page.one("dl", class_="figs").seen


def test_the_charge_is_that_of_the_residency_asked_for_and_the_other_stands_beside_it(show):
    def charge(query=""):
        page = show(f"{UW}{query}")
        said = page.one("dl", class_="figs").seen.partition("Graduation rate")[0]
        return page.stands("Graduate charge a year"), said

    number, said = charge()
    assert number == "$17,514"
    assert "in state, 2023–24, before fees; out of state $31,392" in said
    number, said = charge("?residency=out_of_state")
    assert number == "$31,392"
    assert "out of state, 2023–24, before fees; in state $17,514" in said


def test_the_residency_goes_on_to_its_programs_and_an_unknown_one_is_named(show):
    assert (
        "/programs/uw-ms-data-science/?residency=out_of_state"
        in show(f"{UW}?residency=out_of_state").links
    )
    page = show(f"{UW}?residency=on_the_moon")
    assert page.ignored == ["Charge for: “on_the_moon”"]
    assert page.stands("Graduate charge a year") == "$17,514"
    assert page.one("link", rel="canonical")["href"].endswith(UW)


def test_one_charge_for_all_is_called_so(show):
    page = show(f"{CMU}?residency=out_of_state")
    assert page.stands("Graduate charge a year") == "$48,496"
    said = page.one("dl", class_="figs").seen
    assert "in or out of state, 2023–24, before fees Graduation" in said


def test_a_claim_that_is_another_measure_says_so_among_the_published_figures(show):
    [row] = [row for row in show(CMU).one(id="facts").all("tr") if "$62,260" in row.seen]
    assert row.all("td")[-1].seen == "Is another measure"
    assert row.all("td")[-1].one("a")["href"] == "/audit/?measure=tuition"


def test_a_tuition_of_which_nobody_says_who_pays_it_is_told_as_printed(show):
    university = InstitutionFactory()
    InstitutionFigureFactory(subject=university, value="11524")
    refresh()
    page = show(university.get_absolute_url())
    assert page.stands("Tuition, as printed") == "$11,524"
    assert "Who is charged is not stated" in page.one("dl", class_="figs").seen


def test_every_figure_stands_with_where_it_is_printed(show):
    row = show(UW).one("tr", id="pay-hakia-2026-insight")
    assert row.one("th").seen == "Hakia line 59; line 201: “$165,000”"
    assert row.all("td")[0].seen == "$165,000"
    assert show(CMU).row("3.9", "mean").all("td")[1].seen == "mean · admitted students"


def test_penns_two_rates_lead_to_each_other(show):
    page = show(PENN)
    high = page.one("tr", id="graduation_rate-hakia-2026-profile")
    low = page.one("tr", id="graduation_rate-hakia-2026-compare")
    assert [row.all("td")[0].seen for row in (high, low)] == ["100%", "1%"]
    assert high.one("a", class_="neq")["href"] == f"{PENN}#{low['id']}"
    assert low.one("a", class_="neq")["href"] == f"{PENN}#{high['id']}"
    assert low.all("td")[3].seen.startswith("Disputed")
    assert "a share of 1.0 printed as a percentage" in low.all("td")[3].seen
    assert page.one("a", href="#disagree").text == "1 contradiction"
    assert "100% (Hakia, line 211; line 287) against 1%" in page.one(id="disagree").seen


def test_its_programs_stand_by_how_they_are_known(show):
    assert groups(show(CMU)) == {
        "Named master’s degrees": ["MS in Machine Learning", "Fifth-Year MS"],
        "Other levels, kept but not listed with the master’s": [
            "PhD in Machine Learning",
            "Joint PhD in Statistics and Machine Learning",
            "Joint PhD in Machine Learning and Public Policy",
            "Joint PhD in Neural Computation and Machine Learning",
        ],
    }
    assert "and 4 degrees of other levels" in show(CMU).one("dl", class_="figs").seen


def test_a_university_that_is_only_ranked_has_no_named_degree(show):
    page = show("/institutions/brandeis-university/")
    assert groups(page) == {
        "Degree title not recorded": ["Master’s in machine learning, degree title not recorded"]
    }
    assert page.stands("Named master’s degrees") == "Not recorded"


def test_what_sources_say_beside_figures_is_listed(show):
    page = show(PENN)
    assert names(page, "partners-h") == ["Amazon printed “AWS”", "Google"]
    assert len(names(page, "labs-h")) == 4
    assert names(page, "faculty-h") == ["Chris Callison-Burch. Director of the online MSE in AI"]
    assert names(page, "careers-h")[0] == (
        "Startup founders As printed line 218 · none of our careers"
    )
    assert names(page, "rankings-h") == [
        "Top 50 Machine Learning Master’s Programs 20265th, score 73.7"
        " Hakia, line 77; line 211; line 279; line 287"
    ]


def test_all_that_is_said_of_dukes_program_stands_on_dukes_page_too(show):
    page = show("/institutions/duke-university/")
    assert len(names(page, "employers-h")) == 13
    assert "Master of Engineering in Artificial Intelligence" in names(page, "careers-h")[0]
    assert page.stands("Graduation rate, as printed") == "Not recorded"


def test_what_is_missing_is_said_in_words(show):
    university = InstitutionFactory(state=None)
    page = show(university.get_absolute_url())
    assert "Control not recorded, place not recorded." in page.one(class_="head").seen
    assert page.stands("Tuition, as printed") == "Not recorded"
    assert "No figure is printed for the university as a whole." in page.main.text
    assert "its programs above" not in page.main.text
    assert "No source we hold names a role." in page.main.text
    assert "No ranking we hold shows it." in page.main.text
    for section in ("employers-h", "partners-h", "labs-h", "faculty-h", "location-h"):
        assert page.main.one("section", aria_labelledby=section).seen.endswith("Not recorded")


def test_what_a_profile_leaves_out_is_not_given(show):
    university = ProfileItemFactory(kind="lab").institution
    page = show(university.get_absolute_url())
    assert page.main.one("section", aria_labelledby="faculty-h").seen.endswith("Not given")


def test_a_page_of_outcomes_is_no_profile(show):
    page = show("/institutions/duke-university/")
    assert page.main.one("section", aria_labelledby="labs-h").seen.endswith("Not recorded")


def test_other_names_are_told_apart_and_the_mark_stands_after_the_whole_introduction(show):
    lede = show(UW).one(class_="head").one("p", class_="lede")
    assert "mark" in lede.own("a")[-1].classes
    assert lede.text.endswith("1")


def test_a_placeholder_stands_as_printed(show):
    link = OrganizationLinkFactory(organization=None, printed="Other startups")
    page = show(link.institution.get_absolute_url())
    assert names(page, "partners-h") == ["“Other startups” no organization is named"]


def test_what_only_a_text_names_stands_apart_from_the_list(show):
    university = InstitutionFactory()
    for mention in ("prose", "list"):
        about = {"institution": university, "mention": mention}
        OrganizationLinkFactory(organization__name=f"Partner of {mention}", **about)
        ProfileItemFactory(name=f"Lab of {mention}", **about)
    page = show(university.get_absolute_url())
    for section, noun in (("partners-h", "Partner"), ("labs-h", "Lab")):
        listed, in_text = page.main.one("section", aria_labelledby=section).own("ul")
        assert f"{noun} of list" in listed.seen
        assert f"{noun} of prose" in in_text.seen
        seen = page.main.one("section", aria_labelledby=section).seen
        assert seen.index("list") < seen.index("Named in the text") < seen.index("prose")


def test_a_withdrawn_figure_is_hidden_and_a_disputed_one_shown(show):
    university = InstitutionFactory()
    InstitutionFigureFactory(subject=university, value="10000", status="withdrawn")
    InstitutionFigureFactory(subject=university, value="20000", status="disputed")
    refresh()
    page = show(university.get_absolute_url())
    assert "$10,000" not in page.text
    assert page.row("$20,000").all("td")[3].seen == "Disputed"


@pytest.mark.parametrize("status", ["draft", "withdrawn"])
def test_nothing_of_an_unpublished_program_shows(show, status):
    hidden = ProgramFactory(title="Hidden degree", status=status)
    about = {"institution": hidden.institution, "program": hidden}
    RoleLinkFactory(printed="Hidden role", **about)
    OrganizationLinkFactory(role="employer", organization__name="Hidden employer", **about)
    ProfileItemFactory(name="Hidden lab", **about)
    refresh()
    assert "Hidden" not in show(hidden.institution.get_absolute_url()).text


def test_it_asks_few_queries_and_no_more_for_more_of_everything(client):
    university, source = InstitutionFactory(), SourceFactory()

    def queries():
        with CaptureQueriesContext(connection) as found:
            assert client.get(university.get_absolute_url()).status_code == 200
        return len(found)

    def add(number):
        about = {"institution": university}
        InstitutionAliasFactory.create_batch(number, **about)
        InstitutionFigureFactory.create_batch(number, subject=university, source=source)
        ProgramFactory.create_batch(number, **about)
        ProgramFactory.create_batch(number, level="doctorate", **about)
        for role in ("employer", "partner"):
            OrganizationLinkFactory.create_batch(number, role=role, **about)
        for kind in ("lab", "faculty", "location", "designation", "contact", "service"):
            ProfileItemFactory.create_batch(number, kind=kind, **about)
        for _role in range(number):
            RoleLinkFactory(career=CareerFactory(), **about)
            RankingEntryFactory(**about)
        refresh()

    add(1)
    few = queries()
    add(49)
    assert queries() == few <= 15


def test_of_two_dozen_names_in_the_federal_directory_a_few_show_at_once(show):
    university = InstitutionFactory(slug="colorado", city="Boulder")
    for number in range(23):
        InstitutionAliasFactory(institution=university, name=f"CU {number}", curated=False)
    head = show("/institutions/colorado/").one(class_="head")
    assert head.one("p", class_="lede").seen.startswith("Also CU 0; CU 1; CU 2. ")
    assert head.one("summary").seen == "20 more names in the federal directory"
    assert head.one("details").one("p").seen.endswith("CU 21; CU 22")
    InstitutionAliasFactory(institution=university, name="Boulder")
    head = show("/institutions/colorado/").one(class_="head")
    assert head.one("p", class_="lede").seen.startswith("Also Boulder. ")
    assert head.one("summary").seen == "23 more names in the federal directory"
