import pytest

from programs.models import Institution, Program, ProgramFigure
from programs.querysets import SORT_COLUMNS
from tests.catalogue import refresh
from tests.factories import (
    CareerFactory,
    FieldOfStudyFactory,
    InstitutionAliasFactory,
    InstitutionFactory,
    OrganizationLinkFactory,
    ProfileItemFactory,
    ProgramFactory,
    ProgramFactsFactory,
    ProgramFigureFactory,
    RankingEntryFactory,
    RoleLinkFactory,
)

pytestmark = pytest.mark.django_db

BLANKS = [
    ("at_levels", []),
    ("matching", ""),
    ("matching", "  "),
    ("in_states", []),
    ("under_control", []),
    ("with_awards", []),
    ("delivered", []),
    ("in_fields", []),
    ("at_institutions", []),
    ("leading_to", []),
    ("charging_at_least", None),
    ("charging_at_most", None),
    ("earning_at_least", None),
]


@pytest.mark.parametrize("method, blank", BLANKS)
def test_a_blank_answer_changes_nothing(method, blank):
    programs = Program.objects.all()
    assert getattr(programs, method)(blank) is programs


@pytest.mark.parametrize(
    "method, blank", [("named", ""), ("named", " "), ("in_states", []), ("under_control", [])]
)
def test_a_blank_answer_changes_nothing_about_universities(method, blank):
    institutions = Institution.objects.all()
    assert getattr(institutions, method)(blank) is institutions


def found(programs):
    """The titles found; a program found twice fails."""
    titles = [program.title for program in programs]
    assert len(titles) == len(set(titles))
    return set(titles)


def with_facts(title, **facts):
    return ProgramFactsFactory(program__title=title, **facts).program


def test_only_what_is_published_is_published():
    ProgramFactory(title="published")
    ProgramFactory(title="draft", status="draft")
    ProgramFactory(title="withdrawn", status="withdrawn")
    assert found(Program.objects.published()) == {"published"}


def test_what_stands_in_for_a_named_degree_is_not_listed():
    with_facts("listed")
    with_facts("unlisted", listed=False)
    ProgramFactory(title="without facts")
    assert found(Program.objects.listed()) == {"listed"}


def test_masters_are_one_of_the_levels():
    for level in ("bachelors", "masters", "doctorate"):
        with_facts(level, level=level)
    assert found(Program.objects.masters()) == {"masters"}
    assert found(Program.objects.at_levels(["masters", "doctorate"])) == {"masters", "doctorate"}


@pytest.mark.parametrize(
    "method, column, one, other",
    [
        ("in_states", "state", "CA", "WA"),
        ("under_control", "control", "public", "private"),
        ("with_awards", "award", "ms", "meng"),
    ],
)
def test_a_facet_holds_any_of_its_choices_and_none_is_what_is_unknown(method, column, one, other):
    for value in (one, other, ""):
        with_facts(value or "unknown", **{column: value})
    ask = getattr(Program.objects, method)
    assert found(ask([one])) == {one}
    assert found(ask([one, other])) == {one, other}
    assert found(ask(["none"])) == {"unknown"}
    assert found(ask([other, "none"])) == {other, "unknown"}
    assert found(ask(["no such"])) == set()


def test_delivery_is_any_of_the_ways_and_none_is_no_way_at_all():
    with_facts("both", online=True, evening=True)
    with_facts("evening", evening=True)
    with_facts("unknown")
    assert found(Program.objects.delivered(["online"])) == {"both"}
    assert found(Program.objects.delivered(["online", "evening"])) == {"both", "evening"}
    assert found(Program.objects.delivered(["none"])) == {"unknown"}
    assert found(Program.objects.delivered(["online", "none"])) == {"both", "unknown"}


def test_a_field_is_a_group_of_codes_by_how_they_begin():
    for cip in ("11.0102", "30.7001", "30.7104", "11.0101", "11.0701", "11.0103", "27.0501", ""):
        with_facts(cip or "unknown", cip=cip)
    ask = Program.objects.in_fields
    assert found(ask(["artificial-intelligence"])) == {"11.0102"}
    assert found(ask(["data-science"])) == {"30.7001", "30.7104"}
    assert found(ask(["computer-science", "statistics"])) == {"11.0101", "11.0701", "27.0501"}
    assert found(ask(["none"])) == {"unknown"}
    assert found(ask(["artificial-intelligence", "none"])) == {"11.0102", "unknown"}
    assert found(ask(["other-computing"])) == {"11.0103"}
    assert found(ask(["mathematics", "statistics"])) == {"27.0501"}
    assert found(ask(["other"])) == set()


