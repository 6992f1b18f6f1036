import re
from datetime import date
from urllib.parse import quote

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from programs.filters import SORTS
from programs.models import Program
from reference.models import Source
from tests.catalogue import refresh
from tests.factories import (
    FieldOfStudyFactory,
    InstitutionFactory,
    InstitutionFieldFactory,
    InstitutionFieldFigureFactory,
    InstitutionFigureFactory,
    ProgramFactory,
    ProgramFigureFactory,
    RankingEntryFactory,
)

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("catalogue")]

RANK, TUITION, GRADUATES, PAY = range(4)


@pytest.fixture
def listed(show):
    """listed("state=CA"): (title, university) of every program of the list, in its order."""

    def listed(query=""):
        page = show(f"/programs/?{query}")
        rows = page.rows
        for link in page.all("a", rel="next"):
            rows += show(f"/programs/{link['href']}").rows
        names = [row.one("th").all("a") for row in rows]
        return [(links[0].text, links[1].text) for links in names]

    return listed


def cells(row):
    return [cell.seen for cell in row.all("td")]


def count(page):
    return page.one("p", class_="count").text


def test_it_lists_the_masters_that_are_published(show, listed):
    page = show("/programs/")
    assert (page.title, page.heading) == ("Programs | Gradpath", "Programs")
    assert count(page) == "40 programs"
    programs = listed()
    assert len(set(programs)) == len(programs) == 40
    assert ("MS in Machine Learning", "Carnegie Mellon University") in programs
    assert not [title for title, _university in programs if title.startswith(("PhD", "BS", "BA"))]


def test_ranked_programs_come_first_and_the_best_of_them_before_all(show):
    page = show("/programs/")
    ranks = [cells(row)[RANK] for row in page.rows]
    ranks += [cells(row)[RANK] for row in show("/programs/?page=2").rows]
    assert ranks[-2:] == ["Not in the first 25"] * 2  # Duke, Georgia Tech
    numbers = [int(rank) for rank in ranks[:-2]]
    assert numbers == sorted(numbers)
    assert "Carnegie Mellon University" in page.rows[0].seen


def test_a_row_shows_each_figure_with_the_mark_of_its_source(show):
    page = show("/programs/?institution=carnegie-mellon-university")
    row = page.row("MS in Machine Learning")
    assert cells(row) == [
        "1",
        "$49,450 = $48,496 + $954 required fees IPEDS, average for all graduate students",
        "147 all under 11.0102, 2023–24",
        "$108,000 11.01, graduates of 2015–17",
    ]
    assert [len(cell.all("a", class_="mark")) for cell in row.all("td")] == [1, 2, 1, 1]
    assert page.source_of(row.all("td")[RANK]).startswith("Hakia, Best Machine Learning Programs")
    assert "Completions by field of study" in page.source_of(row.all("td")[GRADUATES])
    assert "Pittsburgh, PA · Private nonprofit · 16 months" in row.one("th").seen
    assert page.source_of(row.one("th")).startswith("Hakia")  # of its length


def test_a_row_says_whose_pay_it_shows(show):
    page = show("/programs/?institution=duke-university")
    [row] = page.rows
    assert cells(row) == [
        "Not in the first 25",
        "$63,985 = $62,620 + $1,365 required fees IPEDS, average for all graduate students",
        "14 all under 11.0102, 2023–24",
        "$118,000 self-reported: Duke Pratt, new graduates",
    ]
    assert page.source_of(row.all("td")[PAY]).startswith("Duke University, Pratt School of")


def test_it_says_whose_tuition_it_shows_and_a_plain_link_shows_the_other(show):
    page = show("/programs/?q=washington&sort=tuition")
    assert {cells(row)[TUITION].split()[0] for row in page.rows} == {"$18,633"}
    switch = {link.text: link for link in page.one("nav", class_="seg").all("a")}
    assert switch["In state"]["aria-current"] == "true"
    address = switch["Out of state"]["href"]
    assert address == "?q=washington&residency=out_of_state&sort=tuition"
    page = show(f"/programs/{address}")
    assert {cells(row)[TUITION].split()[0] for row in page.rows} == {"$32,511"}
    assert "A year’s tuition for students from another state" in page.main.seen
    headers = [header.seen for header in page.one("thead").all("th")]
    assert "Tuition and fees, out of state" in headers
    back = {link.text: link["href"] for link in page.one("nav", class_="seg").all("a")}
    assert back["In state"] == "?q=washington&sort=tuition"


