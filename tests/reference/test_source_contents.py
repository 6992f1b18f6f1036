import pytest
from django.http import Http404, QueryDict

from reference.filters import Ignored
from reference.models import Source
from reference.source_contents import contents_of, counts_by_source, with_figures_taken
from tests.factories import (
    CareerFactory,
    CareerFigureFactory,
    InstitutionFactory,
    InstitutionFieldFigureFactory,
    InstitutionFigureFactory,
    OccupationFigureFactory,
    OrganizationFigureFactory,
    ProgramFactory,
    ProgramFigureFactory,
    RankingFigureFactory,
    SourceFactory,
    StateFigureFactory,
    TopicFigureFactory,
)

EVERY_KIND = {
    "topic": TopicFigureFactory,
    "occupation": OccupationFigureFactory,
    "career": CareerFigureFactory,
    "institution": InstitutionFigureFactory,
    "field": InstitutionFieldFigureFactory,
    "program": ProgramFigureFactory,
    "state": StateFigureFactory,
    "ranking": RankingFigureFactory,
    "organization": OrganizationFigureFactory,
}

pytestmark = pytest.mark.django_db


@pytest.fixture
def source():
    return SourceFactory()


def contents(source, query=""):
    return contents_of(source, QueryDict(query))


def test_figures_of_every_kind_of_subject_are_found(source):
    for factory in EVERY_KIND.values():
        factory(source=source)
    found = contents(source)
    assert {section.kind for section in found.sections} == set(EVERY_KIND)
    assert all(section.total == 1 and section.is_whole for section in found.sections)
    assert found.counts.figures == len(EVERY_KIND)


def test_figures_of_another_source_are_not(source):
    CareerFigureFactory()
    assert contents(source).sections == []
    assert contents(source).counts.figures == 0


def test_withdrawn_figures_are_neither_shown_nor_counted(source):
    CareerFigureFactory(source=source, status="withdrawn")
    shown = CareerFigureFactory(source=source, status="disputed")
    found = contents(source)
    assert [section.figures for section in found.sections] == [[shown]]
    assert found.sections[0].total == found.counts.figures == counts_by_source()[source.pk] == 1


def test_a_kind_with_many_figures_shows_its_first(source):
    InstitutionFigureFactory.create_batch(21, source=source)
    [section] = contents(source).sections
    assert (len(section.figures), section.total, section.is_whole) == (20, 21, False)
    assert section.page is None


def test_a_kind_asked_for_shows_all_of_it_and_of_no_other(source):
    figures = InstitutionFigureFactory.create_batch(21, source=source)
    CareerFigureFactory(source=source)
    found = contents(source, "kind=institution")
    assert [section.figures for section in found.sections] == [figures]
    assert (found.chosen, found.counts.figures) == ("institution", 22)


def test_very_many_are_shown_in_pages(source):
    InstitutionFigureFactory.create_batch(105, source=source)
    [first] = contents(source, "kind=institution").sections
    [second] = contents(source, "kind=institution&page=2").sections
    assert (len(first.figures), len(second.figures)) == (100, 5)
    with pytest.raises(Http404):
        contents(source, "kind=institution&page=3")


def test_a_page_number_that_cannot_be_read_is_named(source):
    InstitutionFigureFactory(source=source)
    assert contents(source, "kind=institution&page=x").ignored == [Ignored("Page", "x")]


@pytest.mark.parametrize("kind", ["nothing", "career", "institution', 'a"])
def test_a_kind_that_the_source_does_not_have_is_named_and_left_out(source, kind):
    InstitutionFigureFactory(source=source)
    found = contents(source, f"kind={kind}")
    assert found.ignored == [Ignored("Kind", kind)]
    assert (found.chosen, len(found.sections)) == ("", 1)


def test_rows_keep_the_order_of_the_source(source):
    rate = InstitutionFigureFactory(source=source, measure="graduation_rate")
    tuition = InstitutionFigureFactory(source=source, measure="tuition", headline=True)
    assert [row.figure for row in contents(source).sections[0].rows] == [rate, tuition]


def test_figures_that_contradict_each_other_lead_to_each_other(source):
    penn = InstitutionFactory()
    high, low = (
        InstitutionFigureFactory(
            source=source, subject=penn, measure="graduation_rate", value=value
        )
        for value in ("100", "1")
    )
    rows = contents(source).sections[0].rows
    assert [row.contradicts for row in rows] == [(low,), (high,)]


def test_records_that_cite_the_source_are_counted_by_their_names(source):
    CareerFactory.create_batch(2, source=source)
    ProgramFactory(source=source)
    records = [(str(name), number) for name, number in contents(source).records]
    assert records == [("careers", 2), ("program", 1)]


def test_each_source_says_how_many_figures_are_taken_from_it(source):
    for factory in EVERY_KIND.values():
        factory(source=source)
    unused = SourceFactory()
    taken = {s: s.figures_taken for s in with_figures_taken(Source.objects.all())}
    assert (taken[source], taken[unused]) == (len(EVERY_KIND), 0)


def test_a_figure_more_asks_no_query_more(source, django_assert_num_queries):
    for factory in EVERY_KIND.values():
        factory.create_batch(2, source=source)

    def names_and_addresses():
        sections = contents(source).sections
        return [(str(f.subject), f.get_absolute_url()) for s in sections for f in s.figures]

    # one for the counts, one for each kind, one for the records
    with django_assert_num_queries(len(EVERY_KIND) + 2):
        assert len(names_and_addresses()) == 2 * len(EVERY_KIND)


def test_stated_blanks_are_counted_among_the_figures(source):
    for value in ("5", "suppressed", "not_reported"):
        CareerFigureFactory(source=source, value=value)
    CareerFigureFactory(source=source, value="suppressed", status="withdrawn")
    contents = contents_of(source, QueryDict())
    assert (contents.counts.figures, contents.counts.blanks) == (3, 2)
