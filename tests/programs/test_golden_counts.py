"""The bundled seeds hold what the source documents print, neither more nor less."""

from collections import Counter
from decimal import Decimal
from statistics import median

import pytest

from careers.models import Career, CareerFigure
from programs.models import (
    DecidingFact,
    Institution,
    InstitutionFigure,
    OrganizationLink,
    ProfileItem,
    Program,
    ProgramFigure,
    Ranking,
    RankingEntry,
    RankingFigure,
    RoleLink,
    StateFigure,
    StateTop,
)
from programs.state_table import StateTable

CMU, USC, SYRACUSE = "Carnegie Mellon", "Southern California", "Syracuse"
UW, PENN, NYU = "Washington-Seattle", "University of Pennsylvania", "New York University"
NORTHWESTERN, CLARK, UCI = "Northwestern", "Clark", "California-Irvine"
NORTHEASTERN = "Northeastern"
PROFILES = (CMU, USC, SYRACUSE, UW, PENN, NYU, NORTHWESTERN, CLARK, UCI, NORTHEASTERN)

# rank, name as printed, city, state, control, tuition, graduation rate, score; of a private one
# the federal directory says more than the page: that it is nonprofit
TABLE = [
    (1, "Carnegie Mellon University", "Pittsburgh", "PA", "private", 62260, 98, "94.4"),
    (2, "University of Southern California", "Los Angeles", "CA", "private", 66640, 92, "92.5"),
    (3, "Syracuse University", "Syracuse", "NY", "private", 61310, 99, "84.3"),
    (4, "University of Washington-Seattle Campus", "Seattle", "WA", "public", 11524, 97, "81.7"),
    (5, "University of Pennsylvania", "Philadelphia", "PA", "private", 58620, 100, "73.7"),
    (6, "New York University", "New York", "NY", "private", 60438, None, "70.5"),
    (7, "Northwestern University", "Evanston", "IL", "private", 64887, 90, "67.5"),
    (8, "Clark University", "Worcester", "MA", "private", 54760, 98, "66.2"),
    (9, "University of California-Irvine", "Irvine", "CA", "public", 11834, 96, "65.7"),
    (10, "Northeastern University", "Boston", "MA", "private", 62000, None, "65.4"),
    (11, "Brandeis University", "Waltham", "MA", "private", 64348, 99, "65.4"),
    (12, "Rochester Institute of Technology", "Rochester", "NY", "private", 55784, 90, "65.2"),
    (13, "University of San Diego", "San Diego", "CA", "private", 55690, 97, "65.1"),
    (
        14,
        "University of Pittsburgh-Pittsburgh Campus",
        "Pittsburgh",
        "PA",
        "public",
        20154,
        88,
        "64",
    ),
    (15, "Emory University", "Atlanta", "GA", "private", 59920, 97, "63.2"),
    (16, "San Jose State University", "San Jose", "CA", "public", 5742, 100, "63.1"),
    (17, "University of California-Santa Cruz", "Santa Cruz", "CA", "public", 11834, 93, "62.3"),
    (18, "University of Central Florida", "Orlando", "FL", "public", 4478, 93, "61.4"),
    (19, "University of Georgia", "Athens", "GA", "public", 9790, 95, "60.9"),
    (20, "Johns Hopkins University", "Baltimore", "MD", "private", 62840, None, "60.4"),
    (21, "University of North Texas", "Denton", "TX", "public", 8319, 70, "60.2"),
    (22, "Illinois Institute of Technology", "Chicago", "IL", "private", 49607, 89, "60"),
    (
        23,
        "Pennsylvania State University-Main Campus",
        "University Park",
        "PA",
        "public",
        19672,
        87,
        "58.8",
    ),
    (24, "Boston University", "Boston", "MA", "private", 63798, None, "56.3"),
    (25, "Saint Louis University", "Saint Louis", "MO", "private", 52260, 92, "56"),
]


pytestmark = pytest.mark.usefixtures("catalogue")


def printed(measure):
    """{university: number} of the 25 of which the ranking prints one that is not in doubt."""
    figures = InstitutionFigure.objects.claims().undisputed().filter(measure=measure, absence="")
    return {figure.subject.name: figure.low for figure in figures.select_related("subject")}


