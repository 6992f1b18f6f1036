import pytest

from reference.guides.references import (
    FigureReference,
    LineReference,
    read_reference,
    references_in,
)

SHARE = FigureReference("topic", "part-time-study", "part_time_share", "hakia-2026", "format")


@pytest.mark.parametrize(
    "text",
    [
        "figure:topic/part-time-study/part_time_share/hakia-2026/format",
        "  figure: topic/part-time-study/part_time_share/hakia-2026/format ",
        "\nfigure:topic/part-time-study/part_time_share/hakia-2026/format\n",
    ],
)
def test_a_figure_is_named_by_kind_subject_measure_source_and_item(text):
    assert read_reference(text) == SHARE


def test_a_subject_and_an_item_may_have_parts_of_their_own():
    found = read_reference("figure:field/river-college/11.0102/7/completions/ipeds/C2024/A")
    assert isinstance(found, FigureReference)
    assert (found.subject, found.item) == ("river-college/11.0102/7", "C2024/A")


def test_a_subject_may_be_called_like_a_measure():
    found = read_reference("figure:topic/growth/growth/hakia-2026/opening")
    assert isinstance(found, FigureReference)
    assert (found.subject, found.measure) == ("growth", "growth")


@pytest.mark.parametrize("text", ["line:hakia-2026/12,13", " line: hakia-2026/12, 13 "])
def test_lines_are_named_by_source_and_numbers(text):
    assert read_reference(text) == LineReference("hakia-2026", (12, 13))


@pytest.mark.parametrize(
    "text",
    [
        "",
        "figure",
        "figure:",
        "figure:topic/x",
        "figure:topic/growth/hakia-2026/opening",
        "figure:topic/pay/happiness/hakia-2026/opening",
        "figure:topic/pay/growth/hakia-2026",
        "figure:topic/pay/growth//opening",
        "figure:topic//growth/hakia-2026/opening",
        "line:hakia-2026",
        "line:/12",
        "line:hakia-2026/",
        "line:hakia-2026/a",
        "line:hakia-2026/1-2",
        "line:hakia-2026/²",
        "line:hakia-2026/1,,2",
        "line:hakia-2026/12345678",
        "Figure:topic/pay/growth/hakia-2026/opening",
        "picture:x",
    ],
)
def test_anything_else_is_no_reference(text):
    assert read_reference(text) is None


def test_they_are_found_in_their_order():
    body = "{{ line:a/1 }} {{x}} { line:b/2 } {{ line:c/\n3 }} {{ {{ line:d/4 }} }}"
    written = [text for text, _found in references_in(body)]
    assert written == ["{{ line:a/1 }}", "{{x}}", "{{ line:c/\n3 }}", "{{ line:d/4 }}"]
    assert str(SHARE) == "figure:topic/part-time-study/part_time_share/hakia-2026/format"
    assert str(LineReference("a", (1, 2))) == "line:a/1,2"
