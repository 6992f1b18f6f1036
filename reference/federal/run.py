"""One import of federal files: staged without a lock, written in one transaction, or not at all."""

from collections import defaultdict
from collections.abc import Callable, Iterable, Sequence
from contextlib import ExitStack
from pathlib import Path

from django.db import transaction
from django.db.models import Model
from django.utils.translation import gettext as _

from reference.enumerations import Origin
from reference.federal.bundled import Comparison
from reference.federal.editions import Edition, save_source
from reference.federal.feeds import Feed, nothing_of_use
from reference.federal.merging import Merge
from reference.federal.settling import named, settle
from reference.imports.errors import UnusableFile
from reference.imports.interrupts import stoppable
from reference.imports.lock import import_lock
from reference.imports.options import Options
from reference.imports.report import Outcome, Report
from reference.models import Figure, Source
from reference.refresh import refresh_headlines
from reference.signals import evidence_changed


class Writing:
    """What an import does inside its transaction, counted."""

    def __init__(self, report: Report, options: Options):
        self.report, self.options = report, options
        self.used = 0  # rows of the file that is being written, if the report counts none
        self._comparison: Comparison | None = None
        self._file: tuple[Path, int] | None = None
        self._merged: dict[type[Model], int] = defaultdict(int)  # {table: rows changed}
        self._measures: dict[type[Figure], set[str]] = defaultdict(set)

    def source(self, edition: Edition, path: Path, origin: Origin) -> Source:
        """Of a file whose rows are written from now on. Raises UnusableFile as `end_file`."""
        self.end_file()
        source = save_source(edition, path, origin)
        self._comparison, self._file = Comparison(source), (path, self.report.totals.total())
        return source

    def end_file(self) -> None:
        """Raises UnusableFile where no row of the file was of use."""
        if self._file is None or self._comparison is None:
            return
        path, before = self._file
        if not (self.used or self.report.rejections or self.report.totals.total() > before):
            raise UnusableFile(path, nothing_of_use(self.report.reasons_of(path.name)))
        self.report.notes += self._comparison.settle()
        self.used, self._comparison, self._file = 0, None, None

    def merge(self, merge: Merge) -> None:
        label = str(merge.model._meta.verbose_name_plural)
        changed_before = self.report.changed_rows
        if merge.is_new_ground():
            self.report.count(label, Outcome.CREATED, merge.insert())
        else:
            self._merge_found(merge, label)
        self._note_change(merge, self.report.changed_rows - changed_before)

    def merge_all(self, merges: Iterable[Merge]) -> None:
        for merge in merges:
            self.merge(merge)

    def refresh(self) -> None:
        """Headlines of what was written, and what the apps above compute from them."""
        for model, measures in self._measures.items():
            refresh_headlines(model, measures=measures)
        if self.report.changed:
            evidence_changed.send(sender=None, tables=self._tables)

    @property
    def _tables(self) -> set[type[Model]] | None:
        """Those that changed; None where rows were written that are of no merge."""
        elsewhere = self.report.changed_rows - sum(self._merged.values())
        return None if elsewhere else set(self._merged)

    def _note_change(self, merge, rows):
        if not rows:
            return
        self._merged[merge.model] += rows
        if issubclass(merge.model, Figure):
            self._measures[merge.model].add(merge.within["measure"])

    def _merge_found(self, merge, label):
        merge.find()
        if self._comparison:
            self._comparison.add(merge)
        self.report.count(label, Outcome.UNCHANGED, merge.count_unchanged())
        self._note_missing(merge, label)
        edited = merge.found_edited()
        self.report.count(label, Outcome.UPDATED, merge.update_found())
        self.report.count(label, Outcome.CREATED, merge.insert_found())
        for outcome, kept in settle(merge, edited, self.options.overwrite):
            self.report.count(label, outcome)
            self.report.keep(kept)

    def _note_missing(self, merge, label):
        """Not while rows are rejected: theirs may be the records."""
        if self.report.rejections:
            return
        total, first = merge.missing()
        self.report.missing += [f"{label}: {named(record)}" for record in first]
        if total > len(first):
            self.report.missing.append(_("%s: and %d more") % (label, total - len(first)))


def import_files(
    feeds: Sequence[Feed], write: Callable[[Writing], object], options: Options
) -> Report:
    """Raises UnusableFile or ImportRunning before anything is written, Stopped by a signal."""
    report = Report()
    with stoppable() as too_late, import_lock(), ExitStack() as stages:
        for feed in feeds:
            stages.enter_context(feed.stage)
            feed.run(report)
        with transaction.atomic():
            _write(report, write, options)
            transaction.set_rollback(not report.written)
            too_late()
    return report


def _write(report, write, options):
    report.written = not options.dry_run and (options.keep_going or not report.rejections)
    writing = Writing(report, options)
    write(writing)
    writing.end_file()
    if report.written:
        writing.refresh()
