import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from careers.job_zones import JOB_ZONES
from tests.catalogue import refresh
from tests.factories import (
    AlternateTitleFactory,
    CareerFactory,
    CrosswalkLinkFactory,
    FieldOfStudyFactory,
    InstitutionFieldFactory,
    InstitutionFieldFigureFactory,
    OccupationFactory,
    OccupationFigureFactory,
    OccupationSkillFactory,
    OnetOccupationFactory,
    ProgramFactory,
    RelatedOccupationFactory,
    RequiredEducationFactory,
    SourceFactory,
)

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("catalogue")]

DEVELOPERS = "/occupations/15-1252/"


@pytest.fixture
def onet():
    return SourceFactory(short_name="O*NET", kind="government", attribution="Used under CC BY.")


@pytest.fixture
def code(onet):
    """The code as a whole of an occupation of which nothing else is known."""
    return OnetOccupationFactory(code="99-0001.00", source=onet)


@pytest.fixture
def section(show, code):
    """section("skills"): that part of the page of its occupation."""
    return lambda name: show(code.occupation.get_absolute_url()).one("section", id=name)


def words(section):
    return [" ".join(cell.seen for cell in row.own("th", "td")) for row in section.all("tr")[1:]]


def names(section):
    return [item.seen for item in section.all("li")]


def test_it_is_named_after_the_occupation_its_code_second(show):
    page = show(DEVELOPERS)
    assert page.title == "Software Developers, 15-1252 | Gradpath"
    assert page.heading == "Software Developers"
    assert page.one("p", class_="lede").seen.startswith("Occupation 15-1252. Research, design,")
    assert "O*NET 29.3 Database" in page.source_of(page.one("p", class_="lede"))


def test_an_unknown_code_has_no_page(show):
    show("/occupations/99-9999/", status=404)
    show("/occupations/15-125/", status=404)


def test_the_newest_median_leads_with_the_earlier_one_beneath(show):
    pay = show(DEVELOPERS).one("dl", class_="figs").own("div")[0]
    assert pay.seen == (
        "Median pay a year $135,980 OEWS, May 2025, all employees $133,080 in May 2024"
    )


def test_growth_openings_and_employees_stand_at_the_top_with_their_years(show):
    figures = [figure.seen for figure in show(DEVELOPERS).one("dl", class_="figs").own("div")]
    assert figures[1:] == [
        "Growth in jobs, projected 15.8% Employment Projections, 2024–34",
        "Openings a year, projected 115,200 Employment Projections, 2024–34, "
        "growth and replacement",
        "Employees 1,687,890 OEWS, May 2025",
    ]


def test_pay_is_drawn_and_told_by_percentile_for_each_edition(show):
    pay = show(DEVELOPERS).one("section", id="pay")
    assert pay.one("h3").seen == "The middle half earned $105,210 to $171,980 in May 2025"
    assert len(pay.all("line", class_="span")) == 2
    assert words(pay) == [
        "May 2025 OEWS $82,460 $105,210 $135,980 $171,980 $214,670 $148,100",
        "May 2024 OEWS $79,850 $103,050 $133,080 $169,000 $211,450 $144,570",
    ]


def test_every_figure_has_its_place_on_the_page(show):
    page = show(DEVELOPERS)
    assert page.one("td", id="pay-oews-2025-a_median").seen == "$135,980"
    assert "15.8%" in page.one("tr", id="growth-projections-2024-employment-change-percent").seen


def test_what_the_survey_cannot_say_or_says_is_more_is_told_in_words(show):
    source = SourceFactory(slug="oews-1", short_name="OEWS", kind="government")
    fields = {"subject": OccupationFactory(soc="99-0002"), "source": source, "period": "2025-05"}
    OccupationFigureFactory(value="not_estimated", statistic="median", **fields)
    OccupationFigureFactory(value="239200+", statistic="p90", **fields)
    page = show("/occupations/99-0002/")
    assert "Not estimated" in page.one("dl", class_="figs").own("div")[0].seen
    pay = page.one("section", id="pay").seen
    assert "May 2025 OEWS Not recorded Not recorded Not estimated Not recorded $239,200+" in pay
    assert "In May 2025 a “+” means “or more”" in pay


