import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from tests.catalogue import refresh
from tests.factories import (
    AlternateTitleFactory,
    CareerFactory,
    CareerFigureFactory,
    CareerListingFactory,
    InstitutionFactory,
    OccupationFactory,
    OccupationFigureFactory,
    PathStepFactory,
    ProgramFactory,
    RoleLinkFactory,
    SourceFactory,
)

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("catalogue")]

ENGINEER = "/careers/machine-learning-engineer/"


def test_it_is_named_after_the_career(show):
    page = show(ENGINEER)
    assert page.title == "Machine learning engineer | Gradpath"
    assert page.heading == "Machine learning engineer"
    assert "Also known as AI/ML Engineer; ML Engineer; AI Engineer." in page.main.seen


def test_each_figure_shows_its_source_terms_years_and_standing(show):
    page = show(ENGINEER)
    row = page.one("tr", id="pay-hakia-2026-takeaway")
    assert row.one("th").seen == "Hakia, naming BLS OES 2024 line 1: “$157,000”"
    assert [cell.seen for cell in row.all("td")] == [
        "$157,000",
        "median",
        "2024",
        "Headline The year is read off “BLS OES 2024”; no other is printed.",
    ]
    row = page.one("tr", id="pay-research-com-2026-highest-paying")
    assert [cell.seen for cell in row.all("td")] == [
        "$110,000–160,000",
        "typical",
        "Not given",
        "Also published",
    ]


def test_marks_lead_to_all_sources_in_the_order_of_the_page(show):
    page = show(ENGINEER)
    assert list(dict.fromkeys(page.marks)) == [*range(1, len(page.sources) + 1)]
    publishers = [source.partition(",")[0] for source in page.sources]
    assert publishers == [
        "Hakia",
        "Bureau of Labor Statistics",
        "Bureau of Labor Statistics",
        "Research.com",
        "Bureau of Labor Statistics",
        "Duke University",
        "US Department of Labor",
    ]


def test_what_is_printed_is_drawn_beneath_the_percentiles_of_the_occupation(show):
    pay = show(ENGINEER).one("section", id="pay-by-source")
    assert pay.all("h3")[0].seen == (
        "All Software Developers: the middle half earned $105,210 to $171,980 in May 2025; "
        "two printed figures of the role: $110,000 to $160,000"
    )
    assert [lane.one("p").seen for lane in pay.one("ul", class_="lanes").all("li")] == [
        "All Software Developers median · May 2025 · OEWS $135,980",
        "All Software Developers median · May 2024 · OEWS $133,080",
        "Median 2024 · Hakia, naming BLS OES 2024 $157,000",
        "Typical Research.com $110,000–160,000",
    ]
    assert "May 2025 OEWS $82,460 $105,210 $135,980" in pay.seen
    assert "Shared with 2 other careers. Everyone in the occupation is counted" in pay.seen


def test_a_printed_range_is_drawn_without_a_mark_in_its_middle(show):
    pay = show(ENGINEER).one("section", id="pay-by-source")
    *_others, median, printed = pay.one("ul", class_="lanes").all("li")
    assert median.all("circle")
    assert (printed.all("circle"), printed.all("rect"), printed.all("text")) == ([], [], [])
    assert printed.all("line", class_="ends")
    assert "From end to end: a printed range, of which no middle is printed." in pay.seen


def test_without_a_printed_range_the_legend_names_none(show):
    assert "a printed range" not in show("/careers/quantitative-analyst/").main.seen


def test_without_a_printed_figure_the_chart_tells_the_occupation_alone(show):
    pay = show("/careers/quantitative-analyst/").one("section", id="pay-by-source")
    title = pay.all("h3")[0].seen
    assert title.startswith("All Operations Research Analysts: the middle half earned $")
    assert "of the role" not in title
    assert "Not recorded: no source we hold prints the pay of this role." in pay.seen
    assert "The code is a doubtful match for this role." in pay.seen


def test_an_occupation_without_any_estimate_is_told_but_not_drawn(show):
    fields = {"source__kind": "government", "statistic": "median", "value": "not_estimated"}
    figure = OccupationFigureFactory(**fields)
    page = show(CareerFactory(occupation=figure.subject).get_absolute_url())
    pay = page.one("section", id="pay-by-source")
    assert "Not estimated" in pay.seen
    assert pay.all("svg") == []


def test_the_projection_of_the_occupation_stands_beside_the_printed_one(show):
    outlook = show(ENGINEER).one("section", id="outlook")
    assert outlook.all("h3")[0].seen == (
        "The growth in jobs: 40% (to 2032) printed of the role; "
        "15.8% (2024–34) for all Software Developers"
    )
    assert [lane.one("p").seen for lane in outlook.one("ul", class_="lanes").all("li")] == [
        "Projection to 2032 · Hakia, naming BLS OES 2024 40%",
        "Software Developers (15-1252) rate · jobs · projection · 2024–34 · "
        "Employment Projections 15.8%",
    ]
    assert "Growth in jobs, projected 15.8% 2024–34 Employment Projections" in outlook.seen