def test_the_chosen_residency_is_no_filter_and_stays_in_every_form_and_link(show):
    page = show("/programs/?residency=out_of_state&state=CA")
    assert list(page.chips) == ["State: California"]
    forms = [form for form in page.main.all("form")]
    carried = [{field.get("name"): field.get("value") for field in f.all("input")} for f in forms]
    assert [fields["residency"] for fields in carried] == ["out_of_state"] * 3
    assert all("residency=out_of_state" in link["href"] for link in page.all("a", class_="sort"))


def test_a_residency_that_nobody_knows_counts_as_blank_and_is_named(show):
    page = show("/programs/?residency=mars")
    assert page.ignored == ["Charge for: “mars”"]
    assert count(page) == "40 programs"


def test_near_fields_are_one_tick_away(show, listed):
    for identity, title in (
        ("curated", "Zymurgy Informatics"),
        ("reported", "Master’s in zymurgy"),
    ):
        field = FieldOfStudyFactory(cip="11.0104")
        ProgramFactory(title=title, identity=identity, field=field)
    refresh()
    assert count(show("/programs/")) == "41 programs"
    titles = {title for title, _university in listed("field=other-computing")}
    assert titles == {"Zymurgy Informatics", "Master’s in zymurgy"}
    assert len(listed("q=zymurgy")) == 2  # who searches means what the words say
    [facet] = [f for f in show("/programs/").all("fieldset") if f.one("legend").text == "Field"]
    assert "Other computing" in [label.text for label in facet.all("label")]
    assert "any other degree that a source names" in facet.seen


def test_a_length_that_the_source_leaves_out_says_so_with_its_mark(show):
    name = show("/programs/?q=sport+analytics").rows[0].one("th")
    assert "Private nonprofit · Length: Variable, as printed" in name.seen
    assert name.all("a", class_="mark")


def test_of_a_length_that_nobody_records_it_says_nothing(show):
    [row] = show("/programs/?institution=duke-university").rows
    assert row.one("th").seen.endswith("Durham, NC · Private nonprofit")


def test_a_program_of_which_only_the_university_is_ranked_says_that_its_title_is_unknown(show):
    [row] = show("/programs/?institution=brandeis-university").rows
    assert row.one("th").seen.startswith("Master’s in machine learning, degree title not recorded")


def test_a_contradiction_is_named_in_the_row_and_leads_to_where_it_is_told(show):
    [row] = show("/programs/?institution=university-of-pennsylvania").rows
    link = row.one("a", class_="neq")
    assert link.seen == "1 contradiction"
    address, _hash, anchor = link["href"].partition("#")
    told = show(address).one(id=anchor)
    assert "100%" in told.seen and "1%" in told.seen


def test_drafts_and_withdrawn_programs_are_not_listed(listed):
    for status in ("draft", "withdrawn"):
        ProgramFactory(title=f"Zymurgy {status}", status=status)
    refresh()
    assert listed("q=zymurgy") == []


def test_a_program_that_stands_in_for_a_named_degree_is_not_listed(listed):
    cmu = Program.objects.get(slug="carnegie-mellon-ms-machine-learning").institution
    ProgramFactory(institution=cmu, identity="implied", title="")
    refresh()
    assert len(listed("institution=carnegie-mellon-university")) == 2


@pytest.mark.parametrize(
    ("query", "number"),
    [
        ("q=machine+learning+washington", 2),
        ("q=CMU", 2),
        ("q=philadelphia", 1),
        ("q=california+data", 5),
        ("q=no+such+degree", 0),
        ("field=artificial-intelligence", 10),
        ("field=data-science", 4),
        ("field=statistics", 0),
        ("field=electrical-and-computer-engineering", 2),
        ("field=other", 0),
        ("field=none", 17),
        ("state=CA", 8),
        ("state=WA", 4),
        ("state=none", 0),
        ("level=bachelors", 4),
        ("level=doctorate", 6),
        ("level=masters", 40),
        ("award=meng", 1),
        ("award=phd", 6),  # an award says its level
        ("award=phd&level=masters", 0),
        ("award=none", 15),
        ("delivery=online", 6),
        ("delivery=evening", 1),
        ("delivery=hybrid", 0),
        ("control=public", 14),
        ("control=private_nonprofit", 26),
        ("control=none", 0),
        ("institution=uc-irvine", 2),
        ("career=data-scientist", 8),
        ("career=computer-vision-engineer", 3),
        ("career=none", 32),
        ("tuition_max=14275", 6),  # $12,264 and $2,011 of fees
        ("tuition_max=14274", 4),
        ("tuition_max=14275&residency=out_of_state", 0),
        ("tuition_min=68128", 3),
        ("tuition_min=18633&tuition_max=18633", 4),
        ("tuition_min=32511&tuition_max=32511", 0),
        ("tuition_min=32511&tuition_max=32511&residency=out_of_state", 4),
        ("earnings_min=118000", 2),
        ("earnings_min=119901", 0),
    ],
)
def test_each_filter_narrows_the_list(show, query, number):
    assert count(show(f"/programs/?{query}")) == f"{number} program{'' if number == 1 else 's'}"


