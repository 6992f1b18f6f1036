"""A row with its cells read, or the first reason against it; no table of the database is asked."""

from datetime import date
from decimal import Decimal

import pytest
from django.core.exceptions import ValidationError

from reference.imports.errors import Rejection
from reference.imports.tables import Table, fault, parse
from reference.models import Topic
from tests.samples import row_of, table_of

TOPICS = table_of("reference", "topics.csv")
SOURCES = table_of("reference", "sources.csv")
INSTITUTIONS = table_of("programs", "institutions.csv")
LINKS = table_of("programs", "organization_links.csv")
TUITION = table_of("programs", "figures.csv", "institution")
CLAIM = table_of("reference", "figures.csv", "topic")


class Everything:
    """Look-ups for which every record exists, with key 1."""

    def find(self, model, by, text):
        return 1

    def key_of(self, model, by, pk):
        return f"{model._meta.model_name}-{pk}" if pk else ""


def figure(table=TUITION, **cells):
    usual = {"subject": "clark", "measure": "tuition", "item": "table", "value": "54760"}
    return row_of(table, **usual | {"source": "hakia", "locator": "line 290"} | cells)


def refusal(table, row):
    rejected = parse(table, row, Everything())
    assert isinstance(rejected, Rejection)
    return rejected.column, rejected.reason


def test_a_row_becomes_values_and_a_record():
    row = row_of(SOURCES, 3, slug="hakia", publisher="H", short_name="H", title="T", kind="ranking")
    parsed = parse(SOURCES, row, Everything())
    assert (parsed.row.line, parsed.values["slug"], parsed.values["published_on"]) == (
        3,
        "hakia",
        None,
    )
    assert (parsed.record.slug, parsed.record.kind) == ("hakia", "ranking")


def test_a_record_of_a_file_is_of_seed_origin_and_not_edited():
    parsed = parse(TOPICS, row_of(TOPICS, key="a", question="b", origin=""), Everything())
    assert (parsed.record.origin, parsed.record.edited) == ("seed", "")


def test_a_file_may_say_another_origin_and_what_was_edited():
    row = row_of(TOPICS, key="a", question="b", origin="editor", edited="question|summary")
    parsed = parse(TOPICS, row, Everything())
    assert (parsed.record.origin, parsed.record.edited) == ("editor", "question|summary")


def test_an_unknown_origin_is_refused():
    column, reason = refusal(TOPICS, row_of(TOPICS, key="a", question="b", origin="web"))
    assert (column, reason.startswith("“web” is not one of seed, editor")) == ("origin", True)


def test_an_edited_field_must_be_one_of_the_model():
    assert refusal(TOPICS, row_of(TOPICS, key="a", question="b", edited="question|colour")) == (
        "edited",
        "“colour” is not a field that an editor can have changed",
    )


def test_names_are_kept_apart_from_the_fields():
    parsed = parse(
        INSTITUTIONS, row_of(INSTITUTIONS, slug="a", name="A", aliases="B|C"), Everything()
    )
    assert parsed.names == {"aliases": ["B", "C"]}
    assert "aliases" not in parsed.values


def test_the_first_cell_that_is_wrong_is_named():
    assert refusal(TOPICS, row_of(TOPICS, key="not a slug", question=""))[0] == "key"


def test_a_cell_that_no_cell_may_hold_is_named():
    row = row_of(TOPICS, key="a", question="What\u200b?")
    assert refusal(TOPICS, row)[0] == "question"


def test_a_figure_is_read_with_its_terms():
    row = figure(value="~15", period_from="2024", period_to="2024", counted="12", pinned="yes")
    figure_read = parse(TUITION, row, Everything()).record
    assert (figure_read.low, figure_read.bound) == (Decimal(15), "about")
    assert (figure_read.period_from, figure_read.period_to) == (
        date(2024, 1, 1),
        date(2024, 12, 31),
    )
    assert (figure_read.population, figure_read.status) == ("unstated", "as_printed")
    assert (figure_read.counted, figure_read.pinned, figure_read.source_id) == (12, True, 1)


