import pytest

from programs.overview import Overview
from tests.catalogue import refresh
from tests.factories import (
    CareerFigureFactory,
    FieldOfStudyFactory,
    InstitutionFactory,
    InstitutionFigureFactory,
    ProgramFactory,
    RankingFactory,
    RankingFigureFactory,
    SourceFactory,
    StateFactory,
    TopicFactory,
    TopicFigureFactory,
)

pytestmark = pytest.mark.django_db


def test_an_empty_catalogue_has_nothing_to_show():
    overview = Overview()
    assert overview.programs == {"listed": 0, "named": 0, "reported": 0}
    counts = (overview.institutions, overview.careers, overview.sources, overview.figures)
    assert counts == (0, 0, 0, 0)
    assert (overview.tables, overview.clashes, overview.tiles.tiles) == ([], [], [])


def test_it_counts_listed_masters_and_how_many_a_source_names():
    ProgramFactory()
    ProgramFactory(identity="implied", title="")
    ProgramFactory(identity="reported", field=FieldOfStudyFactory(cip="11.0701"))
    ProgramFactory(level="doctorate")
    ProgramFactory(status="draft")
    refresh()
    assert Overview().programs == {"listed": 3, "named": 1, "reported": 1}


def test_it_counts_apart_what_is_reported_in_fields_that_are_only_near():
    ProgramFactory(identity="reported", field=FieldOfStudyFactory(cip="11.0701"))
    for cip in ("52.1301", "14.0901"):
        ProgramFactory(identity="reported", field=FieldOfStudyFactory(cip=cip))
    refresh()
    assert Overview().programs["listed"] == 1
    assert Overview().in_other_fields == 2


def test_it_counts_the_figures_that_are_shown():
    CareerFigureFactory()
    InstitutionFigureFactory(status="withdrawn")
    assert Overview().figures == 1


def test_it_shows_every_ranking():
    rankings = [RankingFactory(year=year) for year in (2026, 2025)]
    assert [table.ranking for table in Overview().tables] == rankings


@pytest.mark.parametrize(
    "factory", [InstitutionFigureFactory, RankingFigureFactory, CareerFigureFactory]
)
def test_it_tells_each_contradiction_once(factory):
    source = SourceFactory()
    first = factory(source=source, value="10")
    factory(source=source, value="20", subject=first.subject, measure=first.measure)
    factory(source=source, value="30")  # of another subject
    [row] = Overview().clashes
    assert {row.figure.in_words, row.contradicts[0].in_words} == {
        first.in_words,
        first.in_words.replace("1", "2"),
    }


def test_claims_of_a_topic_have_a_page_of_their_own():
    topic, source = TopicFactory(), SourceFactory()
    for value in ("10", "20"):
        TopicFigureFactory(subject=topic, source=source, value=value)
    assert Overview().clashes == []


def test_its_map_counts_listed_masters_by_state():
    for code, column in (("CA", 0), ("NV", 1)):
        StateFactory(code=code, tile_row=0, tile_column=column)
    StateFactory(code="PR")  # has no tile
    california = InstitutionFactory(state__code="CA")
    ProgramFactory.create_batch(2, institution=california)
    ProgramFactory(institution=california, level="bachelors")
    ProgramFactory(institution=InstitutionFactory(state__code="PR"))
    refresh()
    assert [(tile.code, tile.count) for tile in Overview().tiles.tiles] == [("CA", 2), ("NV", 0)]
