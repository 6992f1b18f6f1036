"""IPEDS C_A: how many graduated, by university, six-digit CIP code and award level."""

import re
from collections import Counter
from collections.abc import Mapping
from pathlib import Path

from programs.enumerations import Level
from programs.imports.completion_rows import (
    CUT,
    FIRST,
    MASTERS,
    SECOND,
    TOTAL,
    WHOLE,
    parser,
)
from programs.imports.directory_rows import LAYOUT as DIRECTORY
from programs.imports.institution_names import not_held
from programs.imports.ipeds import (
    IMPUTED,
    SAID_OF_IMPUTED,
    edition,
    find_institutions,
)
from programs.imports.ipeds_charges import LAYOUT as CHARGES
from programs.imports.parents import link_parents
from programs.imports.reported_programs import (
    left_to_newer,
    reported_programs,
    without_graduates,
)
from programs.models import InstitutionField, InstitutionFieldFigure
from reference.enumerations import Origin, Population, Statistic
from reference.federal.editions import (
    Edition,
    academic_year,
    academic_year_in_words,
    year_in_name,
)
from reference.federal.feeds import Feed
from reference.federal.figures import FigureColumn, FigureRows
from reference.federal.layouts import Layout
from reference.federal.merging import Merge, Says
from reference.federal.run import Writing
from reference.federal.staging import Stage
from reference.imports.report import Report
from reference.models import Source
from reference.sql import rows_of

NAME = r"(?<![a-z])c(?P<year>(19|20)\d\d)_a(?![a-z])"
SECOND_MAJOR = f"{TOTAL} second major"


class CompletionsFile:
    """One file; `given`: its edition, where its name (c2024_a.csv, c2024_a_rv.csv) is silent."""

    def __init__(self, path: Path, given: str = ""):
        self.path, self.given = path, _ending(given)
        codes = {"institution": "integer", "field": "integer"}
        texts = dict.fromkeys(("unitid", "cip", "major", "total", "status"), "text")
        self.stage = Stage("ipeds_completions", codes | texts)

    @property
    def feed(self) -> Feed:
        keys = ("unitid", "cip", "major")
        others = (DIRECTORY, CHARGES)
        return Feed(self.path, (WHOLE, CUT), self.stage, self._parser, keys, others=others)

    def awarding(self) -> set[str]:
        """UNITIDs of those that report a master’s in our families."""
        return {code for (code,) in rows_of("SELECT DISTINCT unitid FROM", self.stage.table)}

    def write(self, writing: Writing) -> None:
        """Fields, their figures, and programs where no named degree stands."""
        source = writing.source(self._edition(), self.path, Origin.IPEDS)
        unknown = find_institutions(self.stage)
        reason = not_held()
        writing.report.leave_out(self.path.name, +Counter({reason: unknown}))
        writing.merge(_fields(self.stage))
        link_parents()
        writing.merge_all(_figures(self.stage, source, self._year()))
        writing.merge(reported_programs(self.stage, source))
        self._note(writing.report, source)

    def _note(self, report: Report, source: Source) -> None:
        """Rows that were rejected may count graduates: of whom the file has none is not known."""
        report.notes += left_to_newer(self.stage, source)
        if not any(rejection.file == self.feed.name for rejection in report.rejections):
            report.notes += without_graduates(self.stage, source, self.path.name)

    def _parser(self, _layout: Layout, places: Mapping[str, int]):
        self._edition()  # a file that does not say its year is refused before it is read
        return parser(self.path, places)

    def _year(self) -> int:
        return year_in_name(self.path, NAME, self.given, "c2024_a.csv")

    def _edition(self) -> Edition:
        year = self._year()
        title = f"Completions by field of study and award level (C{year}_A)"
        return edition("c", year, title, f"{academic_year_in_words(year - 1)} completions")


def _ending(given: str) -> str:
    """2023-24 → 2024: this file is named by the year in which its academic year ends."""
    years = re.fullmatch(r"(\d{4})[-–](\d{2}|\d{4})", given, re.ASCII)
    return str(int(years[1]) + 1) if years else given


def _fields(stage: Stage) -> Merge:
    """Each once, though it be counted as first and as second major."""
    listed = "SELECT institution, field, MIN(line) AS line FROM"
    return Merge(
        model=InstitutionField,
        rows=f"FROM ({listed} {stage.table} GROUP BY institution, field) AS s",
        values={
            "institution_id": "s.institution",
            "field_id": "s.field",
            "level": Says(Level.MASTERS),
        },
        keys=("institution_id", "field_id", "level"),
        origin=Origin.IPEDS,
        within={"level": Level.MASTERS},
    )


def _figures(stage: Stage, source: Source, year: int) -> list[Merge]:
    again = "graduates with it as a second major"
    majors = (
        (FIRST, TOTAL, "completions", "first majors", "first major"),
        (SECOND, SECOND_MAJOR, "other_count", again, "second major"),
    )
    return [_figure(stage, source, year, *major) for major in majors]


def _figure(stage, source, year, major, item, measure, terms, said) -> Merge:
    codes = f"'UNITID ' || s.unitid || ', CIP ' || s.cip || ', award level {MASTERS}, {said}'"
    of_major = ("FROM (SELECT * FROM", stage.table, f"WHERE major = '{major}') AS s")
    its_field = (
        "JOIN programs_institutionfield AS f ON f.institution_id = s.institution",
        f"AND f.field_id = s.field AND f.level = '{Level.MASTERS}'",
    )
    rows = " ".join([*of_major, *its_field])
    whose = FigureRows(InstitutionFieldFigure, rows, "f.id", codes, source, Origin.IPEDS)
    imputed = ", ".join(f"'{letter}'" for letter in IMPUTED)
    column = FigureColumn(
        "total",
        measure,
        item,
        statistic=Statistic.TOTAL,
        population=Population.COMPLETERS,
        period=academic_year(year - 1),
        terms_sql=f"'{terms}' || CASE WHEN s.status IN ({imputed}) "
        f"THEN '{SAID_OF_IMPUTED}' ELSE '' END",
        locator=f"{codes} || ', column {TOTAL}'",
    )
    return whose.merge(column)
