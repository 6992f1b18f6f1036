"""What an import did, row by row; every row read has one outcome."""

from collections import Counter
from dataclasses import asdict, dataclass, field, replace
from enum import StrEnum

from django.utils.translation import gettext as _

from reference.imports.errors import Rejection, one_line


class Outcome(StrEnum):
    CREATED = "created"
    UPDATED = "updated"
    UNCHANGED = "unchanged"
    KEPT = "kept"
    REJECTED = "rejected"


@dataclass(frozen=True)
class Kept:
    """A row some of whose fields an editor had changed."""

    file: str
    line: int
    record: str
    fields: tuple[str, ...]

    def __str__(self):
        words = {"file": self.file, "line": self.line, "record": self.record}
        words["fields"] = ", ".join(self.fields)
        return _("%(file)s, line %(line)d: kept the editor’s %(fields)s of %(record)s") % words


MOST_NAMED = 1000


@dataclass
class Report:
    """Counts by file, rejections, kept edits, and records their file no longer lists.

    `left_out`: {file: {why: rows}} of which a federal file has many and the catalogue needs none.
    `notes`: sentences on what a person should look at. Of each kind of line at most `MOST_NAMED`
    are kept.
    """

    files: dict[str, Counter] = field(default_factory=dict)
    left_out: dict[str, Counter] = field(default_factory=dict)
    rejections: list[Rejection] = field(default_factory=list)
    kept: list[Kept] = field(default_factory=list)
    missing: list[str] = field(default_factory=list)
    notes: list[str] = field(default_factory=list)
    written: bool = False

    def count(self, file: str, outcome: Outcome, rows: int = 1) -> None:
        self.files.setdefault(file, Counter())[outcome] += rows

    def reject(self, app: str, rejection: Rejection) -> None:
        self.reject_in(replace(rejection, file=f"{app}/{rejection.file}"))

    def reject_in(self, rejection: Rejection) -> None:
        """Of a file that belongs to no app."""
        self.count(_counted_as(rejection.file), Outcome.REJECTED)
        if len(self.rejections) < MOST_NAMED:
            self.rejections.append(rejection)

    def keep(self, kept: Kept | None) -> None:
        if kept and len(self.kept) < MOST_NAMED:
            self.kept.append(kept)

    def leave_out(self, file: str, reasons: Counter) -> None:
        """Rows that are no fault and no concern of the catalogue, by reason."""
        if reasons:
            self.left_out.setdefault(file, Counter()).update(reasons)

    def reasons_of(self, file: str) -> Counter:
        """Why rows of it were left out; a sheet of it is named after it."""
        named = (why for name, why in self.left_out.items() if name.split(", ")[0] == file)
        return sum(named, Counter())

    @property
    def rejections_by_place(self) -> list[Rejection]:
        files = list(self.files)
        return sorted(
            self.rejections, key=lambda r: (files.index(_counted_as(r.file)), r.file, r.line)
        )

    @property
    def totals(self) -> Counter:
        return sum(self.files.values(), Counter())

    @property
    def changed(self) -> bool:
        return self.changed_rows > 0

    @property
    def changed_rows(self) -> int:
        totals = self.totals
        return totals[Outcome.CREATED] + totals[Outcome.UPDATED] + totals[Outcome.KEPT]

    def lines(self) -> list[str]:
        """For a person; the last line sums up."""
        return [
            *(_left_out(file, reasons) for file, reasons in self.left_out.items()),
            *(f"{file}: {sentence(counts)}" for file, counts in self.files.items()),
            *(one_line(str(kept)) for kept in self.kept),
            *(one_line(_("no longer in its file: %s") % record) for record in self.missing),
            *(one_line(note) for note in self.notes[:MOST_NAMED]),
            *(str(rejection) for rejection in self.rejections_by_place),
            *([] if self.written else [_("Nothing was changed.")]),
            sentence(self.totals),
        ]

    def as_data(self) -> dict:
        """For a machine: the same as plain data."""
        return {
            "written": self.written,
            "files": {file: dict(counts) for file, counts in self.files.items()},
            "left_out": {file: dict(reasons) for file, reasons in self.left_out.items()},
            "totals": {outcome: self.totals[outcome] for outcome in Outcome},
            "rejections": [asdict(rejection) for rejection in self.rejections_by_place],
            "kept": [asdict(kept) for kept in self.kept],
            "missing": self.missing,
            "notes": self.notes[:MOST_NAMED],
        }


def _left_out(file: str, reasons: Counter) -> str:
    named = ", ".join(f"{rows} {reason}" for reason, rows in reasons.most_common())
    words = {"file": file, "rows": reasons.total(), "reasons": named}
    return one_line(_("%(file)s: left out %(rows)d rows: %(reasons)s") % words)


def _counted_as(file: str) -> str:
    """A file of a folder counts under the folder: reference/guides/skills.md → reference/guides."""
    return "/".join(file.split("/")[:2])


def sentence(counts: Counter) -> str:
    """read N = created N + updated N + unchanged N + kept N + rejected N"""
    read = sum(counts[outcome] for outcome in Outcome)
    parts = " + ".join(f"{outcome} {counts[outcome]}" for outcome in Outcome)
    return f"read {read} = {parts}"
