"""Where the references of a guide lead, and which lead nowhere."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from reference.figure_groups import FigureRow
from reference.guides.evidence import broken_references, evidence_of
from reference.guides.references import read_reference
from reference.models import Guide, Source, figure_models
from tests import factories

pytestmark = pytest.mark.django_db

PAY = "figure:topic/pay/pay/paper/opening"
LINE = "line:paper/12"


@pytest.fixture
def paper():
    return factories.SourceFactory(slug="paper", lines=20, sha256="0" * 64)


@pytest.fixture
def pay(paper):
    topic = factories.TopicFactory(key="pay")
    return factories.TopicFigureFactory(
        subject=topic, measure="pay", source=paper, item="opening", value="100"
    )


def found(*references):
    return evidence_of(read_reference(text) for text in references)


def figures_of_every_kind(source):
    """(reference, figure) of one figure of each kind."""
    made = {factory._meta.model: factory for factory in vars(factories).values() if _is(factory)}
    for model in figure_models():
        figure = made[model](source=source, item="a/b")
        yield figure, f"figure:{model.subject_kind}/{_key(figure)}/{figure.measure}/paper/a/b"


def _is(value):
    return hasattr(value, "_meta") and value._meta.model in figure_models()


def _key(figure):
    subject = figure.subject
    if figure.subject_kind == "field":
        return f"{subject.institution.slug}/{subject.field.cip}/{subject.level}"
    names = {"topic": "key", "occupation": "soc", "state": "code"}
    return getattr(subject, names.get(figure.subject_kind, "slug"))


def test_a_figure_of_every_kind_is_found(paper):
    made = {text: figure for figure, text in figures_of_every_kind(paper)}
    evidence = found(*made)
    assert {str(reference): row.figure for reference, row in evidence.items()} == made


def test_a_kind_asks_one_query_however_many_are_cited(paper):
    made = [text for _figure, text in figures_of_every_kind(paper)]
    with CaptureQueriesContext(connection) as few:
        found(*made, LINE)
    more = [text for _figure, text in figures_of_every_kind(paper)]
    with CaptureQueriesContext(connection) as many:
        found(*made, *more, LINE, "line:paper/13", "line:other/1")
    assert len(many) == len(few) == len(figure_models()) + 1


def test_a_line_leads_to_its_source(paper):
    assert list(found(LINE).values()) == [paper]


@pytest.mark.parametrize(
    "text", ["line:other/12", "line:paper/21", "line:paper/0", "line:paper/1,21"]
)
def test_a_line_that_is_not_there_leads_nowhere(paper, text):
    assert found(text) == {}


def test_a_source_whose_lines_nobody_counted_has_any(paper):
    Source.objects.update(lines=None, sha256="")
    assert found("line:paper/999999")


@pytest.mark.parametrize(
    "text",
    [
        "figure:topic/pay/pay/paper/closing",
        "figure:topic/pay/pay/other/opening",
        "figure:topic/pay/growth/paper/opening",
        "figure:topic/pays/pay/paper/opening",
        "figure:career/pay/pay/paper/opening",
        "figure:nothing/pay/pay/paper/opening",
    ],
)
def test_a_figure_that_is_not_there_leads_nowhere(pay, text):
    assert found(PAY)
    assert found(text) == {}


def test_what_is_withdrawn_or_unpublished_leads_nowhere(pay, paper):
    pay.status = "withdrawn"
    pay.save()
    program = factories.ProgramFactory(slug="ms", status="withdrawn")
    factories.ProgramFigureFactory(subject=program, measure="tuition", source=paper, item="a")
    assert found(PAY, "figure:program/ms/tuition/paper/a") == {}


def test_a_figure_comes_with_those_that_contradict_it(pay, paper):
    other = factories.TopicFigureFactory(
        subject=pay.subject, measure="pay", source=paper, value="200",
        period="2024", statistic="median", population="workers", basis="projection",
    )  # fmt: skip
    [row] = found(PAY).values()
    assert row == FigureRow(pay, (), "", "")
    for name in ("statistic", "population", "basis", "period_from", "period_to"):
        setattr(pay, name, getattr(other, name))
    pay.save()
    [row] = found(PAY).values()
    assert row.contradicts == (other,)


def test_what_leads_nowhere_is_named_as_it_is_written(pay):
    guide = Guide(body=f"A {{{{ {PAY} }}}}, {{{{{LINE}}}}}, {{{{ line:x/1 }}}} and {{{{ x }}}}.")
    assert broken_references(guide) == ["{{ line:x/1 }}", "{{ x }}"]


@pytest.mark.usefixtures("catalogue")
def test_every_reference_of_the_bundled_guides_leads_somewhere():
    guides = Guide.objects.order_by("slug")
    assert {guide.slug: broken_references(guide) for guide in guides} == {
        guide.slug: [] for guide in guides
    }
