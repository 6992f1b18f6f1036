"""An .xlsx workbook → rows of text, streamed. What is hostile is refused before it costs anything.

A reader of our own: on the files of O*NET and BLS twice as fast as openpyxl behind defusedxml, in
half its memory; it meets only sheets, strings and dates, so that there is less to be attacked.
"""

from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path
from posixpath import basename, dirname
from typing import BinaryIO, TypeVar
from zipfile import ZipFile

from django.utils.translation import gettext as _

from reference.federal.archives import BROKEN, MEGABYTE, Limits, damaged, occurrences, open_archive
from reference.federal.xlsx.numbers import DateStyles
from reference.federal.xlsx.sheet_rows import SheetRows
from reference.federal.xlsx.workbook_parts import Relationships, SharedStrings, SheetList
from reference.federal.xlsx.xml_parts import XmlReader
from reference.imports.decoding import check_regular, is_web_page
from reference.imports.errors import CellError, UnusableFile, quoted

LIMITS = Limits(
    packed=64 * MEGABYTE,  # the largest federal workbook has 5 MB
    unpacked=600 * MEGABYTE,  # that one unpacks to about 50
    ratio=200,  # the rows of O*NET pack 12 to 1, links of BLS 26 to 1, a bomb 1,000 to 1
    members=200,  # the workbook of projections has 24
)
LARGEST_STRINGS = 64 * MEGABYTE  # held in memory; the titles of O*NET are 2 MB
LARGEST_PART = 4 * MEGABYTE  # lists of sheets and styles; BLS has 7 KB

BEGINNING = 64
ARCHIVE = b"PK\x03\x04"
OLD_OR_ENCRYPTED = b"\xd0\xcf\x11\xe0"
ENCRYPTED = "EncryptedPackage".encode("utf-16-le")
MACROS = ("vbaproject", "/macrosheets/")
OTHER_WORKBOOKS = "/externallinks/"

R = TypeVar("R", bound=XmlReader)


class Workbook:
    """`sheet_names` in their order, hidden ones too."""

    def __init__(self, path: Path, archive: ZipFile):
        self.path, self.archive = path, archive
        # names of parts differ in case from one program to the next
        self.members = {member.filename.casefold(): member for member in archive.infolist()}
        self._refuse_programs()
        self._find_parts()

    def rows(self, sheet: str) -> Iterator[tuple[int, list[str]]]:
        """(row number from 1, cells as text), without blank rows and blank cells at their end."""
        if sheet not in self.sheets:
            words = {"sheet": quoted(sheet), "sheets": ", ".join(map(quoted, self.sheet_names))}
            reason = _("holds no sheet %(sheet)s; its sheets are %(sheets)s")
            raise UnusableFile(self.path, reason % words)
        return self._rows(sheet)

    def _rows(self, sheet: str) -> Iterator[tuple[int, list[str]]]:
        rows = SheetRows(self.strings, self.date_styles, self.from_1904)
        try:
            for _chunk in self._chunks(self.sheets[sheet], rows, LIMITS.unpacked):
                yield from rows.found
                rows.found.clear()
        except CellError as error:
            reason = _("sheet %(sheet)s: %(reason)s") % {"sheet": quoted(sheet), "reason": error}
            raise UnusableFile(self.path, reason, rows.row, rows.column) from None

    def _refuse_programs(self) -> None:
        names = [f"/{name}" for name in self.members]
        if self.path.suffix.lower() == ".xlsm" or _any_holds(names, *MACROS):
            raise UnusableFile(self.path, _("holds macros; save it as .xlsx, which has none"))
        if _any_holds(names, OTHER_WORKBOOKS):
            reason = _("takes values from other workbooks; save it with values only")
            raise UnusableFile(self.path, reason)

    def _find_parts(self) -> None:
        main = self._read("_rels/.rels", Relationships("")).named("officeDocument")
        listed = self._read(main, SheetList())
        parts = self._read(
            f"{dirname(main)}/_rels/{basename(main)}.rels", Relationships(dirname(main))
        )
        self.sheets = {
            name: parts.targets[key]
            for name, key in listed.ids.items()
            if parts.roles.get(key) == "worksheet"  # a sheet may also be one chart
        }
        self.sheet_names = list(self.sheets)
        self.from_1904 = listed.from_1904
        self.date_styles = self._optional(parts.named("styles"), DateStyles()).found
        strings = self._optional(parts.named("sharedStrings"), SharedStrings(), LARGEST_STRINGS)
        self.strings = strings.found

    def _optional(self, part: str, reader: R, largest: int = LARGEST_PART) -> R:
        return self._read(part, reader, largest) if part else reader

    def _read(self, part: str, reader: R, largest: int = LARGEST_PART) -> R:
        try:
            for _chunk in self._chunks(part, reader, largest):
                pass
        except CellError as error:
            raise UnusableFile(self.path, str(error)) from None
        return reader

    def _chunks(self, part: str, reader: XmlReader, largest: int) -> Iterator[None]:
        member = self.members.get(part.casefold())
        if member is None:
            reason = _("is no .xlsx workbook, or a part of it is missing; save it as .xlsx")
            raise UnusableFile(self.path, reason)
        if member.file_size > largest:
            words = {"part": quoted(part), "most": largest // MEGABYTE}
            reason = _("%(part)s inside unpacks to more than %(most)d MB; ")
            raise UnusableFile(self.path, reason % words + _("give the file as it was published"))
        try:
            with self.archive.open(member) as stream:
                yield from reader.read(stream)
        except CellError:
            raise
        except BROKEN:
            raise damaged(self.path) from None


@contextmanager
def open_workbook(path: Path) -> Iterator[Workbook]:
    """Raises UnusableFile, here or while rows are read, for what is no plain, sound workbook."""
    with _opened(path) as file:
        _check_kind(path, file)
        with open_archive(path, file, LIMITS) as archive:
            yield Workbook(path, archive)


def _opened(path: Path) -> BinaryIO:
    try:
        check_regular(path, "XLSX")
        if path.stat().st_size > LIMITS.packed:
            reason = _("is larger than %d MB; a federal workbook is never that large")
            raise UnusableFile(path, reason % (LIMITS.packed // MEGABYTE))
        return path.open("rb")
    except OSError as error:
        reason = _("cannot be read (%s); check its permissions") % error.strerror
        raise UnusableFile(path, reason) from None


def _check_kind(path: Path, file: BinaryIO) -> None:
    beginning = file.read(BEGINNING)
    begins = beginning[: len(ARCHIVE)]
    if not begins:
        raise UnusableFile(path, _("is empty; download it again"))
    if is_web_page(beginning):
        reason = _("is a web page that the server sent in place of the file; download it again")
        raise UnusableFile(path, reason)
    if begins == OLD_OR_ENCRYPTED and occurrences(file, ENCRYPTED):
        raise UnusableFile(path, _("is encrypted; save it as .xlsx without a password"))
    if begins == OLD_OR_ENCRYPTED:
        raise UnusableFile(path, _("is an .xls workbook of the old kind; save it as .xlsx"))
    if begins != ARCHIVE:
        raise UnusableFile(path, _("is no .xlsx workbook; save it as .xlsx"))


def _any_holds(names: Iterable[str], *parts: str) -> bool:
    return any(part in name for name in names for part in parts)