def test_a_field_in_no_group_is_another():
    for cip in ("51.0001", "52.1301", ""):
        with_facts(cip or "unknown", cip=cip)
    assert found(Program.objects.in_fields(["other"])) == {"51.0001"}
    assert found(Program.objects.in_fields(["other", "none"])) == {"51.0001", "unknown"}


def test_of_a_near_field_only_a_degree_that_a_source_names_is_listed_unasked():
    for identity in ("curated", "reported"):
        for cip in ("11.0103", "11.0701", ""):
            title = f"{identity} {cip or 'unknown'}"
            ProgramFactsFactory(program__title=title, program__identity=identity, cip=cip)
    named = {"curated 11.0103", "curated 11.0701", "curated unknown"}
    assert found(Program.objects.named_or_core()) == named | {
        "reported 11.0701",
        "reported unknown",
    }


def test_programs_are_asked_for_by_university():
    mine, other = ProgramFactory(title="mine"), ProgramFactory(title="other")
    assert found(Program.objects.at(mine.institution)) == {"mine"}
    assert found(Program.objects.at_institutions([mine.institution.slug])) == {"mine"}
    slugs = [mine.institution.slug, other.institution.slug]
    assert found(Program.objects.at_institutions(slugs)) == {"mine", "other"}


@pytest.fixture
def robotics():
    program = ProgramFactory(
        title="Robotics and Vision",
        institution__name="Carnegie Mellon University",
        institution__city="Pittsburgh",
        field=FieldOfStudyFactory(cip="11.0102", title="Artificial Intelligence"),
    )
    InstitutionAliasFactory(institution=program.institution, name="CMU")
    InstitutionAliasFactory(institution=program.institution, name="Carnegie Tech")
    ProgramFactory(title="Stanford", institution__city="Boston")
    refresh()
    return program


@pytest.mark.parametrize(
    "text",
    ["robotics", "VISION", "robot", "carnegie", "pittsburgh", "intelligence", "cmu", "tech"],
)
def test_a_word_is_looked_for_in_title_university_city_field_and_alias(robotics, text):
    assert found(Program.objects.matching(text)) == {robotics.title}


@pytest.mark.parametrize("text", ["robotics cmu", "  pittsburgh   vision ", "cmu tech carnegie"])
def test_each_word_may_be_found_in_another_place(robotics, text):
    assert found(Program.objects.matching(text)) == {robotics.title}


@pytest.mark.parametrize("text", ["robotics boston", "100%", "tech stanfford"])
def test_every_word_must_be_found(robotics, text):
    assert found(Program.objects.matching(text)) == set()


def test_of_two_words_that_nothing_holds_together_the_university_stays(robotics):
    assert found(Program.objects.matching("cmu stanford")) == {robotics.title}


def test_a_program_without_a_field_is_found_by_its_title():
    ProgramFactory(title="Robotics", field=None)
    refresh()
    assert found(Program.objects.matching("robotics")) == {"Robotics"}


@pytest.fixture
def engineer():
    return CareerFactory(slug="engineer")


def test_a_program_leads_to_the_roles_its_source_names(engineer):
    link = RoleLinkFactory(career=engineer, program=ProgramFactory(title="named"))
    ProgramFactory(title="of the same university", institution=link.institution)
    RoleLinkFactory(program=ProgramFactory(title="to another role"))
    assert found(Program.objects.leading_to(["engineer"])) == {"named"}


def test_every_program_leads_to_the_roles_named_for_its_university(engineer):
    link = RoleLinkFactory(career=engineer)
    RoleLinkFactory(career=engineer, institution=link.institution)
    ProgramFactory(title="one", institution=link.institution)
    ProgramFactory(title="two", institution=link.institution)
    ProgramFactory(title="elsewhere")
    assert found(Program.objects.leading_to(["engineer"])) == {"one", "two"}


def test_a_program_leads_to_any_of_the_roles(engineer):
    RoleLinkFactory(career=engineer, program=ProgramFactory(title="one"))
    scientist = RoleLinkFactory(program=ProgramFactory(title="two")).career
    assert found(Program.objects.leading_to(["engineer", scientist.slug])) == {"one", "two"}


def test_a_program_without_a_role_of_ours_leads_to_none(engineer):
    RoleLinkFactory(career=engineer, program=ProgramFactory(title="named"))
    RoleLinkFactory(career=None, program=ProgramFactory(title="named otherwise"))
    ProgramFactory(title="unnamed")
    assert found(Program.objects.leading_to(["none"])) == {"named otherwise", "unnamed"}
    assert found(Program.objects.leading_to(["engineer", "none"])) == {
        "named",
        "named otherwise",
        "unnamed",
    }


