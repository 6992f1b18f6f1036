"""docs/data.md names every file, column, measure and choice of the seed files."""

import csv
import re

import pytest
from django.conf import settings

from reference.imports.columns import ChoicesColumn
from reference.imports.files import bundled
from reference.imports.run import tables_of
from reference.imports.tables import OPTIONAL
from reference.measures import MEASURES, UNITS
from tests.samples import APPS

TABLES = [table for app in APPS for table in tables_of(app)]
TEXT = (settings.BASE_DIR / "docs" / "data.md").read_text("utf-8")
NAMED = set(re.findall(r"`([^`]+)`", TEXT))


def section(file):
    """What the page says under the heading of the file; of figures: in their chapter."""
    heading = "## Figures\n" if file == "figures.csv" else f"### `{file}`"
    assert TEXT.count(heading) == 1, heading
    return re.split(r"\n##+ ", TEXT.partition(heading)[2])[0]


def choices(table):
    """Of all columns that take one of a few words."""
    for column in table.columns:
        if isinstance(column, ChoicesColumn):
            yield from column.choices
        elif column.field_names() == [column.field_name]:
            field = table.model._meta.get_field(column.field_name)
            yield from (value for value, _label in getattr(field, "flatchoices", []) if value)


@pytest.mark.parametrize("table", TABLES, ids=lambda table: table.model.__name__)
def test_every_column_of_a_file_is_explained(table):
    named = set(re.findall(r"`([^`]+)`", section(table.file)))
    assert set(table.column_names) - named == set()


@pytest.mark.parametrize("table", TABLES, ids=lambda table: table.model.__name__)
def test_every_choice_of_a_column_is_named(table):
    assert {*choices(table), *([table.when[1]] if table.when else [])} - NAMED == set()


def test_the_columns_that_any_file_may_have_are_explained():
    assert set(OPTIONAL) <= NAMED


def test_every_measure_stands_beside_its_unit():
    rows = dict(re.findall(r"^\| `([^`]+)` \| (.+) \|$", section("figures.csv"), re.MULTILINE))
    listed = {unit: set(re.findall(r"`(\w+)`", rows[unit])) for unit in UNITS}
    assert listed == {
        unit: {measure.key for measure in MEASURES.values() if measure.unit == unit}
        for unit in UNITS
    }


def seed_rows(app, file):
    return list(csv.DictReader((bundled(app) / file).read_text("utf-8").splitlines()))


@pytest.mark.parametrize("career", seed_rows("careers", "careers.csv"), ids=lambda row: row["slug"])
def test_every_name_merged_into_a_career_is_listed(career):
    [row] = [line for line in TEXT.splitlines() if line.startswith(f"| `{career['slug']}` | ")]
    links = seed_rows("programs", "role_links.csv")
    roles = {link["printed"] for link in links if link["career"] == career["slug"]}
    names = {career["printed"], *career["aliases"].split("|"), *roles}
    assert [name for name in names if name not in row] == []


def test_every_placeholder_is_listed():
    links = seed_rows("programs", "organization_links.csv")
    placeholders = {link["printed"] for link in links if not link["organization"]}
    assert {f"“{name}”" for name in placeholders} <= set(re.findall(r"“[^”]+”", TEXT))


def test_every_code_that_we_assign_is_listed():
    assert {row["cip"] for row in seed_rows("programs", "programs.csv")} - {""} <= NAMED