def test_an_occupation_of_which_nothing_is_known_says_so(show):
    page = show(OccupationFactory(soc="99-0003").get_absolute_url())
    for told in (
        "Not recorded: no federal figure of its pay is held.",
        "Not recorded: no federal count or projection of its jobs is held.",
        "No career of this catalogue names it.",
        "The catalogue holds nothing of what the federal crosswalk says of it yet.",
        "No university of this catalogue has a program or a graduate there yet.",
        "None published for this code.",
        "Other names: none published for this code.",
        "Related occupations: none published for this code.",
    ):
        assert told in page.main.seen
    assert "#skills" not in page.links
    assert (page.marks, page.sources) == ([], [])


def test_once_the_crosswalk_is_read_its_silence_is_no_match(show):
    clergy = OccupationFactory(soc="55-1011")
    said = "No match: the federal crosswalk names no field that leads to it."
    assert said not in show(clergy.get_absolute_url()).main.seen
    link = CrosswalkLinkFactory(source=SourceFactory(kind="government"))
    assert said in show(clergy.get_absolute_url()).main.seen
    field = FieldOfStudyFactory(cip="39.0601")
    assert (
        "the federal crosswalk names no occupation for it"
        in show(field.get_absolute_url()).main.seen
    )
    assert "No match" not in show(link.occupation.get_absolute_url()).main.seen


def test_a_group_of_which_the_file_held_nothing_is_told_from_a_code_without_ratings(show, onet):
    nurses = OnetOccupationFactory(code="29-1141.00", occupation__soc="29-1141", source=onet)
    nurses.job_zone = 3
    nurses.save()
    cut, published = "not in the file that was read", "none published for this code"
    seen = show("/occupations/29-1141/").main.seen
    assert seen.count(cut) == 2
    assert f"Skill ratings: {published}" not in seen
    other = OnetOccupationFactory(code="29-1171.00", occupation__soc="29-1171", source=onet)
    OccupationSkillFactory(subject=other, kind="skill", source=onet)
    RequiredEducationFactory(subject=other, source=onet)
    seen = show("/occupations/29-1141/").main.seen
    assert cut not in seen
    assert f"Skill ratings: {published}" in seen
    assert f"it asks for: {published}" in seen


def test_the_outlook_tells_jobs_from_employees(show):
    outlook = show(DEVELOPERS).one("section", id="outlook")
    assert words(outlook) == [
        "Jobs With the self-employed 1,693,800 2024 Employment Projections",
        "Jobs expected With the self-employed 1,961,400 2034 Employment Projections · 267,700 more",
        "Growth in jobs, projected 15.8% 2024–34 Employment Projections · all occupations 3.1%",
        "Openings a year, projected Growth and replacement of those who leave, on average a year "
        "115,200 2024–34 Employment Projections",
        "Typical entry education Bachelor's degree 2024–34 Employment Projections",
        "What is counted Figure Years",
        "Employees Without the self-employed 1,654,440 May 2024 OEWS",
        "Employees Without the self-employed 1,687,890 May 2025 OEWS",
    ]
    assert len(outlook.all("table")) == 2


def test_fewer_jobs_and_no_education_are_told_as_they_are(show):
    source = SourceFactory(kind="government", slug="projections-1")
    stated = {"subject": OccupationFactory(soc="99-0009"), "source": source, "basis": "projection"}
    OccupationFigureFactory(measure="employment", value="5000", population="jobs", **stated)
    OccupationFigureFactory(measure="other_count", value="-1200", item="change", **stated)
    outlook = show("/occupations/99-0009/").one("section", id="outlook")
    assert "1,200 fewer" in outlook.seen
    assert "Typical entry education" not in outlook.seen
    assert "all occupations" not in outlook.seen


