"""The cells of rows: each template rendered once for all rows in which it says the same."""

from collections.abc import Callable

from django.template import Context
from django.template.loader import get_template
from django.utils.safestring import SafeString

from programs.rows.numbered import PLACE
from reference.models import Source


class _PlacesForMarks:
    """What a fragment takes for the marks of its page."""

    def number(self, source: Source) -> str:
        return PLACE.format(source.pk)


class _Page:
    """What a fragment takes for the request; what it asks once a page is asked once for all."""

    def __init__(self):
        self.source_marks = _PlacesForMarks()


class Cells:
    """Of one residency and language."""

    def __init__(self, language: str | None):
        self.language, self.page = language, _Page()
        self.made: dict[tuple, SafeString] = {}
        self.names: dict[int, str] = {}  # of the universities shown

    def show(self, template: str, said: tuple, context: Callable[[], dict]) -> SafeString:
        """`said`: all that the output depends on; `context` is asked where it is new."""
        key = template, said
        if key not in self.made:
            self.made[key] = rendered(template, {**context(), "request": self.page})
        return self.made[key]

    def has(self, template: str, said: tuple) -> bool:
        return (template, said) in self.made


def rendered(name: str, context: dict) -> SafeString:
    return get_template(name).template.render(Context(context))  # type: ignore[attr-defined]
