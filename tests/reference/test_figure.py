from datetime import date
from decimal import Decimal

import pytest
from django.core.exceptions import ValidationError

from careers.models import CareerFigure
from reference.models import Source, TopicFigure, figure_models
from reference.values import Value
from tests.factories import (
    CareerFactory,
    CareerFigureFactory,
    OrganizationFigureFactory,
    ProgramFigureFactory,
    SourceFactory,
    TopicFigureFactory,
)


def test_a_figure_reads_as_its_measure_and_its_value_with_the_unit():
    figure = CareerFigureFactory.build(value="110000..160000")
    assert str(figure) == "Pay a year: $110,000–160,000"
    assert (figure.unit, figure.measure_label) == ("usd/year", "Pay a year")


@pytest.mark.parametrize(
    ("absence", "terms", "words"),
    [
        ("not_reported", "Variable", "Variable, as printed"),
        ("not_reported", "not specified", "Not specified, as printed"),
        ("not_reported", "", "Not given"),
        ("not_reported", "48", "Not given"),
        ("not_reported", "Joint doctorate in statistics", "Not given"),
        ("suppressed", "Variable", "Not published (privacy)"),
    ],
)
def test_what_a_source_writes_for_a_number_is_told_as_printed(absence, terms, words):
    assert TopicFigure(measure="duration", absence=absence, terms=terms).in_words == words


def test_a_figure_says_its_period_in_words():
    assert CareerFigureFactory.build(period="2022..2032").period == "2022–32"
    assert CareerFigureFactory.build().period == ""


def test_a_value_fills_four_columns_and_comes_back():
    figure = CareerFigureFactory.build(value="suppressed")
    figure.value = Value.parse("170000+")
    assert (figure.low, figure.high) == (Decimal(170000), None)
    assert (figure.bound, figure.absence) == ("at_least", "")
    assert figure.value == Value.parse("170000+")


@pytest.mark.django_db
def test_a_figure_has_its_address_on_the_page_of_its_subject():
    figure = CareerFigureFactory()
    place = f"pay-{figure.source.slug}-{figure.item}"
    assert figure.get_absolute_url() == f"{figure.subject.get_absolute_url()}#{place}"


@pytest.mark.django_db
def test_a_figure_of_a_subject_without_a_page_has_no_address():
    assert OrganizationFigureFactory().get_absolute_url() == ""


def test_a_figure_names_its_subject_so_that_it_is_clear_on_any_page():
    assert (
        CareerFigureFactory.build(subject__title="Data Scientist").subject_name == "Data Scientist"
    )
    of_program = ProgramFigureFactory.build(
        subject__title="MS in Robotics", subject__institution__name="Carnegie Mellon"
    )
    assert of_program.subject_name == "MS in Robotics, Carnegie Mellon"


def test_a_figure_says_the_terms_that_its_source_states():
    terms = {"statistic": "median", "population": "workers", "basis": "full_time"}
    assert CareerFigureFactory.build(**terms).terms_in_words == "median · workers · full time"
    assert CareerFigureFactory.build(terms="past 2 years").terms_in_words == "past 2 years"
    assert CareerFigureFactory.build().terms_in_words == ""


def test_the_topic_of_a_national_claim_is_its_subject():
    figure = TopicFigureFactory.build(subject__pk=7)
    assert figure.topic is figure.subject
    assert figure.topic_id == 7


@pytest.mark.parametrize(
    "fields",
    [
        {"value": "0"},
        {"value": "suppressed"},
        {"period": "2024"},
        {"period": "2024.."},
        {"status": "corrected", "printed": "$1", "note": "A slip."},
        {"pinned": True},
    ],
    ids=str,
)
def test_a_sound_figure_is_clean(fields):
    CareerFigureFactory.build(**fields).clean()


