"""The rows that this process keeps."""

from collections.abc import Mapping, Sequence

from django.db.models import Prefetch, prefetch_related_objects
from django.http import HttpRequest
from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import get_language

from programs.models import Institution, Program
from programs.rows.cells import Cells, rendered
from programs.rows.numbered import NumberedRow
from programs.rows.row import ProgramRow
from reference.data_version import data_version
from reference.enumerations import Basis
from reference.models import Source
from reference.source_marks import SourceMarks, marks_of

MOST_ROWS = 8_000  # of about 4 KB

UNIVERSITIES = Prefetch("institution", Institution.objects.select_related("state"))


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
        # {(residency, language): ({program: row}, their cells)}
        self.rows: dict[tuple, tuple[dict[int, NumberedRow], Cells]] = {}
        self.lists: dict[tuple, SafeString] = {}  # of sources

    def html(
        self,
        keys: Sequence[int],
        residency: Basis,
        request: HttpRequest,
        stems: frozenset[str] = frozenset(),
    ) -> SafeString:
        """The rows of these programs in this order; their sources join the marks of the page.

        `stems`: of the words that were searched for, which names show as marked.
        """
        kept, cells = self._kept_under(residency)
        new = self._rendered([key for key in keys if key not in kept], residency, cells)
        rows = [kept.get(key) or new.get(key) for key in keys]
        kept.update(new)
        numbers = _Numbers(marks_of(request), self.sources)
        shown = (
            [row.found_html(numbers, stems) for row in rows if row]
            if stems
            else [row.html(numbers) for row in rows if row]
        )
        return mark_safe("".join(shown))  # noqa: S308 (each row is a template’s)

    def sources_html(self, request: HttpRequest) -> SafeString:
        """The numbered sources of a page of which all marks stand in rows."""
        sources = tuple(marks_of(request))
        key = (get_language(), *(source.pk for source in sources))
        html = self.lists.get(key)
        if html is None:
            self.lists[key] = html = rendered("includes/_sources.html", {"sources": sources})
        return html

    def _kept_under(self, residency):
        """Both at once: another thread may begin anew meanwhile."""
        terms = residency, get_language()
        kept = self.rows.get(terms)
        if kept is None or len(kept[0]) > MOST_ROWS:
            self.lists = {}
            self.rows[terms] = kept = {}, Cells(terms[1])
        return kept

    def _rendered(self, keys, residency, cells) -> dict[int, NumberedRow]:
        if not keys:
            return {}
        programs = Program.objects.filter(pk__in=keys).for_rows()
        rows = [ProgramRow(program, residency, self.sources, cells) for program in programs]
        prefetch_related_objects([row.program for row in rows if row.is_first], UNIVERSITIES)
        return {row.program.pk: NumberedRow(row.html, row.names) for row in rows}


_kept: KeptRows | None = None


def kept_rows(version: tuple | None = None) -> KeptRows:
    """`version`: of the data, where the caller has asked already."""
    global _kept
    version = version or data_version()
    kept = _kept
    if kept is None or kept.version != version:
        kept = _kept = KeptRows(version)
    return kept