def test_the_projection_stands_alone_where_nobody_prints_one(show):
    outlook = show("/careers/quantitative-analyst/").one("section", id="outlook")
    assert outlook.all("ul", class_="lanes") == []
    assert "Growth in jobs, projected 21.5% 2024–34" in outlook.seen


def test_it_tells_what_onet_says_of_the_occupation_with_its_attribution(show):
    page = show("/careers/ai-research-scientist/")
    occupation = page.one("section", id="occupation")
    assert "Preparation: extensive preparation" in occupation.seen
    assert "Most important skills: " in occupation.seen
    assert "Technologies in demand: " in occupation.seen
    assert "/occupations/15-1221/#preparation" in [link["href"] for link in occupation.all("a")]
    assert [source for source in page.sources if "used under the CC BY 4.0 license" in source]


def test_pay_and_outlook_stand_apart_each_with_its_years(show):
    page = show(ENGINEER)
    pay, outlook = (page.one("section", id=name) for name in ("pay-by-source", "outlook"))
    assert len(pay.all("tr", id="pay-hakia-2026-takeaway")) == 1
    row = outlook.one("tr", id="growth-hakia-2026-takeaway")
    assert [cell.seen for cell in row.all("td")] == ["40%", "projection", "to 2032", "One figure"]


def test_what_a_senior_step_asks_for_stands_under_the_credential_too(show):
    section = show("/careers/ai-research-scientist/").one("section", id="credential")
    assert "A master’s" in section.seen
    assert "as a step of" in section.seen
    assert "Not recorded" not in section.seen


def test_what_an_entry_step_asks_for_is_no_credential(show):
    page = show("/careers/ai-software-developer/")
    assert "Programming and the basics of AI" in page.one("section", id="path").seen
    credential = page.one("section", id="credential").seen
    assert "Programming" not in credential
    assert "Not recorded" in credential


def test_each_list_it_stands_on_says_what_the_source_says_there(show):
    section = show("/careers/ai-ethicist/").one("section", id="lists")
    assert [[c.seen for c in row.all() if c.name in ("th", "td")] for row in section.all("tr")] == [
        ["List", "What the source says of it there, in our words", "Source"],
        [
            "Needs a certificate or degree",
            "An advanced degree in machine learning, with a certificate in ethics or law. "
            "The role is called emerging.",
            "Research.com line 108: “AI Ethicist”",
        ],
    ]


def test_it_counts_its_lists_under_its_name(show):
    head = show(ENGINEER).one(class_="head")
    assert [(a.seen, a["href"]) for a in head.all("a") if a["href"] == "#lists"] == [
        ("On 6 lists", "#lists")
    ]


def test_lists_that_speak_of_credentials_stand_side_by_side(show):
    section = show("/careers/data-scientist/").one("section", id="credential")
    assert "Beyond entry level with a bachelor’s" in section.seen
    assert "A master’s or a doctorate is often needed" in section.seen
    assert "Research.com, line 105, on its list “needs a certificate or degree”" in section.seen
    assert section.seen.count("line 105") == section.seen.count("line 93") == 1


def test_its_place_on_a_path_is_marked_and_the_other_steps_are_links(show):
    section = show("/careers/ai-specialist/").one("section", id="path")
    assert [stage.one("h3").text for stage in section.one("ol").all("li")] == [
        "Entry",
        "Middle",
        "Senior",
    ]
    assert [name.text for name in section.all("b")] == ["AI specialist"]
    assert "/career-paths/#engineering" in [link["href"] for link in section.all("a")]


def test_a_stage_without_a_step_says_that_no_source_names_one(show):
    section = show("/careers/ai-ethicist/").one("section", id="path")
    assert [stage.seen for stage in section.one("ol").all("li")] == [
        "Entry No source names one",
        "Middle No source names one",
        "Senior AI ethicist An advanced degree, with a certificate in ethics or law",
    ]


def test_it_names_the_careers_that_share_its_occupation(show):
    section = show(ENGINEER).one("section", id="occupation")
    assert section.seen.startswith("Occupation Software Developers SOC 15-1252")
    shared = [a.text for a in section.all("a") if a["href"].startswith("/careers/")]
    assert shared == ["Computer vision engineer", "Natural language processing engineer"]


def test_it_says_under_which_code_onet_lists_its_very_title(show):
    section = show(ENGINEER).one("section", id="occupation")
    assert (
        "The code is Hakia’s. O*NET lists this title under Computer and Information Research "
        "Scientists (15-1221.00), Data Scientists (15-2051.00), not under Software Developers."
    ) in section.seen
    assert "/occupations/15-1221/" in [link["href"] for link in section.all("a")]


