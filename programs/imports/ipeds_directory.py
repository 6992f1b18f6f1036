"""IPEDS HD: the directory of institutions, with place, control and website."""

from collections import Counter
from collections.abc import Callable, Collection, Mapping
from itertools import islice
from pathlib import Path

from django.utils.translation import gettext as _

from programs.imports.completion_rows import CUT, WHOLE
from programs.imports.directory_rows import LAYOUT, DirectoryRow, parser
from programs.imports.institution_names import Found, find_institutions
from programs.imports.institution_records import InstitutionRecords
from programs.imports.ipeds import edition
from programs.imports.ipeds_charges import LAYOUT as CHARGES
from programs.models import Institution
from reference.enumerations import Origin
from reference.federal.editions import (
    Edition,
    academic_year_in_words,
    year_in_name,
)
from reference.federal.feeds import Feed
from reference.federal.layouts import Layout
from reference.federal.merging import MOST_MISSING
from reference.federal.run import Writing
from reference.federal.staging import Stage
from reference.imports.report import Report
from reference.sql import rows_of

NAME = r"hd(?P<year>(19|20)\d\d)"


class DirectoryFile:
    """One file; `given`: its edition, where its name (hd2024.csv) is silent.

    `awarding`: UNITIDs with master’s of our families, which come in if they are new.
    """

    def __init__(self, path: Path, given: str = ""):
        self.path, self.given = path, given
        columns = dict.fromkeys(DirectoryRow._fields[1:], "text")
        self.awarding: Callable[[], Collection[str]] = set
        self.stage = Stage("ipeds_directory", columns | {"closed": "integer"})

    @property
    def feed(self) -> Feed:
        keys, others = ("unitid",), (CHARGES, WHOLE, CUT)
        return Feed(self.path, (LAYOUT,), self.stage, self._parser, keys, others=others)

    def write(self, writing: Writing) -> None:
        source = writing.source(self._edition(), self.path, Origin.IPEDS)
        rows = self._rows()
        records = InstitutionRecords(source, writing.options.overwrite)
        found = find_institutions(records.held, rows)
        awarding = self.awarding()
        left_out: Counter = Counter()
        for row in rows:
            if row.unitid in found.institutions:
                records.update(found.institutions[row.unitid], row)
            elif reason := _why_not(row, found, awarding):
                left_out[reason] += 1
            else:
                records.new.append(row)
        records.save(writing.report)
        # also those that a newer edition describes, and those that a person has to settle
        writing.used += len(found.institutions) + len(found.unsettled)
        writing.report.leave_out(self.path.name, left_out)
        writing.report.notes += found.notes
        _note_missing(writing.report, records, rows)

    def _rows(self) -> list[DirectoryRow]:
        names = ", ".join(DirectoryRow._fields)
        told = rows_of("SELECT", names, "FROM", self.stage.table, "ORDER BY line")
        return [DirectoryRow(*row) for row in told]

    def _parser(self, _layout: Layout, places: Mapping[str, int]):
        self._edition()  # a file that does not say its year is refused before it is read
        return parser(places)

    def _edition(self) -> Edition:
        year = year_in_name(self.path, NAME, self.given, "hd2024.csv")
        title = f"Directory of institutions (HD{year})"
        return edition("hd", year, title, f"{academic_year_in_words(year)} directory")


def _why_not(row: DirectoryRow, found: Found, awarding: Collection[str]) -> str:
    """A row of a university that is new to us is left out because of this; blank: it comes in."""
    if row.unitid in found.unsettled:
        return _("that fit several universities by name")
    if row.unitid not in awarding:
        return _("without a master’s of our fields among the completions given")
    return _("that have closed") if row.closed else ""


def _note_missing(report: Report, records: InstitutionRecords, rows: list[DirectoryRow]) -> None:
    listed = {row.unitid for row in rows}
    ours = (i for i in records.held if i.origin == Origin.IPEDS and not records.described_in(i))
    gone = (i for i in ours if i.unitid not in listed)
    label = Institution._meta.verbose_name_plural
    report.missing += [f"{label}: {institution}" for institution in islice(gone, MOST_MISSING)]