@pytest.mark.parametrize(
    "method, bound, titles",
    [
        ("charging_at_least", 20000, {"20000", "30000"}),
        ("charging_at_least", 20001, {"30000"}),
        ("charging_at_least", 0, {"0", "20000", "30000"}),
        ("charging_at_most", 20000, {"0", "20000"}),
        ("charging_at_most", 19999, {"0"}),
        ("charging_at_most", 0, {"0"}),
    ],
)
def test_an_unknown_charge_fits_no_bound(method, bound, titles):
    for charge in (0, 20000, 30000):
        with_facts(str(charge), charge=charge)
    with_facts("unknown")
    assert found(getattr(Program.objects, method)(bound)) == titles


def test_unknown_earnings_reach_no_sum():
    with_facts("enough", earnings=90000)
    with_facts("too little", earnings=89999)
    with_facts("unknown")
    assert found(Program.objects.earning_at_least(90000)) == {"enough"}
    assert found(Program.objects.earning_at_least(0)) == {"enough", "too little"}


COLUMNS = {
    "rank": "rank",
    "tuition": "charge",
    "duration": "duration_from",
    "earnings": "earnings",
    "completions": "completions",
}


def in_turn(programs):
    return [program.title for program in programs]


@pytest.mark.parametrize("sort", COLUMNS)
def test_the_unknown_comes_last_in_both_directions(sort):
    with_facts("unknown")
    with_facts("low", **{COLUMNS[sort]: 10})
    with_facts("high", **{COLUMNS[sort]: 20})
    assert in_turn(Program.objects.sorted_by(sort)) == ["low", "high", "unknown"]
    assert in_turn(Program.objects.sorted_by(f"-{sort}")) == ["high", "low", "unknown"]


def test_the_longest_is_the_one_that_may_last_longest():
    with_facts("two", duration_from=24, duration_to=24)
    with_facts("to two and a half", duration_from=18, duration_to=30)
    with_facts("open", duration_from=12)
    assert in_turn(Program.objects.sorted_by("-duration")) == ["to two and a half", "two", "open"]
    assert in_turn(Program.objects.sorted_by("duration")) == ["open", "to two and a half", "two"]


def test_a_title_that_is_not_recorded_comes_last_in_both_directions():
    for title in ("", "Analytics", "robotics", "Statistics"):
        ProgramFactory(title=title, identity="implied")
    in_order = ["Analytics", "robotics", "Statistics"]
    assert in_turn(Program.objects.sorted_by("name")) == [*in_order, ""]
    assert in_turn(Program.objects.sorted_by("-name")) == [*reversed(in_order), ""]


def test_every_way_of_sorting_is_tried():
    assert {*COLUMNS, "name"} == set(SORT_COLUMNS)


def test_equals_are_sorted_by_rank_then_university_then_title():
    last = with_facts("A", charge=1, program__institution__name="Zeta")
    ProgramFactsFactory(program__title="A of Beta", program__institution__name="Beta", charge=1)
    alpha = InstitutionFactory(name="Alpha")
    ProgramFactsFactory(program__title="B of Alpha", program__institution=alpha, charge=1)
    ProgramFactsFactory(program__title="A of Alpha", program__institution=alpha, charge=1)
    with_facts("ranked", charge=1, rank=7, program__institution__name="Omega")
    for sort in ("tuition", "-tuition"):
        assert in_turn(Program.objects.sorted_by(sort)) == [
            "ranked",
            "A of Alpha",
            "B of Alpha",
            "A of Beta",
            last.title,
        ]


@pytest.fixture
def unlisted():
    program = ProgramFactory(identity="reported", field=FieldOfStudyFactory())
    ProgramFactsFactory(program=program, listed=False)
    return program


def named(unlisted, **fields):
    """A listed, named degree of the same university and field."""
    place = {"institution": unlisted.institution, "field": unlisted.field} | fields
    facts = {"level": fields.get("level", "masters")}
    return ProgramFactsFactory(program=ProgramFactory(**place), **facts).program


def standing_in(program):
    return Program.objects.standing_in_for(program)


def test_an_unlisted_program_leads_to_the_only_named_degree_of_its_field(unlisted):
    degree = named(unlisted)
    named(unlisted, field=FieldOfStudyFactory())
    named(unlisted, institution=InstitutionFactory())
    named(unlisted, level="doctorate")
    assert standing_in(unlisted) == degree


