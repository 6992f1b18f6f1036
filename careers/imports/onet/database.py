"""One edition of the O*NET database: the files of a folder, and how they are written."""

from pathlib import Path

from django.utils.translation import gettext as _

from careers.imports.onet.editions import edition_number, onet_edition
from careers.imports.onet.education import CATEGORIES
from careers.imports.onet.folder import KINDS, READ_ME, files_in, not_in
from careers.imports.onet.job_zones import JOB_ZONES
from careers.imports.onet.occupations import (
    OCCUPATION_DATA,
    no_longer_listed,
    occupation_records,
    said_by_a_newer_edition,
)
from careers.imports.onet.soc_codes import JobZones, save_new_occupations
from careers.imports.onet.titles import TITLES, repeated_titles
from reference.enumerations import Origin
from reference.federal.feeds import Feed
from reference.federal.run import Writing
from reference.models import Source


class OnetDatabase:
    """`given`: the edition, where the folder does not tell. Raises UnusableFile."""

    def __init__(self, folder: Path, given: str = ""):
        self.files = files_in(folder)
        self.data = self.files[OCCUPATION_DATA.title]
        number = edition_number(folder, given, self.data, self.files.get(READ_ME))
        self.edition = onet_edition(number)
        self.kinds = [kind for kind in KINDS if kind.title in self.files]

    @property
    def feeds(self) -> list[Feed]:
        return [kind.feed(self.files) for kind in self.kinds]

    def write(self, writing: Writing) -> None:
        source = writing.source(self.edition, self.data, Origin.ONET)
        self._write_occupations(writing, source)
        writing.merge_all(kind.merge(source) for kind in self.kinds if kind.merge)
        if TITLES.title in self.files:
            writing.report.leave_out(self.files[TITLES.title].name, repeated_titles())
        writing.report.notes += self._notes(said_by_a_newer_edition(source))

    def _write_occupations(self, writing: Writing, source: Source) -> None:
        has_zones = JOB_ZONES.title in self.files
        new = save_new_occupations()
        writing.merge(occupation_records(source, has_zones))
        writing.report.missing += no_longer_listed(source)
        JobZones(writing).write(new, has_zones)

    def _notes(self, newer: int) -> list[str]:
        read = [kind.title for kind in self.kinds]
        read += [title for title in (CATEGORIES,) if title in self.files]
        names = "; ".join(self.files[title].name for title in read)
        words = {"edition": self.edition.edition, "names": names}
        notes = [_("O*NET %(edition)s: read %(names)s") % words]
        if absent := "; ".join(kind.title for kind in not_in(self.files)):
            notes.append(_("not imported, as the folder does not hold it: %s") % absent)
        if newer:
            reason = _("left %d occupations as a newer edition of O*NET describes them")
            notes.append(reason % newer)
        return notes