def by_profile(records):
    """How many belong to each of the ten universities with a profile, in the order of the page."""
    names = Counter(record.institution.name for record in records)
    return [sum(names[name] for name in names if part in name) for part in PROFILES]


def items(kind, mention="list"):
    found = ProfileItem.objects.filter(kind=kind, mention=mention, source__slug="hakia-2026")
    return by_profile(found.select_related("institution"))


def links(role, mention="list"):
    found = OrganizationLink.objects.filter(role=role, mention=mention, source__slug="hakia-2026")
    return by_profile(found.select_related("institution"))


# --- the ranking --------------------------------------------------------------------------


@pytest.mark.parametrize("row", TABLE, ids=lambda row: row[1])
def test_a_row_of_the_ranking_is_stored_as_printed(row):
    rank, name, city, state, control, tuition, rate, score = row
    entry = RankingEntry.objects.select_related("institution__state").get(rank=rank)
    university = entry.institution
    assert (university.name, university.city) == (name, city)
    nonprofit = {"private": "private_nonprofit"}
    assert (university.state.code, university.control) == (state, nonprofit.get(control, control))
    assert entry.score == Decimal(score)
    assert university.figures.claims().get(measure="tuition").low == tuition
    assert printed("graduation_rate").get(name) == rate


def test_25_universities_are_ranked_of_the_50_that_the_page_claims():
    ranking = Ranking.objects.get()
    assert (ranking.says_ranked, ranking.shown) == (50, 25)
    assert [entry.rank for entry in ranking.entries.order_by("rank")] == list(range(1, 26))
    assert ranking.entries.values("institution").distinct().count() == 25


def test_16_are_private_and_9_public():
    ranked = Institution.objects.filter(ranking_entries__isnull=False)
    controls = Counter(ranked.values_list("control", flat=True))
    assert controls == {"private_nonprofit": 16, "public": 9}


def test_they_lie_in_11_states():
    ranked = Institution.objects.filter(ranking_entries__isnull=False)
    assert Counter(ranked.values_list("state__code", flat=True)) == {
        **{"CA": 5, "PA": 4, "MA": 4, "NY": 3, "IL": 2, "GA": 2},
        **{"WA": 1, "FL": 1, "MD": 1, "TX": 1, "MO": 1},
    }


def test_21_have_a_graduation_rate_and_4_none():
    assert len(printed("graduation_rate")) == 21
    absent = InstitutionFigure.objects.filter(measure="graduation_rate", absence="not_reported")
    assert set(absent.values_list("subject__name", flat=True)) == {
        "New York University",
        "Northeastern University",
        "Johns Hopkins University",
        "Boston University",
    }


def test_all_25_have_a_tuition_and_a_score():
    assert len(printed("tuition")) == 25
    assert RankingEntry.objects.filter(score__isnull=False).count() == 25


def test_the_printed_tuition_runs_from_central_florida_to_southern_california():
    tuition = printed("tuition")
    assert min(tuition, key=tuition.get) == "University of Central Florida"
    assert max(tuition, key=tuition.get) == "University of Southern California"
    assert (min(tuition.values()), median(tuition.values()), max(tuition.values())) == (
        4478,
        55690,
        66640,
    )


def test_the_graduation_rate_runs_from_70_to_100():
    rates = printed("graduation_rate")
    assert (min(rates.values()), median(rates.values()), max(rates.values())) == (70, 95, 100)
    assert [name for name in rates if rates[name] == 70] == ["University of North Texas"]
    assert {name for name in rates if rates[name] == 100} == {
        "University of Pennsylvania",
        "San Jose State University",
    }


def test_ties_stay_ties():
    tied = RankingEntry.objects.filter(score=Decimal("65.4")).order_by("rank")
    assert [(entry.rank, entry.institution.name) for entry in tied] == [
        (10, "Northeastern University"),
        (11, "Brandeis University"),
    ]
    assert {name for name, dollars in printed("tuition").items() if dollars == 11834} == {
        "University of California-Irvine",
        "University of California-Santa Cruz",
    }


