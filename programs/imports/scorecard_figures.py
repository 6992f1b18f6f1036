"""What the columns of College Scorecard by field of study say, layout by layout."""

from datetime import date

from programs.imports.scorecard_editions import COHORTS, YEARS
from reference.enumerations import Basis, Population, Statistic
from reference.federal.figures import FigureColumn

FOUR_DIGITS = "four-digit field"
UNCHECKED = f"{FOUR_DIGITS}; years of the cohort not stated in the file"
# Two academic years of one cohort, of which the file does not say when it was.
YEAR_OF_COHORT = "%s year of the cohort, years not given; " + FOUR_DIGITS


def first_figures() -> list[FigureColumn]:
    terms = f"first year after completing; {FOUR_DIGITS}"
    return [
        _earnings("earnings_1", "MD_EARN_WNE", Basis.YEAR_1, terms, COHORTS, "earned"),
        _debt("DEBTMEDIAN", FOUR_DIGITS, COHORTS, "owing"),
        _completions("count_1", "IPEDSCOUNT1", FOUR_DIGITS, YEARS[0]),
        _completions("count_2", "IPEDSCOUNT2", FOUR_DIGITS, YEARS[1]),
    ]


def current_figures() -> list[FigureColumn]:
    unknown = (None, None)
    return [
        _earnings("earnings_1", "EARN_MDN_1YR", Basis.YEAR_1, UNCHECKED, unknown, "earned"),
        _earnings("earnings_4", "EARN_MDN_4YR", Basis.YEAR_4, UNCHECKED, unknown),
        _earnings("earnings_5", "EARN_MDN_5YR", Basis.YEAR_5, UNCHECKED, unknown),
        _debt("DEBT_ALL_STGP_EVAL_MDN", UNCHECKED, unknown),
        _completions("count_1", "IPEDSCOUNT1", YEAR_OF_COHORT % "first", unknown),
        _completions("count_2", "IPEDSCOUNT2", YEAR_OF_COHORT % "second", unknown),
    ]


def _earnings(column, item, basis, terms, period, counted="") -> FigureColumn:
    return FigureColumn(
        column,
        "earnings",
        item,
        statistic=Statistic.MEDIAN,
        population=Population.AIDED_COMPLETERS,
        basis=basis,
        period=period,
        terms_sql=_said_of_campuses(terms),
        counted=counted,
    )


def _debt(item, terms, period, counted="") -> FigureColumn:
    return FigureColumn(
        "debt",
        "debt",
        item,
        statistic=Statistic.MEDIAN,
        population=Population.AIDED_COMPLETERS,
        period=period,
        terms_sql=_said_of_campuses(terms),
        counted=counted,
    )


def _completions(column, item, terms, period: tuple[date | None, date | None]) -> FigureColumn:
    return FigureColumn(
        column,
        "completions",
        item,
        statistic=Statistic.TOTAL,
        population=Population.COMPLETERS,
        period=period,
        terms=terms,
    )


def _said_of_campuses(terms: str) -> str:
    repeated = "'; computed for OPEID ' || s.opeid || ' and repeated on each of its campuses'"
    return f"'{terms}' || CASE WHEN c.opeid IS NULL THEN '' ELSE {repeated} END"
