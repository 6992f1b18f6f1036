"""Dates as precise as a source gives them (2024, 2024-05, 2024-05-31), and periods in words."""

import re
from calendar import monthrange
from datetime import date

from django.utils.formats import date_format
from django.utils.translation import gettext as _

PARTIAL_DATE = re.compile(r"(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?", re.ASCII)


class NotADate(ValueError):
    """The text is not a year, year-month or date of the calendar."""


def first_day(text: str) -> date:
    """The day on which the year, month or day named begins."""
    year, month, day = _parts(text)
    return _date(text, year, 1 if month is None else month, 1 if day is None else day)


def last_day(text: str) -> date:
    """The day on which the year, month or day named ends."""
    year, month, day = _parts(text)
    month = 12 if month is None else month
    return _date(text, year, month, _days_in(year, month) if day is None else day)


def shortest_first(day: date | None) -> str:
    """The shortest text that `first_day` reads back to this day."""
    return _shortest(day, first_day)


def shortest_last(day: date | None) -> str:
    """The shortest text that `last_day` reads back to this day."""
    return _shortest(day, last_day)


def period_in_words(start: date | None, end: date | None) -> str:
    """2024, 2023–24, May 2024, to 2032, from 2020; blank where the source states none."""
    if start and end:
        return _closed(start, end)
    if end:
        return _("to %s") % _in_words(end, shortest_last(end))
    if start:
        return _("from %s") % _in_words(start, shortest_first(start))
    return ""


def date_in_words(day: date | None) -> str:
    """As precise as the day is: 2026, fall months as “September 2026”, 21 November 2026."""
    return _in_words(day, shortest_first(day)) if day else ""


def _closed(start, end):
    """Both ends as precise as the more precise one: January 2024–May 2024, not 2024–May 2024."""
    precision = max(shortest_first(start), shortest_last(end), key=len)
    if _is_school_year(start, end) or len(precision) == len("2024"):
        return _years(start.year, end.year)
    first, last = _in_words(start, precision), _in_words(end, precision)
    return first if first == last else f"{first}–{last}"


def _is_school_year(start, end):
    """July to June, as IPEDS counts."""
    starts, ends = (start.month, start.day) == (7, 1), (end.month, end.day) == (6, 30)
    return starts and ends and end.year > start.year


def _years(first: int, last: int) -> str:
    if first == last:
        return str(first)
    same_century = first // 100 == last // 100
    return f"{first}–{last % 100:02}" if same_century else f"{first}–{last}"


def _in_words(day, text):
    return date_format(day, {4: "Y", 7: "F Y", 10: "j F Y"}[len(text)])


def _parts(text):
    match = PARTIAL_DATE.fullmatch(text)
    if not match:
        raise NotADate(_("“%s” is not a date: write 2024, 2024-05 or 2024-05-31") % text)
    return tuple(int(part) if part else None for part in match.groups())


def _days_in(year, month):
    return monthrange(year, month)[1] if year and 1 <= month <= 12 else 31


def _date(text, year, month, day):
    try:
        return date(year, month, day)
    except ValueError:
        raise NotADate(_("“%s” is not a day of the calendar") % text) from None


def _shortest(day, read):
    if day is None:
        return ""
    forms = (f"{day:%Y}".zfill(4), f"{day:%Y}".zfill(4) + f"-{day:%m}", day.isoformat())
    return next(text for text in forms if read(text) == day)
