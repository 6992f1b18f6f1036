"""Addresses for universities that are new: no two the same, and none that has to change later."""

from collections import Counter
from collections.abc import Collection, Iterator, Sequence

from django.utils.text import slugify

from programs.imports.directory_rows import DirectoryRow

LONGEST = 80


def new_slugs(rows: Sequence[DirectoryRow], taken: Collection[str]) -> list[str]:
    """By name; where several have it, by name and place; where that is taken, with the UNITID."""
    names = Counter(_slug(row.name) for row in rows)
    used = {*taken, *(name for name, times in names.items() if times > 1)}
    slugs = []
    for row in rows:
        slug = next(slug for slug in _candidates(row) if slug and slug not in used)
        used.add(slug)
        slugs.append(slug)
    return slugs


def _candidates(row: DirectoryRow) -> Iterator[str]:
    yield _slug(row.name)
    yield _slug(f"{row.name} {row.city} {row.state}")
    yield f"{_slug(row.name)[: LONGEST - 7]}-{row.unitid}".strip("-")


def _slug(text: str) -> str:
    return slugify(text)[:LONGEST].strip("-")