def test_penn_has_both_graduation_rates_that_the_page_prints():
    figures = InstitutionFigure.objects.claims().filter(
        measure="graduation_rate", subject__name="University of Pennsylvania"
    )
    assert {(figure.low, figure.status) for figure in figures} == {
        (100, "as_printed"),
        (1, "disputed"),
    }


def test_the_page_counts_its_programs_three_ways():
    counted = RankingFigure.objects.filter(measure="programs_counted")
    assert sorted(counted.values_list("low", flat=True)) == [47, 50, 127]


# --- the ten profiles ---------------------------------------------------------------------


def offered():
    return Program.objects.filter(mention="degree_list").select_related("institution")


def test_the_profiles_list_29_degrees():
    assert by_profile(offered()) == [6, 3, 3, 4, 2, 2, 1, 2, 3, 3]
    assert offered().count() == 29


def test_19_of_them_are_masters_degrees():
    assert Counter(offered().values_list("level", flat=True)) == {
        "masters": 19,
        "doctorate": 6,
        "bachelors": 4,
    }
    others = offered().exclude(level="masters")
    assert by_profile(others) == [4, 0, 0, 2, 1, 0, 0, 1, 2, 0]


def test_ten_universities_have_a_profile_and_15_only_a_row():
    profiled = {program.institution_id for program in offered()}
    implied = Program.objects.filter(identity="implied")
    assert (len(profiled), implied.count()) == (10, 15)
    assert profiled.isdisjoint(implied.values_list("institution_id", flat=True))


def test_the_profiles_name_27_labs():
    assert items("lab") == [1, 5, 2, 4, 4, 4, 0, 1, 4, 2]


def test_they_name_30_partners():
    assert links("partner") == [2, 10, 4, 5, 2, 0, 1, 1, 1, 4]


def test_they_name_23_employers():
    assert links("employer") == [0, 9, 0, 0, 0, 0, 5, 4, 5, 0]


def test_they_name_26_roles():
    roles = RoleLink.objects.filter(source__slug="hakia-2026").select_related("institution")
    assert by_profile(roles) == [0, 6, 0, 0, 3, 6, 4, 4, 3, 0]
    assert roles.count() == 26


def test_they_name_12_people_of_the_faculty():
    assert items("faculty") == [1, 0, 0, 2, 1, 3, 3, 0, 0, 2]


def test_their_text_names_more_than_their_lists_and_is_told_apart():
    assert items("faculty", "prose") == [0, 0, 1, 0, 0, 1, 0, 0, 0, 0]
    assert links("partner", "prose") == [0, 0, 0, 0, 0, 0, 0, 0, 1, 2]
    assert links("employer", "prose") == [0, 2, 0, 0, 0, 1, 0, 4, 0, 3]


def test_every_list_holds_as_many_as_it_prints():
    listed = OrganizationLink.objects.filter(mention="list")
    assert Counter(listed.values_list("role", "source__slug")) == {
        ("partner", "hakia-2026"): 30,
        ("employer", "hakia-2026"): 23,
        ("employer", "duke-outcomes"): 13,
    }
    items = ProfileItem.objects.filter(mention="list", source__slug="hakia-2026")
    kinds = Counter(items.values_list("kind", flat=True))
    assert kinds == {"lab": 27, "faculty": 12, "designation": 4, "location": 12}


def test_they_name_4_designations():
    assert items("designation") == [1, 0, 1, 1, 0, 0, 0, 0, 0, 1]


def test_they_name_12_advantages_of_their_place():
    assert items("location") == [0, 0, 3, 3, 0, 0, 0, 3, 0, 3]


def test_they_give_3_grade_averages():
    of_universities = InstitutionFigure.objects.filter(measure__startswith="gpa_")
    of_programs = ProgramFigure.objects.filter(measure__startswith="gpa_")
    assert [(f.subject.name, f.measure, f.low) for f in of_universities.order_by("pk")] == [
        ("Carnegie Mellon University", "gpa_admitted", Decimal("3.9")),
        ("University of Washington-Seattle Campus", "gpa_minimum", 3),
    ]
    assert [(f.subject.slug, f.measure, f.low) for f in of_programs] == [
        ("syracuse-ms-applied-data-science", "gpa_minimum", 3)
    ]


