"""What the words of a visitor say beside what they look for, among the bounds of the address."""

from dataclasses import replace

from programs.finding.choices import Choices

BOUNDS = ("tuition_min", "tuition_max", "earnings_min", "completions_min")


def bounds_of(filters) -> dict[str, int | None]:
    """A tuition in the address goes before one in the words."""
    bounds = {name: filters.chosen[name] for name in BOUNDS}
    said = None if filters.data.get("tuition_max") else filters.reading.tuition_max
    return bounds if said is None else bounds | {"tuition_max": said}


def choices_without(filters, name: str, value: str) -> Choices:
    """The tuition that the words say goes with them, and holds again without the address’s."""
    said = {"q": filters.chosen["tuition_max"], "tuition_max": filters.reading.tuition_max}
    others = filters.choices.without(name, value)
    return replace(others, tuition_max=said[name]) if name in said else others
