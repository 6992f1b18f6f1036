import pytest
from django.template import engines
from django.utils import translation

from reference.figure_groups import FigureRow, figure_groups
from tests.factories import InstitutionFactory, InstitutionFigureFactory, SourceFactory

HAKIA = SourceFactory.build(
    pk=1, slug="hakia", short_name="Hakia", publisher="Hakia", edition="2026"
)
DUKE = SourceFactory.build(pk=2, slug="duke", short_name="Duke", publisher="Duke University")
SOURCES = {"hakia": HAKIA, "duke": DUKE}
PENN = InstitutionFactory.build(pk=1, slug="penn")


def figure(value, **fields):
    fields = {"subject": PENN, "source": HAKIA, "measure": "graduation_rate"} | fields
    return InstitutionFigureFactory.build(value=value, **fields)


@pytest.fixture
def render(rf):
    request = rf.get("/programs/?state=CA&page=2")

    def render(template, **context):
        loaded = engines["django"].from_string("{% load evidence %}" + template)
        return loaded.render(context, request).strip()

    return render


def test_a_figure_shows_its_value_and_its_mark(render):
    mark = (
        '<a class="mark" href="#src-1" aria-label="Source 1: Hakia">'
        '<span class="vh">Source </span>1</a>'
    )
    assert render("{% figure figure %}", figure=figure("98")) == f"98%{mark}"


def test_a_figure_without_a_value_says_why_and_has_its_mark(render):
    shown = render("{% figure figure %}", figure=figure("suppressed"))
    assert shown.startswith(
        '<span class="nil">Not published (privacy)</span><a class="mark" href="#src-1" '
    )


def test_a_figure_that_nobody_has_recorded_says_so_and_has_no_mark(render):
    assert render("{% figure figure %}", figure=None) == '<span class="nil">Not recorded</span>'


@pytest.mark.parametrize(
    ("why", "words"),
    [
        ("not_given", "Not given"),
        ("not_recorded", "Not recorded"),
        ("not_held", "Not in the catalogue yet"),
        ("none_published", "None published"),
    ],
)
def test_a_blank_says_why_in_one_vocabulary(render, why, words):
    assert render(f'{{% blank "{why}" %}}') == f'<span class="nil">{words}</span>'


def test_the_number_of_a_mark_can_stand_alone(render):
    shown = render("{% mark duke %}|{% mark_number hakia %}|{% mark_number duke %}", **SOURCES)
    assert shown.endswith("|2|1")


def test_figures_become_a_chart_for_each_scale_and_one_figure_none(render):
    told = [figure("98"), figure("92"), figure("62260", measure="tuition")]
    assert render("{% lanes figures %}", figures=told).count("<figure") == 1
    assert render("{% lanes figures %}", figures=told[1:]) == ""


def test_the_charts_of_one_subject_do_not_repeat_its_name(render):
    groups = figure_groups([figure("98", pk=1), figure("92", pk=2, population="workers")])
    assert PENN.name not in render("{% group_charts groups %}", groups=groups)
    told = [row.figure for group in groups for row in group.rows]
    assert PENN.name in render("{% lanes figures %}", figures=told)


def test_a_number_in_a_drawing_is_the_same_in_every_language(render):
    with translation.override("de"):
        shown = render("{% lanes figures %}", figures=[figure("98.5"), figure("22.25")])
    assert 'cx="98.5%"' in shown
    assert 'cx="22.25%"' in shown


def test_figures_that_answer_no_question_lead_to_none(render):
    assert render("{% topics_of figures %}", figures=[figure("98")]) == ""


def test_zero_is_a_value(render):
    assert render("{% figure figure %}", figure=figure("0")).startswith("0%<a")


def test_a_record_without_a_source_has_no_mark(render):
    assert render("{% mark source %}", source=None) == ""


def test_marks_of_one_page_count_on_and_lead_to_its_list_of_sources(render):
    shown = render(
        "{% mark duke %} {% figure figure %} {% mark duke %} {% page_sources %}",
        duke=DUKE,
        figure=figure("98"),
    )
    assert [shown.count(f'href="#src-{number}"') for number in (1, 2)] == [2, 1]
    assert shown.index('id="src-1"') < shown.index("Duke University") < shown.index('id="src-2"')
    assert shown.index('id="src-2"') < shown.index("<b>Hakia</b>")


def test_a_page_without_marks_has_no_list_of_sources(render):
    assert render("{% page_sources %}") == ""


def test_the_list_says_when_a_source_is_from_or_that_it_does_not_say(render):
    shown = render("{% mark hakia %}{% mark duke %}{% page_sources %}", hakia=HAKIA, duke=DUKE)
    assert "2026." in shown
    assert "undated." in shown


def test_what_says_otherwise_is_linked_with_its_value(render):
    high, low = figure("100", pk=1, item="profile"), figure("1", pk=2, item="compare")
    [row, _other] = figure_groups([high, low])[0].rows
    shown = render("{% unequal row %}", row=row)
    assert 'href="/institutions/penn/#graduation_rate-hakia-compare"' in shown
    assert shown.endswith("1%</a>")


@pytest.mark.parametrize("row", [None, FigureRow(figure("98"), (), "One figure", "")])
def test_nothing_is_linked_where_nothing_says_otherwise(render, row):
    assert render("{% unequal row %}", row=row) == ""
