"""One federal file on its way into its stage."""

from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from contextlib import AbstractContextManager
from dataclasses import dataclass
from pathlib import Path

from django.utils.translation import gettext as _
from tqdm import tqdm

from reference.federal.delimited import Lines, open_delimited
from reference.federal.layouts import Layout, recognize
from reference.federal.sheets import Sheet
from reference.federal.staging import Stage
from reference.imports.errors import CellError, Rejection, UnusableFile
from reference.imports.report import Report

# A row as its stage holds it (without its line), or why the catalogue does not need it.
Staged = tuple | str
Parse = Callable[[list[str]], Staged]
PROGRESS = 5000


class Fault(CellError):
    """What is wrong with a cell of the column named."""

    def __init__(self, column: str, reason: str):
        super().__init__(reason)
        self.column = column


@dataclass(frozen=True)
class Feed:
    """`parser`: (layout, {column: place}) → what makes a staged row of cells, or says why not.

    The parse may raise Fault. `keys`: stage columns in which no two rows may agree. `open`: another
    reader than that of delimited text, such as a Sheet. `wanted`: what to give instead of a file
    none of whose rows is of use. `others`: what a file given by mistake may be.
    """

    path: Path
    layouts: Sequence[Layout]
    stage: Stage
    parser: Callable[[Layout, dict[str, int]], Parse]
    keys: tuple[str, ...]
    open: Callable[[Path], AbstractContextManager[tuple[list[str], Lines]]] = open_delimited
    wanted: str = ""
    others: Sequence[Layout] = ()

    @property
    def name(self) -> str:
        """As a report names it."""
        return self.open.place(self.path.name) if isinstance(self.open, Sheet) else self.path.name

    def run(self, report: Report) -> None:
        """Raises UnusableFile; rejects single rows to the report."""
        left_out: Counter = Counter()
        with self.open(self.path) as (header, lines):
            layout, places = recognize(*self._where(), header, self.layouts, self.others)
            parse = self.parser(layout, places)
            seen = _Seen(self.path)
            rows = self._rows(seen.counted(lines), len(header), parse, left_out, report)
            self.stage.fill(rows)
        if not seen.rows:
            reason = _("has a header but no rows; download it again")
            raise UnusableFile(self._where()[0], reason)
        if left_out.total() == seen.rows and not report.rejections:
            raise UnusableFile(self._where()[0], nothing_of_use(left_out, self.wanted))
        report.leave_out(self.name, left_out)
        self._refuse_twins(report)

    def _rows(self, lines: Lines, width, parse, left_out, report) -> Iterator[tuple]:
        for line, cells in lines:
            if len(cells) != width:
                self._reject(report, line, "", _miscounted(cells, width))
                continue
            try:
                row = parse(cells)
            except Fault as fault:
                self._reject(report, line, fault.column, str(fault))
                continue
            if isinstance(row, str):
                left_out[row] += 1
            else:
                yield (line, *row)

    def _refuse_twins(self, report) -> None:
        for line, later in self.stage.drop_twins(self.keys):
            reason = _("names the same record as line %d; remove one of the two") % line
            self._reject(report, later, "", reason)

    def _reject(self, report, line, column, reason):
        report.reject_in(Rejection(self.name, line, column, reason))

    def _where(self) -> tuple[str, int]:
        """(the file as an error names it, the line of its header)."""
        if isinstance(self.open, Sheet):
            return self.open.place(str(self.path)), self.open.header
        return str(self.path), 1


def nothing_of_use(left_out: Counter, wanted: str = "") -> str:
    """Why a file is refused none of whose rows the catalogue can use."""
    reasons = ", ".join(f"{rows} {reason}" for reason, rows in left_out.most_common())
    said = _("none of its rows is of use: %s") % (
        reasons or _("the catalogue holds their subjects")
    )
    return f"{said}; {wanted or _('is it the right file, and the catalogue filled?')}"


class _Seen:
    """Counts what goes by, and shows it on a terminal."""

    def __init__(self, path: Path):
        self.path, self.rows = path, 0

    def counted(self, lines: Lines) -> Lines:
        with tqdm(desc=self.path.name, unit=" rows", leave=False, disable=None) as bar:
            for row in lines:
                self.rows += 1
                if not self.rows % PROGRESS:
                    bar.update(PROGRESS)
                yield row


def _miscounted(cells, width) -> str:
    counts = {"cells": len(cells), "header": width}
    reason = _("has %(cells)d cells, the header %(header)d; look for a missing quote or comma")
    return reason % counts
