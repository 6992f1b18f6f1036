import pytest

from reference.figure_groups import clashing_rows, figure_groups, headline_rows, row_of
from tests.factories import InstitutionFactory, InstitutionFigureFactory, SourceFactory

PENN = InstitutionFactory.build(pk=1, slug="penn")
HAKIA = SourceFactory.build(pk=1, kind="ranking")
RESEARCH = SourceFactory.build(pk=2, kind="article")


@pytest.fixture
def figure():
    """figure(value, …): a graduation rate of one university as one ranking prints it."""
    made = []

    def figure(value, **fields):
        fields = {"subject": PENN, "source": HAKIA, "measure": "graduation_rate"} | fields
        made.append(InstitutionFigureFactory.build(pk=len(made) + 1, value=value, **fields))
        return made[-1]

    return figure


def shown(groups):
    return [row.figure for group in groups for row in group.rows]


def standings(*figures):
    return [row.standing for group in figure_groups(figures) for row in group.rows]


def test_figures_stand_by_measure_in_the_order_of_the_measures(figure):
    rate, tuition = figure("98"), figure("62260", measure="tuition")
    groups = figure_groups([rate, tuition])
    assert [(group.measure, str(group.label)) for group in groups] == [
        ("tuition", "Tuition a year"),
        ("graduation_rate", "Graduation rate"),
    ]


def test_the_headline_stands_first_in_its_group_and_the_rest_in_the_given_order(figure):
    figures = [figure("97"), figure("98"), figure("99", headline=True)]
    assert shown(figure_groups(figures)) == [figures[2], figures[0], figures[1]]


def test_without_figures_there_are_no_groups():
    assert figure_groups([]) == []
    assert headline_rows([]) == {}


def test_a_figure_of_another_subject_says_whose_it_is(figure):
    scopes = {"institution": "The whole university"}
    [row] = figure_groups([figure("98")], scopes)[0].rows
    assert row.scope == "The whole university"


def test_a_figure_of_the_page_itself_needs_no_such_words(figure):
    assert figure_groups([figure("98")])[0].rows[0].scope == ""


def test_the_row_of_a_measure_is_that_of_its_headline(figure):
    figures = [figure("98"), figure("99", headline=True)]
    assert row_of(figure_groups(figures), "graduation_rate").figure == figures[1]


def test_a_reason_stands_where_no_figure_can_be_the_headline(figure):
    reason = figure("suppressed")
    assert row_of(figure_groups([reason]), "graduation_rate").figure == reason


def test_a_rate_of_undergraduates_is_no_row_for_a_master_s(figure):
    federal = figure("92.52", population="first_time_undergraduates")
    assert row_of(figure_groups([federal]), "graduation_rate") is None
    reason = figure("not_reported")
    assert row_of(figure_groups([federal, reason]), "graduation_rate").figure == reason


def test_a_measure_without_figures_has_no_row(figure):
    assert row_of(figure_groups([figure("98")]), "tuition") is None


def test_headlines_are_found_by_measure(figure):
    rate, tuition = figure("98", headline=True), figure("62260", measure="tuition", headline=True)
    rows = headline_rows(figure_groups([rate, tuition]))
    assert {measure: row.figure for measure, row in rows.items()} == {
        "graduation_rate": rate,
        "tuition": tuition,
    }


def test_figures_that_contradict_each_other_lead_to_each_other(figure):
    high, low = figure("100", headline=True), figure("1")
    first, second = figure_groups([high, low])[0].rows
    assert (first.contradicts, second.contradicts) == ((low,), (high,))


def test_a_contradiction_is_told_once_from_the_figure_that_stands_first(figure):
    figures = [figure("47"), figure("50"), figure("127", headline=True)]
    [row] = clashing_rows(figure_groups(figures))
    assert row.figure == figures[2]
    assert set(row.contradicts) == {figures[0], figures[1]}


