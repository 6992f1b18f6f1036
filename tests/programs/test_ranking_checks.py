import pytest

from programs.checks.best_value import BEST_VALUE, best_value_beaten
from programs.checks.employers import benefit_of_tuition
from programs.checks.rankings import (
    state_top_not_first,
    tie_unexplained,
    top_outside_rows,
)
from programs.models import StateTop
from reference.checks import Evidence
from tests.factories import (
    InstitutionFactory,
    InstitutionFigureFactory,
    NoteFactory,
    OrganizationFactory,
    OrganizationFigureFactory,
    RankingEntryFactory,
    RankingFactory,
    SourceFactory,
    StateFactory,
    TopicFactory,
    TopicFigureFactory,
)

HAKIA = SourceFactory.build(pk=1)
CALIFORNIA = StateFactory.build(pk=1, code="CA", name="California")
RANKING = RankingFactory.build(pk=1, source=HAKIA, says_ranked=50, shown=25)
UW, SAN_JOSE, STANFORD = (
    InstitutionFactory.build(pk=n, slug=slug, name=slug.title(), state=CALIFORNIA)
    for n, slug in enumerate(("uw", "san-jose", "stanford"), 1)
)


def entry(institution, rank, score=None):
    return RankingEntryFactory.build(
        ranking=RANKING, institution=institution, rank=rank, score=score, source=HAKIA
    )


def top(institution):
    return StateTop(
        ranking=RANKING,
        state=CALIFORNIA,
        institution=institution,
        source=HAKIA,
        printed=f"Leland {institution}",
    )


def figure(institution, measure, value, **fields):
    return InstitutionFigureFactory.build(
        subject=institution, measure=measure, value=value, source=HAKIA, **fields
    )


def found(check, *records):
    return list(check(Evidence(HAKIA, records)))


def test_a_top_that_is_not_first_of_its_state_is_told():
    [finding] = found(state_top_not_first, top(STANFORD), entry(SAN_JOSE, 16), entry(UW, 2))
    assert finding.sentence == (
        "California: Leland Stanford is named as the top program, but the highest of the state "
        "among the 25 rows shown is Uw, in place 2."
    )
    assert finding.subjects == (CALIFORNIA, STANFORD, UW, RANKING)


def test_a_top_that_is_first_is_not():
    assert found(state_top_not_first, top(UW), entry(SAN_JOSE, 16), entry(UW, 2)) == []


def test_a_top_of_a_state_without_a_row_is_told_as_that_alone():
    assert found(state_top_not_first, top(STANFORD)) == []
    [finding] = found(top_outside_rows, top(STANFORD))
    assert finding.sentence == (
        "California: Leland Stanford is named as the top program, but neither it nor another of "
        "the state is among the 25 rows shown."
    )
    assert finding.subjects == (CALIFORNIA, STANFORD, RANKING)


def test_of_a_ranking_that_shows_all_its_rows_that_is_said_plainly():
    whole = StateTop(ranking=RankingFactory.build(), state=CALIFORNIA, institution=STANFORD)
    [finding] = found(top_outside_rows, whole)
    assert finding.sentence == (
        "California: Stanford is named as the top program, but neither it nor another of the "
        "state is among the ranking’s own rows."
    )


def test_a_row_of_the_state_and_the_top_is_no_longer_outside():
    assert found(top_outside_rows, top(STANFORD), entry(UW, 2)) == []


def test_one_score_in_two_places_is_told():
    entries = entry(UW, 10, 65), entry(SAN_JOSE, 11, 65), entry(STANFORD, 12, 64)
    for one in entries:
        one.clean_fields(exclude=["ranking", "institution", "source"])
    [finding] = found(tie_unexplained, *entries)
    assert finding.records == entries[:2]
    assert finding.sentence == (
        "One score, 65, stands for Uw in place 10 and San-Jose in place 11; nothing says what "
        "breaks the tie."
    )


@pytest.mark.parametrize(("rank", "score"), [(10, "65.4"), (11, "65.3"), (11, None)])
def test_a_tie_in_one_place_or_another_score_is_not(rank, score):
    entries = entry(UW, 10, "65.4"), entry(SAN_JOSE, rank, score)
    for one in entries:
        one.clean_fields(exclude=["ranking", "institution", "source"])
    assert found(tie_unexplained, *entries) == []


def beaten(price="5742", rate="100", mark=BEST_VALUE, **fields):
    note = NoteFactory.build(source=HAKIA, mark=mark, about="institution/uw|ranking/best")
    return found(
        best_value_beaten,
        note,
        figure(UW, "tuition", "11524"),
        figure(UW, "graduation_rate", "97"),
        figure(SAN_JOSE, "tuition", price),
        figure(SAN_JOSE, "graduation_rate", rate, **fields),
    )


def test_a_best_value_that_another_beats_on_both_figures_is_told():
    [finding] = beaten()
    assert finding.sentence == (
        "Uw ($11,524, 97%) is called the best value; on both figures it is beaten by San-Jose "
        "($5,742, 100%)."
    )
    assert finding.subjects == (UW, SAN_JOSE)
    assert len(finding.figures) == 4


@pytest.mark.parametrize(
    "changed",
    [
        {"price": "11524"},
        {"price": "12000"},
        {"rate": "93"},
        {"rate": "not_reported"},
        {"status": "disputed"},
        {"mark": "gap"},
    ],
)
def test_one_figure_changed_and_it_is_the_best_value(changed):
    assert beaten(**changed) == []


def test_a_note_about_another_university_calls_nobody_the_best():
    note = NoteFactory.build(source=HAKIA, mark=BEST_VALUE, about="institution/uw-bothell")
    cheap = figure(SAN_JOSE, "tuition", "1"), figure(SAN_JOSE, "graduation_rate", "99")
    ours = figure(UW, "tuition", "2"), figure(UW, "graduation_rate", "97")
    assert found(best_value_beaten, note, *cheap, *ours) == []


TOPIC = TopicFactory.build(pk=1)
GOOGLE = OrganizationFactory.build(pk=1, name="Google")


def covered(share="70..100", benefit="<=12000", tuition="62260"):
    return found(
        benefit_of_tuition,
        TopicFigureFactory.build(
            subject=TOPIC, measure="employer_share", value=share, source=HAKIA
        ),
        OrganizationFigureFactory.build(subject=GOOGLE, value=benefit, source=HAKIA),
        figure(UW, "tuition", tuition),
        figure(SAN_JOSE, "tuition", "5742"),
        entry(SAN_JOSE, 16),
        entry(UW, 1),
    )


def test_a_benefit_far_below_the_share_that_employers_cover_is_told():
    [finding] = covered()
    assert finding.sentence == (
        "Employers are said to cover 70–100%; Google’s $12,000 is 19% of the tuition that the "
        "ranking prints for its first, Uw ($62,260)."
    )
    assert finding.subjects == (TOPIC,)


@pytest.mark.parametrize(
    "changed", [{"share": "10..100"}, {"benefit": "<=50000"}, {"tuition": "17000"}]
)
def test_a_benefit_that_covers_as_much_is_not(changed):
    assert covered(**changed) == []


def test_without_a_ranked_tuition_there_is_nothing_to_cover():
    share = TopicFigureFactory.build(
        subject=TOPIC, measure="employer_share", value="70..100", source=HAKIA
    )
    benefit = OrganizationFigureFactory.build(subject=GOOGLE, value="12000", source=HAKIA)
    assert found(benefit_of_tuition, share, benefit, figure(UW, "tuition", "62260")) == []
