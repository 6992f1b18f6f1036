"""OEWS, national estimates: employment and annual wages of each detailed occupation."""

import re
from collections.abc import Mapping, Sequence
from datetime import date
from pathlib import Path

from django.utils.translation import gettext as _

from careers.imports.oews_editions import May, may_of
from careers.models import Occupation, OccupationFigure
from reference.enumerations import Absence, Origin, Population, Statistic
from reference.federal.cells import number, plain, soc
from reference.federal.delimited import open_delimited
from reference.federal.feeds import Fault, Feed, Parse
from reference.federal.figures import FigureColumn, FigureRows
from reference.federal.layouts import Layout
from reference.federal.merging import Merge
from reference.federal.run import Writing
from reference.federal.sheets import is_workbook, sheet_with
from reference.federal.staging import Stage
from reference.imports.errors import UnusableFile, quoted

WHO = ("OCC_CODE", "OCC_TITLE", "O_GROUP")
EMPLOYMENT = "TOT_EMP"
WAGES = {
    "A_MEAN": Statistic.MEAN,
    "A_PCT10": Statistic.P10,
    "A_PCT25": Statistic.P25,
    "A_MEDIAN": Statistic.MEDIAN,
    "A_PCT75": Statistic.P75,
    "A_PCT90": Statistic.P90,
}
FIGURES = (EMPLOYMENT, *WAGES)
LAYOUT = Layout("national estimates, May 2019 to May 2025", (*WHO, *FIGURES))

# A broad group repeats its only detailed occupation under another code.
GROUPS = {"total", "major", "minor", "broad"}
DETAILED = "detailed"
# Columns that files of states and industries fill otherwise; those of some years lack them.
NATIONAL = {"AREA_TYPE": "1", "I_GROUP": "cross-industry"}

# No estimate of a wage (that of a year, for who is paid by the hour) or of employment.
MARKS = dict.fromkeys(("*", "**"), Absence.NOT_ESTIMATED.value)
OR_MORE = "#"
THOUSANDS = re.compile(r"\d{1,3}(,\d{3})+(\.\d+)?", re.ASCII)


class NationalFile:
    """One edition; `given`: its year, where the name is silent. `number`: of the files given."""

    def __init__(self, path: Path, given: str, number: int):
        self.path = path
        opener = sheet_with(path, WHO) if is_workbook(path) else open_delimited
        self.may = may_of(path, given)
        self.stage = Stage(f"oews_{number}", dict.fromkeys(("soc", "title", *FIGURES), "text"))
        wanted = _("give the national file, as national_M2025_dl.xlsx")
        self.feed = Feed(path, (LAYOUT,), self.stage, self._parser, ("soc",), opener, wanted)

    def write(self, writing: Writing) -> None:
        """Occupations that nobody has named yet, then their figures."""
        source = writing.source(self.may.edition, self.path, Origin.OEWS)
        writing.merge(_new_occupations(self.stage))
        rows = f"FROM {self.stage.table} AS s JOIN careers_occupation AS o ON o.soc = s.soc"
        said = (OccupationFigure, rows, "o.id", "'SOC ' || s.soc", source, Origin.OEWS)
        writing.merge_all(FigureRows(*said).merges(_figures(self.may.period)))

    def _parser(self, _layout: Layout, places: Mapping[str, int]) -> Parse:
        return parser(places, self.may)


def read_all(paths: Sequence[Path], given: str) -> list[NationalFile]:
    """The newest first, whose titles hold; raises UnusableFile where two are of one year."""
    by_year: dict[int, NationalFile] = {}
    for place, path in enumerate(paths):
        file = NationalFile(path, given, place)
        if by_year.setdefault(file.may.year, file) is not file:
            words = {"year": file.may.year, "other": by_year[file.may.year].path.name}
            reason = _("is of May %(year)d, as %(other)s is; give one of each year")
            raise UnusableFile(path, reason % words)
    return [by_year[year] for year in sorted(by_year, reverse=True)]


def parser(places: Mapping[str, int], may: May) -> Parse:
    """Cells → (soc, title, employment, wages …)."""
    at_code, at_title, at_group = (places[name] for name in WHO)
    figures = [(places[name], name) for name in FIGURES]
    national = [(places[name], value) for name, value in NATIONAL.items() if name in places]

    def parse(cells):
        if any(cells[at] != value for at, value in national):
            return _("of a state, an area or one industry")
        if cells[at_group] in GROUPS:
            return _("of a group of occupations")
        if cells[at_group] != DETAILED:
            raise Fault("O_GROUP", _unknown_group(cells[at_group]))
        title = plain(cells[at_title], "OCC_TITLE", 200)
        read = (_figure(cells[at], name, may) for at, name in figures)
        return soc(cells[at_code], "OCC_CODE"), title, *read

    return parse


def _unknown_group(text: str) -> str:
    words = {"text": quoted(text), "known": ", ".join([*sorted(GROUPS), DETAILED])}
    return _("%(text)s is not one of %(known)s") % words


def _figure(text: str, column: str, may: May) -> str:
    """As a stage holds it: “239200+” for “#”."""
    if text == OR_MORE and column in WAGES:
        return f"{_top_wage(column, may)}+"
    return number(text.replace(",", "") if THOUSANDS.fullmatch(text) else text, column, MARKS)


def _top_wage(column: str, may: May) -> str:
    if may.top_wage:
        return may.top_wage
    reason = _(
        "“#” is a wage at or above a bound that nothing states for May %d: "
        "give the workbook with its sheet Field Descriptions, or add the year to TOP_WAGES"
    )
    raise Fault(column, reason % may.year)


def _new_occupations(stage: Stage) -> Merge:
    """The crosswalk names the others; what it lacks are groups of codes that OEWS counts as one."""
    return Merge(
        model=Occupation,
        rows=f"FROM {stage.table} AS s LEFT JOIN careers_occupation AS o ON o.soc = s.soc",
        values={"soc": "s.soc", "title": "s.title"},
        keys=("soc",),
        origin=Origin.OEWS,
        where=("o.id IS NULL",),
    )


def _figures(period: tuple[date, date]) -> list[FigureColumn]:
    counted = _column(EMPLOYMENT, "employment", Statistic.TOTAL, period)
    return [counted, *(_column(name, "pay", kind, period) for name, kind in WAGES.items())]


def _column(name, measure, statistic, period) -> FigureColumn:
    return FigureColumn(
        name, measure, name, statistic=statistic, population=Population.EMPLOYEES, period=period
    )
