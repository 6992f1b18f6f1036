"""College Scorecard by institution: rates and numbers of students, nearly all of undergraduates."""

from collections.abc import Mapping
from decimal import Decimal
from pathlib import Path

from django.utils.translation import gettext as _

from programs.imports.institution_names import not_held
from programs.imports.scorecard_editions import institutions_edition
from programs.models import Institution, InstitutionFigure
from reference.enumerations import Basis, Origin, Population, Statistic
from reference.federal.cells import number, unitid
from reference.federal.editions import Edition
from reference.federal.feeds import Fault, Feed
from reference.federal.figures import FigureColumn, FigureRows
from reference.federal.layouts import Layout
from reference.federal.run import Writing
from reference.federal.staging import Stage
from reference.imports.errors import quoted

RATES = ("C150_4", "RET_FT4")
NUMBERS = ("UGDS", "GRADS")
LAYOUT = Layout("institution file", ("UNITID", *RATES, *NUMBERS))
FIRST_TIME = "full-time, first-time, at four-year schools"

FIGURES = (
    FigureColumn(
        "C150_4",
        "graduation_rate",
        "C150_4",
        statistic=Statistic.RATE,
        population=Population.FIRST_TIME_UNDERGRADUATES,
        basis=Basis.SIX_YEARS,
        terms=FIRST_TIME,
    ),
    FigureColumn(
        "RET_FT4",
        "retention_rate",
        "RET_FT4",
        statistic=Statistic.RATE,
        population=Population.FIRST_TIME_UNDERGRADUATES,
        terms=FIRST_TIME,
    ),
    FigureColumn(
        "UGDS",
        "students",
        "UGDS",
        statistic=Statistic.TOTAL,
        population=Population.UNDERGRADUATES,
    ),
    FigureColumn(
        "GRADS",
        "students",
        "GRADS",
        statistic=Statistic.TOTAL,
        population=Population.GRADUATE_STUDENTS,
    ),
)


class InstitutionsFile:
    """One file; `given`: its edition, where its name (MERGED2023_24_PP) is silent."""

    def __init__(self, path: Path, given: str = ""):
        self.path, self.given = path, given
        columns = {"institution": "integer", "unitid": "text"}
        values = dict.fromkeys((*RATES, *NUMBERS), "text")
        self.stage = Stage("scorecard_institutions", columns | values)

    @property
    def feed(self) -> Feed:
        return Feed(self.path, (LAYOUT,), self.stage, self._parser, ("unitid",))

    def write(self, writing: Writing) -> None:
        source = writing.source(self._edition(), self.path, Origin.SCORECARD)
        rows = f"FROM {self.stage.table} AS s"
        locator = "'UNITID ' || s.unitid"
        terms = (InstitutionFigure, rows, "s.institution", locator, source, Origin.SCORECARD)
        writing.merge_all(FigureRows(*terms).merges(list(FIGURES)))

    def _parser(self, _layout: Layout, places: Mapping[str, int]):
        self._edition()
        return parser(places)

    def _edition(self) -> Edition:
        return institutions_edition(self.path, self.given)


def parser(places: Mapping[str, int]):
    """Cells → (institution, unitid, rates in percent, numbers of students)."""
    at_unitid = places["UNITID"]
    rates = [(places[name], name) for name in RATES]
    numbers = [(places[name], name) for name in NUMBERS]
    institutions = dict(Institution.objects.exclude(unitid="").values_list("unitid", "pk"))

    def parse(cells):
        code = unitid(cells[at_unitid], "UNITID")
        if code not in institutions:
            return not_held()
        shares = (_percent(cells[at], name) for at, name in rates)
        return institutions[code], code, *shares, *(_whole(cells[at], name) for at, name in numbers)

    return parse


def _percent(text: str, column: str) -> str:
    """0.7146 → 71.46; an absence stays one."""
    share = number(text, column)
    if not share[0].isdigit():
        return share
    if Decimal(share) > 1:
        raise Fault(column, _("%s is not a share from 0 to 1") % quoted(text))
    return f"{(Decimal(share) * 100).normalize():f}"


def _whole(text: str, column: str) -> str:
    """A number of people, or an absence."""
    people = number(text, column)
    if "." in people:
        raise Fault(column, _("%s is not a whole number") % quoted(text))
    return people