def test_an_unlisted_program_leads_to_its_university_where_two_degrees_share_its_field(unlisted):
    named(unlisted)
    named(unlisted)
    assert standing_in(unlisted) == unlisted.institution


def test_an_unlisted_program_leads_to_its_university_where_no_degree_is_named(unlisted):
    named(unlisted, status="draft")
    assert standing_in(unlisted) == unlisted.institution


def test_an_unlisted_program_without_a_field_leads_to_its_university():
    implied = ProgramFactory(identity="implied", title="", field=None)
    named(implied)
    assert standing_in(implied) == implied.institution


def test_cards_read_all_they_show_at_once(django_assert_num_queries):
    ProgramFactsFactory.create_batch(2, program__field=FieldOfStudyFactory(), charge=1)
    with django_assert_num_queries(1):
        for program in Program.objects.for_cards():
            facts = program.facts
            assert (program.institution.state.code, program.field.cip) != ("", "")
            assert (facts.tuition_source, facts.tuition_out_source) == (None, None)
            assert (facts.earnings_source, facts.duration_source) == (None, None)
            assert facts.rank_source is None


def test_a_program_whose_facts_are_not_known_yet_has_no_card():
    with_facts("known", listed=False)
    ProgramFactory(title="new")
    assert found(Program.objects.for_cards()) == {"known"}


@pytest.mark.parametrize("status", ["draft", "withdrawn"])
def test_the_figures_of_a_program_that_is_not_published_are_not_visible(status):
    shown = ProgramFigureFactory()
    ProgramFigureFactory(subject__status=status)
    ProgramFigureFactory(status="withdrawn")
    assert list(ProgramFigure.objects.visible()) == [shown]


@pytest.mark.parametrize("factory", [RoleLinkFactory, OrganizationLinkFactory, ProfileItemFactory])
def test_what_is_said_of_a_program_that_is_not_published_is_not_published(factory):
    of_university, of_program = factory(), factory(program=ProgramFactory())
    factory(program=ProgramFactory(status="draft"))
    mentions = factory._meta.model.objects.published()
    assert set(mentions) == {of_university, of_program}


def test_programs_are_counted_by_state_where_it_is_known():
    for state in ("CA", "WA", "CA", ""):
        ProgramFactsFactory(state=state)
    assert Program.objects.sorted_by("name").by_state() == {"CA": 2, "WA": 1}


def names(institutions):
    listed = [institution.name for institution in institutions]
    assert len(listed) == len(set(listed))
    return listed


def test_each_word_is_looked_for_in_name_alias_and_city_of_a_university():
    mellon = InstitutionFactory(name="Carnegie Mellon", city="Pittsburgh")
    InstitutionAliasFactory(institution=mellon, name="CMU")
    InstitutionAliasFactory(institution=mellon, name="CMU Qatar")
    InstitutionFactory(name="Boston University", city="Boston")
    refresh()
    for text in ("cmu", "pittsburgh carnegie", "qatar mellon"):
        assert names(Institution.objects.named(text)) == ["Carnegie Mellon"]
    assert names(Institution.objects.named("cmu boston")) == []


def test_universities_are_asked_for_by_state():
    InstitutionFactory(name="west", state__code="WA")
    InstitutionFactory(name="south", state__code="TX")
    InstitutionFactory(name="unknown", state=None)
    assert names(Institution.objects.in_states(["WA"])) == ["west"]
    assert names(Institution.objects.in_states(["none"])) == ["unknown"]
    assert names(Institution.objects.in_states(["WA", "none"])) == ["unknown", "west"]


def test_universities_are_asked_for_by_control():
    for control in ("public", "private", ""):
        InstitutionFactory(name=control or "unknown", control=control)
    assert names(Institution.objects.under_control(["public"])) == ["public"]
    assert names(Institution.objects.under_control(["none"])) == ["unknown"]
    assert names(Institution.objects.under_control(["private", "none"])) == ["private", "unknown"]


def test_universities_come_by_their_best_rank_and_the_unranked_last():
    InstitutionFactory(name="A unranked")
    twice = InstitutionFactory(name="C twice")
    RankingEntryFactory(institution=twice, rank=9)
    RankingEntryFactory(institution=twice, rank=2)
    RankingEntryFactory(institution__name="B once", rank=3)
    InstitutionFactory(name="Z unranked")
    assert names(Institution.objects.ranked_first()) == [
        "C twice",
        "B once",
        "A unranked",
        "Z unranked",
    ]
