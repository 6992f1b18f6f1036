"""The code list and the crosswalk of NCES, told apart by their columns, in whatever order given."""

from collections.abc import Mapping, Sequence
from pathlib import Path

from django.utils.translation import gettext as _

from careers.imports import cip_codes, crosswalk
from reference.federal.delimited import open_delimited
from reference.federal.feeds import Feed, Parse
from reference.federal.layouts import Layout
from reference.federal.run import Writing
from reference.federal.sheets import Sheet, is_workbook
from reference.federal.staging import Stage
from reference.imports.errors import UnusableFile

# In the order in which they are written: what the code list says of a field comes first.
KINDS = {module.LAYOUT: module for module in (cip_codes, crosswalk)}
COLUMNS = ("cip", "title", "definition", "soc", "occupation")


class CipFile:
    """One of the two; `layout`: which, once it has been read. `number`: of the files given."""

    def __init__(self, path: Path, number: int):
        self.path = path
        self.layout = cip_codes.LAYOUT
        stage = Stage(f"cip_{number}", dict.fromkeys(COLUMNS, "text"))
        opener = Sheet(crosswalk.SHEET) if is_workbook(path) else open_delimited
        self.feed = Feed(path, list(KINDS), stage, self._parser, ("cip", "soc"), opener)

    def write(self, writing: Writing) -> None:
        KINDS[self.layout].write(self.feed, writing)

    def _parser(self, layout: Layout, places: Mapping[str, int]) -> Parse:
        self.layout = layout
        return KINDS[layout].parser(self.path, places)


def write_all(files: Sequence[CipFile], writing: Writing) -> None:
    """Raises UnusableFile where two files are of one kind: which of them holds?"""
    by_layout: dict[Layout, CipFile] = {}
    for file in files:
        if by_layout.setdefault(file.layout, file) is not file:
            words = {"kind": file.layout.name, "other": by_layout[file.layout].path.name}
            reason = _("is the %(kind)s, as %(other)s is; give one of each")
            raise UnusableFile(file.path, reason % words)
    for layout in KINDS:
        if layout in by_layout:
            by_layout[layout].write(writing)
