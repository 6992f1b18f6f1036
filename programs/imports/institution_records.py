"""Rows of the directory of IPEDS → universities of the catalogue, in a few statements."""

from collections import Counter

from django.utils.translation import gettext as _

from programs.imports.directory_rows import DirectoryRow
from programs.imports.directory_values import DirectoryValues
from programs.imports.institution_changes import (
    ALIASES,
    differing,
    field_name,
    forget_edits,
    replace_names,
)
from programs.imports.institution_slugs import new_slugs
from programs.imports.ipeds import newer_year
from programs.models import Institution
from reference.enumerations import Origin
from reference.imports.report import Kept, Outcome, Report
from reference.models import Source

LABEL = str(Institution._meta.verbose_name_plural)
WRITTEN = (
    *("unitid", "name", "city", "state", "control", "website", "latitude", "longitude"),
    *("source", "locator", "edited"),
)
BATCH = 500


class InstitutionRecords:
    """`held`: those of the catalogue. `new`: rows to make records of. `save` writes all at once."""

    def __init__(self, source: Source, overwrite: bool = False):
        self.values, self.overwrite = DirectoryValues(source), overwrite
        related = Institution.objects.select_related("state", "source").prefetch_related(ALIASES)
        self.held = list(related.order_by("pk"))
        self.new: list[DirectoryRow] = []
        self._outcomes: Counter = Counter()
        self._left: Counter = Counter()
        self._is_older = any(newer_year(known, source) for known in Source.objects.all())
        self._kept: list[Kept] = []
        self._changed: list[Institution] = []
        self._names: dict[int, list[str]] = {}

    def update(self, record: Institution, row: DirectoryRow) -> None:
        """What the row tells, but for what an editor changed or a newer edition described."""
        if year := self.described_in(record):
            self._left[year] += 1
            return
        told = self.values.of(row)
        differs = self._differing(record, told)
        edited = record.edited
        if self.overwrite:
            forget_edits(record, differs)
        kept = {name for name in differs if field_name(name) in record.edited_fields}
        for name in differs - kept - {ALIASES}:
            setattr(record, name, told[name])
        if ALIASES in differs - kept:
            self._names[record.pk] = told[ALIASES]
        if differs - kept - {ALIASES} or record.edited != edited:
            self._changed.append(record)
        self._count(record, row, differs, kept)

    def described_in(self, record: Institution) -> str:
        """The year of the newer directory that describes it; blank where none does."""
        ours = record.origin == Origin.IPEDS
        return newer_year(record.source, self.values.source) if ours else ""

    def save(self, report: Report) -> None:
        """Raises what the database raises; the caller holds the transaction."""
        self._create()
        # the same as bulk_update, which takes several times as long
        Institution.objects.bulk_create(
            self._changed, BATCH, update_conflicts=True, update_fields=WRITTEN, unique_fields=["pk"]
        )
        replace_names(self._names)
        for outcome, rows in self._outcomes.items():
            report.count(LABEL, outcome, rows)
        for kept in self._kept:
            report.keep(kept)
        report.notes += [*self.values.notes(), *self._notes_left()]

    def _differing(self, record, told) -> set[str]:
        """Names that a newer edition gave stay."""
        names_stay = self._is_older and record.aliases.all()
        return differing(record, told) - ({ALIASES} if names_stay else set())

    def _notes_left(self) -> list[str]:
        said = _("left %(n)d universities as a newer directory, %(year)s, describes them")
        return [said % {"n": n, "year": year} for year, n in sorted(self._left.items())]

    def _create(self):
        slugs = new_slugs(self.new, {record.slug for record in self.held})
        made = []
        names = []
        for slug, row in zip(slugs, self.new, strict=True):
            told = self.values.of(row)
            names.append(told.pop(ALIASES))
            made.append(Institution(slug=slug, origin=Origin.IPEDS, **told))
        Institution.objects.bulk_create(made, BATCH)
        self._names |= {record.pk: own for record, own in zip(made, names, strict=True)}
        self._outcomes[Outcome.CREATED] += len(made)

    def _count(self, record, row, differs, kept):
        if kept:
            names = tuple(sorted(field_name(name) for name in kept))
            self._kept.append(Kept(LABEL, row.line, record.name, names))
        changed = Outcome.UPDATED if differs else Outcome.UNCHANGED
        self._outcomes[Outcome.KEPT if kept else changed] += 1