@pytest.mark.parametrize(
    "fields, at",
    [
        ({"measure": "tuition"}, "measure"),
        ({"period_from": date(2025, 1, 1), "period_to": date(2024, 1, 1)}, "period_to"),
        ({"status": "corrected", "printed": "$1"}, "note"),
        ({"status": "corrected", "note": "A slip."}, "note"),
        ({"value": "suppressed", "pinned": True}, "pinned"),
        ({"low": None}, "bound"),
        ({"high": None}, "bound"),
        ({"bound": ""}, "bound"),
        ({"bound": "range"}, "bound"),
        ({"absence": "suppressed"}, "bound"),
    ],
)
def test_what_the_database_would_refuse_is_said_beside_its_field(fields, at):
    with pytest.raises(ValidationError) as refusal:
        CareerFigureFactory.build(**fields).clean()
    assert list(refusal.value.error_dict) == [at]


@pytest.mark.django_db
def test_withdrawn_figures_are_not_visible(django_assert_num_queries):
    kept, disputed = CareerFigureFactory(), CareerFigureFactory(status="disputed")
    CareerFigureFactory(status="withdrawn")
    with django_assert_num_queries(1):
        visible = list(CareerFigure.objects.visible())
        assert {figure.source.slug for figure in visible} == {
            kept.source.slug,
            disputed.source.slug,
        }


@pytest.mark.django_db
def test_figures_are_asked_for_by_subject_source_and_headline():
    mine, other = CareerFigureFactory(headline=True), CareerFigureFactory()
    assert list(CareerFigure.objects.of(mine.subject)) == [mine]
    assert list(CareerFigure.objects.from_source(other.source)) == [other]
    assert list(CareerFigure.objects.headlines()) == [mine]


@pytest.mark.django_db
def test_only_a_claim_beside_another_of_its_subject_and_measure_can_contradict():
    career = CareerFactory()
    one, other = CareerFigureFactory.create_batch(2, subject=career)
    CareerFigureFactory(subject=career, source__kind="government")
    CareerFigureFactory(subject=career, measure="growth")
    alone = CareerFigureFactory()
    CareerFigureFactory(subject=alone.subject, source__kind="government")
    assert set(CareerFigure.objects.all().beside_another()) == {one, other}


@pytest.mark.django_db
def test_figures_are_read_by_measure_headline_source_and_item():
    career = CareerFactory()
    hakia, bls = SourceFactory(publisher="Hakia"), SourceFactory(publisher="BLS")
    in_order = [
        CareerFigureFactory(subject=career, measure="pay", source=hakia, headline=True),
        CareerFigureFactory(subject=career, measure="pay", source=bls, item="a"),
        CareerFigureFactory(subject=career, measure="pay", source=bls, item="b"),
        CareerFigureFactory(subject=career, measure="pay", source=hakia, item="a"),
        CareerFigureFactory(subject=career, measure="growth", source=bls),
        CareerFigureFactory(subject=career, measure="employment", source=bls),
    ]
    shuffled = CareerFigure.objects.order_by("-pk")
    assert list(shuffled.in_reading_order()) == in_order


def test_the_tables_of_figures_come_in_the_order_of_the_apps():
    models = figure_models()
    assert models[0] is TopicFigure
    apps = [model._meta.app_label for model in models]
    assert apps == sorted(apps, key=["reference", "careers", "programs"].index)


@pytest.mark.django_db
def test_the_newest_source_comes_first_and_an_undated_one_last():
    undated = SourceFactory()
    older = SourceFactory(published_on=date(2025, 1, 1))
    newer = SourceFactory(published_on=date(2026, 1, 1))
    assert list(Source.objects.newest_first()) == [newer, older, undated]


def test_a_source_is_named_with_its_edition_if_it_has_one():
    assert str(SourceFactory.build(short_name="IPEDS", edition="2023–24")) == "IPEDS, 2023–24"
    assert str(SourceFactory.build(short_name="Hakia")) == "Hakia"


def test_a_record_remembers_each_field_an_editor_changed_once():
    source = SourceFactory.build()
    assert source.edited_fields == set()
    source.note_edited(["title", "kind"])
    source.note_edited(["title", "url"])
    assert source.edited == "kind|title|url"
    assert source.edited_fields == {"kind", "title", "url"}
