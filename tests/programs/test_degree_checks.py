from datetime import date

import pytest

from programs.checks.degrees import (
    not_in_degree_list,
    not_masters_in_ranking,
    outcomes_before_start,
)
from reference.checks import Evidence
from tests.factories import (
    InstitutionFactory,
    InstitutionFigureFactory,
    ProgramFactory,
    ProgramFigureFactory,
    RankingEntryFactory,
    RankingFactory,
    SourceFactory,
)

HAKIA = SourceFactory.build(pk=1, edition="2026")
RANKING = RankingFactory.build(pk=1, source=HAKIA)
UW, CLARK = (InstitutionFactory.build(pk=n, name=name) for n, name in ((1, "UW"), (2, "Clark")))
FALL = date(2026, 1, 1)


def program(pk=1, institution=UW, **fields):
    return ProgramFactory.build(
        pk=pk, title=f"P{pk}", institution=institution, source=HAKIA, **fields
    )


def pay(value="165000", institution=UW, **fields):
    return InstitutionFigureFactory.build(
        subject=institution, source=HAKIA, value=value, **{"measure": "pay", **fields}
    )


def found(check, *records, source=HAKIA):
    return list(check(Evidence(source, records)))


def test_outcomes_beside_a_program_that_has_not_begun_are_told():
    new, rate = program(starts_on=FALL), pay("97", measure="graduation_rate")
    [finding] = found(outcomes_before_start, new, pay(), rate)
    assert finding.sentence == (
        "P1 starts in 2026 and has no graduates yet; outcomes are printed for UW all the same, "
        "without saying of which degree (Pay a year: $165,000; Graduation rate: 97%)."
    )
    assert finding.subjects == (new, UW)


def test_its_own_outcomes_are_told_too():
    new = program(starts_on=FALL)
    own = ProgramFigureFactory.build(
        subject=new, measure="placement_rate", value="100", source=HAKIA
    )
    [finding] = found(outcomes_before_start, new, own)
    assert finding.figures == (own,)


@pytest.mark.parametrize("starts_on", [None, date(2025, 9, 1)])
def test_a_program_that_has_begun_or_says_nothing_may_have_graduates(starts_on):
    assert found(outcomes_before_start, program(starts_on=starts_on), pay()) == []


@pytest.mark.parametrize(
    "figure",
    [pay("suppressed"), pay(institution=CLARK), pay("11524", measure="tuition")],
    ids=["absent", "of another university", "no outcome"],
)
def test_what_is_no_outcome_of_its_university_may_stand_beside_it(figure):
    assert found(outcomes_before_start, program(starts_on=FALL), figure) == []


@pytest.mark.parametrize(("edition", "day"), [("", None), ("v2", None), ("2027", None)])
def test_a_source_without_a_year_or_of_a_later_one_proves_nothing(edition, day):
    source = SourceFactory.build(pk=1, edition=edition, published_on=day)
    assert found(outcomes_before_start, program(starts_on=FALL), pay(), source=source) == []


def test_the_day_of_publication_counts_before_the_edition():
    later = SourceFactory.build(pk=1, edition="2026", published_on=date(2028, 1, 1))
    assert found(outcomes_before_start, program(starts_on=FALL), pay(), source=later) == []


def test_degrees_of_an_overview_that_the_list_leaves_out_are_told():
    new, listed = program(1, mention="overview"), program(2, mention="degree_list")
    [finding] = found(not_in_degree_list, new, listed)
    assert finding.sentence == (
        "UW: the overview names P1; the list of degrees on the same page does not."
    )
    assert finding.records == (new, listed)
    assert finding.subjects == (UW, new)


@pytest.mark.parametrize(
    "others",
    [
        [program(2, CLARK, mention="degree_list")],
        [program(2, mention="ranking")],
        [],
    ],
    ids=["another university’s", "a ranking", "no list"],
)
def test_degrees_without_a_list_beside_them_are_not(others):
    assert found(not_in_degree_list, program(1, mention="overview"), *others) == []


def levels(*given, institution=UW):
    programs = [
        program(pk, institution, mention="degree_list", level=level)
        for pk, level in enumerate(given, 1)
    ]
    entry = RankingEntryFactory.build(ranking=RANKING, institution=UW, source=HAKIA)
    return found(not_masters_in_ranking, entry, *programs)


def test_other_levels_in_a_ranking_of_masters_are_told():
    [finding] = levels("masters", "doctorate", "bachelors")
    assert finding.sentence == (
        "A ranking of master’s, of whose 3 degrees 2 are of other levels: P2 (UW); P3 (UW)."
    )
    assert finding.subjects == (RANKING,)


def test_only_masters_of_it_are_not():
    assert levels("masters", "masters") == []


def test_degrees_of_a_university_without_a_row_are_not_the_rankings():
    assert levels("doctorate", institution=CLARK) == []
