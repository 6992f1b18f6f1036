"""Each edition of a federal file is a source of its own."""

import re
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from django.utils.timezone import localdate
from django.utils.translation import gettext as _

from reference.downloads.manifest import retrieved_on
from reference.enumerations import Origin, SourceKind
from reference.imports.errors import UnusableFile
from reference.models import Source
from reference.periods import period_in_words

NCES = "National Center for Education Statistics"
EDUCATION = "US Department of Education"
BLS = "Bureau of Labor Statistics"
ETA = "US Department of Labor, Employment and Training Administration"
PUBLIC_DOMAIN = "Public domain"


@dataclass(frozen=True)
class Edition:
    """What is said of a federal file as a source. `url`: the publisher’s page for it."""

    slug: str
    publisher: str
    short_name: str
    title: str
    edition: str
    url: str
    licence: str = PUBLIC_DOMAIN
    attribution: str = ""
    published_on: date | None = None


def save_source(edition: Edition, path: Path, origin: Origin) -> Source:
    """The edition as a source; one read from a copy stays marked until its rows are compared."""
    said = {name: getattr(edition, name) for name in Edition.__dataclass_fields__}
    said |= {"kind": SourceKind.GOVERNMENT, "origin": origin}
    source = Source.objects.filter(slug=edition.slug).first() or Source()
    kept = source.edited_fields
    for name, value in said.items():
        if name not in kept:
            setattr(source, name, value)
    source.retrieved_on = retrieved_on(path) or source.retrieved_on
    source.save()
    return source


def year_in_name(path: Path, pattern: str, given: str, example: str) -> int:
    """The four-digit year of an edition: from the file’s name, else as the operator gives it.

    Raises UnusableFile where neither tells, or where the year has not begun.
    """
    found = re.search(pattern, path.name, re.IGNORECASE)
    text = found["year"] if found else given[:4]
    if not re.fullmatch(r"(19|20)\d\d", text):
        reason = _("its name does not tell the year: name it as %s, or give --edition")
        raise UnusableFile(path, reason % example)
    if int(text) > localdate().year:
        raise UnusableFile(path, _("is of %s, a year that has not begun") % text)
    return int(text)


def academic_year(year: int) -> tuple[date, date]:
    """July to June, as IPEDS counts: 2023 is 2023–24."""
    return date(year, 7, 1), date(year + 1, 6, 30)


def academic_year_in_words(year: int) -> str:
    """2023 → 2023–24"""
    return period_in_words(*academic_year(year))
