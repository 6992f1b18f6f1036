import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from reference.ledger.cited_lines import cited_tables, named_lines
from reference.models import figure_models
from tests.factories import (
    CareerFactory,
    GuideFactory,
    InstitutionFieldFigureFactory,
    InstitutionFigureFactory,
    NoteFactory,
    OrganizationLinkFactory,
    SourceFactory,
)

pytestmark = pytest.mark.django_db


@pytest.fixture
def paper():
    return SourceFactory(slug="paper", lines=9, sha256="0" * 64)


def named(source):
    return {place: sorted(found) for place, found in named_lines()[source.pk].items()}


def test_a_figure_is_named_on_every_line_of_its_locator(paper):
    InstitutionFigureFactory(
        subject__slug="yale", item="table", source=paper, locator="line 2; line 5"
    )
    address = ["institution/yale/tuition/paper/table"]
    assert named(paper) == {(2, "stored"): address, (5, "stored"): address}


def test_the_subject_of_a_field_has_several_parts(paper):
    InstitutionFieldFigureFactory(
        subject__institution__slug="yale",
        subject__field__cip="11.0102",
        item="total",
        source=paper,
        locator="line 1",
    )
    assert named(paper)[1, "stored"] == ["field/yale/11.0102/masters/completions/paper/total"]


def test_another_record_is_named_by_its_file_and_its_key(paper):
    CareerFactory(slug="alchemist", source=paper, locator="line 3")
    link = OrganizationLinkFactory(
        institution__slug="yale", printed="Gold & Co.", source=paper, locator="line 3"
    )
    assert link.program is None
    assert named(paper)[3, "stored"] == [
        "careers/alchemist",
        "organization_links/yale/partner/Gold & Co./paper",
    ]


def test_a_locator_that_names_no_line_is_of_no_ledger(paper):
    InstitutionFigureFactory(source=paper, locator="row 3, column TUITION6")
    CareerFactory(locator="line 1")
    assert named(paper) == {}


def test_a_source_whose_lines_are_not_counted_is_left_out(paper):
    CareerFactory(source=SourceFactory(), locator="line 1")
    assert list(named_lines()) == [paper.pk]


def test_a_guide_names_the_lines_it_cites_but_not_those_of_its_figures(paper):
    figure = "{{ figure:institution/yale/tuition/paper/table }}"
    GuideFactory(slug="cost", body=f"It {{{{ line:paper/4,6 }}}} {figure} {{{{ line:gone/1 }}}}")
    assert named(paper) == {(4, "stored"): ["guides/cost"], (6, "stored"): ["guides/cost"]}


def test_a_note_reports_the_lines_of_its_source(paper):
    NoteFactory(key="B-1", source=paper, lines="line 2; lines 4–6")
    NoteFactory(key="B-2", source=paper, lines="")
    assert named(paper) == {(line, "reported"): ["notes/B-1"] for line in (2, 4, 5, 6)}


def test_a_note_on_several_documents_names_each(paper):
    other = SourceFactory(slug="other", lines=9, sha256="1" * 64)
    NoteFactory(key="X-1", lines="paper line 1; line 2; other line 7; unknown line 8")
    assert named(paper) == {(1, "reported"): ["notes/X-1"], (2, "reported"): ["notes/X-1"]}
    assert named(other) == {(7, "reported"): ["notes/X-1"]}


def test_it_reads_every_table_of_figures_in_a_fixed_number_of_queries(paper):
    assert set(figure_models()) <= {table.model for table in cited_tables()}

    def queries():
        with CaptureQueriesContext(connection) as found:
            named_lines()
        return len(found)

    InstitutionFigureFactory(source=paper, locator="line 1")
    few = queries()
    for line in range(2, 9):
        InstitutionFigureFactory(source=paper, locator=f"line {line}")
    assert queries() == few <= 32