def counted(measure, slug):
    """{item: notation} of what the page counts at a university."""
    figures = InstitutionFigure.objects.claims().filter(measure=measure, subject__slug=slug)
    return {figure.item: figure.value.notation for figure in figures}


def test_what_the_prose_of_irvine_counts_is_stored():
    assert counted("students", "uc-irvine") == {
        "undergraduates": "~4000",
        "masters": "~600",
        "doctoral": "~400",
    }
    assert counted("faculty", "uc-irvine") == {"computer-science": "50+"}
    others = counted("other_count", "uc-irvine")
    assert [others[f"{society}-fellows"] for society in ("acm", "ieee", "aaas")] == [
        "15",
        "13",
        "15",
    ]
    assert (others["datasets"], others["datasets-overview"]) == ("688", "688+")


def test_four_years_are_told_since_when():
    years = InstitutionFigure.objects.filter(measure="since_year").order_by("low")
    assert [(int(y.low), y.subject.slug, y.cites) for y in years.select_related("subject")] == [
        (1928, "syracuse-university", ""),
        (1997, "carnegie-mellon-university", "U.S. News & World Report"),
        (2006, "carnegie-mellon-university", ""),
        (2020, "uc-irvine", ""),
    ]


def test_what_a_degree_is_made_of_is_counted():
    figures = ProgramFigure.objects.filter(measure="other_count").select_related("subject")
    assert {(f.subject.slug, f.item, int(f.low)) for f in figures} == {
        ("carnegie-mellon-ms-machine-learning", "core-courses", 6),
        ("carnegie-mellon-ms-machine-learning", "electives", 3),
        ("nyu-ms-emerging-technologies-machine-learning-ai", "applied-ai-credits", 6),
        ("nyu-ms-emerging-technologies-machine-learning-ai", "concentrations", 9),
        ("uci-ms-computer-science", "areas", 7),
    }


def test_the_length_of_every_masters_degree_answers_its_question():
    lengths = ProgramFigure.objects.filter(measure="duration", absence="")
    masters = lengths.filter(subject__level="masters")
    assert set(masters.values_list("topic__key", flat=True)) == {"duration"}
    assert not lengths.exclude(subject__level="masters").filter(topic__isnull=False).exists()


def test_pay_placement_and_a_total_cost_answer_theirs():
    figures = [*InstitutionFigure.objects.all(), *ProgramFigure.objects.all()]
    tagged = Counter(f.topic.key for f in figures if f.topic and f.topic.key != "duration")
    assert tagged == {"machine-learning-engineer-pay": 3, "placement": 2, "total-cost": 1}


def test_the_page_states_five_deciding_facts_of_three_degrees():
    facts = DecidingFact.objects.values_list("program__slug", "kind")
    assert Counter(facts) == {
        ("uw-ms-artificial-intelligence-machine-learning-engineering", "start_term"): 1,
        ("uw-ms-artificial-intelligence-machine-learning-engineering", "prerequisite"): 1,
        ("penn-mse-artificial-intelligence", "prerequisite"): 1,
        ("carnegie-mellon-ms-machine-learning", "prerequisite"): 2,
    }


# --- states -------------------------------------------------------------------------------

# state, programs and median tuition claimed, top program as printed
STATES = [
    ("CA", 23, 28400, "Stanford University"),
    ("NY", 8, 45200, "Cornell University"),
    ("MA", 6, 56300, "MIT"),
    ("PA", 4, 52800, "Carnegie Mellon University"),
    ("TX", 7, 18900, "UT Austin"),
    ("IL", 4, 31200, "University of Illinois at Urbana-Champaign"),
    ("WA", 3, 24600, "University of Washington"),
    ("GA", 2, 16800, "Georgia Institute of Technology"),
    ("MI", 3, 28700, "University of Michigan - Ann Arbor"),
    ("NC", 3, 22100, "Duke University"),
]