@pytest.mark.parametrize(
    ("query", "number"),
    [
        ("state=CA&state=WA", 12),
        ("state=WA&state=none", 4),
        ("award=meng&award=mse&award=none", 17),
        ("delivery=online&delivery=evening", 7),
        ("level=masters&level=bachelors&level=doctorate", 50),
        ("field=artificial-intelligence&field=data-science", 14),
        ("institution=uc-irvine&institution=duke-university", 3),
        ("career=data-scientist&career=computer-vision-engineer", 8),
        ("control=public&control=private_nonprofit", 40),
    ],
)
def test_two_choices_of_one_filter_mean_either(show, query, number):
    assert count(show(f"/programs/?{query}")) == f"{number} programs"


@pytest.mark.parametrize(
    ("query", "titles"),
    [
        ("state=CA&career=computer-vision-engineer&award=ms&tuition_min=60000&q=applied", 2),
        ("state=WA&delivery=online", 1),
        ("state=WA&delivery=online&delivery=evening", 2),
        ("state=WA&control=private", 0),
        ("level=doctorate&state=PA&q=statistics", 1),
    ],
)
def test_filters_of_two_kinds_mean_both(listed, query, titles):
    assert len(listed(query)) == titles


def test_an_unknown_charge_fits_no_bound(listed):
    ProgramFactory(title="Zymurgy")
    refresh()
    known = listed("tuition_min=0")
    assert len(known) == 40
    assert "Zymurgy" not in [title for title, _university in known]


def has_length(row):
    return bool(re.search(r" · [^·]*\d (month|year)", row.one("th").seen))


@pytest.mark.parametrize("sort", [key for key, _label in SORTS if key != "relevance"])
def test_whatever_it_is_sorted_by_the_unknown_come_last(show, sort):
    column = {"rank": RANK, "tuition": TUITION, "completions": GRADUATES, "earnings": PAY}
    key = sort.removeprefix("-")
    ProgramFactory(title="Zymurgy")  # of which nothing is known
    refresh()
    rows = show(f"/programs/?sort={sort}").rows + show(f"/programs/?sort={sort}&page=2").rows
    assert len(rows) == 41
    if key == "name":
        known = ["title not recorded" not in row.seen for row in rows]
    elif key == "duration":
        known = [has_length(row) for row in rows]
    else:
        known = [
            not cells(row)[column[key]].startswith(("Not ", "Variable", "Disputed", "Begins"))
            for row in rows
        ]
    assert known == sorted(known, reverse=True)
    assert any(known)
    assert not all(known)


@pytest.mark.parametrize(
    ("sort", "first"),
    [
        ("rank", "Carnegie Mellon University"),
        ("-rank", "Saint Louis University"),
        ("tuition", "University of Central Florida"),
        ("tuition&residency=out_of_state", "University of North Texas"),
        ("-tuition", "University of Southern California"),
        ("duration", "Syracuse University"),
        ("-duration", "Northeastern University"),
        ("earnings", "University of Pennsylvania"),
        ("-earnings", "University of Washington-Seattle Campus"),
        ("completions", "Syracuse University"),
        ("-completions", "Georgia Institute of Technology-Main Campus"),
        ("name", "Northeastern University"),  # Electrical and Computer Engineering …
        ("", "Carnegie Mellon University"),
    ],
)
def test_it_sorts_both_ways(listed, sort, first):
    assert listed(f"sort={sort}")[0][1] == first


def test_names_turned_round_are_the_same_names_from_the_end(listed):
    named, turned = ([title for title, _u in listed(f"sort={sort}")] for sort in ("name", "-name"))
    assert named[:25] == turned[:25][::-1]  # the others have no title


