"""IPEDS IC_AY: what universities charge, by residency, on average over all their programs."""

from collections import Counter
from collections.abc import Iterator, Mapping
from pathlib import Path

from programs.imports.completion_rows import CUT, WHOLE
from programs.imports.directory_rows import LAYOUT as DIRECTORY
from programs.imports.institution_names import not_held
from programs.imports.ipeds import (
    IMPUTED,
    SAID_OF_IMPUTED,
    edition,
    find_institutions,
    reported,
)
from programs.models import InstitutionFigure
from reference.enumerations import Basis, Origin, Population, Statistic
from reference.federal.cells import unitid
from reference.federal.editions import (
    Edition,
    academic_year,
    academic_year_in_words,
    year_in_name,
)
from reference.federal.feeds import Feed
from reference.federal.figures import FigureColumn, FigureRows
from reference.federal.layouts import Layout
from reference.federal.run import Writing
from reference.federal.staging import Stage

# (measure, column without its number, that of its status, statistic, what the file says of it)
KINDS = (
    ("tuition", "TUITION", "XTUIT", Statistic.MEAN, "full-time, average"),
    ("fees", "FEE", "XFEE", Statistic.UNSTATED, "required fees, full-time"),
    ("credit_price", "HRCHG", "XHRCHG", Statistic.UNSTATED, "per credit hour, part-time"),
)
# The file has no 4.
PAYERS = {
    "1": (Population.UNDERGRADUATES, Basis.IN_DISTRICT),
    "2": (Population.UNDERGRADUATES, Basis.IN_STATE),
    "3": (Population.UNDERGRADUATES, Basis.OUT_OF_STATE),
    "5": (Population.GRADUATE_STUDENTS, Basis.IN_DISTRICT),
    "6": (Population.GRADUATE_STUDENTS, Basis.IN_STATE),
    "7": (Population.GRADUATE_STUDENTS, Basis.OUT_OF_STATE),
}
# {column: that of its status}
CHARGES = {f"{kind[1]}{n}": f"{kind[2]}{n}" for n in PAYERS for kind in KINDS}
LAYOUT = Layout("charges by academic year (IC_AY)", ("UNITID", *CHARGES, *CHARGES.values()))
NAME = r"ic(?P<year>(19|20)\d\d)_ay"


class ChargesFile:
    """One file; `given`: its edition, where its name (ic2023_ay.csv) is silent."""

    def __init__(self, path: Path, given: str = ""):
        self.path, self.given = path, given
        texts = dict.fromkeys(("unitid", *CHARGES, "imputed"), "text")
        self.stage = Stage("ipeds_charges", {"institution": "integer"} | texts)

    @property
    def feed(self) -> Feed:
        keys, others = ("unitid",), (DIRECTORY, WHOLE, CUT)
        return Feed(self.path, (LAYOUT,), self.stage, self._parser, keys, others=others)

    def write(self, writing: Writing) -> None:
        source = writing.source(self._edition(), self.path, Origin.IPEDS)
        unknown = find_institutions(self.stage)
        reason = not_held()
        writing.report.leave_out(self.path.name, +Counter({reason: unknown}))
        rows = f"FROM {self.stage.table} AS s"
        said = (InstitutionFigure, rows, "s.institution", "'UNITID ' || s.unitid")
        columns = list(_columns(self._year()))
        writing.merge_all(FigureRows(*said, source, Origin.IPEDS).merges(columns))

    def _parser(self, _layout: Layout, places: Mapping[str, int]):
        self._edition()  # a file that does not say its year is refused before it is read
        return parser(places)

    def _year(self) -> int:
        return year_in_name(self.path, NAME, self.given, "ic2023_ay.csv")

    def _edition(self) -> Edition:
        year = self._year()
        title = f"Student charges for academic year programs (IC{year}_AY)"
        return edition("ic", year, title, f"{academic_year_in_words(year)} charges")


def parser(places: Mapping[str, int]):
    """Cells → (institution, not known yet; unitid, charges …, “|TUITION5|” where imputed)."""
    at_unitid = places["UNITID"]
    charges = [(places[name], name, places[status], status) for name, status in CHARGES.items()]

    def parse(cells):
        said = [
            (cells[at].strip(), name, cells[by].strip(), by_name)
            for at, name, by, by_name in charges
        ]
        imputed = (f"|{name}|" for _text, name, status, _column in said if status in IMPUTED)
        code = unitid(cells[at_unitid].strip(), "UNITID")
        return None, code, *(reported(*charge) for charge in said), "".join(imputed)

    return parse


def _columns(year: int) -> Iterator[FigureColumn]:
    for number, (population, basis) in PAYERS.items():
        for measure, name, _status, statistic, terms in KINDS:
            column = f"{name}{number}"
            yield FigureColumn(
                column,
                measure,
                column,
                statistic=statistic,
                population=population,
                basis=basis,
                period=academic_year(year),
                terms_sql=f"'{terms}' || CASE WHEN s.imputed LIKE '%%|{column}|%%' "
                f"THEN '{SAID_OF_IMPUTED}' ELSE '' END",
            )
