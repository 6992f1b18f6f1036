"""The section of a program’s page that says what a year costs, and its switch."""

import pytest

from programs.models import Program
from programs.profiles import ProgramProfile
from reference.enumerations import Basis
from tests.catalogue import refresh
from tests.factories import (
    InstitutionFigureFactory,
    ProgramFactory,
    ProgramFigureFactory,
    SourceFactory,
)

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("catalogue")]

CMU = "/programs/carnegie-mellon-ms-machine-learning/"
UW = "/programs/uw-ms-machine-learning/"
OMSCS = "/programs/georgia-tech-omscs/"


def cost(page):
    return page.one("section", id="cost")


def switches(page):
    return {
        link.seen: (link["href"], "aria-current" in link)
        for link in page.one("nav", class_="seg").all("a")
    }


@pytest.fixture
def program():
    return ProgramFactory(title="MS in Zymurgy", slug="zymurgy")


def test_it_adds_tuition_and_fees_and_says_that_it_does(show):
    section = cost(show(UW))
    assert section.all("p")[1].seen == (
        "$18,633 a year in state: the sum of tuition $17,514 and required fees $1,119."
    )
    assert "average for all graduate students of the university, not the price" in section.seen


def test_each_residency_has_a_row_and_those_charged_the_same_share_it(show):
    rows = cost(show(UW)).all("tr")[1:]
    assert [[cell.seen for cell in row.own("th", "td")] for row in rows] == [
        ["In district or in state", "$17,514", "$1,119", "$18,633", "$834"],
        ["Out of state", "$31,392", "$1,119", "$32,511", "$1,495"],
    ]
    [row] = cost(show(CMU)).all("tr")[1:]
    assert row.one("th").seen == "In district, in state or out of state"
    assert "a year, the same in or out of state" in cost(show(CMU)).seen


def test_the_switch_shows_the_other_charge_at_the_top_and_in_the_section(show):
    page = show(UW)
    assert page.stands("Tuition a year, in state") == "$17,514"
    address, chosen = switches(page)["Out of state"]
    assert (address, chosen) == ("?residency=out_of_state#cost", False)
    page = show(f"{UW}{address}")
    assert page.stands("Tuition a year, out of state") == "$31,392"
    assert "$32,511 a year out of state" in cost(page).seen
    assert switches(page) == {
        "In state": ("?#cost", False),
        "Out of state": ("?residency=out_of_state#cost", True),
    }


def test_where_all_are_charged_the_same_there_is_nothing_to_switch(show):
    page = show(CMU)
    assert page.stands("Tuition a year, in or out of state") == "$48,496"
    assert "One charge, in or out of state" in cost(page).seen
    assert not page.all("nav", class_="seg")


def test_an_own_price_is_not_called_one_charge(show, program):
    for basis in ("in_district", "in_state", "out_of_state"):
        InstitutionFigureFactory(
            subject=program.institution,
            value="40000",
            source=SourceFactory(slug=f"ipeds-{basis}", kind="government"),
            population="graduate_students",
            basis=basis,
        )
    ProgramFigureFactory(subject=program, value="30000", source__kind="university")
    refresh()
    assert show("/programs/zymurgy/").stands("Tuition a year, in state") == "$30,000"


def test_the_residency_that_is_chosen_stays_on_the_way_back_and_to_other_degrees(show):
    query = "?residency=out_of_state"
    links = show(f"{UW}{query}").links
    assert f"/programs/{query}" in links
    assert f"/programs/uw-ms-data-science/{query}" in links
    canonical = show(f"{UW}{query}").one("link", rel="canonical")["href"]
    assert canonical.endswith(UW)
    assert "/programs/uw-ms-data-science/" in show(UW).links


@pytest.mark.parametrize("query", ["", "?residency=out_of_state"])
def test_a_residency_stays_where_another_page_stands_in_for_an_unlisted_program(client, query):
    implied = ProgramFactory(slug="unlisted", identity="implied", title="", field=None)
    ProgramFactory(institution=implied.institution)
    refresh()
    answer = client.get(f"/programs/unlisted/{query}")
    there = implied.institution.get_absolute_url()
    assert (answer.status_code, answer["Location"]) == (302, f"{there}{query}")


def test_what_a_source_prints_of_the_whole_degree_comes_first_and_is_no_year(show):
    page = show(OMSCS)
    told = cost(page).seen
    assert told.index("$7,000 in all, as printed by Hakia") < told.index("$15,570 a year in state")
    assert "The whole degree, not a year." in told
    assert "not recorded" not in told
    assert page.stands("Cost of the whole degree") == "$7,000"
    assert page.stands("The program’s own price") == "$7,000 in all, as printed by Hakia"


@pytest.mark.parametrize(
    "printed", [{"value": "not_reported"}, {"value": "7000", "status": "disputed"}], ids=str
)
def test_a_total_that_is_not_given_or_in_doubt_is_no_price(show, program, printed):
    ProgramFigureFactory(subject=program, measure="total_cost", **printed)
    refresh()
    page = show("/programs/zymurgy/")
    assert "No price of this degree is recorded" in cost(page).seen
    assert page.stands("The program’s own price") == "Not recorded"


def test_a_residency_that_nobody_knows_counts_as_blank_and_is_named(show):
    page = show(f"{UW}?residency=on_the_moon")
    assert page.ignored == ["Charge for: “on_the_moon”"]
    assert page.stands("Tuition a year, in state") == "$17,514"