def test_its_headers_sort_and_keep_the_filters(show):
    page = show("/programs/?state=CA&sort=tuition")
    headers = {h.seen: h for h in page.one("thead").all("th")}
    assert headers["Tuition and fees, in state"]["aria-sort"] == "ascending"
    assert headers["Tuition and fees, in state"].one("a")["href"] == "?sort=-tuition&state=CA"
    assert headers["University’s rank"].one("a")["href"] == "?sort=rank&state=CA"
    assert "aria-sort" not in headers["University’s rank"]


def test_it_says_that_it_is_sorted_by_rank_unless_asked(show):
    [header] = show("/programs/").one("thead").all("th", aria_sort=True)
    assert (header.seen, header["aria-sort"]) == ("University’s rank", "ascending")


def test_its_pages_keep_the_filters(show):
    page = show("/programs/?control=private_nonprofit&sort=name")
    assert len(page.rows) == 26  # a last page of one joins the one before
    assert count(page) == "26 programs"
    page = show("/programs/?tuition_min=1&sort=name&control=private_nonprofit&control=public")
    following = page.one("a", rel="next")["href"]
    assert following == "?control=private_nonprofit&control=public&sort=name&tuition_min=1&page=2"
    second = show(f"/programs/{following}")
    assert len(second.rows) == 15
    assert count(second) == "40 programs"
    assert second.one("a", rel="prev")["href"].endswith("&page=1")


@pytest.mark.parametrize("query", ["page=3", "page=999999", "state=CA&page=2", "q=nothing&page=2"])
def test_past_its_end_there_is_no_page(show, query):
    page = show(f"/programs/?{query}", status=404)
    assert page.heading.startswith("This list ends at page")
    assert page.title == "Past the end of the list | Gradpath"


def test_its_title_says_what_is_filtered_and_which_page_it_is(show):
    assert show("/programs/").title == "Programs | Gradpath"
    assert show("/programs/?page=2").title == "Programs (page 2) | Gradpath"
    page = show("/programs/?state=WA&tuition_max=20000")
    assert page.title == "Programs (State: Washington; Tuition and fees to: $20,000) | Gradpath"
    many = show("/programs/?control=public&control=private&q=u&tuition_min=1")
    assert many.title == "Programs (4 filters) | Gradpath"


def test_its_introduction_is_of_masters_only_where_the_list_is(show):
    assert "Master’s degrees in" in show("/programs/").one(class_="lede").seen
    assert (
        "levels and awards you chose" in show("/programs/?level=doctorate").one(class_="lede").seen
    )


def test_bounds_that_cross_are_told(show):
    page = show("/programs/?tuition_min=20000&tuition_max=10000")
    assert "nothing can fit both" in page.main.seen
    assert "nothing can fit both" not in show("/programs/?q=nothing").main.seen


def test_a_search_of_very_many_words_is_named_and_left_out(show):
    words = "ai " * 13
    assert show(f"/programs/?q={words}").ignored == [f"Search: “{words.strip()}”"]


@pytest.mark.parametrize("number", ["0", "-1", "abc", "1e9", "１２", "1.5", "9" * 5000, "NaN"])
def test_what_is_no_page_number_is_the_first_page_and_is_named(show, number):
    page = show(f"/programs/?page={number}")
    shown = number if len(number) <= 60 else "9" * 60 + "…"
    assert page.ignored == [f"Page: “{shown}”"]
    assert page.one("span", aria_current="page").seen == "1"


@pytest.mark.parametrize(
    ("query", "said"),
    [
        ("state=ZZ", "State: “ZZ”"),
        ("state=ca", "State: “ca”"),
        ("award=mba", "Award: “mba”"),
        ("level=high", "Level: “high”"),
        ("field=law", "Field: “law”"),
        ("delivery=post", "Delivery: “post”"),
        ("control=mine", "Control: “mine”"),
        ("institution=hogwarts", "University: “hogwarts”"),
        ("career=wizard", "Career it leads to: “wizard”"),
        ("tuition_min=cheap", "Tuition and fees from: “cheap”"),
        ("tuition_max=-1", "Tuition and fees to: “-1”"),
        ("earnings_min=$", "Pay after, from: “$”"),
        ("sort=luck", "Sort by: “luck”"),
        (f"q={'a' * 201}", f"Search: “{'a' * 60}…”"),
    ],
)
def test_what_it_cannot_read_is_named_and_left_out(show, query, said):
    page = show(f"/programs/?{query}")
    assert page.ignored == [said]
    assert count(page) == "40 programs"
    assert page.chips == {}


