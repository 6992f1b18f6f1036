"""Employment Projections: jobs of each occupation now and in ten years, their change, openings."""

import re
from collections.abc import Mapping
from datetime import date
from decimal import Decimal
from functools import partial
from pathlib import Path

from django.utils.translation import gettext as _

from careers.imports.entry_education import (
    ALL_OCCUPATIONS,
    CHANGE,
    EDUCATION,
    education_records,
    overall_growth,
)
from careers.imports.projection_tables import (
    GROWTH,
    OCCUPATIONS,
    OPENINGS,
    Tables,
    tables_of,
)
from careers.models import Occupation, OccupationFigure
from reference.enumerations import Absence, Basis, Origin, Population, Statistic
from reference.federal.cells import plain, soc
from reference.federal.feeds import Fault, Feed, Parse
from reference.federal.figures import FigureColumn, FigureRows
from reference.federal.layouts import Layout
from reference.federal.run import Writing
from reference.federal.staging import Stage
from reference.imports.errors import quoted

LINE_ITEM, SUMMARY = "Line item", "Summary"
ABSENT = "—"
GROWTH_ITEM = "Employment change, percent"
OPENINGS_ITEM = "Occupational openings, annual average"
CHANGE_ITEM = "Employment change, numeric"
SIGNED = (GROWTH, CHANGE)
OTHER, CHANGE_TERMS = "other_count", "change in jobs"
# Finer than anything printed; what binary numbers add lies far below.
FINEST = Decimal("0.000001")
THOUSAND = 1000
NUMBER = re.compile(r"-?\d{1,9}(\.\d{1,20})?", re.ASCII)


class ProjectionsFile:
    """One edition, whose tables say their years themselves."""

    def __init__(self, path: Path):
        self.path = path
        self.tables = tables_of(path)
        self.stages = {sheet: _stage(sheet, self.tables) for sheet in self.tables.sheets}

    @property
    def feeds(self) -> list[Feed]:
        return [self._feed(sheet) for sheet in self.stages]

    def write(self, writing: Writing) -> None:
        source = writing.source(self.tables.edition, self.path, Origin.PROJECTIONS)
        for sheet, stage in self.stages.items():
            locator = f"'SOC ' || s.soc || ', {sheet.lower()}'"
            rows = f"FROM {stage.table} AS s JOIN careers_occupation AS o ON o.id = s.occupation"
            said = (OccupationFigure, rows, "s.occupation", locator, source, Origin.PROJECTIONS)
            columns = figures(self.tables, sheet, locator)
            writing.merge_all(FigureRows(*said).merges(columns))
        stage = self.stages[OCCUPATIONS]
        locator = f"'SOC ' || s.soc || ', {OCCUPATIONS.lower()}'"
        writing.merge(education_records(stage, source, locator))
        if writing.report.totals.total():  # else the file is of no use
            writing.merge(overall_growth(stage, source, locator))

    def _feed(self, sheet: str) -> Feed:
        stage, layouts = self.stages[sheet], (self.tables.layout(sheet),)

        def parse_by(_layout: Layout, places: Mapping[str, int]) -> Parse:
            return parser(places, self.tables, sheet)

        opener = self.tables.open(sheet)
        wanted = "" if Occupation.objects.exists() else _first_occupations()
        return Feed(self.path, layouts, stage, parse_by, ("soc",), opener, wanted)


def _first_occupations() -> str:
    return _("the catalogue holds no occupations: run import_crosswalk and import_oews first")


def _stage(sheet: str, tables: Tables) -> Stage:
    name = sheet.lower().replace(" ", "_").replace(".", "_")
    values = dict.fromkeys((*tables.values(sheet), *tables.others(sheet)), "text")
    return Stage(f"projections_{name}", {"occupation": "integer", "soc": "text"} | values)


def parser(places: Mapping[str, int], tables: Tables, sheet: str) -> Parse:
    """Cells → (occupation, soc, values in jobs and percent …, what only some editions have …).

    The total of all occupations is staged too, with no occupation.
    """
    at_code, at_type = (places[column.upper()] for column in tables.who)
    values = [(places[name.upper()], name, key) for key, name in tables.values(sheet).items()]
    others = [(places.get(name.upper()), name, key) for key, name in tables.others(sheet).items()]
    occupations: dict[str, int | None] = dict(Occupation.objects.values_list("soc", "pk"))
    has_total = bool(others)

    def parse(cells):
        is_total = has_total and cells[at_code] == ALL_OCCUPATIONS
        if cells[at_type] == SUMMARY and not is_total:
            return _("of a group of occupations")
        if cells[at_type] != LINE_ITEM and not is_total:
            raise Fault(tables.who[1], _unknown_type(cells[at_type]))
        code = soc(cells[at_code], tables.who[0])
        read = [_figure(cells[at], name, key) for at, name, key in values]
        if code not in occupations and not is_total:
            return _("of a matrix code under which the catalogue has no occupation")
        told = (_other(cells, at, name, key) for at, name, key in others)
        return occupations.get(code), code, *read, *told

    return parse


def _unknown_type(text: str) -> str:
    words = {"text": quoted(text), "known": f"{LINE_ITEM}, {SUMMARY}"}
    return _("%(text)s is not one of %(known)s") % words


def _other(cells: list[str], at: int | None, column: str, key: str) -> str | None:
    """None where the sheet lacks the column, or BLS names no education."""
    if at is None or (key == EDUCATION and cells[at].strip() in (ABSENT, "")):
        return None
    return plain(cells[at], column, 200) if key == EDUCATION else _figure(cells[at], column, key)


def _figure(text: str, column: str, key: str) -> str:
    """Percent as it stands, thousands as jobs; exact."""
    if text == ABSENT:
        return Absence.NOT_REPORTED.value
    printed = _exactly(text.replace("−", "-"), column)
    if key == GROWTH:
        return _plainly(printed)
    if printed < 0 and key not in SIGNED:
        raise Fault(column, _("%s is below 0, but jobs are counted") % quoted(text))
    return _plainly(printed * THOUSAND)


def _exactly(text: str, column: str) -> Decimal:
    if NUMBER.fullmatch(text):
        return Decimal(text).quantize(FINEST)
    reason = _("%s is not a number; write it as 12.5, or as — where there is none")
    raise Fault(column, reason % quoted(text))


def _plainly(value: Decimal) -> str:
    return f"{value.normalize():f}"


def figures(tables: Tables, sheet: str, locator: str) -> list[FigureColumn]:
    """Of the values that this table has."""
    first, last = tables.first, tables.last
    all_years = (date(first, 1, 1), date(last, 12, 31))
    said = partial(FigureColumn, population=Population.JOBS, locator=locator)
    projected = partial(said, basis=Basis.PROJECTION)
    jobs = partial(said, measure="employment", statistic=Statistic.TOTAL)
    known = [
        projected(GROWTH, GROWTH, GROWTH_ITEM, Statistic.RATE, period=all_years),
        jobs("jobs_now", item=f"Employment, {first}", period=_year(first)),
        jobs("jobs_then", item=f"Employment, {last}", period=_year(last), basis=Basis.PROJECTION),
        projected(OPENINGS, OPENINGS, OPENINGS_ITEM, Statistic.MEAN, period=all_years),
        projected(CHANGE, OTHER, CHANGE_ITEM, period=all_years, terms=CHANGE_TERMS),
    ]
    there = {**tables.values(sheet), **tables.others(sheet)}
    return [column for column in known if column.column in there]


def _year(year: int) -> tuple[date, date]:
    return date(year, 1, 1), date(year, 12, 31)