def test_years_that_a_file_does_not_state_are_called_not_given(show):
    figure = OccupationFigureFactory(measure="growth", source__kind="government", value="3")
    assert (
        "3% Not given" in show(figure.subject.get_absolute_url()).one("section", id="outlook").seen
    )


def test_what_others_print_of_it_stands_apart(show):
    figure = OccupationFigureFactory(measure="growth", value="22", source__kind="article")
    page = show(figure.subject.get_absolute_url())
    assert page.one("section", id="figures").one("tr", id=figure.anchor).all("td")[0].seen == "22%"
    assert show(DEVELOPERS).all("section", id="figures") == []


def test_it_names_the_careers_that_share_it(show):
    section = show(DEVELOPERS).one("section", id="careers")
    assert "describe none of them alone" in section.seen
    assert [a.seen for a in section.all("a") if a["href"].startswith("/careers/")] == [
        "Computer vision engineer",
        "Machine learning engineer",
        "Natural language processing engineer",
    ]
    assert "Shared by 3 careers" in show(DEVELOPERS).one(class_="head").seen


def test_a_career_alone_that_hardly_fits_is_called_a_doubtful_match(show):
    section = show("/occupations/11-2021/").one("section", id="careers")
    assert "whatever their role is called" in section.seen
    assert "doubtful match" in section.seen


def test_fields_stand_with_the_graduates_of_this_catalogue(show):
    section = show(DEVELOPERS).one("section", id="fields")
    assert [row.one("a")["href"] for row in section.all("tr")[1:]] == [
        "/fields/11.0701/",
        "/fields/30.7001/",
        "/fields/11.0102/",
    ]
    assert "never the count of the whole country" in section.seen


def test_fields_without_graduates_here_are_folded_away(show):
    link = CrosswalkLinkFactory(field__cip="99.0101", field__title="Zymurgy")
    section = show(link.occupation.get_absolute_url()).one("section", id="fields")
    assert "The catalogue holds graduates of none" in section.seen
    assert section.one("details").one("li").seen == "Zymurgy"


def test_universities_with_most_graduates_of_its_fields_stand_first_with_their_programs(show):
    link = CrosswalkLinkFactory(field__cip="99.0101")
    ipeds = SourceFactory(kind="government")
    for graduates in ("3", "70"):
        place = InstitutionFieldFactory(field=link.field)
        InstitutionFieldFigureFactory(subject=place, value=graduates, source=ipeds, period="2024")
        ProgramFactory(title=f"MS of {graduates}", field=link.field, institution=place.institution)
    refresh()
    section = show(link.occupation.get_absolute_url()).one("section", id="programs")
    rows = [[cell.seen for cell in row.own("th", "td")] for row in section.all("tr")[1:]]
    assert [row[-2:] for row in rows] == [
        ["MS of 70", "70 all under 99.0101"],
        ["MS of 3", "3 all under 99.0101"],
    ]


@pytest.mark.parametrize("zone", JOB_ZONES, ids=lambda zone: zone.number)
def test_the_job_zone_is_told_as_what_preparation_it_takes(section, code, zone):
    code.job_zone = zone.number
    code.save()
    told = section("preparation").seen
    assert told.lower().startswith(f"preparation {zone.name}")
    assert f"{zone.asks_for} Job zone {zone.number} of 5" in told


def test_what_education_it_asks_for_is_a_table_with_bars(section, code, onet):
    for category, name, share in ((6, "Bachelor's Degree", "68.18"), (3, "Certificate", "0.3")):
        RequiredEducationFactory(
            subject=code, category=category, name=name, share=share, source=onet
        )
    told = section("preparation")
    assert words(told) == ["Certificate under 1%", "Bachelor's Degree 68%"]
    assert [bar["x2"] for bar in told.all("line", class_="span")] == ["0.3%", "68.18%"]
    assert "O*NET puts this code into no job zone." in told.seen