def test_what_it_cannot_read_is_shown_as_text(show):
    page = show("/programs/?state=<b>CA</b>&sort=%22%3E%3Cscript%3E")
    assert page.ignored == ["State: “<b>CA</b>”", 'Sort by: “"><script>”']
    assert [script for script in page.all("script") if script.text] == []


def test_one_unreadable_value_does_not_spoil_the_others(show):
    page = show("/programs/?state=CA&state=ZZ&tuition_min=abc")
    assert count(page) == "8 programs"
    assert page.ignored == ["State: “ZZ”", "Tuition and fees from: “abc”"]


def test_each_filter_that_is_on_can_be_taken_off(show):
    page = show("/programs/?q=ms&state=CA&state=WA&tuition_max=70000&sort=name&page=1")
    assert page.chips == {
        "Search: ms": "?sort=name&state=CA&state=WA&tuition_max=70000",
        "State: California": "?q=ms&sort=name&state=WA&tuition_max=70000",
        "State: Washington": "?q=ms&sort=name&state=CA&tuition_max=70000",
        "Tuition and fees to: $70,000": "?q=ms&sort=name&state=CA&state=WA",
    }
    assert "?" in [link["href"] for link in page.all("a") if link.text == "Clear all"]
    assert "Filter programs (4 on)" in page.one("aside").one("summary").text


def test_without_a_filter_there_is_nothing_to_take_off(show):
    page = show("/programs/?sort=name")
    assert page.chips == {}
    assert "Clear all" not in page.text


def test_an_empty_answer_offers_to_take_each_filter_off(show):
    page = show("/programs/?state=WA&control=private&sort=name")
    assert count(page) == "0 programs"
    assert "No program fits all of these" in page.main.text
    offers = {link.text: link["href"] for link in page.one("ul", class_="bullets").all("a")}
    assert offers == {
        "Without Control: Private": "?sort=name&state=WA",
        "All programs": "?",
    }
    assert page.sources == []


def fields(form):
    """{name: values} that the form sends if nothing is changed."""
    sent = {}
    for field in form.all("input"):
        if field.get("type") != "checkbox" or "checked" in field:
            sent.setdefault(field["name"], []).append(field.get("value", ""))
    for select in form.all("select"):
        sent[select["name"]] = [option["value"] for option in select.all("option", selected=True)]
    return {name: values for name, values in sent.items() if values != [""]}


def test_each_form_keeps_what_the_others_say(show):
    page = show("/programs/?q=ms&state=CA&state=none&tuition_max=%2470000&sort=-name&page=1&x=y")
    forms = [form for form in page.main.all("form")]
    everything = {
        "q": ["ms"],
        "state": ["CA", "none"],
        "tuition_max": ["$70000"],
        "sort": ["-name"],
    }
    assert len(forms) == 3
    assert [fields(form) for form in forms] == [everything] * 3


def test_a_facet_offers_only_states_and_universities_with_listed_programs(show):
    InstitutionFactory(name="Empty University", state__code="AK")
    page = show("/programs/")
    offered = {option.text for option in page.all("label")}
    assert {"California", "University of California-Irvine"} <= offered
    assert not offered & {"Alaska", "Empty University"}


def test_of_hundreds_of_universities_the_first_ten_are_offered_and_any_can_be_asked_for(show):
    for number in range(60):
        ProgramFactory(
            title="Zymurgy", institution__slug=f"z-{number}", institution__name=f"Z {number:02}"
        )
    refresh()
    page = show("/programs/?institution=z-42")
    [facet] = [f for f in page.all("fieldset") if f.one("legend").seen == "University"]
    offered = [label.seen for label in facet.all("label")]
    assert offered[0] == "Z 42"
    assert "Carnegie Mellon University" in offered
    assert len(offered) == 11
    assert facet.all("input")[0]["checked"] is not False
    assert "There are more: find one by the search above" in facet.seen
    assert [row.all("a")[0].seen for row in page.rows] == ["Zymurgy"]


def test_of_one_university_the_degrees_that_a_source_names_come_first(show):
    university = InstitutionFactory(name="Zzz University")
    for title, identity in (("Algebra", "reported"), ("Zymurgy", "curated")):
        ProgramFactory(
            title=title,
            institution=university,
            identity=identity,
            field=FieldOfStudyFactory(cip="11.0701" if identity == "reported" else "11.0102"),
        )
    refresh()
    rows = show(f"/programs/?institution={university.slug}").rows
    assert [row.all("a")[0].seen.split(",")[0] for row in rows] == ["Zymurgy", "Algebra"]


