"""A column of a federal file as figures of the catalogue: one row, one figure."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from typing import Any

from reference.enumerations import Absence, Basis, Bound, Origin, Population, Statistic
from reference.federal.merging import Merge, Says
from reference.models import Figure, Source
from reference.sql import quoted

# What a stage holds in place of a number, as seed files write it; `239200+` is “or more”.
ABSENT = ", ".join(f"'{absence}'" for absence in Absence.values)


@dataclass(frozen=True)
class FigureColumn:
    """`column`: of the stage, whose text is a number, “239200+”, an absence or NULL: no figure.

    `terms` may be SQL over the rows (an SQL string constant or a column) if `terms_sql` is set.
    """

    column: str
    measure: str
    item: str
    statistic: Statistic = Statistic.UNSTATED
    population: Population = Population.UNSTATED
    basis: Basis = Basis.UNSTATED
    period: tuple[date | None, date | None] = (None, None)
    terms: str = ""
    terms_sql: str = ""
    counted: str = ""
    locator: str = ""


@dataclass(frozen=True)
class FigureRows:
    """Whose figures: `rows` as of a Merge, `subject` and `locator` as SQL over them.

    `locator` is followed by “, column ITEM” unless the column says another.
    """

    model: type[Figure]
    rows: str
    subject: str
    locator: str
    source: Source
    origin: Origin

    def merges(self, columns: list[FigureColumn]) -> Iterator[Merge]:
        return (self.merge(column) for column in columns)

    def merge(self, said: FigureColumn) -> Merge:
        stated: dict[str, Any] = {
            "measure": Says(said.measure),
            "item": Says(said.item),
            "source_id": Says(self.source.pk),
        }
        return Merge(
            model=self.model,
            rows=self.rows,
            values={"subject_id": self.subject, **stated, **self._value(said), **self._terms(said)},
            keys=("subject_id", "measure", "source_id", "item"),
            origin=self.origin,
            where=(f"s.{quoted(said.column)} IS NOT NULL",),
            within={name: value.value for name, value in stated.items()},
        )

    def _value(self, said) -> dict[str, str]:
        text = f"s.{quoted(said.column)}"
        absent, is_open = f"{text} IN ({ABSENT})", f"{text} LIKE '%%+'"
        number = f"CAST(REPLACE({text}, '+', '') AS NUMERIC)"
        return {
            "low": f"CASE WHEN {absent} THEN NULL ELSE {number} END",
            "high": f"CASE WHEN {absent} OR {is_open} THEN NULL ELSE {number} END",
            "bound": f"CASE WHEN {absent} THEN '' WHEN {is_open} THEN '{Bound.AT_LEAST}' "
            f"ELSE '{Bound.EXACT}' END",
            "absence": f"CASE WHEN {absent} THEN {text} ELSE '' END",
        }

    def _terms(self, said) -> dict[str, "str | Says"]:
        counted = f"CAST(s.{quoted(said.counted)} AS INTEGER)" if said.counted else Says(None)
        return {
            "statistic": Says(said.statistic),
            "population": Says(said.population),
            "basis": Says(said.basis),
            "period_from": Says(said.period[0]),
            "period_to": Says(said.period[1]),
            "counted": counted,
            "locator": said.locator or f"{self.locator} || ', column {said.item}'",
            "terms": said.terms_sql or Says(said.terms),
        }