@pytest.mark.parametrize(
    ("shares", "total"),
    [(("28", "20", "16"), "64%"), (("94.9",), "95%"), (("60", "35.01"), None), ((), None)],
)
def test_shares_that_add_up_to_less_than_all_say_so(section, code, onet, shares, total):
    for category, share in enumerate(shares, start=1):
        RequiredEducationFactory(subject=code, category=category, share=share, source=onet)
    told = section("preparation").seen
    said = f"Shares shown add up to {total}: others are withheld or zero."
    assert (said in told) == ("Shares shown" in told) == bool(total)


@pytest.mark.parametrize(("share", "is_told"), [("28", False), ("51", True)])
def test_of_a_specialty_no_answer_is_the_commonest_where_a_withheld_one_may_be(
    section, code, onet, share, is_told
):
    part = OnetOccupationFactory(
        code="99-0001.01", occupation=code.occupation, source=onet, job_zone=4
    )
    RequiredEducationFactory(subject=part, name="Doctoral Degree", share=share, source=onet)
    assert ("of answers ask for" in section("specialties").seen) == is_told


def test_skills_stand_by_importance_the_lesser_ones_folded_away(section, code, onet):
    for number in range(12):
        OccupationSkillFactory(
            subject=code,
            source=onet,
            name=f"Skill {number}",
            importance=1 + number / 4,
            level="2.5",
        )
    OccupationSkillFactory(subject=code, source=onet, name="Unrated")
    told = section("skills")
    assert words(told)[0] == "Skill 11 3.75 2.50"
    assert told.all("line", class_="span")[0]["x2"] == "68.75%"
    assert told.one("summary").seen == "3 less important ones"
    assert words(told.one("details"))[-1] == "Unrated Not given Not given"


def test_technologies_in_demand_stand_first_and_the_rest_is_folded_away(section, code, onet):
    technology = {"subject": code, "source": onet, "kind": "technology"}
    OccupationSkillFactory(name="Python", in_demand=True, is_hot=True, **technology)
    OccupationSkillFactory(name="Python", group="Another commodity", **technology)
    OccupationSkillFactory(name="Excel", is_hot=True, **technology)
    OccupationSkillFactory(name="Abacus", **technology)
    told = section("technologies")
    assert [names(part) for part in told.all("ul")] == [["Python"], ["Excel"], ["Abacus"]]
    assert [fold.one("summary").seen for fold in told.all("details")] == [
        "1 more, asked for often in postings of other occupations",
        "1 more technology",
    ]


def test_hot_technologies_stand_open_where_none_is_in_demand(section, code, onet):
    OccupationSkillFactory(subject=code, source=onet, kind="technology", name="Excel", is_hot=True)
    told = section("technologies")
    assert names(told) == ["Excel"]
    assert told.all("details") == []


def test_the_attribution_of_onet_stands_with_its_source(show, code, onet):
    code.description = "Plan things."
    code.save()
    (source,) = show(code.occupation.get_absolute_url()).sources
    assert "Used under CC BY." in source


def test_a_description_is_told_after_its_first_sentence(show, code):
    code.description = "Plan things. May do others, e.g. sums. Licensing required."
    code.save()
    head = show(code.occupation.get_absolute_url()).one(class_="head")
    assert head.one("p", class_="lede").seen.endswith(". Plan things.")
    assert head.all("p")[1].seen == "May do others, e.g. sums. Licensing required."


def test_specialties_are_told_one_by_one_where_the_whole_is_bare(show):
    page = show("/occupations/17-2199/")
    assert "O*NET describes its specialties instead" in page.one("section", id="preparation").seen
    specialties = page.one("section", id="specialties").one("ul").all("li")
    assert len(specialties) == 8
    robotics = page.one("li", id="17-219908").seen
    assert robotics.startswith("Robotics Engineers 17-2199.08 Research, design, develop, or test")
    assert "Preparation: considerable preparation; 50% of answers ask for “Bachelor's" in robotics
    assert "Skills: " in robotics
    assert "Technologies in demand: " in robotics
    assert "8 specialties" in page.one(class_="head").seen


