import pytest

from reference.imports.waves import in_waves
from tests.samples import row_of, table_of

ORGANIZATIONS = table_of("programs", "organizations.csv")


def waves_of(parents):
    """Slugs by wave and those in a circle, of rows in this order: {slug: parent}."""
    rows = [
        row_of(ORGANIZATIONS, line, slug=slug, parent=parent)
        for line, (slug, parent) in enumerate(parents.items(), 2)
    ]
    waves, circle = in_waves(ORGANIZATIONS, rows)
    return [[row["slug"] for row in wave] for wave in waves], [row["slug"] for row in circle]


def test_a_table_without_parents_is_one_wave():
    topics = table_of("reference", "topics.csv")
    rows = [row_of(topics, key="b"), row_of(topics, key="a")]
    assert in_waves(topics, rows) == ([rows], [])


def test_no_rows_are_no_waves():
    assert waves_of({}) == ([], [])


def test_rows_keep_their_order():
    assert waves_of({"b": "", "a": "", "c": ""}) == ([["b", "a", "c"]], [])


def test_a_row_comes_after_its_parent():
    assert waves_of({"unit": "division", "division": "firm", "firm": "", "other": ""}) == (
        [["firm", "other"], ["division"], ["unit"]],
        [],
    )


def test_a_parent_that_the_file_does_not_list_is_not_waited_for():
    assert waves_of({"unit": "elsewhere"}) == ([["unit"]], [])


@pytest.mark.parametrize(
    "circle", [{"a": "a"}, {"a": "b", "b": "a"}, {"a": "b", "b": "c", "c": "a", "under": "a"}]
)
def test_rows_in_a_circle_are_set_apart(circle):
    assert waves_of({"firm": "", **circle}) == ([["firm"]], list(circle))


def test_rows_of_one_key_stay_together():
    rows = [row_of(ORGANIZATIONS, line, slug="firm") for line in (2, 3)]
    assert in_waves(ORGANIZATIONS, rows) == ([rows], [])


def test_a_long_line_of_parents_takes_no_longer_than_its_rows():
    parents = {f"unit-{n}": f"unit-{n + 1}" for n in range(5000)}
    waves, circle = waves_of(parents)
    assert (len(waves), circle) == (5000, [])