@pytest.mark.parametrize("row", STATES, ids=lambda row: row[0])
def test_a_row_of_the_states_is_stored_as_printed(row):
    code, programs, tuition, top = row
    figures = {f.measure: f for f in StateFigure.objects.filter(subject__code=code)}
    assert {measure: int(figure.low) for measure, figure in figures.items()} == {
        "programs_counted": programs,
        "tuition": tuition,
    }
    assert figures["tuition"].statistic == "median"
    named = StateTop.objects.get(state__code=code)
    assert (named.printed, named.institution.state.code) == (top, code)


def test_ten_states_claim_63_programs():
    claims = StateFigure.objects.filter(measure="programs_counted")
    assert (claims.count(), sum(claims.values_list("low", flat=True))) == (10, 63)
    assert (StateTop.objects.count(), StateTable().claimed) == (10, 63)


def test_eight_universities_are_named_only_as_the_top_of_a_state():
    only = Institution.objects.filter(state_tops__isnull=False, ranking_entries__isnull=True)
    assert only.count() == 8
    assert only.filter(programs__isnull=False).distinct().count() == 2  # Duke, Georgia Tech


def test_what_the_ranking_calls_top_heads_its_own_rows_in_two_states_only():
    rows = [row for row in StateTable().rows if row.top]
    assert {row.state.code for row in rows if row.best and not row.top_is_not_best} == {"PA", "WA"}
    assert {row.state.code for row in rows if not row.best} == {"MI", "NC"}
    assert sum(row.top_is_not_best for row in rows) == 6


def test_the_medians_of_three_states_follow_from_the_rows():
    medians = {row.state.code: row.tuition for row in StateTable().rows}
    assert (int(medians["PA"].number), len(medians["PA"].figures)) == (39387, 4)
    assert (int(medians["GA"].number), len(medians["GA"].figures)) == (34855, 2)
    assert len(medians["MA"].figures) == 4


# --- careers ------------------------------------------------------------------------------


def test_8_careers_share_6_occupations():
    careers = Career.objects.filter(source__slug="hakia-2026")
    assert careers.count() == 8
    assert careers.values("occupation__soc").distinct().count() == 6


def test_pay_ranges_name_the_roles_as_the_article_does():
    ranges = CareerFigure.objects.filter(source__slug="research-com-2026", measure="pay")
    assert {(figure.subject.slug, figure.value.notation) for figure in ranges} == {
        ("machine-learning-engineer", "110000..160000"),
        ("data-scientist", "95000..150000"),
        ("ai-research-scientist", "120000..180000"),
        ("computer-vision-engineer", "100000..155000"),
        ("robotics-engineer", "90000..140000"),
    }


# --- Duke ---------------------------------------------------------------------------------


def of_duke(model):
    return model.objects.filter(source__slug="duke-outcomes").order_by("pk")


def test_duke_names_13_employers():
    assert of_duke(OrganizationLink).filter(role="employer").count() == 13


def test_duke_names_5_titles_of_3_kinds_of_job():
    assert [role.printed for role in of_duke(RoleLink)] == [
        "ML Engineer",
        "Senior ML Engineering",
        "AI Engineer",
        "Data Scientist",
        "Senior Data Scientist",
    ]


def test_duke_prints_two_figures_twice_each():
    assert [(f.measure, f.low, f.item) for f in of_duke(ProgramFigure)] == [
        ("placement_rate", 100, "prose"),
        ("placement_rate", 100, "tile"),
        ("starting_pay", 118000, "prose"),
        ("starting_pay", 118000, "tile"),
    ]


# --- as a whole ---------------------------------------------------------------------------


@pytest.mark.parametrize(
    "model",
    [
        InstitutionFigure,
        ProgramFigure,
        RankingFigure,
        CareerFigure,
        OrganizationLink,
        RoleLink,
        ProfileItem,
        RankingEntry,
        StateFigure,
        StateTop,
        DecidingFact,
    ],
)
def test_everything_printed_says_where(model):
    claims = model.objects.exclude(source__kind="government")
    unplaced = [r for r in claims if not (r.source and r.locator and r.printed)]
    assert unplaced == []


def test_georgia_techs_online_degree_is_in_the_code_of_nearly_all_its_graduates():
    program = Program.objects.select_related("field", "facts").get(slug="georgia-tech-omscs")
    assert (program.field.cip, program.facts.completions) == ("11.0101", 2992)