def test_a_title_that_onet_lists_under_the_same_code_is_no_contradiction(show):
    section = show("/careers/robotics-engineer/").one("section", id="occupation")
    assert "O*NET lists this title under Robotics Engineers (17-2199.08)." in section.seen
    assert "The code is" not in section.seen


def test_a_title_that_onet_lists_is_not_the_code_of_a_career_without_one(show):
    section = show("/careers/business-intelligence-analyst/").one("section", id="occupation")
    assert section.seen == (
        "Occupation Not recorded: no source we hold gives it a code. O*NET lists this title under "
        "Business Intelligence Analysts (15-2051.01). "
        "That is O*NET’s word; no source gives the role a code."
    )


def test_an_occupation_that_onet_does_not_describe_is_not_said_to_lack_the_title(show):
    AlternateTitleFactory(name="Zoologist", subject__title="Biologists")
    career = CareerFactory(title="zoologist", occupation=OccupationFactory())
    section = show(career.get_absolute_url()).one("section", id="occupation")
    assert "O*NET lists this title under Biologists" in section.seen
    assert "not under" not in section.seen


def test_a_title_that_onet_does_not_list_is_not_spoken_of(show):
    section = show("/careers/computer-vision-engineer/").one("section", id="occupation")
    assert "lists this title" not in section.seen


def test_a_code_that_hardly_fits_is_called_that(show):
    section = show("/careers/ai-product-manager/").one("section", id="occupation")
    assert "The source gives this code; it hardly fits the role." in section.seen


def test_the_programs_that_lead_to_it_stand_with_the_words_of_the_source(show):
    page = show(ENGINEER)
    section = page.one("section", id="programs")
    rows = [[c.seen for c in row.all() if c.name in ("th", "td")] for row in section.all("tr")[1:]]
    assert rows == [
        ["Clark University the whole university", "“ML Engineer (research-focused)”"],
        [
            "Master of Engineering in Artificial Intelligence Duke University",
            "“ML Engineer” “Senior ML Engineering” “AI Engineer”",
        ],
        ["University of Southern California the whole university", "“Machine Learning Engineer”"],
    ]
    assert section.all("a")[-1]["href"] == "/programs/?career=machine-learning-engineer"


def test_a_career_of_which_little_is_known_says_so_in_words(show):
    page = show(CareerFactory(title="Astronaut").get_absolute_url())
    assert "Not recorded: no source we hold prints the pay of this role." in page.main.text
    assert "Not recorded: no source we hold prints the growth" in page.main.text
    assert "No source says at which stage this role stands." in page.main.text
    assert "says whether the role asks for a certificate" in page.main.text
    assert "No source we hold puts it on a list." in page.main.text
    assert "Not recorded: no source we hold gives it a code." in page.main.text
    assert "No source we hold names a program that leads here." in page.main.text
    assert (page.marks, page.sources) == ([], [])


def test_a_withdrawn_figure_is_hidden_and_a_disputed_one_shown(show):
    career = CareerFactory()
    CareerFigureFactory(subject=career, value="70000", status="withdrawn")
    CareerFigureFactory(subject=career, value="80000", status="disputed")
    refresh()
    page = show(career.get_absolute_url())
    assert "$70,000" not in page.text
    assert [cell.seen for cell in page.rows[0].all("td")][0::3] == ["$80,000", "Disputed"]


def test_figures_that_contradict_each_other_lead_to_each_other(show):
    career, source = CareerFactory(), SourceFactory()
    for item, value in (("high", "90000"), ("low", "50000")):
        CareerFigureFactory(subject=career, source=source, item=item, value=value)
    refresh()
    page = show(career.get_absolute_url())
    links = [link["href"].partition("#")[2] for link in page.all("a", class_="neq")]
    assert {page.one("tr", id=anchor).all("td")[0].seen for anchor in links} == {
        "$50,000",
        "$90,000",
    }


def test_an_unpublished_program_is_not_named(show):
    career = CareerFactory()
    for status in ("draft", "withdrawn"):
        program = ProgramFactory(title=f"A {status} degree", status=status)
        RoleLinkFactory(career=career, program=program, institution=program.institution)
    refresh()
    assert "No source we hold names a program" in show(career.get_absolute_url()).main.text


def test_it_asks_few_queries_and_no_more_for_more_figures_and_programs(client):
    career = CareerFactory()

    def queries():
        with CaptureQueriesContext(connection) as found:
            assert client.get(career.get_absolute_url()).status_code == 200
        return len(found)

    def add(number):
        CareerFigureFactory.create_batch(number, subject=career)
        for _step in range(number):
            PathStepFactory(career=career)
            CareerListingFactory(career=career)
        for _link in range(number):
            RoleLinkFactory(career=career)
            RoleLinkFactory(career=career, program=ProgramFactory(institution=InstitutionFactory()))

    add(1)
    few = queries()
    add(49)
    assert queries() == few <= 13
