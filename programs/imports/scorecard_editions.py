"""Which release of College Scorecard a file is, and whom it covers."""

import re
from datetime import date
from pathlib import Path

from django.utils.translation import gettext as _

from reference.federal.editions import EDUCATION, Edition, year_in_name
from reference.imports.errors import UnusableFile, quoted
from reference.periods import date_in_words

URL = "https://collegescorecard.ed.gov/data/"

MERGED = r"(?P<year>\d{4})_\d\d_PP"
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


def first_edition() -> Edition:
    return _fields("2017", "graduates of 2015–16 and 2016–17")


def fields_release(path: Path, given: str) -> Edition:
    released = _released(path, given)
    if released is None:
        raise UnusableFile(path, _("its name does not tell its release: give --edition 2026-06-10"))
    return _fields(f"{released:%Y-%m}", f"release of {date_in_words(released)}")


def institutions_edition(path: Path, given: str) -> Edition:
    """MERGED2023_24_PP is of one year; “Most Recent” files are named by their release."""
    if released := _released(path, given):
        return _institutions(f"{released:%Y-%m}", f"release of {date_in_words(released)}")
    year = year_in_name(path, MERGED, given, "MERGED2023_24_PP.csv")
    return _institutions(str(year), f"{year}–{(year + 1) % 100:02}")


def _released(path, given) -> date | None:
    """From the operator, or from a name with 2026-06-10 or 06102026 in it."""
    text = given or path.name
    found = next(filter(None, (re.search(pattern, text) for pattern in RELEASED)), None)
    return _day(path, found) if found else None


def _institutions(slug, edition) -> Edition:
    title = "College Scorecard, data by institution"
    slug = f"scorecard-institutions-{slug}"
    return Edition(slug, EDUCATION, "College Scorecard", title, edition, URL)


def _fields(slug, edition) -> Edition:
    title = "College Scorecard, data by field of study"
    return Edition(f"scorecard-fields-{slug}", EDUCATION, "College Scorecard", title, edition, URL)


def _day(path, found) -> date:
    try:
        return date(int(found["year"]), int(found["month"]), int(found["day"]))
    except ValueError:
        raise UnusableFile(path, _("%s is not a day") % quoted(found[0])) from None
