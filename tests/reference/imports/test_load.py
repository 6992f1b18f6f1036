"""Rows → the database: what is created, changed, left alone and missed."""

import pytest

from programs.models import Institution, Organization
from reference.enumerations import Origin
from reference.imports import load
from reference.models import Source, Topic
from tests import factories
from tests.samples import counts, load_rows, rejections, table_of, tuition_of

pytestmark = pytest.mark.django_db

TOPICS = table_of("reference", "topics.csv")
INSTITUTIONS = table_of("programs", "institutions.csv")
ORGANIZATIONS = table_of("programs", "organizations.csv")
TUITION = table_of("programs", "figures.csv", "institution")
TOPIC = {"key": "pay", "question": "What does one earn?"}


def test_a_new_row_creates_a_record_of_seed_origin():
    report = load_rows(TOPICS, TOPIC)
    assert counts(report).startswith("created 1 + updated 0")
    topic = Topic.objects.get()
    assert (topic.question, topic.origin, topic.edited) == (TOPIC["question"], Origin.SEED, "")


def test_the_same_row_again_changes_nothing():
    load_rows(TOPICS, TOPIC)
    report = load_rows(TOPICS, TOPIC)
    assert counts(report) == "created 0 + updated 0 + unchanged 1 + kept 0 + rejected 0"
    assert not report.changed


def test_a_changed_cell_updates_its_field():
    load_rows(TOPICS, TOPIC)
    report = load_rows(TOPICS, TOPIC | {"question": "What does it pay?"})
    assert counts(report).startswith("created 0 + updated 1")
    assert Topic.objects.get().question == "What does it pay?"


def test_rows_in_another_order_change_nothing():
    second = {"key": "cost", "question": "What does it cost?"}
    load_rows(TOPICS, TOPIC, second)
    assert counts(load_rows(TOPICS, second, TOPIC)).startswith(
        "created 0 + updated 0 + unchanged 2"
    )


def test_an_update_writes_only_what_differs_and_keeps_the_rest():
    load_rows(TOPICS, TOPIC, {"key": "cost", "question": "Cost?", "summary": "Old."})
    load_rows(TOPICS, TOPIC | {"question": "Pay?"}, {"key": "cost", "question": "Cost?"})
    assert list(Topic.objects.order_by("pk").values_list("key", "question", "summary")) == [
        ("pay", "Pay?", ""),
        ("cost", "Cost?", ""),
    ]


def test_an_update_leaves_what_no_column_fills():
    figure = factories.InstitutionFigureFactory(
        subject__slug="clark", source__slug="hakia", item="table", headline=True, origin="seed"
    )
    load_rows(TUITION, tuition_of("clark", value="7"))
    figure.refresh_from_db()
    assert (figure.low, figure.headline) == (7, True)


def test_many_rows_are_loaded_in_few_statements(django_assert_max_num_queries):
    rows = [{"key": f"topic-{n}", "question": f"Question {n}?"} for n in range(1200)]
    with django_assert_max_num_queries(20):
        report = load_rows(TOPICS, *rows)
    assert counts(report).startswith("created 1200")
    with django_assert_max_num_queries(10):
        load_rows(TOPICS, *rows)


def test_progress_is_told_by_batch(monkeypatch):
    monkeypatch.setattr(load, "BATCH", 2)
    told = []
    rows = [{"key": f"topic-{n}", "question": "?"} for n in range(5)]
    load_rows(TOPICS, *rows, progress=told.append)
    assert told == [2, 2, 1]


def test_a_university_is_found_by_its_unitid_though_its_slug_changed():
    known = factories.InstitutionFactory(slug="old", unitid="123456")
    load_rows(INSTITUTIONS, {"slug": "new", "unitid": "123456", "name": "N"})
    assert list(Institution.objects.values_list("pk", "slug")) == [(known.pk, "new")]


def test_a_university_without_unitid_is_found_by_its_slug_and_gets_one():
    known = factories.InstitutionFactory(slug="clark", unitid="")
    load_rows(INSTITUTIONS, {"slug": "clark", "unitid": "123456", "name": "N"})
    assert list(Institution.objects.values_list("pk", "unitid")) == [(known.pk, "123456")]


@pytest.mark.parametrize(
    ("second", "column"),
    [({"slug": "b", "unitid": "123456"}, "unitid"), ({"slug": "a", "unitid": "654321"}, "slug")],
)
def test_two_rows_of_one_key_are_one_too_many(second, column):
    first = {"slug": "a", "unitid": "123456", "name": "A"}
    report = load_rows(INSTITUTIONS, first, {"name": "B", **second})
    assert rejections(report) == [
        f"line 3, column {column}: has the same key as line 2; remove one of the two"
    ]


def test_two_rows_of_one_key_are_found_across_batches(monkeypatch):
    monkeypatch.setattr(load, "BATCH", 1)
    report = load_rows(TOPICS, TOPIC, {"key": "cost", "question": "?"}, TOPIC)
    assert rejections(report) == [
        "line 4, column key: has the same key as line 2; remove one of the two"
    ]


def test_a_unit_may_stand_before_its_parent():
    unit = {"slug": "unit", "name": "Unit", "parent": "firm"}
    report = load_rows(ORGANIZATIONS, unit, {"slug": "firm", "name": "Firm"})
    assert counts(report).startswith("created 2")
    assert Organization.objects.get(slug="unit").parent.slug == "firm"


def test_rows_in_a_circle_are_rejected():
    report = load_rows(
        ORGANIZATIONS,
        {"slug": "a", "name": "A", "parent": "b"},
        {"slug": "b", "name": "B", "parent": "a"},
        {"slug": "c", "name": "C"},
    )
    assert [r.column for r in report.rejections] == ["parent", "parent"]
    assert report.rejections[0].reason.startswith("“b” leads back to itself")
    assert list(Organization.objects.values_list("slug", flat=True)) == ["c"]


def test_a_record_that_the_file_no_longer_lists_is_reported_and_stays():
    load_rows(TOPICS, TOPIC, {"key": "cost", "question": "?"})
    report = load_rows(TOPICS, TOPIC)
    assert report.missing == ["app/topics.csv: cost"]
    assert Topic.objects.count() == 2


def test_a_record_that_no_file_listed_is_not_missed():
    factories.TopicFactory(origin="editor")
    assert load_rows(TOPICS, TOPIC).missing == []


def test_a_record_whose_row_was_rejected_is_not_missed():
    load_rows(TOPICS, TOPIC)
    report = load_rows(TOPICS, TOPIC | {"question": ""})
    assert (len(report.rejections), report.missing) == (1, [])


def test_nothing_is_missed_of_a_file_whose_rows_could_not_all_be_read():
    load_rows(TOPICS, TOPIC)
    assert load_rows(TOPICS, complete=False).missing == []


def test_a_missed_figure_has_its_address():
    factories.InstitutionFactory(slug="clark")
    factories.SourceFactory(slug="hakia")
    load_rows(TUITION, tuition_of("clark"))
    assert load_rows(TUITION).missing == ["app/figures.csv: institution/clark/tuition/hakia/table"]
    assert Source.objects.count() == 1
