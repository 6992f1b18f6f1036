"""The only writer of seed files: rows into tables by what identifies them, safe to run twice."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field

from django.db import DatabaseError, DataError, IntegrityError, transaction
from django.utils.translation import gettext as _

from reference.imports.changes import Change, decide
from reference.imports.errors import Rejection, quoted
from reference.imports.existing import Existing
from reference.imports.lookups import Lookups
from reference.imports.reading import Row
from reference.imports.refusals import refusal
from reference.imports.report import Kept, Outcome, Report
from reference.imports.tables import ParsedRow, Table, parse, rejection
from reference.imports.waves import in_waves
from reference.imports.writing import forget_numbers, write

BATCH = 500

Refused = list[tuple[Change, DatabaseError]]


@dataclass
class Loader:
    """Loads tables one after the other inside the caller’s transaction."""

    report: Report
    overwrite: bool = False
    progress: Callable[[int], object] = lambda rows: None
    lookups: Lookups = field(default_factory=Lookups)

    def load(self, app: str, table: Table, rows: Iterable[Row], complete: bool = True) -> None:
        """Upsert the rows of one table; records that no row names are reported, not deleted.

        `complete`: whether these are all rows of the file; otherwise none is missing for certain.
        """
        waves, circle = in_waves(table, list(rows))
        loading = _Loading(self, app, table, Existing(table))
        for wave in waves:
            loading.load(wave)
            self.lookups.forget(table.model)
        for row in circle:
            loading.reject(row, _circle(table, row))
        if complete:
            loading.report_missing()


class _Loading:
    """One table on its way in."""

    def __init__(self, loader: Loader, app: str, table: Table, existing: Existing):
        self.loader, self.app, self.table, self.existing = loader, app, table, existing
        self.lines: dict[tuple, int] = {}
        self.rejected: set[str] = set()

    def load(self, rows: Sequence[Row]) -> None:
        """What the database refuses waits until the rest is in: another row may give up a name."""
        refused: Refused = []
        for start in range(0, len(rows), BATCH):
            batch = rows[start : start + BATCH]
            refused += self._write([change for row in batch if (change := self._change(row))])
            self.loader.progress(len(batch))
        self._write_again(refused)

    def reject(self, row: Row, rejection: Rejection) -> None:
        self.rejected.add(self.table.address(row))
        self.loader.report.reject(self.app, rejection)

    def report_missing(self) -> None:
        """A record whose row was rejected is not missing."""
        for record in self.existing.missing():
            address = self.table.address_of(record, self.loader.lookups)
            if address not in self.rejected:
                self.loader.report.missing.append(f"{self.app}/{self.table.file}: {address}")

    def _change(self, row):
        parsed = parse(self.table, row, self.loader.lookups)
        if isinstance(parsed, ParsedRow):
            parsed = self._refuse_duplicate(parsed)
        if isinstance(parsed, Rejection):
            self.reject(row, parsed)
            return None
        return decide(self.table, parsed, self.existing.find(parsed.values), self.loader.overwrite)

    def _refuse_duplicate(self, parsed):
        keys = self.table.identities(parsed.values)
        for key in keys:
            if key in self.lines:
                column = self.table.column_of(self.table.fields[key[0][-1]].name)
                reason = _("has the same key as line %d; remove one of the two") % self.lines[key]
                return rejection(self.table, parsed.row, column, reason)
        self.lines |= dict.fromkeys(keys, parsed.row.line)
        return parsed

    def _write(self, changes: Sequence[Change]) -> Refused:
        """All at once; where the database refuses, one by one. Returns those it refuses."""
        if self._error(changes) is None:
            refused = []
        else:
            refused = [(c, error) for c in changes if (error := self._error([c])) is not None]
        waiting = {id(change) for change, _error in refused}
        for change in changes:
            if id(change) not in waiting:
                self._count(change)
        return refused

    def _error(self, changes) -> DatabaseError | None:
        try:
            with transaction.atomic():
                write(self.table, changes)
        except (IntegrityError, DataError) as error:
            forget_numbers(changes)
            return error
        return None

    def _write_again(self, refused: Refused) -> None:
        while refused:
            left = self._write([change for change, _error in refused])
            if len(left) == len(refused):
                for change, error in left:
                    reason = refusal(self.table, change, error)
                    self.loader.report.reject(self.app, reason)
                return
            refused = left

    def _count(self, change):
        file = f"{self.app}/{self.table.file}"
        self.loader.report.count(file, change.outcome)
        if change.outcome == Outcome.KEPT:
            address = self.table.address_of(change.record, self.loader.lookups)
            place = f"{self.app}/{change.row.file or self.table.file}"
            self.loader.report.kept.append(Kept(place, change.row.line, address, change.kept))


def _circle(table: Table, row: Row) -> Rejection:
    reason = _("%s leads back to itself or to a circle; name another, or leave the cell blank")
    return rejection(table, row, table.parent, reason % quoted(row[table.parent]))
