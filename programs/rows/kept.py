"""The rows that this process keeps."""

import re
from collections.abc import Callable, Mapping, Sequence

from django.http import HttpRequest
from django.template import Context
from django.template.loader import get_template
from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import get_language

from programs.models import Program
from programs.rows.row import ProgramRow, Show
from reference.data_version import data_version
from reference.enumerations import Basis
from reference.models import Source
from reference.source_marks import SourceMarks, marks_of

MOST_ROWS = 10_000  # of about 2 KB
# in place of a mark’s number, which only the page tells: the source’s key between two signs that
# no text of the catalogue holds
PLACE = "\x02{}\x03"
PLACES = re.compile("\x02(\\d+)\x03")


class _PlacesForMarks:
    """What a fragment takes for the marks of its page."""

    def number(self, source: Source) -> str:
        return PLACE.format(source.pk)


class _Page:
    """What a fragment takes for the request; what it asks once a page is asked once for all."""

    def __init__(self):
        self.source_marks = _PlacesForMarks()


class _Numbers(dict):
    """{a source’s key as text: the number of its mark}, given as they are asked for."""

    def __init__(self, marks: SourceMarks, sources: Mapping[int, Source]):
        self.marks, self.sources = marks, sources

    def __missing__(self, key: str) -> str:
        self[key] = str(self.marks.number(self.sources[int(key)]))
        return self[key]


class KeptRows:
    """Of one version of the data."""

    def __init__(self, version: tuple = ()):
        self.version = version
        self.sources = Source.objects.in_bulk()
        self.page = _Page()
        self.rows: dict[tuple, dict[int, str]] = {}  # {(residency, language): {program: HTML}}
        self.cells: dict[tuple, str] = {}

    def html(self, keys: Sequence[int], residency: Basis, request: HttpRequest) -> SafeString:
        """The rows of these programs in this order; their sources join the marks of the page."""
        kept = self._kept_under(residency)
        new = self._rendered([key for key in keys if key not in kept], residency)
        text = "".join(kept.get(key) or new.get(key, "") for key in keys)
        kept.update(new)
        numbers = _Numbers(marks_of(request), self.sources)
        numbered = PLACES.sub(lambda place: numbers[place[1]], text)
        return mark_safe(numbered)  # noqa: S308 (each row is a template’s)

    def sources_html(self, request: HttpRequest) -> SafeString:
        """The numbered sources of a page of which all marks stand in rows."""
        sources = tuple(marks_of(request))
        key = ("sources", get_language(), *(source.pk for source in sources))
        if key not in self.cells:
            self.cells[key] = _renderer("includes/_sources.html")({"sources": sources})
        return mark_safe(self.cells[key])  # noqa: S308 (a template’s)

    def _kept_under(self, residency):
        terms = residency, get_language()
        if len(self.rows.setdefault(terms, {})) > MOST_ROWS:
            self.rows[terms], self.cells = {}, {}
        return self.rows[terms]

    def _rendered(self, keys, residency) -> dict[int, str]:
        if not keys:
            return {}
        render = _renderer("programs/_program_row.html")
        show = self._show(residency)
        programs = Program.objects.filter(pk__in=keys).for_rows()
        return {
            program.pk: render({"row": ProgramRow(program, residency, self.sources, show)})
            for program in programs
        }

    def _show(self, residency) -> Show:
        """A cell’s template, rendered once for all rows in which it says the same."""
        terms = residency, get_language()

        def show(template: str, said: tuple, context: Callable[[], dict]) -> SafeString:
            key = (template, said, *terms)
            if key not in self.cells:
                self.cells[key] = _renderer(template)({**context(), "request": self.page})
            return mark_safe(self.cells[key])  # noqa: S308 (a template’s)

        return show


def _renderer(name: str) -> Callable[[dict], str]:
    template = get_template(name).template  # type: ignore[attr-defined]
    return lambda context: template.render(Context(context))


_kept: KeptRows | None = None


def kept_rows(version: tuple | None = None) -> KeptRows:
    """`version`: of the data, where the caller has asked already."""
    global _kept
    version = version or data_version()
    kept = _kept
    if kept is None or kept.version != version:
        kept = _kept = KeptRows(version)
    return kept