@pytest.mark.parametrize(
    ("cells", "column", "reason"),
    [
        ({"measure": "tuitoin"}, "measure", "“tuitoin” is not one of tuition, fees"),
        ({"measure": "growth"}, "measure", "This kind of subject does not have this measure."),
        ({"unit": "usd"}, "unit", "tuition is in usd/year, not in “usd”"),
        ({"value": "$54,760"}, "value", "“$54,760” is not a value"),
        ({"value": ""}, "value", "“” is not a value"),
        ({"measure": "students", "value": "-1"}, "value", "“-1” is not between 0 and 2147483647"),
        ({"measure": "students", "value": "2147483648+"}, "value", "“2147483648+” is not between"),
        ({"period_from": "2025", "period_to": "2024"}, "period_to", "The period ends before"),
        ({"status": "corrected"}, "note", "A correction needs what was printed, and a note."),
        ({"value": "suppressed", "pinned": "yes"}, "pinned", "An absence cannot be the headline."),
        ({"counted": "-1"}, "counted", "“-1” is not a whole number from 0 to 2147483647"),
        ({"item": ""}, "item", "must not be blank"),
        ({"locator": ""}, "locator", "must not be blank"),
        ({"source": ""}, "source", "must not be blank"),
    ],
)
def test_a_figure_that_cannot_be_is_refused(cells, column, reason):
    refused = refusal(TUITION, figure(**cells))
    assert refused[0] == column
    assert refused[1].startswith(reason)


@pytest.mark.parametrize("cells", [{"unit": "usd/year"}, {"unit": ""}, {"value": "-5"}])
def test_a_figure_may_leave_out_its_unit_and_be_negative_if_it_is_no_count(cells):
    assert not isinstance(parse(TUITION, figure(**cells), Everything()), Rejection)


def test_a_figure_of_a_topic_has_no_second_topic():
    row = figure(CLAIM, measure="pay", topic="another")
    assert refusal(CLAIM, row) == ("topic", "must be blank in a row of this kind")


def test_a_row_belongs_to_the_table_of_its_kind():
    assert TUITION.holds(figure())
    assert not TUITION.holds(figure(CLAIM))
    assert SOURCES.holds(row_of(SOURCES))


def test_a_file_of_several_kinds_begins_with_the_kind():
    assert TUITION.column_names[:2] == ["subject_kind", "subject"]


def test_a_record_is_known_by_every_key_it_has():
    keys = INSTITUTIONS.identities({"unitid": "123456", "slug": "clark"})
    assert keys == [(("unitid",), ("123456",)), (("slug",), ("clark",))]


def test_a_blank_key_identifies_nothing():
    assert INSTITUTIONS.identities({"unitid": "", "slug": "clark"}) == [(("slug",), ("clark",))]


def test_the_last_key_serves_where_all_are_blank():
    assert INSTITUTIONS.identities({"unitid": "", "slug": ""}) == [(("slug",), ("",))]


def test_a_column_is_found_by_the_field_it_fills():
    assert TUITION.column_of("low") == "value"
    assert TUITION.column_of("headline") == "headline"


def test_the_address_of_a_row_is_its_key():
    assert TUITION.address(figure()) == "institution/clark/tuition/hakia/table"


def test_an_address_leaves_out_what_is_blank():
    row = row_of(LINKS, institution="clark", role="partner", printed="AWS", source="hakia")
    assert LINKS.address(row) == "clark/partner/AWS/hakia"


def test_a_record_has_the_address_of_its_row():
    record = parse(TUITION, figure(), Everything()).record
    assert (
        TUITION.address_of(record, Everything())
        == "institution/institution-1/tuition/source-1/table"
    )


def test_a_complaint_about_the_whole_record_names_no_column():
    assert fault(TOPICS, ValidationError("No %(what)s.", params={"what": "way"})) == ("", "No way.")


def test_a_complaint_about_a_field_names_its_column():
    assert fault(TUITION, ValidationError({"low": "Too low."})) == ("value", "Too low.")


def test_a_table_needs_no_more_than_file_model_keys_and_columns():
    table = Table("topics.csv", Topic, keys=(("key",),), columns=())
    assert (table.names_columns, table.column_names, table.parent) == ([], [], "")
