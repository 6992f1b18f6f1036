from decimal import Decimal

import pytest

from programs.checks.state_medians import median_bounds, state_median
from programs.checks.states import more_named_than_counted, state_sum
from programs.models import StateTop
from reference.checks import Evidence
from tests.factories import (
    InstitutionFactory,
    InstitutionFigureFactory,
    RankingEntryFactory,
    RankingFactory,
    RankingFigureFactory,
    SourceFactory,
    StateFactory,
    StateFigureFactory,
)

HAKIA = SourceFactory.build(pk=1)
GEORGIA = StateFactory.build(pk=1, code="GA", name="Georgia")
TEXAS = StateFactory.build(pk=2, code="TX", name="Texas")
RANKING = RankingFactory.build(pk=1, source=HAKIA, says_ranked=50)
UNIVERSITIES = [InstitutionFactory.build(pk=n, name=f"U{n}", state=GEORGIA) for n in range(1, 7)]
LOW, HIGH = Decimal("-Infinity"), Decimal("Infinity")


def of_state(measure, value, state=GEORGIA):
    return StateFigureFactory.build(subject=state, measure=measure, value=value, source=HAKIA)


def tuitions(*values):
    return [
        InstitutionFigureFactory.build(subject=university, value=value, source=HAKIA)
        for university, value in zip(UNIVERSITIES, values, strict=False)
    ]


def counted(value, ranking=RANKING):
    return RankingFigureFactory.build(subject=ranking, value=value, source=HAKIA)


def found(check, *records):
    return list(check(Evidence(HAKIA, records)))


def bounds(known, n):
    return median_bounds([Decimal(number) for number in known], n)


@pytest.mark.parametrize(
    ("known", "n", "expected"),
    [
        ([62260, 58620, 20154, 19672], 4, (39387, 39387)),
        ([54760, 62000, 64348, 63798], 6, (58380, 64073)),
        ([59920, 9790], 2, (34855, 34855)),
        ([11524], 3, (LOW, HIGH)),
        ([1, 2, 3], 4, (Decimal("1.5"), Decimal("2.5"))),
        ([5], 1, (5, 5)),
        ([], 3, (LOW, HIGH)),
        ([1, 2, 3], 2, (LOW, HIGH)),
        ([], 0, (LOW, HIGH)),
    ],
)
def test_a_median_lies_between_what_the_unknown_numbers_could_make_it(known, n, expected):
    assert bounds(known, n) == expected


def median_told(claim, count, *values):
    return found(
        state_median,
        of_state("tuition", claim),
        of_state("programs_counted", count),
        *tuitions(*values),
    )


@pytest.mark.parametrize(
    ("claim", "count", "values", "must"),
    [
        ("16800", "2", ["59920", "9790"], "2 universities make it $34,855."),
        (
            "56300",
            "6",
            ["54760", "62000", "64348", "63798"],
            "4 universities make it at least $58,380 and at most $64,073.",
        ),
    ],
)
def test_a_median_that_cannot_be_is_told_with_what_it_must_be(claim, count, values, must):
    [finding] = median_told(claim, count, *values)
    assert finding.sentence.endswith(must)
    assert finding.subjects == (GEORGIA,)
    assert len(finding.figures) == 2 + len(values)


@pytest.mark.parametrize(
    ("claim", "count", "values"),
    [
        ("34900", "2", ["59920", "9790"]),
        ("16800", "2", ["24000", "9600"]),
        ("16800", "5", ["59920", "9790"]),
        ("60000", "6", ["54760", "62000", "64348", "63798"]),
        ("16800", "2", []),
        ("16800", "1", ["59920", "9790"]),
        ("not_reported", "2", ["59920", "9790"]),
        ("16800", "2", ["59920", "suppressed"]),
    ],
)
def test_a_median_that_can_be_is_not(claim, count, values):
    assert median_told(claim, count, *values) == []


def test_tuition_of_another_state_proves_nothing():
    figures = [of_state("tuition", "16800", TEXAS), of_state("programs_counted", "2", TEXAS)]
    assert found(state_median, *figures, *tuitions("59920", "9790")) == []


def summed(*counts, said="50"):
    states = [of_state("programs_counted", count) for count in counts]
    return found(state_sum, *states, counted(said), counted("47"))


def test_states_with_more_programs_than_the_ranking_are_told():
    [finding] = summed("40", "23")
    assert finding.sentence == "2 states add up to 63 programs, of 50 in the whole ranking."
    assert [figure.in_words for figure in finding.figures] == ["50", "40", "23"]
    assert finding.subjects == (RANKING, GEORGIA, GEORGIA)


@pytest.mark.parametrize("counts", [["40", "10"], ["40", "suppressed"], []])
def test_states_that_fit_into_the_ranking_are_not(counts):
    assert summed(*counts) == []


def test_a_count_of_something_else_is_no_measure_of_the_ranking():
    assert summed("40", "23", said="60") == []


def named(count, ranked, tops=0):
    entries = [
        RankingEntryFactory.build(ranking=RANKING, institution=university, source=HAKIA)
        for university in UNIVERSITIES[:ranked]
    ]
    top = StateTop(ranking=RANKING, state=GEORGIA, institution=UNIVERSITIES[-1], source=HAKIA)
    figure = of_state("programs_counted", count)
    return found(more_named_than_counted, figure, *entries, *[top] * tops)


def test_more_universities_than_programs_are_told():
    [finding] = named("2", ranked=2, tops=1)
    assert finding.sentence == (
        "Georgia is said to have 2 programs, but 3 universities are named: U1, U2, U6."
    )
    assert len(finding.records) == 3
    assert finding.subjects == (GEORGIA,)


@pytest.mark.parametrize(("count", "tops"), [("3", 1), ("2", 0)])
def test_as_many_are_not(count, tops):
    assert named(count, ranked=2, tops=tops) == []


def test_a_university_that_is_ranked_and_the_top_counts_once():
    entry = RankingEntryFactory.build(ranking=RANKING, institution=UNIVERSITIES[0], source=HAKIA)
    top = StateTop(ranking=RANKING, state=GEORGIA, institution=UNIVERSITIES[0], source=HAKIA)
    count = of_state("programs_counted", "1")
    assert found(more_named_than_counted, count, entry, top) == []