def test_pay_in_doubt_is_called_disputed_and_not_told(show):
    page = show("/programs/?q=washington&sort=-earnings")
    row = page.row("MS in Data Science")
    assert cells(row)[PAY] == "Disputed Hakia, for the university"
    assert row.all("td")[PAY].all("a", class_="mark")
    assert "165,000" not in page.text


def test_pay_that_is_withheld_is_told_with_its_reason(show):
    row = show("/programs/?q=washington").row("MS in Computer Science (AI track)")
    assert cells(row)[PAY] == "Not published (privacy) 11.07, graduates of 2015–17"


def test_a_degree_that_begins_after_all_counts_has_no_graduates_yet(show):
    row = show("/programs/?q=washington").row("Machine Learning for Engineering")
    assert cells(row)[PAY] == "Begins 2026: no graduates counted yet"
    assert not row.all("td")[PAY].all("a", class_="mark")


def test_graduates_yet_to_come_are_told_and_not_counted(show):
    row = show("/programs/?q=washington").row("Machine Learning for Engineering")
    assert cells(row)[GRADUATES] == "Begins 2026: no graduates counted yet"


def test_of_no_degree_nobody_knows_how_many_finish_it_where_the_count_is_of_a_field(show):
    rows = show("/programs/?sort=-completions").rows
    counts = [cells(row)[GRADUATES] for row in rows]
    counted = [count for count in counts if count[0].isdigit()]
    assert counted[0] == "2,992 all under 11.0101, 2023–24"
    assert "0 all under 11.0102, 2023–24" in counted
    assert all(" all under 11." in count for count in counted)


@pytest.mark.parametrize(
    ("value", "words"), [("suppressed", "Not published (privacy)"), ("not_reported", "Not given")]
)
def test_graduates_that_are_not_told_are_no_number(show, value, words):
    program = ProgramFactory(title="Zymurgy", field=FieldOfStudyFactory(cip="99.0102"))
    field = InstitutionFieldFactory(institution=program.institution, field=program.field)
    InstitutionFieldFigureFactory(subject=field, value=value)
    refresh()
    [row] = show("/programs/?q=zymurgy").rows
    cell = row.all("td")[GRADUATES]
    assert cell.seen == f"{words} all under 99.0102, 2023–24"
    assert cell.all("a", class_="mark")


def test_graduates_of_a_whole_university_are_said_to_be_so(show):
    program = ProgramFactory(title="Zymurgy", field=None)
    source = Source.objects.get(slug="ipeds-c-2024")
    InstitutionFigureFactory(
        subject=program.institution,
        measure="completions",
        value="400",
        source=source,
        period_from=date(2023, 7, 1),
        period_to=date(2024, 6, 30),
    )
    refresh()
    [row] = show("/programs/?q=zymurgy").rows
    assert cells(row)[GRADUATES].startswith("400 IPEDS, for the university")


def test_what_is_printed_of_a_whole_degree_stands_under_the_average_of_a_year(show):
    page = show("/programs/?institution=georgia-tech")
    cell = page.row("OMSCS").all("td")[TUITION]
    average = "$15,570 = $14,064 + $1,506 required fees IPEDS, average for all graduate students"
    printed = "$7,000 in all, as printed by Hakia. Compared by the university’s charge a year."
    assert cell.seen == f"{average} {printed}"
    assert len(cell.all("a", class_="mark")) == 3


def test_a_printed_total_is_no_years_charge_and_is_not_compared(show, listed):
    program = ProgramFactory(title="Zymurgy")
    ProgramFigureFactory(subject=program, measure="total_cost", value="7000")
    refresh()
    [row] = show("/programs/?q=zymurgy").rows
    printed = row.all("td")[TUITION].seen
    assert printed.startswith("Not recorded $7,000 in all, as printed by")
    assert printed.endswith("Not compared: no charge a year is known.")
    assert listed("q=zymurgy&tuition_max=1000000") == []


def test_the_residency_says_whose_charge_a_printed_total_stands_under(show):
    program = ProgramFactory(title="Zymurgy")
    ProgramFigureFactory(subject=program, measure="total_cost", value="7000")
    ProgramFigureFactory(subject=program, value="10000", basis="in_state")
    InstitutionFigureFactory(subject=program.institution, value="20000", basis="out_of_state")
    refresh()
    assert "in all" not in show("/programs/?q=zymurgy").rows[0].seen
    [row] = show("/programs/?q=zymurgy&residency=out_of_state").rows
    assert "Compared by the university’s charge a year." in row.seen