def test_contradictions_of_two_measures_are_two(figure):
    figures = [figure("1"), figure("100")]
    figures += [figure(value, measure="tuition") for value in ("10000", "20000")]
    assert len(clashing_rows(figure_groups(figures))) == 2


def test_figures_that_agree_do_not_clash(figure):
    assert clashing_rows(figure_groups([figure("98"), figure("98")])) == []


def test_the_only_figure_is_called_that(figure):
    assert standings(figure("98")) == ["One figure"]


def test_numbers_of_different_things_stand_each_for_itself(figure):
    fellows = [figure(value, measure="other_count") for value in ("15", "13")]
    assert standings(*fellows) == ["One figure"] * 2


def test_one_thing_described_twice_in_the_same_words_is_told_another_way(figure):
    fields = {"measure": "other_count", "terms": "datasets"}
    told = standings(
        figure("688", **fields), figure("688+", **fields), figure("5", measure="other_count")
    )
    assert told == ["Also told another way"] * 2 + ["One figure"]


def test_counts_of_different_people_have_no_rivals_and_none_leads(figure):
    undergraduates = figure("4000", measure="students", population="undergraduates", headline=True)
    masters = figure("600", measure="students", population="masters_students")
    rows = figure_groups([undergraduates, masters])[0].rows
    assert [row.standing for row in rows] == [
        "Only figure for undergraduates",
        "Only figure for master’s students",
    ]
    assert [row.leads for row in rows] == [False, False]


def test_where_one_count_does_not_say_of_whom_the_headline_is_called_that(figure):
    stated = figure("4000", measure="students", population="undergraduates", headline=True)
    [first, _second] = figure_groups([stated, figure("600", measure="students")])[0].rows
    assert (first.standing, first.leads) == ("Headline", True)


def test_a_claim_of_nobody_stated_is_not_crowned_above_a_federal_figure(figure):
    federal = SourceFactory.build(pk=3, kind="government")
    counted = figure("92", source=federal, population="first_time_undergraduates")
    claim, record = figure_groups([figure("98", headline=True), counted])[0].rows
    assert (claim.standing, claim.leads) == ("As printed; who was counted is not stated", False)
    assert record.standing == "Not like for like: who was counted"


@pytest.mark.parametrize(
    ("absence", "reason"),
    [
        ("not_reported", "The source leaves it out"),
        ("suppressed", "Withheld, too few people"),
        ("not_applicable", "Does not apply"),
        ("not_estimated", "Not estimated"),
    ],
)
def test_an_absence_says_why_there_is_no_number_even_where_it_is_alone(figure, absence, reason):
    assert standings(figure(absence)) == [reason]


def test_contradicted_figures_say_so(figure):
    assert standings(figure("100"), figure("1")) == ["Contradicted", "Contradicted"]


@pytest.mark.parametrize("status", ["disputed", "corrected"])
def test_a_figure_that_is_not_as_printed_says_so_above_all(figure, status):
    assert standings(figure("100"), figure("1", status=status))[1] == status.capitalize()


def test_the_headline_among_several_is_called_that(figure):
    others = {"source": RESEARCH, "population": "completers"}
    assert standings(figure("98", headline=True), figure("60", **others))[0] == "Headline"


def test_the_same_number_in_other_terms_is_told_another_way(figure):
    told = standings(figure("98", headline=True), figure("98", basis="six_years"))
    assert told[1] == "The same number, told another way"


def test_figures_that_cannot_be_compared_name_the_terms_in_which_they_differ(figure):
    other = figure("60", source=RESEARCH, population="completers", period="2024")
    told = standings(figure("98", headline=True), other)
    assert told[1].startswith("Not like for like: ")
    assert "who was counted" in told[1]
    assert "period" in told[1]


def test_another_source_that_says_the_same_has_also_published_it(figure):
    told = standings(figure("98", headline=True), figure("98", source=RESEARCH))
    assert told[1] == "Also published"