def test_other_names_stand_once_the_rest_folded_away(section, code, onet):
    for number in range(17):
        AlternateTitleFactory(subject=code, source=onet, name=f"Title {number:02}")
    same = OnetOccupationFactory(code="99-0001.01", occupation=code.occupation, source=onet)
    AlternateTitleFactory(subject=same, source=onet, name="Title 00")
    told = section("titles")
    assert [len(names(part)) for part in told.all("ul")] == [15, 2]
    assert told.one("summary").seen == "2 more names"


def test_of_two_editions_that_of_the_occupation_is_told(section, code, onet):
    AlternateTitleFactory(subject=code, source=onet, name="New")
    AlternateTitleFactory(subject=code, name="Old")
    assert names(section("titles")) == ["New"]


def test_an_edition_that_lacks_a_list_leaves_that_of_another(section, code):
    AlternateTitleFactory(subject=code, name="Older")
    AlternateTitleFactory(subject=code, name="Old")
    assert names(section("titles")) == ["Old"]


def test_related_occupations_are_links_the_nearest_first(section, code, onet):
    far = OnetOccupationFactory(code="99-0009.00", occupation__title="Far", title="Far")
    near = OnetOccupationFactory(code="99-0008.01", occupation__title="Whole", title="Part")
    own = OnetOccupationFactory(code="99-0001.02", occupation=code.occupation, source=onet)
    RelatedOccupationFactory(subject=code, related=far, tier="supplemental", source=onet)
    RelatedOccupationFactory(subject=code, related=near, tier="primary_long", source=onet)
    RelatedOccupationFactory(subject=own, related=near, source=onet)
    RelatedOccupationFactory(subject=own, related=code, source=onet)
    told = section("related")
    assert names(told) == ["Part within Whole", "Far"]
    assert told.all("a")[0]["href"] == near.occupation.get_absolute_url()


@pytest.mark.parametrize(
    ("positions", "is_whole"), [((1, 2), True), ((13,), False), ((1, 3), False)]
)
def test_related_occupations_of_which_no_record_is_held_are_said_to_be_missing(
    section, code, onet, positions, is_whole
):
    for position in positions:
        RelatedOccupationFactory(subject=code, source=onet, position=position)
    told = section("related").seen
    assert ("Of O*NET’s list, those in this catalogue" in told) != is_whole


def test_further_related_occupations_are_folded_away(section, code, onet):
    for _number in range(12):
        RelatedOccupationFactory(subject=code, source=onet)
    assert section("related").one("summary").seen == "2 further ones"


def test_it_asks_few_queries_and_no_more_for_more_of_everything(client, code, onet):
    occupation = code.occupation

    def queries():
        with CaptureQueriesContext(connection) as found:
            assert client.get(occupation.get_absolute_url()).status_code == 200
        return len(found)

    def add(number):
        for _number in range(number):
            CareerFactory(occupation=occupation)
            OccupationFigureFactory(subject=occupation, source__kind="government")
            part = OnetOccupationFactory(occupation=occupation, source=onet)
            for factory in (OccupationSkillFactory, AlternateTitleFactory):
                factory(subject=code, source=onet)
                factory(subject=part, source=onet)
            RelatedOccupationFactory(subject=code, source=onet)
            RequiredEducationFactory(subject=part, source=onet)
            place = InstitutionFieldFactory()
            CrosswalkLinkFactory(field=place.field, occupation=occupation)
            InstitutionFieldFigureFactory(subject=place, source=onet, headline=True)
            ProgramFactory(field=place.field, institution=place.institution)
        refresh()

    add(1)
    few = queries()
    add(11)
    assert queries() == few <= 12