def test_a_program_with_a_price_of_its_own_needs_no_printed_total(show):
    program = ProgramFactory(title="Zymurgy")
    ProgramFigureFactory(subject=program, value="10000", source__kind="university")
    ProgramFigureFactory(subject=program, measure="total_cost", value="30000")
    refresh()
    [row] = show("/programs/?q=zymurgy").rows
    assert "in all" not in row.seen


def test_only_awards_of_the_levels_shown_are_offered(show):
    def awards(query):
        facets = show(f"/programs/?{query}").all("fieldset")
        [facet] = [f for f in facets if f.one("legend").text == "Award"]
        return [label.text for label in facet.all("label")]

    assert not {"PhD", "BS", "BSE", "BA/BS"} & set(awards(""))
    assert awards("level=doctorate") == ["PhD"]
    assert {"PhD", "MS", "BS"} <= set(awards("award=phd"))


def test_its_links_to_programs_keep_the_residency_that_is_chosen(show):
    query = "q=philadelphia&residency=out_of_state"
    links = show(f"/programs/?{query}").rows[0].all("a")
    address = "/programs/penn-mse-artificial-intelligence/"
    kept = [link["href"] for link in links if link["href"].startswith(address)]
    chosen = f"{address}?residency=out_of_state"
    assert kept == [chosen, f"{chosen}#disagree"]
    links = show("/programs/?q=philadelphia").rows[0].all("a")
    assert links[0]["href"] == address


def test_a_withdrawn_figure_is_not_shown_and_a_disputed_one_is_no_headline(show):
    program = ProgramFactory(title="Zymurgy")
    ProgramFigureFactory(subject=program, value="10000", status="withdrawn")
    InstitutionFigureFactory(subject=program.institution, value="20000", status="disputed")
    refresh()
    [row] = show("/programs/?q=zymurgy").rows
    assert cells(row)[TUITION].startswith("Disputed")
    assert "20,000" not in row.text


def test_it_asks_few_queries_and_no_more_for_more_programs(client):
    source = Source.objects.first()

    def queries():
        with CaptureQueriesContext(connection) as found:
            assert client.get("/programs/?q=zymurgy&state=PA").status_code == 200
        return len(found)

    def add(number):
        for program in ProgramFactory.create_batch(number, title="Zymurgy"):
            RankingEntryFactory(institution=program.institution)
            ProgramFigureFactory(subject=program, source=source)
            ProgramFigureFactory(subject=program, measure="earnings")
        refresh()

    add(1)
    # the first page after a change puts the choices of all in memory, this one without any row
    client.get("/programs/?tuition_min=9999999")
    few = queries()
    add(49)
    client.get("/programs/?tuition_min=9999999")
    assert queries() == few <= 8


def test_every_filter_at_once_asks_few_queries(client, django_assert_max_num_queries):
    query = (
        "q=ms&field=none&state=CA&level=masters&award=ms&delivery=online&control=public"
        "&institution=uc-irvine&career=none&tuition_min=1&tuition_max=9&earnings_min=1&sort=-name"
    )
    client.get("/programs/")
    with django_assert_max_num_queries(8):
        client.get(f"/programs/?{query}")


@pytest.mark.parametrize(
    ("query", "canonical"),
    [
        ("", ""),
        ("?", ""),
        ("?q=&state=&sort=rank&residency=in_state&page=1&unknown=1&state=ZZ", ""),
        ("?state=WA&state=CA&award=ms", "?award=ms&state=CA&state=WA"),
        ("?sort=-tuition&page=2", "?page=2&sort=-tuition"),
        (
            "?residency=out_of_state&tuition_max=$30,000",
            "?residency=out_of_state&tuition_max=30000",
        ),
    ],
)
def test_it_names_the_one_address_of_its_list(show, query, canonical):
    [link] = [
        link for link in show(f"/programs/{query}").all("link") if link.get("rel") == "canonical"
    ]
    assert link["href"] == f"http://localhost:8000/programs/{canonical}"


def test_who_names_a_university_finds_its_programs_first_in_the_order_of_lists(show):
    for name in ("Columbus Institute", "University of Zymurgy-Columbus"):
        ProgramFactory(title="Columbus Studies of Columbus", institution__name=name, field=None)
    ProgramFactory(title="Brewing", institution__name="Columbus Institute of Beer")
    refresh()
    rows = [row.all("a")[0].seen for row in show("/programs/?q=cmu").rows]
    plain = show("/programs/?institution=carnegie-mellon-university")
    assert rows[: len(plain.rows)] == [row.all("a")[0].seen for row in plain.rows]
    found = [row.seen for row in show("/programs/?q=columbus+institute").rows]
    assert "Columbus Institute" in found[0]
    assert "Columbus Institute of Beer" in found[1]


