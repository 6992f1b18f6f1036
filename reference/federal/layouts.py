"""Which edition’s layout a file has: told by its columns, never by their order."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from django.utils.translation import gettext as _

from reference.imports.errors import UnusableFile

MOST_NAMED = 8


@dataclass(frozen=True)
class Layout:
    """`columns`: those an import reads; a file may have more. Names compare without case."""

    name: str
    columns: tuple[str, ...]

    def missing(self, header: Sequence[str]) -> list[str]:
        return [column for column in self.columns if column.upper() not in header]


def recognize(
    path: Path | str,
    line: int,
    header: Sequence[str],
    layouts: Sequence[Layout],
    others: Sequence[Layout] = (),
) -> tuple[Layout, dict[str, int]]:
    """(the first layout all of whose columns are there, {column in capitals: place}).

    `line`: of the header; `others`: what a file given by mistake may be. Raises UnusableFile that
    names what is missing and which are known.
    """
    names = [name.upper() for name in header]
    for layout in layouts:
        if not layout.missing(names):
            _check_once(path, names, layout, line)
            return layout, {name: place for place, name in enumerate(names)}
    _check_separator(path, header, line)
    _check_mistaken(path, names, others, line)
    nearest = min(layouts, key=lambda layout: len(layout.missing(names)))
    words = {
        "missing": _first_of(nearest.missing(names)),
        "nearest": nearest.name,
        "known": "; ".join(layout.name for layout in layouts),
    }
    reason = _(
        "is of an edition that is not known: nearest is “%(nearest)s”, of which it lacks "
        "%(missing)s. Known are: %(known)s"
    )
    raise UnusableFile(path, reason % words, line)


def _check_separator(path, header, line):
    separator = next((sign for sign in ";\t|" if sign in header[0]), "")
    if len(header) == 1 and separator:
        said = {"\t": _("tabs")}.get(separator, f"“{separator}”")
        raise UnusableFile(path, _("separates its columns by %s; save it with commas") % said, line)


def _check_mistaken(path, names, others, line):
    for other in others:
        if not other.missing(names):
            reason = _("looks like another file: %s; give it under its own option")
            raise UnusableFile(path, reason % other.name, line)


def _first_of(columns: Sequence[str]) -> str:
    named = ", ".join(columns[:MOST_NAMED])
    if len(columns) <= MOST_NAMED:
        return named
    return _("%(named)s and %(n)d more") % {"named": named, "n": len(columns) - MOST_NAMED}


def _check_once(path, names, layout, line):
    counts = Counter(names)
    for column in layout.columns:
        if counts[column.upper()] > 1:
            raise UnusableFile(path, _("stands twice in the header; remove one"), line, column)
