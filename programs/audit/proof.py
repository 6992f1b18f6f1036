"""The tuitions that one source prints, beside what undergraduates and graduates are charged."""

from collections import Counter, defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from decimal import Decimal
from functools import cached_property

from django.db.models import prefetch_related_objects

from programs.audit.dumbbells import Dumbbells
from programs.audit.judged import Judged
from reference.audit import Outcome, equals
from reference.enumerations import Population
from reference.models import Figure, Source


@dataclass(frozen=True)
class Proof:
    """`rows`: its tuition claims that stand beside a graduate charge, at least one."""

    rows: tuple[Judged, ...]

    @property
    def source(self) -> Source:
        return self.rows[0].claim.source

    @property
    def charge(self) -> Figure:
        """A graduate charge: its file and its period are those of all."""
        return self.rows[0].charges[0].figure

    @cached_property
    def column(self) -> tuple[str, int]:
        """The undergraduate column that most claims equal, and how many do; 0: none does."""
        items = Counter(item for row in self.rows for item in _undergraduate(row))
        return min(items.items(), key=lambda pair: (-pair[1], pair[0]), default=("", 0))

    @property
    def undergraduate(self) -> int:
        return self.column[1]

    @property
    def another_measure(self) -> int:
        return sum(row.outcome == Outcome.ANOTHER_MEASURE for row in self.rows)

    @property
    def agree(self) -> list[Judged]:
        return [row for row in self.rows if row.outcome == Outcome.AGREES]

    @property
    def above(self) -> list[Judged]:
        """Printed above the graduate charge in state, the farthest first."""
        return [row for row in self.by_gap if _gap(row) > 0]

    @property
    def below(self) -> list[Judged]:
        """The farthest last."""
        return [row for row in self.by_gap if _gap(row) < 0]

    @property
    def equal(self) -> list[Judged]:
        return [row for row in self.by_gap if not _gap(row)]

    @property
    def equal_to_both(self) -> bool:
        """Whether those that equal it do so because undergraduates are charged the same."""
        return bool(self.equal) and all(row.both_are_one for row in self.equal)

    @cached_property
    def by_gap(self) -> list[Judged]:
        told = [row for row in self.rows if row.gap is not None]
        return sorted(told, key=lambda row: -_gap(row))

    @property
    def farthest(self) -> Judged | None:
        """The example: where both numbers lie farthest apart."""
        return max(self.by_gap, key=lambda row: abs(_gap(row)), default=None)

    @property
    def chart(self) -> Dumbbells | None:
        return Dumbbells(tuple(self.by_gap)) if len(self.by_gap) > 1 else None


def proofs(rows: Iterable[Judged]) -> list[Proof]:
    """One for each source that prints tuitions of universities, the one with most first.

    One query: the names by which a chart tells the universities.
    """
    by_source = defaultdict(list)
    for row in rows:
        if row.charges and row.claim.subject_kind == "institution":
            by_source[row.claim.source_id].append(row)
    told = [row.claim.subject for found in by_source.values() for row in found]
    prefetch_related_objects(told, "aliases")
    return [Proof(tuple(found)) for found in sorted(by_source.values(), key=len, reverse=True)]


def _gap(row) -> Decimal:
    """Of rows that have one."""
    return row.gap or Decimal(0)


def _undergraduate(row):
    return {
        figure.item
        for figure in row.beside.federal
        if figure.population == Population.UNDERGRADUATES and equals(row.claim, figure)
    }
