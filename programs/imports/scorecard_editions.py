"""Which release of College Scorecard a file is, and whom it covers."""

import re
from datetime import date
from pathlib import Path

from django.utils.timezone import localdate
from django.utils.translation import gettext as _

from reference.federal.editions import (
    EDUCATION,
    Edition,
    academic_year_in_words,
    year_in_name,
)
from reference.imports.errors import UnusableFile, quoted
from reference.periods import date_in_words

URL = "https://collegescorecard.ed.gov/data/"

MERGED = r"(?P<year>\d{4})_\d\d_PP"
POOLED = r"\d{4}_\d{4}(?=_PP)"
KNOWN_POOL = "1516_1617"
RELEASED = (
    r"(?P<year>20\d\d)-(?P<month>[01]\d)-(?P<day>\d\d)",
    r"(?<!\d)(?P<month>\d\d)(?P<day>\d\d)(?P<year>20\d\d)(?!\d)",
)

# The graduates whom the first layout pools, and the two years of which it counts completions.
YEARS = (
    (date(2015, 7, 1), date(2016, 6, 30)),
    (date(2016, 7, 1), date(2017, 6, 30)),
)
COHORTS = (YEARS[0][0], YEARS[1][1])


def first_edition(path: Path) -> Edition:
    """Of the first layout one pair of years is known; a name that says others is refused."""
    named = re.search(POOLED, path.name)
    if named and named[0] != KNOWN_POOL:
        reason = _("its name says other years than %s, of which alone this layout is known")
        raise UnusableFile(path, reason % KNOWN_POOL)
    return _fields("2017", "graduates of 2015–16 and 2016–17")


def fields_release(path: Path, given: str) -> Edition:
    released = _released(path, given)
    if released is None:
        raise UnusableFile(path, _("its name does not tell its release: give --edition 2026-06-10"))
    return _fields(f"{released:%Y-%m}", *_told_of(released))


def institutions_edition(path: Path, given: str) -> Edition:
    """MERGED2023_24_PP is of one year; “Most Recent” files are named by their release."""
    released = None if re.search(MERGED, path.name) else _released(path, given)
    if released:
        return _institutions(f"{released:%Y-%m}", *_told_of(released))
    year = year_in_name(path, MERGED, given, "MERGED2023_24_PP.csv")
    return _institutions(str(year), academic_year_in_words(year))


def _told_of(released) -> tuple[str, date]:
    return f"release of {date_in_words(released)}", released


def _released(path, given) -> date | None:
    """From a name with 2026-06-10 or 06102026 in it, else from the operator."""
    for text in (path.name, given):
        for pattern in RELEASED:
            if found := re.search(pattern, text):
                return _day(path, found)
    return None


def _institutions(slug, edition, published_on=None) -> Edition:
    return _edition(f"institutions-{slug}", "institution", edition, published_on)


def _fields(slug, edition, published_on=None) -> Edition:
    return _edition(f"fields-{slug}", "field of study", edition, published_on)


def _edition(slug, by, edition, published_on) -> Edition:
    return Edition(
        slug=f"scorecard-{slug}",
        publisher=EDUCATION,
        short_name="College Scorecard",
        title=f"College Scorecard, data by {by}",
        edition=edition,
        url=URL,
        published_on=published_on,
    )


def _day(path, found) -> date:
    try:
        day = date(int(found["year"]), int(found["month"]), int(found["day"]))
    except ValueError:
        raise UnusableFile(path, _("%s is not a day") % quoted(found[0])) from None
    if day > localdate():
        raise UnusableFile(path, _("is of %s, a day that has not come") % found[0])
    return day