def test_the_undergraduate_charge_is_named_where_a_ranking_prints_it(show):
    assert (
        "Undergraduates are charged $62,260 in or out of state: not what graduate students are "
        "charged, though it is printed as tuition by Hakia." in cost(show(CMU)).seen
    )
    southern_california = "/programs/usc-ms-applied-data-science/"
    assert (
        "Undergraduates are charged $66,640 in or out of state, the same number, which is printed "
        "as tuition by Hakia." in cost(show(southern_california)).seen
    )


def test_the_undergraduate_charge_says_whose_it_is_and_follows_the_switch(show):
    assert (
        "Undergraduates are charged $11,524 in state: not what graduate students are charged, "
        "though it is printed as tuition by Hakia." in cost(show(UW)).seen
    )
    assert (
        "Undergraduates are charged $40,878 out of state and $11,524 in state; the second, not "
        "what graduate students are charged, is printed as tuition by Hakia."
        in cost(show(f"{UW}?residency=out_of_state")).seen
    )


def test_an_undergraduate_charge_that_graduates_pay_too_follows_the_switch(show):
    uw = Program.objects.get(slug="uw-ms-machine-learning").institution
    charged = uw.figures.filter(item__in=["TUITION5", "TUITION6"])
    charged.update(low=11524, high=11524)
    assert (
        "$11,524 in state; the second, which graduate students are charged too, is printed as "
        "tuition by Hakia." in cost(show(f"{UW}?residency=out_of_state")).seen
    )


def test_a_residency_whose_undergraduate_charge_is_not_known_names_the_printed_one(show):
    uw = Program.objects.get(slug="uw-ms-machine-learning").institution
    uw.figures.filter(item="TUITION3").delete()
    told = cost(show(f"{UW}?residency=out_of_state")).seen
    assert "Undergraduates are charged $11,524 in state: not what" in told


def test_it_is_not_named_where_nobody_prints_it(show):
    assert "Undergraduates are charged" not in show("/programs/georgia-tech-omscs/").main.seen


def test_the_own_price_of_a_program_beats_the_average(show, program):
    university = {"kind": "university", "short_name": "Zymurgy U"}
    ProgramFigureFactory(subject=program, value="30000", source=SourceFactory(**university))
    InstitutionFigureFactory(
        subject=program.institution,
        value="40000",
        source=SourceFactory(kind="government"),
        population="graduate_students",
        basis="in_state",
    )
    refresh()
    page = show("/programs/zymurgy/")
    assert page.stands("Tuition a year, in state") == "$30,000"
    told = cost(page).seen
    assert "The university’s own price for this degree, Tuition a year: $30,000" in told
    assert told.index("$30,000") < told.index("$40,000")
    assert "the degree’s own price, above, comes first" in told


def test_the_own_price_stands_alone_where_no_federal_file_has_a_charge(show, program):
    ProgramFigureFactory(subject=program, value="30000", source__kind="university")
    refresh()
    assert "No federal file we hold states what" in cost(show("/programs/zymurgy/")).seen


def test_a_price_that_nobody_states_is_said_not_to_be_known(show, program):
    refresh()
    assert "No price of this degree is recorded" in cost(show("/programs/zymurgy/")).seen


def test_a_charge_that_is_not_given_tells_why_and_there_is_no_sum(show, program):
    figure = {"source": SourceFactory(kind="government"), "population": "graduate_students"}
    for measure, value in (("tuition", "9000"), ("fees", "not_applicable")):
        InstitutionFigureFactory(
            subject=program.institution, measure=measure, value=value, basis="in_state", **figure
        )
    refresh()
    [row] = cost(show("/programs/zymurgy/")).all("tr")[1:]
    told = ["$9,000", "Not applicable", "No sum", "Not recorded"]
    assert [cell.seen for cell in row.all("td")] == told


def test_its_charges_are_all_on_the_page_of_its_university_and_not_repeated_below(show):
    page = show(UW)
    assert "TUITION7" not in page.one("section", id="facts").seen
    address, _hash, anchor = cost(page).one("p", class_="prov").one("a")["href"].partition("#")
    assert "Undergraduates, 2023–24" in show(address).one("section", id=anchor).seen


@pytest.mark.parametrize("residency", [Basis.IN_STATE, Basis.OUT_OF_STATE])
def test_the_sum_of_a_year_is_what_lists_compare_it_by(residency):
    listed = Program.objects.published().listed().masters().select_related("facts", "institution")
    assert len(listed) == 40
    for program in listed:
        profile = ProgramProfile(program, residency)
        assert profile.charge_with_fees == profile.cost.year.total != ""


def test_required_fees_stand_under_the_charge_at_the_top(show):
    [top] = [
        d
        for d in show(UW).all("div")
        if [t.seen for t in d.own("dt")] == ["Tuition a year, in state"]
    ]
    assert [told.seen for told in top.own("dd")] == [
        "$17,514",
        "+ $1,119 required fees = $18,633",
        "IPEDS, average for all graduate students",
    ]


def test_a_total_that_others_print_is_said_not_to_be_what_lists_compare(show):
    told = cost(show(OMSCS)).seen
    assert "what is printed of that stands above. Lists compare it by the university’s" in told


@pytest.mark.parametrize("own", [True, False])
def test_lists_are_not_said_to_compare_what_they_do_not(show, program, own):
    figure = {"source": SourceFactory(kind="government"), "population": "graduate_students"}
    InstitutionFigureFactory(
        subject=program.institution, value="not_reported", basis="in_state", **figure
    )
    ProgramFigureFactory(subject=program, measure="total_cost", value="7000")
    if own:
        ProgramFigureFactory(subject=program, value="10000", source__kind="ranking")
    refresh()
    assert "Lists compare" not in cost(show("/programs/zymurgy/")).seen