def test_pay_and_graduates_are_sorted_by_the_most_first(show):
    page = show("/programs/")
    links = {link.seen: link["href"] for link in page.one("thead").all("a", class_="sort")}
    assert "sort=-earnings" in links["Pay after"]
    assert "sort=-completions" in links["Graduates a year"]
    assert "sort=tuition" in links["Tuition and fees, in state"]
    again = show("/programs/?sort=-earnings").one("thead").all("a", class_="sort")
    assert [link["href"] for link in again if link.seen == "Pay after"] == ["?sort=earnings"]


def test_a_facet_of_which_little_is_recorded_says_of_how_many(show):
    facets = {facet.one("legend").text: facet.seen for facet in show("/programs/").all("fieldset")}
    known, listed = re.search(r"Known of (\d+) of (\d+)", facets["Delivery"]).groups()
    assert int(known) * 2 < int(listed)
    assert int(listed) == int(show("/programs/").one("p", class_="count").text.split()[0])
    assert "Known of" not in facets["State"]


def test_one_program_is_counted_as_one(show):
    ProgramFactory(
        title="MS in Zymurgy", institution__state__code="HI", institution__state__name="Hawaii"
    )
    refresh()
    [facet] = [
        f for f in show("/programs/?q=zymurgy").all("fieldset") if f.one("legend").text == "State"
    ]
    assert facet.one("div", class_="opt").one("b").text == "1 program"


def test_required_fees_stand_beside_the_tuition_they_come_on_top_of(show):
    [washington] = [row for row in show("/programs/?q=ms+data+science+washington").rows][:1]
    assert "$18,633 = $17,514 + $1,119 required fees" in washington.seen
    outside = show("/programs/?q=ms+data+science+washington&residency=out_of_state").rows[0].seen
    assert "$32,511 = $31,392 + $1,119 required fees" in outside


def test_words_that_were_searched_for_are_marked_where_names_show_them(client):
    ProgramFactory(
        title="MS in Marine <b>Robots</b>",
        institution=InstitutionFactory(name="Robots & Reefs College"),
    )
    refresh()
    html = client.get("/programs/?q=robot+marines").content.decode()
    assert ">MS in <mark>Marine</mark> &lt;b&gt;<mark>Robots</mark>&lt;/b&gt;<" in html
    assert "><mark>Robots</mark> &amp; Reefs College<" in html
    assert "<mark>" not in client.get("/programs/").content.decode()


def test_a_note_below_a_group_of_filters_describes_the_group(show):
    groups = [g for g in show("/programs/").all("fieldset") if g.all("p", class_="prov")]
    assert "Level" in {group.one("legend").text for group in groups}
    for group in groups:
        [described] = group.all("", id=group["aria-describedby"])
        assert described.text.endswith(group.all("p", class_="prov")[-1].text)
    bare = [g for g in show("/programs/").all("fieldset") if not g.all("p", class_="prov")]
    assert bare
    assert not any("aria-describedby" in group for group in bare)


@pytest.mark.parametrize("name", ["tuition_min", "tuition_max", "earnings_min", "completions_min"])
def test_an_amount_that_cannot_be_read_is_named_at_its_field_too(show, name):
    page = show(f"/programs/?{name}=a%22bc")
    assert len(page.ignored) == 1
    [field] = page.all("input", aria_invalid=True)
    assert (field["name"], field["value"]) == (name, 'a"bc')
    assert page.one("", id=field["aria-describedby"]).text.startswith("Problem:")
    assert count(page) == "40 programs"


def test_an_amount_that_is_understood_has_no_problem(show):
    page = show("/programs/?tuition_min=15k")
    assert not page.all("input", aria_invalid=True) + page.all("p", class_="problem")
    assert page.one("input", id="tuition_min")["value"] == "15k"


@pytest.mark.parametrize("signs", ["(((", "🎓", "&"])
def test_signs_without_a_word_are_named_as_not_understood(show, signs):
    page = show(f"/programs/?q={quote(signs)}")
    assert count(page) == "40 programs"
    assert len(page.ignored) == 1
    assert not page.all("a", class_="chip")
